import type { DocumentKind, OwnHeader } from '../../values/finding.ts';
import { plainDate } from '../../values/plain-date.ts';
import type { Span } from '../../values/span.ts';
import { squeeze } from '../../values/vietnamese.ts';
import type { Line } from '../text/line.ts';
import { type Enclosure, enclosureOf, ownNumber } from './document-number.ts';
import { issuerOf } from './issuing-body.ts';
import { letterheadLines } from './letterhead.ts';
import { legalBasesOf, recipientsOf } from './openings.ts';
import { secrecyOf } from './secrecy.ts';
import { signerOf } from './signer.ts';
import { titleOf } from './title.ts';

type Header = Omit<OwnHeader, 'references' | 'period'>;

/** The header and the end of the document. @param lines the body's lines, header and signature tables taken apart */
export function headerOf(lines: Line[]): Header {
  const front = letterheadLines(lines.slice(0, 40));
  const number = numberOf(front);
  const titled = titleOf(front, number?.number);
  const enclosure = lines
    .map((line) => enclosureOf(line.full.text))
    .find((found) => found !== undefined && belongs(found, titled.kind));
  const dated = placeAndDateOf(front);
  const signer = signerOf(lines);
  const issuer = issuerOf({ front, lines, enclosure, place: dated?.place });
  return {
    number: number?.number ?? enclosure?.number ?? null,
    kind: titled.kind,
    issuer: issuer?.name ?? null,
    place: dated?.place ?? null,
    issuedOn: dated?.date ?? dateOf(enclosure) ?? passedOn(lines) ?? null,
    title: titled.title,
    secrecy: secrecyOf(lines),
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

export function placeAndDateOf(lines: Line[]): { place: string; date: string | undefined; span: Span } | undefined {
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

/** "Nghị quyết này được Hội đồng nhân dân tỉnh … thông qua ngày 11 tháng 12 năm 2009" at the end. */
function passedOn(lines: Line[]): string | undefined {
  for (const line of lines.slice(-12)) {
    const groups =
      /^Nghị quyết (?:này )?(?:đã )?được\s.*thông qua ngày\s+(?<day>\d{1,2})(?:\s+tháng\s+|\/)(?<month>\d{1,2})(?:\s+năm\s+|\/)(?<year>\d{4})/u.exec(
        line.body.text,
      )?.groups;
    if (groups) return plainDate(Number(groups.year), Number(groups.month), Number(groups.day));
  }
  return undefined;
}
