import type { Person } from '../registry/may.ts';
import {
  changedFields,
  type ProgressFields,
  type ProgressItem,
  type Saving,
  savingVerdict,
} from '../registry/progress.ts';
import { countEvidence } from '../store/evidence.ts';
import {
  findDraft,
  findProgress,
  holdProgress,
  insertDraft,
  type StoredProgress,
  saveDraft,
} from '../store/progress.ts';
import { Refusal } from '../values/refusal.ts';
import { nfc } from '../values/vietnamese.ts';
import type { App } from './app.ts';
import { type DutyWork, onDuty } from './duty-work.ts';
import { progressItem } from './progress-items.ts';

/**
 * A draft saves itself while it is written. It is its author's own paper until it is submitted or sent: that is recorded, with all it
 * says; single savings are not.
 */
export function saveProgress(
  app: Pick<App, 'db' | 'clock'>,
  person: Person,
  dutyId: string,
  saving: Saving,
): Promise<ProgressItem> {
  return onDuty(app, person, dutyId, async (work) => {
    if (!work.hats.isOwn) throw new Refusal('notAllowed');
    const said = { ...saving, fields: composed(saving.fields) };
    const stored = (await holdProgress(work.trx, saving.id)) ?? (await begin(work, said));
    if (stored.author.id !== person.user.id || stored.dutyId !== dutyId) throw new Refusal('notFound');
    await goOn(work, stored, said);
    const saved = await findProgress(work.trx, saving.id);
    if (!saved) throw new Error(`progress ${saving.id} was saved and is not there`);
    const { ofProgress } = await countEvidence(work.trx, dutyId, saving.id);
    return progressItem(work, saved, ofProgress);
  });
}

const composed = (fields: ProgressFields): ProgressFields => ({
  ...fields,
  doneText: nfc(fields.doneText),
  proposal: nfc(fields.proposal),
  withoutEvidence: nfc(fields.withoutEvidence),
});

/** A person writes one draft about a duty: a second window is shown the first one's. */
async function begin({ trx, person, at, duty }: DutyWork, saving: Saving): Promise<StoredProgress> {
  if (saving.version !== 0) throw new Refusal('progressClosed', { stage: 'dropped' });
  // A report is answered by its submission alone.
  if (duty.kind === 'report' || duty.stage === 'done' || duty.stage === 'dropped') throw new Refusal('notPossibleNow');
  const authorId = person.user.id;
  await insertDraft(trx, { dutyId: duty.id, agencyId: duty.agencyId, authorId, at, saving });
  const begun = await holdProgress(trx, saving.id);
  if (begun) return begun;
  throw await draftElsewhere(trx, duty.id, authorId);
}

async function draftElsewhere(trx: DutyWork['trx'], dutyId: string, authorId: string): Promise<Refusal> {
  const other = await findDraft(trx, dutyId, authorId);
  return other
    ? new Refusal('draftElsewhere', { id: other.id, at: other.changedAt, version: other.version })
    : new Refusal('notFound');
}

async function goOn({ trx, at }: DutyWork, stored: StoredProgress, saving: Saving): Promise<void> {
  const verdict = savingVerdict(stored, saving);
  if (verdict === 'known') return;
  if (verdict === 'closed') throw new Refusal('progressClosed', { stage: stored.stage, at: stored.changedAt });
  if (verdict === 'stale')
    throw new Refusal('changedMeanwhile', {
      ...{ name: stored.author.name, at: stored.changedAt, version: stored.version },
      fields: changedFields(stored, saving.fields).join(','),
    });
  if (stored.stage === 'returned' && (await findDraft(trx, stored.dutyId, stored.author.id)))
    throw await draftElsewhere(trx, stored.dutyId, stored.author.id);
  await saveDraft(trx, saving, at);
}
