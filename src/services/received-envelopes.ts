import { writeAnswer } from '../files/edxml/write-answer.ts';
import { agencyKey } from '../registry/agency.ts';
import type { Person } from '../registry/may.ts';
import { envelopeStatusWords } from '../registry/received-envelope.ts';
import { agenciesByIds } from '../store/agencies.ts';
import { findDocument } from '../store/documents.ts';
import { envelopesOfDocument, findEnvelopeFile } from '../store/envelopes.ts';
import { agencyNamesOn } from '../store/names.ts';
import {
  type EnvelopeHeader,
  type EnvelopeParty,
  type EnvelopeStatus,
  envelopeExtension,
  envelopeMediaType,
  refusingStatuses,
} from '../values/envelope.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import type { DocumentFile } from './document-file.ts';
import { envelopeStamp } from './outgoing-envelope.ts';

/** What came beside a document in an envelope, and what is told to its sender. */

export async function getEnvelopeFile(
  { db, files }: Pick<App, 'db' | 'files'>,
  { id, envelope, position }: { id: string; envelope: string; position: number },
): Promise<{ name: string; bytes: Buffer }> {
  const file = await findEnvelopeFile(db, id, envelope, position);
  if (!file) throw new Refusal('notFound');
  return { name: file.name, bytes: await files.read(file.hash) };
}

export type Answer = { status: EnvelopeStatus; words: string };

/** Gói tin trạng thái xử lý, for the office's software that stands on the axis: nothing is sent from here. */
export async function answerEnvelope(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  { user, posts }: Person,
  { id, envelope }: { id: string; envelope: string },
  { status, words }: Answer,
): Promise<DocumentFile> {
  const found = (await envelopesOfDocument(db, id)).find((one) => one.id === envelope);
  if (!found || !(await findDocument(db, id))) throw new Refusal('notFound');
  if (refusingStatuses.has(status) && words === '') throw new Refusal('invalidInput', { field: 'words' });
  const ids = [...new Set(posts.map(({ agencyId }) => agencyId))];
  const [own, names] = [await agenciesByIds(db, ids), await agencyNamesOn(db, ids, today(clock))];
  const answer = {
    about: found.header,
    from: receiverOf(
      found.header,
      own.map(({ id: agencyId, exchangeCode }) => ({ id: exchangeCode ?? '', name: names.get(agencyId) ?? agencyId })),
    ),
    status,
    description: [envelopeStatusWords.vi[status], words].filter(Boolean).join('. '),
    staff: user.name,
  };
  return {
    name: `trang-thai-${status}-${found.fileName.replace(/\.[^.]+$/, '')}.${envelopeExtension}`,
    mediaType: envelopeMediaType,
    content: writeAnswer(answer, envelopeStamp(clock.now())),
  };
}

/** As the sender has addressed it, where that is known: the axis goes by the identifier that stands there. */
function receiverOf({ to }: EnvelopeHeader, own: readonly EnvelopeParty[]): EnvelopeParty {
  const isOwn = ({ id, name }: EnvelopeParty) =>
    own.some((one) => (id !== '' && id === one.id) || agencyKey(one.name) === agencyKey(name));
  return to.find(isOwn) ?? (to.length === 1 ? to[0] : undefined) ?? own[0] ?? { id: '', name: '' };
}
