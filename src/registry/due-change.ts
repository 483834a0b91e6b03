import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { Named } from './named.ts';

/** Gia hạn, điều chỉnh: another deadline, asked for and decided; every deadline that was stays visible. */

const dueChangeVerbs = ['grant', 'refuse', 'withdraw'] as const;
export const DueChangeVerb = z.enum(dueChangeVerbs);
export type DueChangeVerb = z.infer<typeof DueChangeVerb>;

export const DueChange = z.object({
  id: z.uuid(),
  dutyId: z.uuid(),
  agencyId: z.string(),
  asked: z.object({ at: z.iso.datetime(), by: Named }),
  reason: z.string(),
  dueBefore: PlainDate.nullable(),
  dueProposed: PlainDate.nullable(),
  stage: z.enum(['asked', 'granted', 'refused', 'withdrawn']),
  dueGranted: PlainDate.nullable(),
  decided: z.object({ at: z.iso.datetime(), by: Named, because: z.string().nullable() }).nullable(),
  version: z.int(),
});
export type DueChange = z.infer<typeof DueChange>;

/** With what whoever asks may do with it. */
export const DueChangeItem = DueChange.extend({ may: z.array(DueChangeVerb) });
export type DueChangeItem = z.infer<typeof DueChangeItem>;

export type DueAsker = { isOwn: boolean; coordinates: boolean };

/** Why nobody may ask now. After the deadline only the coordinator may put it in. */
export const DueAskFault = z.enum(['notYours', 'closed', 'askedAlready', 'deadlinePassed']);
export type DueAskFault = z.infer<typeof DueAskFault>;

export function dueAskFault(
  duty: { stage: string; due: PlainDate | null },
  { isOwn, coordinates }: DueAsker,
  { today, asked }: { today: PlainDate; asked: boolean },
): DueAskFault | undefined {
  if (!isOwn && !coordinates) return 'notYours';
  if (duty.stage !== 'assigned' && duty.stage !== 'accepted') return 'closed';
  if (asked) return 'askedAlready';
  return duty.due !== null && duty.due < today && !coordinates ? 'deadlinePassed' : undefined;
}

export function dueChangeVerbsOf(
  { stage }: Pick<DueChange, 'stage'>,
  { isAsker, isOwnHead, decides }: { isAsker: boolean; isOwnHead: boolean; decides: boolean },
): DueChangeVerb[] {
  if (stage !== 'asked') return [];
  return [...(decides ? (['grant', 'refuse'] as const) : []), ...(isAsker || isOwnHead ? (['withdraw'] as const) : [])];
}
