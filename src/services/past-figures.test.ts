import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import type { User } from '../registry/may.ts';
import { type App, createApp } from './app.ts';
import { getDocument } from './documents.ts';
import { exportTargets } from './export-findings.ts';
import { listTargets } from './findings.ts';
import { importDocument } from './import-document.ts';
import { getIndicator } from './indicators.ts';
import { indicatorSeed, loadSeed } from './load-seed.ts';
import { createUser } from './sign-in.ts';

const seed = readFileSync(join(import.meta.dirname, '../../seed/indicators.tsv'), 'utf8');

const plan = (year: number, rows: string) => `HỘI ĐỒNG NHÂN DÂN
TỈNH LAM HÀ
Số: ${year % 100}/NQ-HĐND
Lam Hà, ngày 08 tháng 12 năm ${year - 1}

NGHỊ QUYẾT
Về nhiệm vụ phát triển kinh tế - xã hội năm ${year}

PHỤ LỤC
CHỈ TIÊU CHỦ YẾU NĂM ${year}

| TT | Chỉ tiêu | Đơn vị | Thực hiện năm ${year - 2} | Ước thực hiện năm ${year - 1} | Kế hoạch năm ${year} |
|---|---|---|---|---|---|
${rows}
`;

const query = { sort: 'document', order: 'asc', year: [], group: [], agency: [], tier: [], document: [] } as const;

describe.each(engines)('what documents state of years gone by, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let user: User;
  const ids: string[] = [];

  const take = async (name: string, text: string): Promise<string> => {
    const ended = await importDocument(app, user, { name, content: [new TextEncoder().encode(text)] });
    return ended.documentId ?? '';
  };

  beforeAll(async () => {
    database = await freshDatabase(engine);
    app = await createApp({ db: database.db, maxFileBytes: 10_000_000, demo: false });
    await loadSeed(app.db, indicatorSeed(seed));
    user = await createUser(app.db, { name: 'Lan', email: 'lan@tinh.vn', password: 'mat-khau-dai' });
    ids.push(
      await take(
        'a.txt',
        plan(
          2025,
          '| 1 | Tốc độ tăng trưởng GRDP | % | 7,2 | 7,5 | 8,0 |\n| 2 | Tỷ lệ hộ nghèo | % | 3,2 | 2,5 | 2,0 |',
        ),
      ),
      await take(
        'b.txt',
        plan(2026, '| 1 | Tốc độ tăng trưởng GRDP | % | 7,4 | 8,1 | 9,0 |\n| 2 | Tỷ lệ hộ nghèo | % | 2,6 | | |'),
      ),
    );
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('is kept with the document: each with its value, its time, its basis and the target beside it', async () => {
    const { figures, targets, text } = await getDocument(app, ids[0] ?? '');
    expect(figures.map(({ name, value, basis, period }) => [name, value, basis, period?.to])).toEqual([
      ['Tốc độ tăng trưởng GRDP', 7.2, 'actual', '2023-12-31'],
      ['Tốc độ tăng trưởng GRDP', 7.5, 'estimated', '2024-12-31'],
      ['Tỷ lệ hộ nghèo', 3.2, 'actual', '2023-12-31'],
      ['Tỷ lệ hộ nghèo', 2.5, 'estimated', '2024-12-31'],
    ]);
    expect(figures.map(({ targetId }) => targetId)).toEqual(['t1', 't1', 't2', 't2']);
    expect(targets.map(({ value, year }) => [value, year])).toEqual([
      [8, 2025],
      [2, 2025],
    ]);
    expect(figures.map(({ valueSpan }) => valueSpan && text.slice(valueSpan.start, valueSpan.end))).toEqual([
      '7,2',
      '7,5',
      '3,2',
      '2,5',
    ]);
  });

  it('is kept where the cell of the plan is empty, beside no target', async () => {
    const { figures } = await getDocument(app, ids[1] ?? '');
    expect(figures.at(-1)).toMatchObject({ name: 'Tỷ lệ hộ nghèo', value: 2.6, targetId: null });
  });

  it('stands in the list of targets and in its export', async () => {
    const { rows } = await listTargets(app, { ...query, document: [ids[0] ?? ''] } as never, { offset: 0, limit: 10 });
    expect(rows[0]?.past.map(({ id, value, period }) => [id, value, period?.from])).toEqual([
      ['f1', 7.2, '2023-01-01'],
      ['f2', 7.5, '2024-01-01'],
    ]);
    const asked = { ...query, document: [ids[0] ?? ''] } as never;
    const file = exportTargets(app, asked, { format: 'csv', language: 'vi', columns: ['name', 'past'] });
    const csv = await file.content.toArray().then((parts) => parts.join(''));
    expect(csv).toContain('thực hiện năm 2023: 7,2%; ước thực hiện năm 2024: 7,5%');
  });

  it('is of the indicator that its target is of; two documents that differ on a year are both shown', async () => {
    const { figures } = await getIndicator(app, 'grdp-growth', undefined);
    expect(
      figures.map(({ documentId, value, basis, period }) => [ids.indexOf(documentId), value, basis, period?.to]),
    ).toEqual([
      [0, 7.2, 'actual', '2023-12-31'],
      [0, 7.5, 'estimated', '2024-12-31'],
      [1, 7.4, 'actual', '2024-12-31'],
      [1, 8.1, 'estimated', '2025-12-31'],
    ]);
  });

  it('as of a day is what documents in force by then had said', async () => {
    expect((await getIndicator(app, 'grdp-growth', '2025-06-30')).figures).toEqual([]);
    await database.db
      .updateTable('document')
      .set({ state: 'issued', valid_from: '2024-12-08' })
      .where('id', '=', ids[0] ?? '')
      .execute();
    expect((await getIndicator(app, 'grdp-growth', '2025-06-30')).figures.map(({ value }) => value)).toEqual([
      7.2, 7.5,
    ]);
    expect((await getIndicator(app, 'grdp-growth', '2024-12-07')).figures).toEqual([]);
  });
});
