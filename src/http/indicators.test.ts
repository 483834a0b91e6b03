import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { givePost, putTestAgency } from '../../test/running-server.ts';
import type { Indicator } from '../registry/indicator.ts';
import type { IndicatorPoint, IndicatorSummary } from '../registry/indicator-line.ts';
import { type App, createApp } from '../services/app.ts';
import { importDocument } from '../services/import-document.ts';
import { indicatorSeed, loadSeed } from '../services/load-seed.ts';
import { createUser } from '../services/sign-in.ts';
import { buildServer } from './server.ts';

const root = join(import.meta.dirname, '../..');
const account = { name: 'Lan', email: 'lan@tinh.vn', password: 'mat-khau-dai' };

const plan = (title: string, day: string, value: string) =>
  `HỘI ĐỒNG NHÂN DÂN TỈNH BÌNH CHÂU\nSố: ${title}/NQ-HĐND\nBình Châu, ngày 08 tháng 12 năm ${day}\n\nNGHỊ QUYẾT\nVề nhiệm vụ năm ${Number(day) + 1}\n\nĐiều 1. Chỉ tiêu chủ yếu năm ${Number(day) + 1}\n- Tốc độ tăng trưởng GRDP đạt ${value}%.\n- Tỷ lệ chợ đạt tiêu chí an toàn thực phẩm đạt ${value}%.\n`;

