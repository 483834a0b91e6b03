import type { Envelope, EnvelopeFile, EnvelopeHeader } from '../../values/envelope.ts';
import { codeOf, day, type EnvelopeStamp, element, escaped, party, whole, words } from './elements.ts';

const plain = (name: string, content: string): string => `<${name}>${content}</${name}>`;

/** 2: an administrative document, as all are that are handed out here; 1 are those of legislation. */
const administrative = '2';

const messageOf = (header: EnvelopeHeader): string =>
  element(
    'MessageHeader',
    [
      party('From', header.from),
      ...header.to.map((one) => party('To', one)),
      words('DocumentId', header.documentId),
      codeOf(header.number),
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
  return whole(
    messageOf(header) + trace,
    element('edXMLBody', manifest),
    plain('AttachmentEncoded', files.map(attachmentOf).join('')),
  );
}
