import type { Span } from '../../values/span.ts';
import { squeeze } from '../../values/vietnamese.ts';
import type { Line } from '../text/line.ts';
import { wholeSpan } from '../text/view.ts';
import type { Enclosure } from './document-number.ts';
import {
  commonest,
  departmentBehind,
  departmentInWords,
  isDepartment,
  isIssuer,
  issuerInWords,
  lacksPlace,
  placeNamedMost,
} from './issuer.ts';

type Issuer = { name: string; span: Span | undefined };

type Given = {
  front: Line[];
  lines: Line[];
  enclosure: Enclosure | undefined;
  place: string | undefined;
  text: string;
};

/** Where a document says who issues it: the first place that does decides. */
const finders = [fromLetterhead, fromMixedLine, fromSignature, fromBracket, fromFirstSentences, fromLastArticle];

/** @param front the first lines, @param place the date line's */
export function issuerOf(given: Omit<Given, 'text'>): Issuer | undefined {
  const text = given.lines.map((line) => line.body.text).join('\n');
  for (const find of finders) {
    const issuer = find({ ...given, text });
    if (issuer) return issuer;
  }
  return undefined;
}

function fromLetterhead({ front, text, place }: Given): Issuer | undefined {
  const first = front.findIndex((line) => line.upper && isIssuer(line.full.text));
  // "ĐẢNG BỘ TỈNH …" is the parent's line; the committee below it issues. So is the Central Committee's above another's.
  const parent =
    /^(?:ĐẢNG BỘ|BAN CHẤP HÀNH TRUNG ƯƠNG$)/u.test(front[first]?.full.text ?? '') &&
    isIssuer(front[first + 1]?.full.text ?? '');
  const at = parent ? first + 1 : first;
  const line = front[at];
  if (line) {
    const others = front.slice(at + 1).filter((one) => !motto.test(one.full.text));
    const next = others[0];
    const goesOn =
      next?.upper &&
      ((lacksPlace(issuerInWords(line.full.text)) &&
        /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG)\s/u.test(next.full.text)) ||
        (/^BỘ\s/u.test(line.full.text) && /^VÀ\s/u.test(next.full.text)) ||
        isBesideMotto(front.slice(at + 1, at + 4), line.full.text));
    const whole = goesOn ? `${line.full.text} ${next.full.text}` : line.full.text;
    const inOne = departmentBehind(whole);
    const name = issuerInWords(inOne ? whole.slice(0, inOne.index) : whole);
    const below = others[goesOn ? 1 : 0];
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
  return undefined;
}

const motto = /^(?:CỘNG HÒA|CỘNG HOÀ|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN)/iu;

/** "BỘ LAO ĐỘNG - THƯƠNG | CỘNG HÒA …", "BINH VÀ XÃ HỘI | Độc lập - …": a ministry's name on both lines of the motto. */
const isBesideMotto = ([first, second, third]: Line[], name: string): boolean =>
  /^BỘ\s/u.test(name) &&
  /^CỘNG H/u.test(first?.full.text ?? '') &&
  /^Độc lập/u.test(third?.full.text ?? '') &&
  second?.upper === true &&
  !isIssuer(second.full.text);

/** Texts that lost their capitals: "Hội đồng nhân dân tỉnh kiên giang" on a line of its own. */
function fromMixedLine({ front }: Given): Issuer | undefined {
  const line = front.find((one) =>
    /^(?:Hội đồng nhân dân|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?:tỉnh|thành phố|huyện)\s+[^,.;]{2,30}$/iu.test(
      one.full.text,
    ),
  );
  return line && { name: properCase(line.full.text), span: wholeSpan(line.full) };
}

function fromSignature({ lines, text, place }: Given): Issuer | undefined {
  const signed = lines.find(
    (one) =>
      /^\s*(?:TM|T\/M|KT|TL)\.?\s+\p{Lu}/u.test(one.full.text) &&
      isIssuer(one.full.text.replace(/^\s*(?:TM|T\/M)\.?\s*/u, '')),
  );
  return (
    signed && {
      name: completed(issuerInWords(signed.full.text.replace(/^\s*(?:TM|T\/M)\.?\s*/u, '')), text, place),
      span: wholeSpan(signed.full),
    }
  );
}

