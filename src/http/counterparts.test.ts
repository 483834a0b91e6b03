import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { aReference, aTarget, aTask, storeDocument, storeUser } from '../../test/readings.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';
import type { Alignment, Amending, RelatedDocument } from '../api/counterparts.ts';

describe.each(engines)('documents beside one another, on $name', (engine) => {
  let running: RunningServer;
  let [province, city, amending] = ['', '', ''];
  beforeAll(async () => {
    running = await runServer(engine);
    const { db } = running.database;
    const user = await storeUser(db);
    province = await storeDocument(db, user, {
      header: { number: '95/QĐ-UBND', issuedOn: '2023-01-19' },
      targets: [
        aTarget({ name: 'Tỷ lệ bao phủ bảo hiểm y tế', op: '>=', value: 95, unit: '%', year: 2023 }),
        aTarget({
          name: 'Số doanh nghiệp phát triển mới',
          value: 520,
          unit: 'doanh nghiệp',
          change: 'increase',
          year: 2023,
        }),
        aTarget({ name: 'Tỷ lệ che phủ rừng', value: 4.1, unit: '%', year: 2023 }),
        aTarget({ name: 'Tỷ lệ nợ xấu', op: '<', value: 3, unit: '%', year: 2023, tier: 'national' }),
      ],
      tasks: [aTask({ time: { kind: 'by', to: '2023-06-30' } })],
    });
    city = await storeDocument(db, user, {
      header: { number: '09/KH-UBND', issuedOn: '2023-02-03' },
      targets: [
        aTarget({
          name: 'Số doanh nghiệp phát triển mới',
          value: 160,
          unit: 'doanh nghiệp',
          change: 'increase',
          year: 2023,
          tier: 'district',
        }),
        aTarget({
          name: 'Tỷ lệ dân số được bao phủ bảo hiểm y tế',
          value: 94.4,
          unit: '%',
          year: 2023,
          tier: 'district',
        }),
      ],
      tasks: [aTask({ time: { kind: 'by', to: '2023-09-30' } })],
    });
    amending = await storeDocument(db, user, {
      header: {
        number: '700/QĐ-UBND',
        issuedOn: '2023-07-01',
        references: [aReference({ number: '95/QĐ-UBND', date: '2023-01-19', relation: 'amends' })],
      },
      targets: [aTarget({ name: 'Tỷ lệ che phủ rừng', value: 4.2, unit: '%', year: 2023 })],
    });
  });
  afterAll(() => running.stop());

  const align = (): Promise<Alignment> => running.officer.get(`/api/alignment?higher=${province}&lower=${city}`);
  const answersOf = async () => {
    const { higher, columns } = await align();
    const [column] = columns;
    return Object.fromEntries(
      (column?.answers.targets ?? []).map(({ id, otherId, verdict, confirmed }) => [
        higher.targets.find((target) => target.id === id)?.value,
        { verdict, confirmed, other: column?.targets.find((target) => target.id === otherId)?.value },
      ]),
    );
  };

  it('show what a lower document answers, asks less for, or leaves out', async () => {
    expect(await answersOf()).toEqual({
      95: { verdict: 'asksLess', confirmed: false, other: 94.4 },
      520: { verdict: 'partOf', confirmed: false, other: 160 },
      4.1: { verdict: 'missing', confirmed: false, other: undefined },
    });
    expect((await align()).columns[0]?.answers.tasks[0]?.verdict).toBe('later');
  });

  it('keep an officer’s word, until it is taken back', async () => {
    const { columns, higher } = await align();
    const id = higher.targets.find(({ value }) => value === 520)?.id;
    const pair = { relation: 'below', kind: 'target', documentId: province, findingId: id, otherDocumentId: city };
    const say = (judgement: string | null) =>
      running.officer.post('/api/counterparts', { ...pair, otherFindingId: columns[0]?.targets[0]?.id, judgement });
    await say('rejected');
    expect((await answersOf())[520]).toEqual({ verdict: 'missing', confirmed: false, other: undefined });
    await say('confirmed');
    expect((await answersOf())[520]).toEqual({ verdict: 'partOf', confirmed: true, other: 160 });
    await say(null);
    expect((await answersOf())[520]).toEqual({ verdict: 'partOf', confirmed: false, other: 160 });
  });

  it('refuse a pair of findings that are not there, and store nothing', async () => {
    const answer = await running.officer.post('/api/counterparts', {
      relation: 'below',
      kind: 'target',
      documentId: province,
      findingId: 't99',
      otherDocumentId: city,
      otherFindingId: null,
      judgement: 'confirmed',
    });
    expect(answer.status).toBe(404);
  });

  it('go out as a list of gaps', async () => {
    const workbook = new exceljs.Workbook();
    const file = await running.officer.fetch(
      `/api/alignment/export?higher=${province}&lower=${city}&gaps=true&format=xlsx`,
    );
    await workbook.xlsx.load(await file.arrayBuffer());
    const rows = workbook.worksheets[0]?.getSheetValues().slice(2) as unknown[][];
    expect(rows.map((row) => [row[2], row[9]])).toEqual([
      ['Tỷ lệ bao phủ bảo hiểm y tế', 'Yêu cầu thấp hơn'],
      ['Tỷ lệ che phủ rừng', 'Chưa có nội dung tương ứng'],
      [expect.any(String), 'Muộn hơn'],
    ]);
  });

  it('know each other by what they cite, from both ends', async () => {
    const related = async (id: string) =>
      (await running.officer.get<{ related: RelatedDocument[] }>(`/api/documents/${id}/related`)).related;
    expect((await related(amending)).map(({ document, relation, later }) => [document.id, relation, later])).toEqual([
      [province, 'amends', false],
    ]);
    expect((await related(province)).map(({ document, relation, later }) => [document.id, relation, later])).toEqual([
      [amending, 'amends', true],
    ]);
  });

  it('tell what a later one changed, and what it does not mention', async () => {
    const { targets, earlier, replaces } = await running.officer.get<Amending>(
      `/api/documents/${amending}/amending/${province}`,
    );
    const valueOfId = (id: string | null) => earlier.targets.find((target) => target.id === id)?.value;
    expect(replaces).toBe(false);
    expect(targets.map(({ id, amendment, fields }) => [valueOfId(id), amendment, fields])).toEqual([
      [95, 'unmentioned', []],
      [520, 'unmentioned', []],
      [4.1, 'changed', ['value']],
      [3, 'unmentioned', []],
    ]);
  });

  it('refuse a document that is not there', async () => {
    const answer = await running.officer.fetch(
      `/api/documents/${amending}/amending/00000000-0000-4000-8000-000000000000`,
    );
    expect(answer.status).toBe(404);
  });
});
