import type { EnvelopeParty } from '../../values/envelope.ts';
import type { PlainDate } from '../../values/plain-date.ts';

/** What every envelope that is written is put together from. */

/** When it was put together, in the standard's form: "2026/11/20 08:15:00". */
export type EnvelopeStamp = string;

const namespace = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Characters that XML cannot hold are left out: a title pasted from a spreadsheet may bring them. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>]/g, (sign) => signs[sign] ?? sign);

export const element = (name: string, content: string): string => `<edXML:${name}>${content}</edXML:${name}>`;
export const words = (name: string, text: string | null): string => (text === null ? '' : element(name, escaped(text)));

export const day = (date: PlainDate | null): string | null => date?.replaceAll('-', '/') ?? null;

export const party = (name: string, { id, name: organisation }: EnvelopeParty): string =>
  element(name, words('OrganId', id) + words('OrganizationInCharge', organisation) + words('OrganName', organisation));

/** "123/UBND-TH" -> "123" and "UBND-TH"; one that has no number yet is all notation. */
export function codeOf(number: string | null): string {
  if (number === null) return '';
  const parts = /^(\d+)[/-](.+)$/.exec(number);
  return element(
    'Code',
    parts ? words('CodeNumber', parts[1] ?? '') + words('CodeNotation', parts[2] ?? '') : words('CodeNotation', number),
  );
}

/** @param beside what stands outside the envelope itself: the files */
export const whole = (header: string, body: string, beside = ''): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<edXML xmlns="${namespace}"><edXML:edXMLEnvelope xmlns:edXML="${namespace}">${element('edXMLHeader', header)}${body}</edXML:edXMLEnvelope>${beside}</edXML>\n`,
  );
