import { describe, expect, it } from 'vitest';
import type { Assignment } from './assignment.ts';
import type { Decision, Move, NewAgency, ReorganisationEvent, Standing, StandingAgency } from './reorganisation.ts';
import { planReorganisation } from './reorganisation-plan.ts';

const agency = (id: string, validFrom: string | null = null, validUntil: string | null = null): StandingAgency => ({
  id,
  placeId: 'tinh',
  profile: null,
  names: [{ kind: 'official', name: `Sở ${id}`, validFrom, validUntil }],
  validFrom,
  validUntil,
});

let lastRow = 0;
const row = (agencyId: string, finding: string, role: Assignment['role'], more: Partial<Assignment> = {}) => ({
  id: ++lastRow,
  documentId: 'd',
  findingKind: 'task' as const,
  findingId: finding,
  role,
  agencyId,
  namedPosition: 0,
  field: null,
  validFrom: '2023-12-08',
  validUntil: null,
  madeBy: null,
  endedBy: null,
  origins: [],
  ...more,
});

const move = (kind: Move['kind'], from: string, to: string | null, field: string | null = null): Move => ({
  kind,
  from,
  to,
  field,
  name: null,
});

const made = (id: string, name = `Sở ${id}`): NewAgency => ({
  id,
  name,
  kind: 'department',
  tier: 'province',
  profile: null,
  placeId: 'tinh',
  parentId: null,
  symbol: null,
});

const event = (moves: Move[], newAgencies: NewAgency[] = []): ReorganisationEvent => ({
  title: 'Sắp xếp',
  legalBasis: 'NĐ 45/2025/NĐ-CP',
  effectiveOn: '2025-03-01',
  newAgencies,
  moves,
});

const all = ['KH', 'TC', 'LĐ', 'NV', 'YT', 'TN', 'NN'].map((id) => agency(id));
const standing = (rows: Assignment[], agencies = all): Standing => ({ agencies, rows, known: false });
const plan = (moves: Move[], rows: Assignment[], decisions: Decision[] = [], fresh: NewAgency[] = []) =>
  planReorganisation(event(moves, fresh), standing(rows), decisions);
const codes = (moves: Move[], fresh: NewAgency[] = [], agencies = all) =>
  planReorganisation(event(moves, fresh), standing([], agencies), []).faults.map(({ code }) => code);
const short = ({ made: rows }: { made: Omit<Assignment, 'id' | 'madeBy' | 'endedBy'>[] }) =>
  rows.map(({ findingId, role, agencyId, origins }) => [findingId, role, agencyId, origins]);

