import { type Ladder, LadderStepKind, usualLadder } from '../../../src/registry/urging-ladder.ts';

/** A step as it is filled in: whether it is taken, and how many working days from the deadline; null while nothing is typed. */
export type Rung = { on: boolean; days: number | null };

/** What somebody filled in, beside what was held when they did. */
export type RungEdit = { rung: Rung; seen: Rung };
export type RungEdits = Partial<Record<LadderStepKind, RungEdit>>;

const daysOf = (ladder: Ladder, of: LadderStepKind): number | undefined => {
  const step = ladder.find(({ kind }) => kind === of);
  return step && Math.abs(step.days);
};

/** A step that is not taken offers its usual days. */
export const rungOf = (ladder: Ladder, kind: LadderStepKind): Rung => ({
  on: daysOf(ladder, kind) !== undefined,
  days: daysOf(ladder, kind) ?? daysOf(usualLadder, kind) ?? 1,
});

const same = (one: Rung, other: Rung): boolean => one.on === other.on && (!one.on || one.days === other.days);

export type ShownRung = Rung & {
  kind: LadderStepKind;
  /** What somebody else made of it meanwhile. */
  theirs: Rung | null;
};

/** What is held with the person's own edits over it: what they did not touch is as others left it. */
export const shownRungs = (held: Ladder, edits: RungEdits): ShownRung[] =>
  LadderStepKind.options.map((kind) => {
    const now = rungOf(held, kind);
    const edit = edits[kind];
    const theirs = edit && !same(edit.seen, now) && !same(edit.rung, now) ? now : null;
    return { kind, ...(edit?.rung ?? now), theirs };
  });

/** Null while a number of days is missing. */
export function ladderOf(rungs: readonly ShownRung[]): Ladder | null {
  const taken = rungs.filter(({ on }) => on);
  if (taken.some(({ days }) => days === null)) return null;
  return taken.map(({ kind, days }) => ({ kind, days: kind === 'dueSoon' ? -(days ?? 0) : (days ?? 0) }));
}
