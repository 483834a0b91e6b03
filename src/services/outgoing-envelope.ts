import { writeEnvelope } from '../files/edxml/write-envelope.ts';
import { agenciesByIds, findAgencyByName } from '../store/agencies.ts';
import type { Db } from '../store/database.ts';
import {
  type EnvelopeFile,
  type EnvelopeHeader,
  type EnvelopeParty,
  envelopeExtension,
  envelopeMediaType,
} from '../values/envelope.ts';
import { formOn } from '../values/form-choice.ts';
import { numberAndSymbol } from '../values/official-words.ts';
import { dayOfMoment, timeOfMoment } from '../values/plain-date.ts';
import type { App } from './app.ts';
import type { DocumentFile, NamedOutgoing } from './document-file.ts';

/** Gói tin edXML of a document that goes out, for the office's software that stands on the national document axis. */
export async function outgoingEnvelope(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  { outgoing, issuerId, name }: NamedOutgoing,
  file: DocumentFile,
): Promise<DocumentFile> {
  const { head, kind, about, to, signing } = outgoing.document;
  const number = head.number === null ? null : numberAndSymbol(formOn(head.issuedBy, head.date), head);
  const from = { id: issuerId === null ? '' : await codeOf(db, issuerId), name: head.issuer };
  const issuedOn = number === null ? null : head.date;
  const header: EnvelopeHeader = {
    documentId: number === null ? null : [from.id, head.date.replaceAll('-', '/'), number].join(','),
    from,
    to: await Promise.all((to ?? []).map((one) => partyOf(db, one, head.date))),
    number,
    place: head.place,
    issuedOn,
    typeName: kind ?? 'Công văn',
    subject: about,
    signer: signing.name === null ? null : { name: signing.name, position: signing.lines.at(-1)?.text ?? '' },
    dueOn: null,
  };
  const main: EnvelopeFile = {
    name: file.name,
    mediaType: file.mediaType,
    description: 'Văn bản chính',
    bytes: file.content,
  };
  return {
    name: `${name}.${envelopeExtension}`,
    mediaType: envelopeMediaType,
    content: writeEnvelope({ header, files: [main] }, envelopeStamp(clock.now())),
  };
}

/** In the form that the standard wants it. */
export const envelopeStamp = (now: Date): string => `${dayOfMoment(now).replaceAll('-', '/')} ${timeOfMoment(now)}:00`;

/** Whoever the register does not know under that name, or without an identifier, is named alone: the sender's software adds it. */
async function partyOf(db: Db, name: string, day: string): Promise<EnvelopeParty> {
  const agencyId = await findAgencyByName(db, name, day);
  return { id: agencyId === undefined ? '' : await codeOf(db, agencyId), name };
}

const codeOf = async (db: Db, agencyId: string): Promise<string> =>
  (await agenciesByIds(db, [agencyId]))[0]?.exchangeCode ?? '';