describe('open work in a reorganisation', () => {
  it('goes to the heir from the day on, and stays with the old body before', () => {
    const work = row('KH', 'n1', 'lead');
    const result = plan([move('merge', 'KH', 'TC')], [work]);
    expect(result.faults).toEqual([]);
    expect(result.ended).toEqual([
      { id: work.id, validUntil: '2025-03-01', before: { validUntil: null, endedBy: null } },
    ]);
    expect(result.made).toMatchObject([
      { findingId: 'n1', role: 'lead', agencyId: 'TC', validFrom: '2025-03-01', validUntil: null, origins: [work.id] },
    ]);
  });

  it('that had ended before, or is with others, is left alone', () => {
    const rows = [row('KH', 'n1', 'lead', { validUntil: '2025-01-01' }), row('YT', 'n2', 'lead')];
    expect(plan([move('merge', 'KH', 'TC')], rows)).toMatchObject({ ended: [], made: [], waiting: 0, faults: [] });
  });

  it('keeps the end it had: what ends in December ends there with the heir too', () => {
    const rows = [row('KH', 'n1', 'lead', { validUntil: '2025-12-31' })];
    expect(plan([move('merge', 'KH', 'TC')], rows).made).toMatchObject([{ validUntil: '2025-12-31' }]);
  });

  it('of two bodies merged into a new one becomes one row that shows both origins', () => {
    const rows = [row('TN', 'n1', 'coord', { namedPosition: 1 }), row('NN', 'n1', 'coord', { namedPosition: 4 })];
    const result = plan([move('merge', 'TN', 'moi-1'), move('merge', 'NN', 'moi-1')], rows, [], [made('moi-1')]);
    expect(short(result)).toEqual([['n1', 'coord', 'moi-1', rows.map(({ id }) => id)]]);
    expect(result.made).toMatchObject([{ namedPosition: 1 }]);
  });

  it('joins what the heir had of the same task already', () => {
    const rows = [row('KH', 'n1', 'coord'), row('TC', 'n1', 'coord'), row('TC', 'n2', 'coord')];
    const result = plan([move('merge', 'KH', 'TC')], rows);
    expect(short(result)).toEqual([['n1', 'coord', 'TC', [rows[0]?.id, rows[1]?.id]]]);
    expect(result.ended.map(({ id }) => id)).toEqual([rows[0]?.id, rows[1]?.id]);
  });

  it.each([
    ['the old body led and the heir coordinated', 'KH', 'TC'],
    ['the heir led and the old body coordinated', 'TC', 'KH'],
  ])('leaves one lead where %s', (_, lead, coord) => {
    const rows = [row(lead, 'n1', 'lead'), row(coord, 'n1', 'coord')];
    const result = plan([move('merge', 'KH', 'TC')], rows);
    expect(short(result)).toEqual([['n1', 'lead', 'TC', rows.map(({ id }) => id)]]);
  });

  it('keeps who follows a task apart from who leads it', () => {
    const rows = [row('KH', 'n1', 'monitor'), row('TC', 'n1', 'lead')];
    expect(short(plan([move('merge', 'KH', 'TC')], rows))).toEqual([['n1', 'monitor', 'TC', [rows[0]?.id]]]);
  });

  it('of a body without fields to part it goes to every heir: each has it in its own area', () => {
    const work = row('KH', 'n1', 'lead');
    const result = plan([move('split', 'KH', 'NV'), move('split', 'KH', 'YT')], [work]);
    expect(short(result)).toEqual([
      ['n1', 'lead', 'NV', [work.id]],
      ['n1', 'lead', 'YT', [work.id]],
    ]);
  });

  const parted = [move('split', 'LĐ', 'NV', 'lao động'), move('split', 'LĐ', 'YT', 'trẻ em')];

  it('of a body split by field waits for a decision, and nothing of it moves before', () => {
    const work = row('LĐ', 'n1', 'lead');
    expect(plan(parted, [work])).toMatchObject({ waiting: 1, ended: [], made: [], faults: [] });
    const heirs = [{ agencyId: 'YT', field: 'trẻ em' }];
    const decided = plan(parted, [work], [{ assignmentId: work.id, heirs }]);
    expect(decided).toMatchObject({ waiting: 0, faults: [] });
    expect(decided.made).toMatchObject([{ agencyId: 'YT', field: 'trẻ em' }]);
  });

  it('is not decided for a body that the event does not name as heir', () => {
    const work = row('LĐ', 'n1', 'lead');
    const heirs = [{ agencyId: 'TC', field: 'trẻ em' }];
    expect(plan(parted, [work], [{ assignmentId: work.id, heirs }]).faults).toMatchObject([
      { code: 'decisionInvalid', assignmentId: work.id },
    ]);
  });

  it('may be coordinated by several heirs, but led by one', () => {
    const both = [
      { agencyId: 'NV', field: 'lao động' },
      { agencyId: 'YT', field: 'trẻ em' },
    ];
    const [lead, coord] = [row('LĐ', 'n1', 'lead'), row('LĐ', 'n2', 'coord')];
    const decisions = [lead, coord].map(({ id }) => ({ assignmentId: id, heirs: both }));
    const result = plan(parted, [lead, coord], decisions);
    expect(result.faults).toMatchObject([{ code: 'twoLeads', assignmentId: lead.id }]);
    expect(short(result)).toEqual([
      ['n2', 'coord', 'NV', [coord.id]],
      ['n2', 'coord', 'YT', [coord.id]],
    ]);
  });

  it('of an abolished body without heir waits until a body is named, and may not be left to nobody', () => {
    const work = row('KH', 'n1', 'lead');
    const end = [move('abolish', 'KH', null)];
    expect(plan(end, [work]).waiting).toBe(1);
    const given = plan(end, [work], [{ assignmentId: work.id, heirs: [{ agencyId: 'TC', field: null }] }]);
    expect(short(given)).toEqual([['n1', 'lead', 'TC', [work.id]]]);
    expect(plan(end, [work], [{ assignmentId: work.id, heirs: [] }]).faults).toMatchObject([
      { code: 'workLeft', assignmentId: work.id },
    ]);
  });

  it('may end with a body where others have the same work in the same role, or lead what it coordinated', () => {
    const end = [move('abolish', 'KH', null)];
    const member = row('KH', 'n1', 'lead');
    const coord = row('KH', 'n2', 'coord');
    const rows = [member, row('TC', 'n1', 'lead'), coord, row('TC', 'n2', 'lead')];
    const decisions = [member, coord].map(({ id }) => ({ assignmentId: id, heirs: [] }));
    expect(plan(end, rows, decisions)).toMatchObject({ faults: [], made: [], waiting: 0 });
  });

  it('of a body that only hands over a field stays unless somebody decides otherwise', () => {
    const [one, two] = [row('LĐ', 'n1', 'lead'), row('LĐ', 'n2', 'lead')];
    const decisions = [{ assignmentId: two.id, heirs: [{ agencyId: 'NV', field: 'lao động' }] }];
    const result = plan([move('transfer', 'LĐ', 'NV', 'lao động')], [one, two], decisions);
    expect(result).toMatchObject({ waiting: 0, faults: [], ceasing: [] });
    expect(short(result)).toEqual([['n2', 'lead', 'NV', [two.id]]]);
    expect(result.choices.map(({ row: { id }, mayStay }) => [id, mayStay])).toEqual([
      [one.id, true],
      [two.id, true],
    ]);
  });

  it('of a body that only changes its name does not move', () => {
    const renamed = [{ ...move('rename', 'KH', null), name: 'Sở Kế hoạch' }];
    expect(plan(renamed, [row('KH', 'n1', 'lead')])).toMatchObject({ ended: [], made: [], faults: [], waiting: 0 });
  });

  it('that a later event has moved already is not moved before it', () => {
    const work = row('KH', 'n1', 'lead', { validUntil: '2025-07-01', endedBy: 'later' });
    expect(plan([move('merge', 'KH', 'TC')], [work]).faults).toMatchObject([
      { code: 'movedLater', assignmentId: work.id, reorganisationId: 'later' },
    ]);
  });

  it('that was given to a body after its end goes to the heir from that day', () => {
    const work = row('KH', 'n1', 'lead', { validFrom: '2025-04-10' });
    const result = plan([move('merge', 'KH', 'TC')], [work]);
    expect(result.ended).toMatchObject([{ validUntil: '2025-04-10' }]);
    expect(result.made).toMatchObject([{ validFrom: '2025-04-10' }]);
  });
});

