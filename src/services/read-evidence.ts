import { evidenceExtensions, evidenceLimits } from '../registry/evidence.ts';
import type { Db } from '../store/database.ts';
import { findUnreadEvidence, settleEvidenceText } from '../store/evidence-texts.ts';
import { enqueue } from '../store/outbox.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';

/** Leaves with the transaction that sends evidence. */
export const askToReadEvidence = (trx: Db): Promise<void> => enqueue(trx, [{ queue: 'evidenceText', data: {} }]);

/** What waits from before, where no job was left for it. */
export async function askToReadWaiting(db: Db): Promise<void> {
  if (await findUnreadEvidence(db)) await db.transaction().execute(askToReadEvidence);
}

type Here = Pick<App, 'db' | 'clock' | 'files' | 'reader' | 'secrets'>;

/** All files of evidence that wait, one after the other; what was read stays when the job ends in the middle. */
export async function readEvidenceTexts(app: Here, signal: AbortSignal): Promise<void> {
  for (;;) {
    const waiting = await findUnreadEvidence(app.db);
    if (!waiting || signal.aborted) return;
    const { kind, ...key } = waiting;
    const fileName = `minh-chung.${evidenceExtensions[kind][0] ?? kind}`;
    const read = await textOf(app, { hash: key.hash, fileName }, signal);
    await app.db
      .transaction()
      .execute((trx) => settleEvidenceText(trx, key, { at: app.clock.now(), refusal: null, pieces: [], ...read }));
  }
}

/** Why it was not read stays with the file: the same bytes would be refused again. */
async function textOf(
  { files, reader, secrets }: Here,
  { hash, fileName }: { hash: string; fileName: string },
  signal: AbortSignal,
): Promise<{ pieces: string[] } | { refusal: string }> {
  try {
    const bytes = await files.read(hash);
    return { pieces: await reader.text({ bytes, fileName, maxFileBytes: evidenceLimits.fileBytes, secrets }, signal) };
  } catch (error) {
    // What is away comes back: it is read by the next job.
    if (signal.aborted || (error instanceof Refusal && error.code === 'filesAway')) throw error;
    return { refusal: error instanceof Refusal ? error.code : 'failed' };
  }
}
