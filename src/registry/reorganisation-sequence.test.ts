import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assignment } from './assignment.ts';
import {
  existsOn,
  type Move,
  moveKinds,
  type NewAgency,
  type ReorganisationEvent,
  type StandingAgency,
  withOwnIds,
} from './reorganisation.ts';
import { planReorganisation, type ReorganisationPlan } from './reorganisation-plan.ts';

/** What holds after any sequence of reorganisations, in a register held in memory. */

type Register = { agencies: StandingAgency[]; rows: Assignment[] };
type Done = { before: Register; after: Register; plan: ReorganisationPlan; event: ReorganisationEvent; id: string };

const bodies = ['a', 'b', 'c', 'd', 'e', 'f'];

const registers: fc.Arbitrary<Register> = fc
  .uniqueArray(
    fc.record({
      findingId: fc.constantFrom('n1', 'n2', 'n3', 'n4', 'n5'),
      role: fc.constantFrom('lead' as const, 'coord' as const, 'monitor' as const),
      agencyId: fc.constantFrom(...bodies),
      validFrom: fc.constantFrom('2020-01-10', '2023-12-08', '2025-03-20'),
      validUntil: fc.constantFrom(null, null, null, '2024-12-31', '2026-01-01'),
    }),
    { selector: ({ findingId, role, agencyId }) => `${findingId} ${role} ${agencyId}`, minLength: 1, maxLength: 25 },
  )
  .map((rows) => ({
    agencies: bodies.map((id) => ({
      id,
      placeId: 'tinh',
      profile: null,
      names: [{ kind: 'official' as const, name: `Sở ${id}`, validFrom: null, validUntil: null }],
      validFrom: null,
      validUntil: null,
    })),
    rows: rows.map((row, at) => ({
      ...row,
      id: at + 1,
      documentId: 'd',
      findingKind: 'task' as const,
      namedPosition: at,
      field: null,
      madeBy: null,
      endedBy: null,
      origins: [],
    })),
  }));

type Sketch = { kind: Move['kind']; from: number; to: number; field: string | null; fresh: boolean }[];

