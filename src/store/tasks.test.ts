import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { aNote, aTask, storeDocument, storeUser } from '../../test/readings.ts';
import type { TaskQuery } from '../registry/task.ts';
import { readRegisterCounts } from './register-counts.ts';
import { countTaskChoices, listTasks, tasksOfDocument } from './tasks.ts';

const all: TaskQuery = {
  document: [],
  year: [],
  group: [],
  agency: [],
  role: [],
  due: [],
  sort: 'document',
  order: 'asc',
};

const tasks = [
  aTask({ lead: ['Sở Tài chính'], coord: ['Sở Y tế'], time: { kind: 'by', to: '2026-10-31' }, productRaw: 'Tờ trình' }),
  aTask({
    lead: ['Sở Y tế', 'Công an tỉnh'],
    coord: [],
    monitor: ['Văn phòng UBND tỉnh'],
    time: { kind: 'during', from: '2024-01-01', to: '2026-12-31' },
  }),
  aTask({ lead: [], coord: [], time: { kind: 'ongoing' }, timeRaw: 'Thường xuyên', group: null, ordinal: null }),
  aTask({ lead: ['Ban Dân tộc'], time: { kind: 'recurring', every: 'quarter' }, source: 'prose' }),
  aTask({
    time: { kind: 'conditional', condition: 'Sau khi được phê duyệt' },
    fundingRaw: 'Ngân sách',
    noteRaw: 'Mới',
  }),
  aTask({ time: { kind: 'reference', condition: 'Theo Kế hoạch số 5' } }),
  aTask({ time: { kind: 'none' }, timeRaw: null, confidence: 0.4 }),
];

const notes = [
  aNote({ code: 'leadMissing', findingId: 'n3' }),
  aNote({ code: 'readingUncertain', findingId: 'n7', reasons: ['otherNumbers'] }),
  aNote({ code: 'duplicated', findingId: 'n7', detail: 'n6' }),
];

describe.each(engines)('tasks of all documents, on $name', (engine) => {
  let database: FreshDatabase;
  let document: string;

  const ids = async (query: Partial<TaskQuery>) =>
    (await listTasks(database.db, { ...all, ...query }, { offset: 0, limit: 100 })).rows.map(({ id }) => id);

  beforeAll(async () => {
    database = await freshDatabase(engine);
    document = await storeDocument(database.db, await storeUser(database.db), { tasks, notes });
  });
  afterAll(() => database.drop());

  it('keep every field and every kind of time', async () => {
    expect(await tasksOfDocument(database.db, document)).toEqual(
      tasks.map((task, i) => ({ ...task, id: `n${i + 1}` })),
    );
  });

  it('belong to every year that their time spans', async () => {
    expect(await ids({ year: [2025] })).toEqual(['n2']);
    expect(await ids({ year: [2026] })).toEqual(['n1', 'n2']);
    expect(await ids({ year: [2023, 2026] })).toEqual(['n1', 'n2']);
    const { year } = await countTaskChoices(database.db, all);
    expect(year.map(({ value, count }) => [value, count])).toEqual([
      ['2026', 2],
      ['2025', 1],
      ['2024', 1],
    ]);
  });

  it('are filtered by a body, in the role asked for', async () => {
    expect(await ids({ agency: ['sở y tế'] })).toEqual(['n1', 'n2']);
    expect(await ids({ agency: ['sở y tế'], role: ['lead'] })).toEqual(['n2']);
    expect(await ids({ role: ['monitor'] })).toEqual(['n2']);
  });

  it('offer bodies in the role asked for, and roles of the body asked for', async () => {
    const inRole = await countTaskChoices(database.db, { ...all, role: ['coord'] });
    expect(inRole.agency.map(({ label }) => label)).toEqual(['Các sở, ban, ngành', 'Sở Y tế']);
    const ofBody = await countTaskChoices(database.db, { ...all, agency: ['sở y tế'] });
    expect(ofBody.role).toEqual([
      { value: 'coord', label: 'coord', count: 1 },
      { value: 'lead', label: 'lead', count: 1 },
    ]);
  });

  it('sort by the day they must be done by, those without such a day last', async () => {
    expect((await ids({ sort: 'time' })).slice(0, 2)).toEqual(['n1', 'n2']);
    expect((await ids({ sort: 'time', order: 'desc' })).slice(0, 2)).toEqual(['n2', 'n1']);
  });

  it('sort by lead body in Vietnamese order', async () => {
    expect((await ids({ sort: 'lead' })).slice(0, 2)).toEqual(['n3', 'n4']);
    expect((await ids({ sort: 'lead', order: 'desc' }))[0]).toBe('n2');
  });

  it('are filtered by whether something is to be checked about them, and bring it along', async () => {
    expect(await ids({ noted: 'true' })).toEqual(['n3', 'n7']);
    expect(await ids({ noted: 'false', due: ['none'] })).toEqual([]);
    const { rows } = await listTasks(database.db, { ...all, noted: 'true' }, { offset: 0, limit: 100 });
    expect(rows.map((row) => row.notes)).toEqual([notes.slice(0, 1), notes.slice(1)]);
  });

  it('are found by their product, too', async () => {
    expect(await ids({ q: 'to trinh' })).toEqual(['n1']);
  });

  it('are counted for the overview by lead body and kind of time', async () => {
    const { tasks: total, tasksByLeadAndDue } = await readRegisterCounts(database.db);
    expect(total).toBe(7);
    expect(tasksByLeadAndDue.filter(({ key }) => key === 'sở tài chính').map(({ due, count }) => [due, count])).toEqual(
      [
        ['by', 1],
        ['conditional', 1],
        ['none', 1],
        ['reference', 1],
      ],
    );
    expect(tasksByLeadAndDue.some(({ agency }) => agency === 'Văn phòng UBND tỉnh')).toBe(false);
  });
});
