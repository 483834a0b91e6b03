import type { DocumentHeader, DocumentKind } from '../values/finding.ts';
import { plainDate } from '../values/plain-date.ts';
import type { Span } from '../values/span.ts';
import { isUpper, squeeze } from '../values/vietnamese.ts';
import { type Enclosure, enclosureOf, ownNumber } from './document-number.ts';
import {
  departmentBehind,
  departmentInWords,
  isDepartment,
  isIssuer,
  issuerInWords,
  lacksPlace,
  placeNamedMost,
} from './issuer.ts';
import type { Line } from './line.ts';
import { legalBasesOf, recipientsOf } from './openings.ts';
import { signerOf } from './signer.ts';
import { titleOf } from './title.ts';
import { subview, wholeSpan } from './view.ts';

type Header = Omit<DocumentHeader, 'references' | 'period'>;

/** The header and the end of the document. @param lines the body's lines, header and signature tables taken apart */
export function headerOf(lines: Line[]): Header {
  const front = lines.slice(0, 40).flatMap(apart);
  const number = numberOf(front);
  const titled = titleOf(front, number?.number);
  const enclosure = lines
    .map((line) => enclosureOf(line.full.text))
    .find((found) => found !== undefined && belongs(found, titled.kind));
  const dated = placeAndDateOf(front);
  const signer = signerOf(lines);
  const issuer = issuerOf(front, lines, enclosure, dated?.place);
  return {
    number: number?.number ?? enclosure?.number ?? null,
    kind: titled.kind,
    issuer: issuer?.name ?? null,
    place: dated?.place ?? null,
    issuedOn: dated?.date ?? dateOf(enclosure) ?? null,
    title: titled.title,
    signer: signer ? { name: signer.name, title: signer.title } : null,
    legalBases: legalBasesOf(lines),
    recipients: recipientsOf(lines),
    spans: {
      ...(number && { number: number.span }),
      ...(dated && { issuedOn: dated.span }),
      ...(titled.span && { title: titled.span }),
      ...(issuer?.span && { issuer: issuer.span }),
      ...(signer && { signer: signer.span }),
    },
  };
}

const typeNames: Partial<Record<DocumentKind, RegExp>> = {
  quyet_dinh: /^quyết định$/iu,
  nghi_quyet: /^nghị quyết$/iu,
  ke_hoach: /^kế hoạch/iu,
  chuong_trinh: /^chương trình/iu,
};

/** An appendix that says "kèm theo Quyết định số …" gives the number of the decision it is bound with, and of no other document. */
const belongs = (found: Enclosure, kind: DocumentKind): boolean => typeNames[kind]?.test(found.type) ?? false;

function numberOf(lines: Line[]): { number: string; span: Span } | undefined {
  for (const line of lines) {
    const found = ownNumber(line.full.text);
    if (found) return { number: found.number, span: line.full.span(found.from, found.to) };
  }
  return undefined;
}

const placeAndDate =
  /^(?!(?:Căn cứ|Xét|Theo|Thực hiện)\s)(?<place>(?:\p{Lu}|TP)[^,;:\d]{1,40}?),?\s*ngày\s*(?<day>\d{1,2})\s*tháng\s*(?<month>\d{1,2})\s*năm\s*(?<year>\d{4})/u;

function placeAndDateOf(lines: Line[]): { place: string; date: string | undefined; span: Span } | undefined {
  for (const line of lines) {
    const match = placeAndDate.exec(line.full.text);
    const groups = match?.groups;
    if (!match || !groups?.place || line.full.text.length > match[0].length + 12) continue;
    return {
      place: squeeze(groups.place),
      date: plainDate(Number(groups.year), Number(groups.month), Number(groups.day)),
      span: line.full.span(0, match[0].length),
    };
  }
  return undefined;
}

const dateOf = (found: Enclosure | undefined): string | undefined =>
  found?.year ? plainDate(Number(found.year), Number(found.month), Number(found.day)) : undefined;

/** "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI …": portals put the cells of the letterhead into one line. */
function apart(line: Line): Line[] {
  const bars = [...line.full.text.matchAll(/\s*\|\s*/gu)];
  if (bars.length === 0 || line.full.text.length > 200) return [line];
  const starts = [0, ...bars.map((bar) => bar.index + bar[0].length)];
  return starts.flatMap((start, at) => {
    const full = subview(line.full, start, bars[at]?.index ?? line.full.text.length);
    return full.text === '' ? [] : [{ ...line, full, body: full, marker: undefined, upper: isUpper(full.text) }];
  });
}

type Issuer = { name: string; span: Span | undefined };

