import { randomUUID } from 'node:crypto';
import type { User } from '../registry/may.ts';
import type { SetPath } from '../registry/standing.ts';
import { monthAt } from '../registry/target-figures.ts';
import { recordActions } from '../store/actions.ts';
import { findDocument } from '../store/documents.ts';
import {
  findPathRules,
  findTargetPath,
  isTarget,
  putPathRules,
  putTargetPath,
  type StoredPath,
  type StoredRules,
} from '../store/path-rules.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';

/** What a coordinator sets for the judgement of targets. */

type Changing = Pick<App, 'db' | 'clock'>;

/** `version`: what was seen; of rules that are a plan's own from now on 0. */
export const changePathRules = ({ db, clock }: Changing, user: User, wanted: StoredRules): Promise<StoredRules> =>
  db.transaction().execute(async (trx) => {
    if (wanted.documentId !== null && !(await findDocument(trx, wanted.documentId))) throw new Refusal('notFound');
    const before = await findPathRules(trx, wanted.documentId);
    const version = await putPathRules(trx, wanted);
    const subjectId = wanted.documentId ?? 'all';
    if (version === undefined) throw await changedMeanwhile(trx, { kind: 'pathRules', id: subjectId });
    await recordActions(trx, [
      {
        ...{ operation: randomUUID(), at: clock.now(), userId: user.id, reason: null, verb: 'changePathRules' },
        ...{ documentId: wanted.documentId, subjectKind: 'pathRules', subjectId },
        ...{ before: before.rules, after: wanted.rules },
      },
    ]);
    return { ...wanted, version };
  });

export const changeTargetPath = (
  { db, clock }: Changing,
  user: User,
  of: { documentId: string; targetId: string },
  wanted: StoredPath,
): Promise<{ version: number }> =>
  db.transaction().execute(async (trx) => {
    if (!(await isTarget(trx, of.documentId, of.targetId))) throw new Refusal('notFound');
    const before = await findTargetPath(trx, of.documentId, of.targetId);
    const points = wanted.points.toSorted((one, other) => monthAt(one.period) - monthAt(other.period));
    const version = await putTargetPath(trx, of, { ...wanted, points });
    const subjectId = `${of.documentId}/${of.targetId}`;
    if (version === undefined) throw await changedMeanwhile(trx, { kind: 'targetPath', id: subjectId });
    const said = ({ method, points: set }: SetPath) => ({ method, points: set });
    await recordActions(trx, [
      {
        ...{ operation: randomUUID(), at: clock.now(), userId: user.id, reason: null, verb: 'changeTargetPath' },
        ...{ documentId: of.documentId, subjectKind: 'targetPath', subjectId },
        ...{ before: before ? said(before) : null, after: said({ ...wanted, points }) },
      },
    ]);
    return { version };
  });