describe('an event is refused, with where and why,', () => {
  it.each<[string, Move[], string[]]>([
    ['that moves nothing', [], ['nothing']],
    ['of a body nobody knows', [move('merge', 'XX', 'TC')], ['agencyUnknown']],
    ['of a body into itself', [move('merge', 'TC', 'TC')], ['toItself']],
    ['that merges into nobody', [move('merge', 'KH', null)], ['heirMissing']],
    ['that renames without a name', [move('rename', 'KH', null)], ['nameMissing']],
    ['in which an heir ends itself', [move('merge', 'KH', 'TC'), move('merge', 'TC', 'NV')], ['chain']],
    ['whose moves go round', [move('merge', 'KH', 'TC'), move('merge', 'TC', 'KH')], ['cycle', 'cycle']],
    [
      'that merges one body twice',
      [move('merge', 'KH', 'TC'), move('merge', 'KH', 'NV')],
      ['contradiction', 'contradiction'],
    ],
    ['that ends and continues a body', [move('abolish', 'KH', null), move('split', 'KH', 'NV')], ['contradiction']],
    ['that says one thing twice', [move('split', 'KH', 'NV', 'a'), move('split', 'KH', 'NV', 'a')], ['sameMoveTwice']],
  ])('%s', (_, moves, expected) => {
    expect(codes(moves)).toEqual(expected);
  });

  it('of a body that does not exist on its day, or whose heir does not', () => {
    const agencies = [agency('KH', null, '2025-02-01'), agency('TC', '2025-06-01'), agency('NV', '2025-03-01')];
    expect(codes([move('merge', 'KH', 'TC')], [], agencies)).toEqual(['agencyNotThen', 'heirNotThen']);
    // What begins on the day itself can receive, but has nothing yet to hand on.
    expect(codes([move('transfer', 'NV', 'NV2', 'x')], [], [...agencies, agency('NV2')])).toEqual(['agencyNotThen']);
  });

  it('whose new body would bear the name of one that goes on, but not of one that ends in it', () => {
    expect(codes([move('merge', 'KH', 'moi-1')], [made('moi-1', 'sở  TC')])).toEqual(['nameTaken']);
    expect(codes([move('merge', 'KH', 'moi-1')], [made('moi-1', 'Sở KH')])).toEqual([]);
    expect(codes([move('merge', 'KH', 'moi-1')], [made('moi-1', 'Sở A'), made('moi-2', 'Sở A')])).toEqual([
      'nameTaken',
    ]);
  });

  it('naming the move', () => {
    const result = plan([move('merge', 'KH', 'TC'), move('merge', 'NN', 'XX')], []);
    expect(result.faults).toEqual([{ code: 'agencyUnknown', agencyId: 'XX', move: 1 }]);
  });
});