describe.each(engines)('the catalogue over HTTP, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let server: FastifyInstance;
  let cookie: string;
  const ids: string[] = [];

  beforeAll(async () => {
    database = await freshDatabase(engine);
    app = await createApp({ db: database.db, maxFileBytes: 10_000_000, demo: false });
    await loadSeed(app.db, indicatorSeed(readFileSync(join(root, 'seed/indicators.tsv'), 'utf8')));
    const user = await createUser(app.db, account);
    await putTestAgency(app.db);
    await givePost(app.db, user.id, 'coordinator');
    for (const [number, day, value] of [
      ['31', '2023', '7,5'],
      ['45', '2024', '8,6'],
    ] as const) {
      const content = [new TextEncoder().encode(plan(number, day, value))];
      const ended = await importDocument(app, user, { name: `${number}.txt`, content });
      ids.push(ended.documentId ?? '');
    }
    server = await buildServer(app);
    const answer = await server.inject({ method: 'POST', url: '/api/session', payload: account });
    cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  });
  afterAll(async () => {
    await server.close();
    await app.close();
    await database.drop();
  });

  const ask = async <T>(url: string, body?: object): Promise<{ status: number; body: T }> => {
    const answer = await server.inject({
      method: body ? 'POST' : 'GET',
      url,
      headers: { cookie, origin: 'http://localhost', host: 'localhost' },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, body: answer.json() as T };
  };
  type Detail = { indicator: Indicator; points: IndicatorPoint[] };
  const detail = async (id: string, asOf = '') => (await ask<Detail>(`/api/indicators/${id}${asOf}`)).body;
  const fieldsOf = ({ id: _, source: __, version: ___, ...fields }: Indicator) => fields;

  it('lists every indicator with how many targets it has', async () => {
    const { body } = await ask<{ indicators: IndicatorSummary[] }>('/api/indicators');
    const growth = body.indicators.find(({ id }) => id === 'grdp-growth');
    expect(growth).toMatchObject({ targets: 2, documents: 2, years: { from: 2024, to: 2025 } });
    expect(body.indicators.length).toBeGreaterThan(200);
  });

  it('shows one through the years, each point with its sentence and document', async () => {
    const { points } = await detail('grdp-growth');
    expect(points.map(({ year, value, documentNumber }) => [year, value, documentNumber])).toEqual([
      [2024, 7.5, '31/NQ-HĐND'],
      [2025, 8.6, '45/NQ-HĐND'],
    ]);
    expect(points[0]?.quote).toContain('7,5%');
    expect((await ask('/api/indicators/khong-co')).status).toBe(404);
  });

  it('shows as of a past day what was in force on it', async () => {
    await sql`update target set valid_from = '2023-12-08', valid_until = '2024-12-08' where document_id = ${ids[0]}`.execute(
      app.db,
    );
    const years = async (day: string) => (await detail('grdp-growth', `?asOf=${day}`)).points.map(({ year }) => year);
    expect(await years('2023-12-07')).toEqual([]);
    expect(await years('2023-12-08')).toEqual([2024]);
    expect(await years('2024-12-08')).toEqual([]);
  });

  it('makes an indicator of a target, and every document that says the same gets it', async () => {
    await sql`update target set valid_from = null, valid_until = null`.execute(app.db);
    const { body: found } = await ask<{ rows: { id: string; name: string; documentId: string }[] }>(
      `/api/targets?q=${encodeURIComponent('chợ')}&limit=10&offset=0`,
    );
    const market = found.rows[0];
    const draft = await ask<{ fields: Indicator }>(
      `/api/indicators/draft?documentId=${market?.documentId}&targetId=${market?.id}`,
    );
    expect(draft.body.fields).toMatchObject({ measure: 'share', unit: '%', direction: 'up' });
    const made = await ask<{ indicator: Indicator; matched: number }>('/api/indicators', { fields: draft.body.fields });
    expect(made.body.matched).toBe(2);
    expect((await detail(made.body.indicator.id)).points.map(({ value }) => value)).toEqual([7.5, 8.6]);
    const filtered = await ask<{ total: number }>(`/api/targets?indicator=${made.body.indicator.id}&limit=10&offset=0`);
    expect(filtered.body.total).toBe(2);
  });

  it('changes an entry once for each version that was seen, and records who did it', async () => {
    const { indicator } = await detail('forest-cover');
    const fields = { ...fieldsOf(indicator), decimals: 1 };
    const changed = await ask<{ indicator: Indicator }>('/api/indicators/forest-cover', { fields, version: 1 });
    expect(changed.body.indicator).toMatchObject({ decimals: 1, version: 2 });
    const stale = await ask<{ code: string }>('/api/indicators/forest-cover', { fields, version: 1 });
    expect([stale.status, stale.body.code]).toEqual([409, 'changedMeanwhile']);
    const { rows } = await sql<{ verb: string; before: Indicator; after: Indicator }>`
      select verb, before, after from action where subject_kind = 'indicator' and subject_id = 'forest-cover'`.execute(
      app.db,
    );
    expect(rows.map(({ verb, before, after }) => [verb, before.decimals, after.decimals])).toEqual([
      ['changeIndicator', 2, 1],
    ]);
  });

  it('finds the indicator anew where an officer corrects what a target is called, and gives the old one back', async () => {
    const [first] = (await detail('grdp-growth')).points;
    const act = (action: object) => ask(`/api/documents/${first?.documentId}/review`, action);
    const fields = { name: 'Tốc độ tăng năng suất lao động xã hội' };
    const item = { kind: 'target', id: first?.id, version: first?.version };
    expect((await act({ verb: 'correct', item, change: { kind: 'target', fields } })).status).toBe(200);
    expect((await detail('labour-productivity-growth')).points.map(({ value }) => value)).toEqual([first?.value]);
    expect((await act({ verb: 'undo' })).status).toBe(200);
    expect((await detail('labour-productivity-growth')).points).toEqual([]);
    expect((await detail('grdp-growth')).points).toHaveLength(2);
  });

  it('keeps what an officer says of a target, also when its indicator is matched anew', async () => {
    const [first] = (await detail('grdp-growth')).points;
    const items = [{ kind: 'target', id: first?.id, version: first?.version }];
    const choose = { verb: 'chooseIndicator', items, indicatorId: null };
    expect((await ask(`/api/documents/${first?.documentId}/review`, choose)).status).toBe(200);
    const { indicator } = await detail('grdp-growth');
    await ask('/api/indicators/grdp-growth', { fields: fieldsOf(indicator), version: indicator.version });
    expect((await detail('grdp-growth')).points.map(({ year }) => year)).toEqual([2025]);
  });
});
