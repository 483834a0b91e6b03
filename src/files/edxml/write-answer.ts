import type { EnvelopeAnswer } from '../../values/envelope.ts';
import { codeOf, day, type EnvelopeStamp, element, party, whole, words } from './elements.ts';

/** An envelope without a document: tells the sender of one how far it is. */
export function writeAnswer({ about, from, status, description, staff }: EnvelopeAnswer, stamp: EnvelopeStamp): Buffer {
  const meant =
    words('OrganId', about.from.id) +
    codeOf(about.number) +
    words('PromulgationDate', day(about.issuedOn)) +
    words('DocumentId', about.documentId);
  return whole(
    element(
      'MessageStatus',
      [
        element('ResponseFor', meant),
        party('From', from),
        words('StatusCode', status),
        words('Description', description),
        words('Timestamp', stamp),
        element('StaffInfo', words('Staff', staff)),
      ].join(''),
    ),
    '',
  );
}