const sketches: fc.Arbitrary<Sketch> = fc.array(
  fc.record({
    kind: fc.constantFrom(...moveKinds),
    from: fc.nat(20),
    to: fc.nat(20),
    field: fc.constantFrom(null, 'lao động', 'trẻ em'),
    fresh: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

/** An event over the bodies there are; many are contradictory, and are to be refused. */
function eventOf(sketch: Sketch, register: Register, effectiveOn: string): ReorganisationEvent {
  const at = (index: number) => register.agencies[index % register.agencies.length]?.id ?? '';
  const newAgencies = sketch.flatMap(({ fresh }, index): NewAgency[] =>
    fresh
      ? [
          {
            id: `moi-${index}`,
            name: `Sở mới ${index} ${effectiveOn}`,
            kind: 'department',
            tier: 'province',
            profile: null,
            placeId: 'tinh',
            parentId: null,
            symbol: null,
          },
        ]
      : [],
  );
  const moves = sketch.map(
    ({ kind, from, to, field, fresh }, index): Move => ({
      kind,
      from: at(from),
      to: kind === 'abolish' ? null : fresh ? `moi-${index}` : kind === 'rename' ? null : at(to),
      field: kind === 'merge' || kind === 'rename' || kind === 'abolish' ? null : field,
      name: kind === 'rename' ? `Sở ${index} đổi tên ${effectiveOn}` : null,
    }),
  );
  return { title: 'Sắp xếp', legalBasis: 'NĐ', effectiveOn, newAgencies, moves };
}

/** Somebody decides everything that waits, here by whichever heir stands where a number points. */
function decide(event: ReorganisationEvent, register: Register, pick: number): ReorganisationPlan {
  const standing = { ...register, known: false };
  const first = planReorganisation(event, standing, []);
  const alive = register.agencies.filter(
    (one) => existsOn(one, event.effectiveOn) && !first.ceasing.some(({ id }) => id === one.id),
  );
  const decisions = first.choices.flatMap(({ row, options, mayStay }) => {
    if (mayStay && pick % 2 === 0) return [];
    const open = options.length > 0 ? options : alive.map(({ id }) => ({ agencyId: id, field: null }));
    const heir = open[(pick + row.id) % open.length];
    return heir ? [{ assignmentId: row.id, heirs: [heir] }] : [];
  });
  return planReorganisation(event, standing, decisions);
}

function carriedOut(register: Register, event: ReorganisationEvent, plan: ReorganisationPlan, id: string): Register {
  const ended = new Map(plan.ended.map((row) => [row.id, row.validUntil]));
  const highest = Math.max(0, ...register.rows.map((row) => row.id));
  return {
    agencies: [
      ...register.agencies.map((agency) =>
        plan.ceasing.some(({ id: gone }) => gone === agency.id) ? { ...agency, validUntil: event.effectiveOn } : agency,
      ),
      ...event.newAgencies.map(({ id: own, placeId, name }) => ({
        id: own,
        placeId,
        profile: null,
        names: [{ kind: 'official' as const, name, validFrom: event.effectiveOn, validUntil: null }],
        validFrom: event.effectiveOn,
        validUntil: null,
      })),
    ],
    rows: [
      ...register.rows.map((row) => {
        const validUntil = ended.get(row.id);
        return validUntil === undefined ? row : { ...row, validUntil, endedBy: id };
      }),
      ...plan.made.map((row, at) => ({ ...row, id: highest + at + 1, madeBy: id, endedBy: null })),
    ],
  };
}

/** What undoing has to go by: who made or ended a row, and the fields that the plan kept. */
function undone(register: Register, { plan, event, id }: Done): Register {
  const kept = new Map(plan.ended.map((row) => [row.id, row.before]));
  const ends = new Map(plan.ceasing.map((agency) => [agency.id, agency.before]));
  const own = new Set(event.newAgencies.map((agency) => agency.id));
  return {
    agencies: register.agencies
      .filter((agency) => !own.has(agency.id))
      .map((agency) => ({
        ...agency,
        validUntil: ends.get(agency.id) ?? (ends.has(agency.id) ? null : agency.validUntil),
      })),
    rows: register.rows.filter(({ madeBy }) => madeBy !== id).map((row) => ({ ...row, ...kept.get(row.id) })),
  };
}

const days = ['2025-03-01', '2025-03-01', '2025-07-01', '2025-10-01', '2026-06-01'];

/** Events in the order of their days; those refused or undecided change nothing. */
function play(start: Register, steps: { sketch: Sketch; pick: number }[]): Done[] {
  const done: Done[] = [];
  let register = start;
  steps.forEach(({ sketch, pick }, at) => {
    const id = `r${at}`;
    const event = withOwnIds(eventOf(sketch, register, days[at] ?? '2026-06-01'), id);
    const plan = decide(event, register, pick);
    if (plan.faults.length > 0 || plan.waiting > 0) return;
    const after = carriedOut(register, event, plan, id);
    done.push({ before: register, after, plan, event, id });
    register = after;
  });
  return done;
}

const steps = fc.array(fc.record({ sketch: sketches, pick: fc.nat(7) }), { minLength: 1, maxLength: 5 });
const runs = { numRuns: 1000 };

const hasWork = (row: Assignment, day: string) =>
  row.validFrom <= day && (row.validUntil === null || row.validUntil > day);

describe('after any sequence of reorganisations', () => {
  it('no open work is without an agency: every piece is still somebody’s in every role, and that body exists', () => {
    let carried = 0;
    fc.assert(
      fc.property(registers, steps, (start, list) => {
        const done = play(start, list);
        carried += done.length;
        const end = done.at(-1);
        if (!end) return;
        const day = end.event.effectiveOn;
        const agencies = new Map(end.after.agencies.map((agency) => [agency.id, agency]));
        const open = end.after.rows.filter((row) => hasWork(row, day));
        for (const row of open) {
          const body = agencies.get(row.agencyId);
          expect(body && existsOn(body, day), `${row.agencyId} on ${day}`).toBe(true);
        }
        const kept = new Set(open.map(({ findingId, role }) => `${findingId} ${role}`));
        for (const { findingId, role } of start.rows.filter((row) => hasWork(row, day)))
          expect(kept.has(`${findingId} ${role}`) || (role === 'coord' && kept.has(`${findingId} lead`))).toBe(true);
      }),
      runs,
    );
    // The generator must not be one whose events are all refused.
    expect(carried).toBeGreaterThan(runs.numRuns / 4);
  });

  it('nothing of a past row changes but its end, and every day before reads as it did', () => {
    fc.assert(
      fc.property(registers, steps, (start, list) => {
        for (const { before, after, event } of play(start, list)) {
          const byId = new Map(after.rows.map((row) => [row.id, row]));
          for (const row of before.rows) {
            const { validUntil, endedBy, ...rest } = byId.get(row.id) ?? row;
            expect({ ...rest, validUntil: row.validUntil, endedBy: row.endedBy }).toEqual(row);
          }
          for (const day of ['2020-06-01', '2024-06-01', '2025-02-28', '2025-06-30'].filter(
            (one) => one < event.effectiveOn,
          ))
            expect(after.rows.filter((row) => hasWork(row, day)).map(({ id }) => id)).toEqual(
              before.rows.filter((row) => hasWork(row, day)).map(({ id }) => id),
            );
        }
      }),
      runs,
    );
  });

  it('no body has one task twice in a role, nor leads and coordinates it', () => {
    fc.assert(
      fc.property(registers, steps, (start, list) => {
        for (const { before, after, plan, event } of play(start, list)) {
          const ended = new Set(plan.ended.map(({ id }) => id));
          const made = after.rows.slice(before.rows.length);
          const standing = before.rows.filter(
            ({ id, validFrom, validUntil }) =>
              !ended.has(id) && (validUntil ?? '9') > event.effectiveOn && validUntil !== validFrom,
          );
          for (const row of made) {
            const same = [...standing, ...made].filter(
              (other) =>
                other !== row &&
                other.findingId === row.findingId &&
                other.agencyId === row.agencyId &&
                (other.role === 'monitor') === (row.role === 'monitor'),
            );
            expect(same).toEqual([]);
          }
        }
      }),
      runs,
    );
  });

  it('undoing in reverse order returns the exact state', () => {
    fc.assert(
      fc.property(registers, steps, (start, list) => {
        const done = play(start, list);
        let register = done.at(-1)?.after ?? start;
        for (const one of done.toReversed()) {
          register = undone(register, one);
          expect(register).toEqual(one.before);
        }
        expect(register).toEqual(start);
      }),
      runs,
    );
  });

  it('work moved stays walkable back to the row of the document', () => {
    fc.assert(
      fc.property(registers, steps, (start, list) => {
        const rows = new Map((play(start, list).at(-1)?.after ?? start).rows.map((row) => [row.id, row]));
        const roots = (row: Assignment): Assignment[] =>
          row.origins.length === 0 ? [row] : row.origins.flatMap((id) => roots(rows.get(id) ?? row));
        for (const row of rows.values()) {
          const found = roots(row);
          expect(found.every((one) => one.madeBy === null && one.findingId === row.findingId)).toBe(true);
        }
      }),
      runs,
    );
  });
});
