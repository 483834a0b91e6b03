import { type DutyHats, hatsOf } from '../registry/duty-work.ts';
import type { Person } from '../registry/may.ts';
import type { Db } from '../store/database.ts';
import type { ReportedDuty } from '../store/reported-duties.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type App, inOneReading } from './app.ts';
import { type SeenDuty, seeDuty } from './duties.ts';

/** One person who looks at one duty, within one transaction: nothing is held. */
export type LookingAt = { trx: Db; person: Person; at: Date; seen: SeenDuty; duty: ReportedDuty; hats: DutyHats };

export const lookAtDuty = <T>(
  app: Pick<App, 'db' | 'clock'>,
  person: Person,
  id: string,
  ask: (looking: LookingAt) => Promise<T>,
  asOf?: PlainDate | undefined,
): Promise<T> =>
  inOneReading(app, async (one) => {
    const seen = await seeDuty(one, id, asOf);
    const hats = hatsOf(person, seen.agencies);
    return ask({ trx: one.db, person, at: app.clock.now(), seen, duty: reportedDuty(seen), hats });
  });

/** As `findReportedDuty` finds it where somebody acts on it. */
export function reportedDuty({
  duty,
  chain,
  standing,
  province,
}: Pick<SeenDuty, 'duty' | 'chain' | 'standing' | 'province'>): ReportedDuty {
  const pieces = chain.filter(({ parentId }) => parentId === duty.id);
  const { id, kind, stage, due, waitsFor, share, confidence, doneOn, version } = duty;
  return {
    ...{ id, kind, stage, due, waitsFor, share, confidence, doneOn, version, province },
    agencyId: duty.agency.id,
    officerId: duty.officer?.id ?? null,
    waits: waitsFor !== null || duty.waitsForDuty !== null,
    wantsProof: duty.product !== null || (kind === 'assigned' && duty.origins.some(({ product }) => product !== null)),
    what: duty.content ?? duty.origins[0]?.quote ?? '',
    openPieces: pieces.filter((piece) => piece.stage !== 'done' && piece.stage !== 'dropped').length,
    giverId: kind === 'part' ? standing.giverId : null,
  };
}
