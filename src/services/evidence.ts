import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Evidence, type EvidenceKind, evidenceLimits, type Product } from '../registry/evidence.ts';
import type { Person } from '../registry/may.ts';
import type { Progress } from '../registry/progress.ts';
import {
  countEvidence,
  deleteEvidence,
  findEvidence,
  findEvidenceHash,
  findSameFile,
  insertEvidence,
  type NewEvidence,
} from '../store/evidence.ts';
import { findProgress, holdProgress } from '../store/progress.ts';
import { Refusal } from '../values/refusal.ts';
import { nfc, squeeze } from '../values/vietnamese.ts';
import type { App } from './app.ts';
import { type DutyWork, onDuty, recordWork } from './duty-work.ts';
import type { IncomingFile } from './import-document.ts';
import { askToReadEvidence } from './read-evidence.ts';
import { keepable, receiveFile } from './receive-file.ts';

/** What a draft is proved by can be taken away again until it is submitted. */
export const isOpenTo = (
  { person }: Pick<DutyWork, 'person'>,
  { stage, author }: Pick<Progress, 'stage' | 'author'>,
): boolean => author.id === person.user.id && (stage === 'draft' || stage === 'returned');

type Added = { progressId: string | null; note: string };

async function refuseAdding(work: DutyWork, { progressId }: Added): Promise<void> {
  if (!work.hats.isOwn) throw new Refusal('notAllowed');
  if (work.duty.stage === 'dropped') throw new Refusal('notPossibleNow');
  if (progressId === null) return;
  const progress = await holdProgress(work.trx, progressId);
  if (progress?.dutyId !== work.duty.id || progress.author.id !== work.person.user.id) throw new Refusal('notFound');
  if (!isOpenTo(work, progress)) throw new Refusal('notPossibleNow');
}

async function refuseTooMuch({ trx, duty }: DutyWork, progressId: string | null): Promise<void> {
  const { ofDuty, ofProgress } = await countEvidence(trx, duty.id, progressId);
  const limit =
    progressId === null || ofDuty >= evidenceLimits.ofDuty ? evidenceLimits.ofDuty : evidenceLimits.ofProgress;
  if (ofDuty >= evidenceLimits.ofDuty || ofProgress >= evidenceLimits.ofProgress)
    throw new Refusal('tooMuchEvidence', { limit });
}

export async function addFile(
  app: Pick<App, 'db' | 'clock' | 'files' | 'scan' | 'maxFileBytes'>,
  person: Person,
  dutyId: string,
  { file, ...added }: Added & { file: IncomingFile },
): Promise<Evidence> {
  // Nobody sends megabytes for nothing.
  await onDuty(app, person, dutyId, (work) => refuseAdding(work, added), { hold: false });
  return receiveFile(app, file, Math.min(app.maxFileBytes, evidenceLimits.fileBytes), async (received) => {
    await app.files.keep(keepable(received));
    return onDuty(app, person, dutyId, async (work) => {
      await refuseAdding(work, added);
      const same = await findSameFile(work.trx, { dutyId, progressId: added.progressId, hash: received.hash });
      if (same) return same;
      await refuseTooMuch(work, added.progressId);
      const { name, kind, size, hash } = received;
      return store(work, { ...added, id: randomUUID(), file: { name, kind, size, hash } });
    });
  });
}

/** What comes with a draft is recorded with it, when it is submitted or sent. */
async function store(work: DutyWork, added: Added & Pick<NewEvidence, 'id' | 'file' | 'product'>): Promise<Evidence> {
  const { trx, duty, person, at } = work;
  const row = { ...added, note: nfc(added.note), dutyId: duty.id, agencyId: duty.agencyId, userId: person.user.id, at };
  const inserted = await insertEvidence(trx, row);
  const stored = await findEvidence(trx, added.id);
  // Sent a second time because the answer was lost, it is answered with what is there.
  if (stored?.dutyId !== duty.id || stored.added.by.id !== person.user.id)
    throw new Refusal('invalidInput', { field: 'id' });
  if (inserted && added.progressId === null) {
    if (stored.file) await askToReadEvidence(trx);
    await recordWork(work, { verb: 'addEvidence', kind: 'evidence', id: added.id, after: describeEvidence(stored) });
  }
  return stored;
}

/** As a story names it. */
export const describeEvidence = ({ id, file, product, note }: Evidence) => ({
  id,
  note,
  ...(file && { file: file.name, kind: file.kind, size: file.size }),
  ...(product && { number: product.number, date: product.date }),
});

export function addProduct(
  app: Pick<App, 'db' | 'clock'>,
  person: Person,
  dutyId: string,
  { id, number, date, ...added }: Added & Product & { id: string },
): Promise<Evidence> {
  return onDuty(app, person, dutyId, async (work) => {
    await refuseAdding(work, added);
    if (!(await findEvidence(work.trx, id))) await refuseTooMuch(work, added.progressId);
    return store(work, { ...added, id, product: { number: squeeze(nfc(number)), date } });
  });
}

export async function removeEvidence(app: Pick<App, 'db' | 'clock'>, person: Person, id: string): Promise<void> {
  const found = await findEvidence(app.db, id);
  if (!found) throw new Refusal('notFound');
  await onDuty(app, person, found.dutyId, async (work) => {
    const progress = found.progressId === null ? undefined : await holdProgress(work.trx, found.progressId);
    refuseHidden(work, progress);
    if (!progress || !isOpenTo(work, progress)) throw new Refusal('notPossibleNow');
    await deleteEvidence(work.trx, id);
  });
}

/** What came with something that was not sent is not there for anybody but the agency's own people. */
function refuseHidden({ hats }: Pick<DutyWork, 'hats'>, progress: Progress | undefined): void {
  if (progress && progress.stage !== 'sent' && !hats.isOwn) throw new Refusal('notFound');
}

export type EvidenceFile = { name: string; kind: EvidenceKind; size: number; content: Readable };

export async function getEvidenceFile(
  app: Pick<App, 'db' | 'clock' | 'files'>,
  person: Person,
  id: string,
): Promise<EvidenceFile> {
  const found = await findEvidence(app.db, id);
  if (!found?.file) throw new Refusal('notFound');
  const { file, dutyId, progressId } = found;
  await onDuty(
    app,
    person,
    dutyId,
    async (work) => refuseHidden(work, progressId === null ? undefined : await findProgress(work.trx, progressId)),
    { hold: false },
  );
  const hash = await findEvidenceHash(app.db, id);
  if (hash === undefined) throw new Refusal('notFound');
  return { ...file, content: await app.files.stream(hash) };
}
