import type { Envelope, EnvelopeFile, EnvelopeHeader, EnvelopeParty } from '../../values/envelope.ts';
import type { PlainDate } from '../../values/plain-date.ts';

/** When it was put together, in the standard's form: "2026/11/20 08:15:00". */
export type EnvelopeStamp = string;

const namespace = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Characters that XML cannot hold are left out: a title pasted from a spreadsheet may bring them. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>]/g, (sign) => signs[sign] ?? sign);

const element = (name: string, content: string): string => `<edXML:${name}>${content}</edXML:${name}>`;
const words = (name: string, text: string | null): string => (text === null ? '' : element(name, escaped(text)));
const plain = (name: string, content: string): string => `<${name}>${content}</${name}>`;

const day = (date: PlainDate | null): string | null => date?.replaceAll('-', '/') ?? null;

const party = (name: string, { id, name: organisation }: EnvelopeParty): string =>
  element(name, words('OrganId', id) + words('OrganizationInCharge', organisation) + words('OrganName', organisation));

/** "123/UBND-TH" -> "123" and "UBND-TH"; one that has no number yet is all notation. */
function codeOf(number: string): string {
  const parts = /^(\d+)[/-](.+)$/.exec(number);
  return parts
    ? words('CodeNumber', parts[1] ?? '') + words('CodeNotation', parts[2] ?? '')
    : words('CodeNotation', number);
}

/** 2: an administrative document, as all are that are handed out here; 1 are those of legislation. */
const administrative = '2';

const messageOf = (header: EnvelopeHeader): string =>
  element(
    'MessageHeader',
    [
      party('From', header.from),
      ...header.to.map((one) => party('To', one)),
      words('DocumentId', header.documentId),
      header.number === null ? '' : element('Code', codeOf(header.number)),
      element('PromulgationInfo', words('Place', header.place) + words('PromulgationDate', day(header.issuedOn))),
      header.typeName === null
        ? ''
        : element('DocumentType', words('Type', administrative) + words('TypeName', header.typeName)),
      words('Subject', header.subject),
      header.signer === null
        ? ''
        : element('SignerInfo', words('Position', header.signer.position) + words('FullName', header.signer.name)),
      words('DueDate', day(header.dueOn)),
    ].join(''),
  );

const referenceOf = (file: EnvelopeFile, at: number): string =>
  element(
    'Reference',
    words('ContentId', `cid:${idAt(at)}`) +
      words('ContentType', file.mediaType) +
      words('Description', file.description) +
      words('AttachmentName', file.name),
  );

const attachmentOf = (file: EnvelopeFile, at: number): string =>
  plain(
    'Attachment',
    plain('ContentType', escaped(file.mediaType)) +
      plain('ContentId', idAt(at)) +
      plain('Description', escaped(file.description)) +
      plain('ContentTransferEncoded', Buffer.from(file.bytes).toString('base64')) +
      plain('AttachmentName', escaped(file.name)),
  );

const idAt = (at: number): string => `file-${at + 1}`;

/** A new document (0), not one that is called back, changed or replaced. */
const newDocument = element('Bussiness', words('BussinessDocType', '0'));

/** As QCVN 102:2016/BTTTT has it, "Bussiness" included: that is how the standard spells it. */
export function writeEnvelope({ header, files }: Envelope, stamp: EnvelopeStamp): Buffer {
  const trace = element(
    'TraceHeaderList',
    element('TraceHeader', words('OrganId', header.from.id) + words('Timestamp', stamp)) + newDocument,
  );
  const manifest = `<edXML:edXMLManifest version="1.0">${files.map(referenceOf).join('')}</edXML:edXMLManifest>`;
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<edXML xmlns="${namespace}"><edXML:edXMLEnvelope xmlns:edXML="${namespace}">` +
      element('edXMLHeader', messageOf(header) + trace) +
      element('edXMLBody', manifest) +
      `</edXML:edXMLEnvelope>${plain('AttachmentEncoded', files.map(attachmentOf).join(''))}</edXML>\n`,
  );
}
