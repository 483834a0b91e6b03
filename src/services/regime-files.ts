import { randomUUID } from 'node:crypto';
import { EvidenceKind } from '../registry/evidence.ts';
import type { Person } from '../registry/may.ts';
import {
  type RegimeFile,
  type RegimeFilePart,
  type RoundFile,
  regimeFileKinds,
  regimeFileLimits,
} from '../registry/regime-file.ts';
import { recordActions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import {
  endRegimeFile,
  filesOfRegime,
  filesOfRound,
  findRegimeFile,
  findSameRegimeFile,
  insertRegimeFile,
  readRegimeFile,
} from '../store/regime-files.ts';
import { findRegime } from '../store/regimes.ts';
import { findRound } from '../store/rounds.ts';
import { extensionOf } from '../values/file-name.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import type { IncomingFile } from './import-document.ts';
import { keepable, type ReceivedFile, receiveFile } from './receive-file.ts';
import { refuseOthers } from './regimes.ts';

/** Forms and guides of a regime: whoever reports takes them from its rounds. */

export const listRegimeFiles = async ({ db }: App, regimeId: string): Promise<{ files: RegimeFile[] }> => ({
  files: await filesOfRegime(db, regimeId),
});

/** What counts while a round is open, of a closed one what counted when it closed. */
export const listRoundFiles = (app: App, roundId: string): Promise<{ files: RoundFile[] }> =>
  inOneTransaction(app, async ({ db }) => {
    const found = await findRound(db, roundId);
    if (!found) throw new Refusal('notFound');
    const { openedAt } = found.round;
    const files = await filesOfRound(db, roundId);
    return { files: files.map((file) => ({ ...file, sinceOpening: file.added.at > openedAt })) };
  });

export async function getRegimeFile(
  { db, files }: App,
  id: string,
): Promise<{ name: string; kind: EvidenceKind; content: Buffer }> {
  const found = await readRegimeFile(db, id);
  if (!found) throw new Refusal('notFound');
  return { name: found.name, kind: EvidenceKind.parse(found.kind), content: await files.read(found.hash) };
}

type Added = { part: RegimeFilePart; replaces: string | null };

/** One that takes another's place ends that in the same moment, so that nobody ever finds none. */
export async function addRegimeFile(
  app: App,
  person: Person,
  regimeId: string,
  { file, ...added }: Added & { file: IncomingFile },
): Promise<RegimeFile> {
  // Nobody sends megabytes for nothing.
  await holdRegime(app.db, person, regimeId);
  const limit = Math.min(app.maxFileBytes, regimeFileLimits.bytes);
  return receiveFile(app, file, limit, async (received) => {
    refuseOtherKinds(received);
    await app.files.keep(keepable(received));
    const id = await app.db.transaction().execute(async (trx) => {
      await holdRegime(trx, person, regimeId, { hold: true });
      const { name, kind, size, hash } = received;
      const same = await findSameRegimeFile(trx, { regimeId, part: added.part, hash });
      if (same) return same.id;
      const deed = { by: person.user.id, at: app.clock.now() };
      const before = added.replaces === null ? null : await endHeld(trx, { regimeId, id: added.replaces }, deed);
      await refuseTooMany(trx, regimeId);
      const made = { id: randomUUID(), regimeId, ...added, name, kind, size, hash };
      await insertRegimeFile(trx, made, deed);
      const verb = before ? 'replaceRegimeFile' : 'addRegimeFile';
      await record(trx, { verb, regimeId, deed, before: before && described(before), after: described(made) });
      return made.id;
    });
    const stored = await findRegimeFile(app.db, id);
    if (!stored) throw new Error(`file ${id} of regime ${regimeId} was stored and is not there`);
    const { regimeId: _, ...shown } = stored;
    return shown;
  });
}

/** It counts no more; rounds that are closed keep it. */
export async function takeAwayRegimeFile(app: App, person: Person, id: string): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const found = await findRegimeFile(trx, id);
    if (!found) throw new Refusal('notFound');
    const { regimeId } = found;
    await holdRegime(trx, person, regimeId, { hold: true });
    const deed = { by: person.user.id, at: app.clock.now() };
    const before = await endHeld(trx, { regimeId, id }, deed);
    await record(trx, { verb: 'takeAwayRegimeFile', regimeId, deed, before: described(before), after: null });
  });
}

async function holdRegime(db: Db, person: Person, id: string, { hold = false } = {}): Promise<void> {
  const regime = await findRegime(db, id, { hold });
  if (!regime) throw new Refusal('notFound');
  await refuseOthers(db, person, regime.receiverId);
}

function refuseOtherKinds({ name, kind }: ReceivedFile): void {
  if (regimeFileKinds.includes(kind)) return;
  throw new Refusal('fileTypeUnknown', { name, extension: extensionOf(name), known: regimeFileKinds.join(', ') });
}

async function refuseTooMany(trx: Db, regimeId: string): Promise<void> {
  const files = await filesOfRegime(trx, regimeId);
  const limit = regimeFileLimits.inForce;
  if (files.filter(({ ended }) => ended === null).length >= limit)
    throw new Refusal('regimeFaulty', { fault: 'filesTooMany', limit });
}

type Deed = { by: string; at: Date };

/** @throws Refusal changedMeanwhile where somebody else was quicker */
async function endHeld(
  trx: Db,
  { regimeId, id }: { regimeId: string; id: string },
  deed: Deed,
): Promise<Pick<RegimeFile, 'part' | 'name' | 'size'>> {
  const found = await findRegimeFile(trx, id);
  if (found?.regimeId !== regimeId) throw new Refusal('notFound');
  if (await endRegimeFile(trx, id, deed)) return found;
  throw new Refusal('changedMeanwhile', { ...(found.ended && { name: found.ended.by.name, at: found.ended.at }) });
}

const described = ({ part, name, size }: Pick<RegimeFile, 'part' | 'name' | 'size'>) => ({ part, file: name, size });

type Recorded = {
  verb: 'addRegimeFile' | 'replaceRegimeFile' | 'takeAwayRegimeFile';
  regimeId: string;
  deed: Deed;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

async function record(trx: Db, { regimeId, deed: { by, at }, ...said }: Recorded): Promise<void> {
  await recordActions(trx, [
    {
      ...{ ...said, operation: randomUUID(), at, userId: by, documentId: null, reason: null },
      ...{ subjectKind: 'regime', subjectId: regimeId },
    },
  ]);
}