/** From the line that names it; otherwise from the signature's "TM." or from the bracket under an appendix's title. */
function issuerOf(
  front: Line[],
  lines: Line[],
  enclosure: Enclosure | undefined,
  place: string | undefined,
): Issuer | undefined {
  const text = lines.map((line) => line.body.text).join('\n');
  const first = front.findIndex((line) => line.upper && isIssuer(line.full.text));
  // "ĐẢNG BỘ TỈNH …" is the parent's line; the committee below it issues. So is the Central Committee's above another's.
  const parent =
    /^(?:ĐẢNG BỘ|BAN CHẤP HÀNH TRUNG ƯƠNG$)/u.test(front[first]?.full.text ?? '') &&
    isIssuer(front[first + 1]?.full.text ?? '');
  const at = parent ? first + 1 : first;
  const line = front[at];
  if (line) {
    const next = front[at + 1];
    const goesOn =
      lacksPlace(issuerInWords(line.full.text)) &&
      next?.upper &&
      /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG)\s/u.test(next.full.text);
    const whole = goesOn ? `${line.full.text} ${next.full.text}` : line.full.text;
    const inOne = departmentBehind(whole);
    const name = issuerInWords(inOne ? whole.slice(0, inOne.index) : whole);
    const below = front[at + (goesOn ? 2 : 1)];
    const department = inOne?.[0] ?? (below?.upper && isDepartment(below.full.text) ? below.full.text : undefined);
    if (department) {
      const place = /(?:tỉnh|thành phố|huyện|thị xã|xã|phường)\s.*$/iu.exec(name)?.[0] ?? '';
      return {
        name: squeeze(`${departmentInWords(department)} ${place}`),
        span: wholeSpan(inOne || !below ? line.full : below.full),
      };
    }
    if (/^(?:BỘ|SỞ)\s/u.test(whole)) return { name: departmentInWords(whole), span: wholeSpan(line.full) };
    return { name: completed(name, text, place), span: wholeSpan(line.full) };
  }
  const mixed = front.find((one) =>
    /^(?:Hội đồng nhân dân|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?:tỉnh|thành phố|huyện)\s+[^,.;]{2,30}$/iu.test(
      one.full.text,
    ),
  );
  if (mixed) return { name: properCase(mixed.full.text), span: wholeSpan(mixed.full) };
  const signed = lines.find(
    (one) =>
      /^\s*(?:TM|T\/M|KT|TL)\.?\s+\p{Lu}/u.test(one.full.text) &&
      isIssuer(one.full.text.replace(/^\s*(?:TM|T\/M)\.?\s*/u, '')),
  );
  if (signed)
    return {
      name: completed(issuerInWords(signed.full.text.replace(/^\s*(?:TM|T\/M)\.?\s*/u, '')), text, place),
      span: wholeSpan(signed.full),
    };
  const bracket =
    enclosure?.issuer ??
    lines
      .map(
        (one) =>
          /^\((?:Ban hành )?[Kk]èm theo[^)]*?của\s+((?:Ủy|Uỷ) ban nhân dân tỉnh(?:\s+\p{Lu}\p{Ll}+)*|Chính phủ|Thủ tướng Chính phủ|UBND tỉnh)/u.exec(
            one.full.text,
          )?.[1],
      )
      .find((found) => found !== undefined);
  return bracket ? { name: completed(squeeze(bracket), text, place), span: undefined } : undefined;
}

/** The body's place, where its name leaves it out: the date line's, else the place that the text names most. */
function completed(name: string, text: string, place: string | undefined): string {
  if (!lacksPlace(name)) return name;
  const level = /(tỉnh|thành phố|huyện|thị xã|quận|xã|phường)$/u.exec(name)?.[1];
  const town = place && /^(?:TP\.?|Tp\.?|thành phố)\s*(.+)$/iu.exec(place)?.[1];
  if (level === undefined && town) return `${name} thành phố ${town}`;
  const named = placeNamedMost(
    text,
    level ?? (/^Tỉnh ủy/u.test(name) ? 'tỉnh' : /^Thành ủy/u.test(name) ? 'thành phố' : undefined),
  );
  const bare = named?.replace(/^\S+\s+(?:phố\s+|xã\s+(?=\p{Lu}))?/u, '');
  if (level) return named ? `${name} ${bare}` : name;
  // The body's own words give the level, and the date line the name: NĐ 30/2020/NĐ-CP Phụ lục I, mục II.4.
  const own = named
    ? undefined
    : /(?:ban nhân dân|UBND|HĐND) (tỉnh|huyện|thị xã|xã|phường)(?! \p{Lu})/u.exec(text)?.[1];
  if (own && place) return `${name} ${own} ${place}`;
  return /ủy$/u.test(name) && bare ? `${name} ${bare}` : named ? `${name} ${named}` : name;
}

/** "Hội đồng nhân dân tỉnh kiên giang" of texts that lost their capitals -> "Hội đồng nhân dân tỉnh Kiên Giang". */
const properCase = (text: string): string =>
  text.replace(
    /^(.*?(?:tỉnh|thành phố|huyện)\s+)(.+)$/iu,
    (_, body: string, name: string) => body + name.replace(/(^|\s)(\p{L})/gu, (found) => found.toUpperCase()),
  );