/** "(Kèm theo Quyết định số … của Ủy ban nhân dân tỉnh)" under an appendix's title. */
function fromBracket({ lines, enclosure, text, place }: Given): Issuer | undefined {
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

const speaker =
  /(?:^|[,;.]\s+)(?:Chủ tịch |Bộ trưởng )?(?<body>(?:UBND|(?:Ủy|Uỷ) ban nhân dân|HĐND|Hội đồng nhân dân)\s+(?:[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|thị xã|quận|xã|phường)(?:\s+\p{Lu}\p{Ll}+)*|Bộ(?:\s+\p{Lu}\p{Ll}+)+(?:(?:,| và)(?:\s+\p{Lu}\p{Ll}+)+)*|Thủ tướng Chính phủ|Chính phủ|Ban Thường vụ Tỉnh ủy|Tỉnh ủy)\s+(?:ban hành|xây dựng|yêu cầu|chỉ thị|đề nghị|quyết nghị|triển khai|giao|chỉ đạo|báo cáo)(?!\p{L})/u;

/** "… , Ủy ban nhân dân tỉnh yêu cầu các sở …:" where the text has lost its letterhead. */
function fromFirstSentences({ front, text, place }: Given): Issuer | undefined {
  for (const line of front.slice(0, 12)) {
    if (line.marker && line.marker.kind !== 'dash') return undefined;
    const body = speaker.exec(line.full.text)?.groups?.body;
    if (!body) continue;
    const at = line.full.text.indexOf(body);
    return { name: completed(squeeze(body), text, place), span: line.full.span(at, at + body.length) };
  }
  return undefined;
}

/** "Điều 3. Các ông Chánh Văn phòng UBND tỉnh, Giám đốc các sở …": whose office comes first there has decided. */
function fromLastArticle({ lines, text, place }: Given): Issuer | undefined {
  for (const line of lines.slice(-12)) {
    const groups =
      /^(?:(?:Các )?[ÔôOo]ng(?:,? bà|\/bà|\(bà\))?:?\s+)?Chánh [Vv]ăn phòng (?:HĐND\s*[-–và]+\s*)?(?<body>(?:UBND|(?:Ủy|Uỷ) ban nhân dân)\s+(?:tỉnh|thành phố|huyện))/u.exec(
        line.body.text.replace(/^Các /u, ''),
      )?.groups;
    if (groups?.body) return { name: completed(squeeze(groups.body), text, place), span: undefined };
  }
  return undefined;
}

/** Cities directly under the centre, whose letterheads leave out "thành phố"; Hồ Chí Minh writes it. */
const centralCity = /^(?:Hà Nội|Hải Phòng|Đà Nẵng|Cần Thơ|Huế)$/u;

/** The body's place, where its name leaves it out: the place that the text names most, else the date line's. */
function completed(name: string, text: string, dated: string | undefined): string {
  if (!lacksPlace(name)) return name;
  const place = dated?.replace(/^(?:TX|T\.X|thị xã)\.?\s+/u, '');
  const town = place && /^(?:TP\.?|Tp\.?|thành phố)\s*(.+)$/iu.exec(place)?.[1];
  const written = /(tỉnh|thành phố|huyện|thị xã|quận|xã|phường)$/iu.exec(name)?.[1]?.toLowerCase();
  if (written === undefined && town) return `${name} thành phố ${town}`;
  const party = /^Tỉnh ủy/u.test(name) ? 'tỉnh' : /^Thành ủy/u.test(name) ? 'thành phố' : undefined;
  const level = written ?? party ?? (centralCity.test(place ?? '') ? 'thành phố' : ownLevel(text));
  const named = placeNamedMost(text, level);
  const found = named?.replace(/^\S+\s+(?:phố\s+|xã\s+(?=\p{Lu}))?/u, '');
  // The date line names the province or commune itself, NĐ 30/2020/NĐ-CP Phụ lục I, mục II.4; older ones its town.
  const bare = found ?? (level === undefined ? undefined : place);
  if (bare === undefined) return named ? `${name} ${named}` : name;
  if (written !== undefined || party !== undefined || /ủy$/u.test(name)) return `${name} ${bare}`;
  return `${name} ${level ?? named?.slice(0, named.length - bare.length).trim()} ${bare}`;
}

const bareLevel =
  /(?:[Bb]an nhân dân|UBND|HĐND|[Hh]ội đồng nhân dân) (tỉnh|thành phố|huyện|thị xã|xã|phường)(?![ ,]+(?:\p{Lu}|thị xã|thành phố|huyện|xã|phường))/gu;

/** The level at which the text's own "Ủy ban nhân dân tỉnh", "UBND huyện" without a name stands, most often. */
const ownLevel = (text: string): string | undefined =>
  commonest([...text.matchAll(bareLevel)].map(([, level = '']) => level));

/** "Hội đồng nhân dân tỉnh kiên giang" of texts that lost their capitals -> "Hội đồng nhân dân tỉnh Kiên Giang". */
const properCase = (text: string): string =>
  text.replace(
    /^(.*?(?:tỉnh|thành phố|huyện)\s+)(.+)$/iu,
    (_, body: string, name: string) => body + name.replace(/(^|\s)(\p{L})/gu, (found) => found.toUpperCase()),
  );
