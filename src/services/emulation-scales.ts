import { randomUUID } from 'node:crypto';
import {
  type EmulationScale,
  proposedRules,
  type ScaleFields,
  type ScaleRules,
  scaleOn,
} from '../registry/emulation-scale.ts';
import type { User } from '../registry/may.ts';
import { recordActions } from '../store/actions.ts';
import { insertScale, listScales } from '../store/emulation-scales.ts';
import type { App } from './app.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { today } from './clock.ts';

/** Thang điểm thi đua: what a coordinator sets, each from a day on. */

export type Scales = {
  scales: EmulationScale[];
  /** The one that holds today; null: the proposal. */
  inForce: number | null;
  proposed: ScaleRules;
};

type Changing = Pick<App, 'db' | 'clock'>;

export async function getScales({ db, clock }: Changing): Promise<Scales> {
  const scales = await listScales(db);
  return { scales, inForce: scaleOn(scales, today(clock))?.id ?? null, proposed: proposedRules };
}

/** @param seen the one that had been set last when the form was opened; null: none */
export const setScale = (app: Changing, user: User, wanted: ScaleFields, seen: number | null): Promise<Scales> =>
  app.db.transaction().execute(async (trx) => {
    const before = await listScales(trx);
    const latest = Math.max(0, ...before.map(({ id }) => id)) || null;
    const subject = { kind: 'emulationScale', id: 'all' };
    if (latest !== seen) throw await changedMeanwhile(trx, subject);
    const at = app.clock.now();
    await insertScale(trx, wanted, { userId: user.id, at });
    const held = scaleOn(before, wanted.validFrom);
    await recordActions(trx, [
      {
        ...{ operation: randomUUID(), at, userId: user.id, reason: null, verb: 'setEmulationScale' },
        ...{ documentId: null, subjectKind: 'emulationScale', subjectId: subject.id },
        before: { rules: held?.rules ?? proposedRules, decision: held?.decisionNumber ?? null },
        after: { ...wanted, decision: wanted.decisionNumber },
      },
    ]);
    return getScales({ ...app, db: trx });
  });
