import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TiendoClient } from '../../clients/typescript/client.mjs';
import { until } from '../../test/condition.ts';
import { engines } from '../../test/engines.ts';
import { planText } from '../../test/plan-text.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';
import type { Indicator } from '../registry/indicator.ts';
import { putAgency } from '../store/agencies.ts';
import { putIndicators } from '../store/indicators.ts';

const indicator = (more: Partial<Indicator> & Pick<Indicator, 'id' | 'name'>): Indicator => ({
  ...{
    synonyms: [],
    unit: 'tỷ đồng',
    unitFactors: [],
    measure: 'level',
    direction: 'up',
    decimals: 1,
    cumulative: true,
  },
  ...{ breakdowns: [], statisticalCode: null, codeEvidence: null, ownerProfile: null, pillar: null, aggregation: null },
  ...{ weightIndicatorId: null, formula: null, source: 'thử', version: 1, ...more },
});

/** What other programs do with a key of an account. */
describe.each(engines)('a program with a key, on $name', (engine) => {
  let running: RunningServer;
  let key: string;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tiendo-'));
    running = await runServer(engine);
    const { db } = running.database;
    await putAgency(db, {
      ...{
        id: 'so-a',
        kind: 'department',
        profile: null,
        tier: 'province',
        placeId: null,
        parentId: null,
        symbol: null,
      },
      ...{ exchangeCode: '000.00.04.H61', contact: null, validFrom: null, validUntil: null, source: 'thử', version: 1 },
      names: [{ kind: 'official', name: 'Sở Tài chính', validFrom: null, validUntil: null }],
    });
    const thu = indicator({ id: 'thu', name: 'Thu ngân sách nội địa', statisticalCode: 'T0801' });
    const giu = indicator({ id: 'giu', name: 'Giữ vững quốc phòng', measure: 'condition', unit: null });
    await putIndicators(db, [thu, giu], { onlyUntouched: false });
    const made = await running.officer.post('/api/account/keys', {
      name: 'Kho dữ liệu',
      scopes: ['figures', 'documents'],
      days: 1,
    });
    key = ((await made.json()) as { key: string }).key;
  });
  afterAll(async () => {
    await running.stop();
    await rm(folder, { recursive: true });
  });

  const stored = async () => {
    const { rows } = await sql<{ agency: string; period: string; value: number | null; missing: string | null }>`
      select agency_id as agency, period, value, missing from figure where ended_at is null order by period`.execute(
      running.database.db,
    );
    return rows;
  };

  it('sends figures in one request: whole or not at all, each fault with its place, and once for each request key', async () => {
    const ask = (body: unknown, idempotency?: string) =>
      fetch(`${running.url}/api/figure-batches`, {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${key}`, 'content-type': 'application/json' },
          ...(idempotency && { 'idempotency-key': idempotency }),
        },
        body: JSON.stringify(body),
      });
    const figure = { agency: '000.00.04.H61', indicator: 'T0801', period: '2026-M01' };
    const mixed = {
      figures: [
        { ...figure, value: 120.5 },
        { ...figure, period: 'tháng 2/2026', missing: 'notYet' },
        { ...figure, agency: 'Sở Lạ', value: 1 },
        { ...figure, value: 121 },
        { ...figure, indicator: 'giu', value: 1 },
      ],
    };
    const refused = await ask(mixed, 'gói 1');
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      422,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await refused.json()).toMatchObject({
      code: 'rowsRefused',
      faults: [
        { at: 2, field: 'agency', code: 'agencyUnknown', value: 'Sở Lạ' },
        { at: 3, field: 'value', code: 'twice', detail: { at: 0 } },
        { at: 4, field: 'indicator', code: 'indicatorWithoutNumber' },
      ],
    });
    expect(await stored()).toEqual([]);
    const good = { figures: mixed.figures.slice(0, 2) };
    expect((await ask(good, 'gói 1')).status).toBe(422);
    const answers = [await ask(good, 'gói 2'), await ask(good, 'gói 2')];
    const [first, second] = await Promise.all(answers.map((answer) => answer.json()));
    expect([answers.map(({ status }) => status), first]).toEqual([
      [200, 200],
      expect.objectContaining({ stored: 2, same: 0 }),
    ]);
    expect(second).toEqual(first);
    expect((await stored()).map(({ agency: id, period, value, missing }) => [id, period, value, missing])).toEqual([
      ['so-a', '2026-M01', 120.5, null],
      ['so-a', '2026-M02', null, 'notYet'],
    ]);
    expect(await (await ask(good)).json()).toMatchObject({ stored: 0, same: 2 });
    expect((await ask({ figures: [{ ...figure }] })).status).toBe(400);
    expect((await ask({ figures: Array.from({ length: 10_001 }, () => ({ ...figure, value: 1 })) })).status).toBe(400);
  });

  it('sends ten thousand figures in one request', async () => {
    const figures = Array.from({ length: 10_000 }, (_, at) => ({
      ...{ agency: 'so-a', indicator: 'thu', line: `dòng ${at % 100}`, value: at, reason: 'thử' },
      period: `${1950 + Math.floor(at / 100 / 2)}-H${1 + (Math.floor(at / 100) % 2)}`,
    }));
    const answer = await running.officer.post('/api/figure-batches', { figures });
    expect(await answer.json()).toMatchObject({ stored: 10_000 });
  });

  const clients = new URL('../../clients/typescript/', import.meta.url);
  const run = (command: string, args: string[], more: Record<string, string> = {}) =>
    promisify(execFile)(command, args, {
      env: { ...process.env, TIENDO_ADDRESS: running.url, TIENDO: running.url, TIENDO_KEY: key, KEY: key, ...more },
      cwd: folder,
    });
  const example = async (name: string, ...args: string[]) =>
    (await run(process.execPath, [fileURLToPath(new URL(`examples/${name}.ts`, clients)), ...args])).stdout.trim();

  it('does with the published client what its examples show', async () => {
    await writeFile(join(folder, 'nghi-quyet.txt'), planText('31'));
    expect(await example('import-document', 'nghi-quyet.txt')).toMatch(/^31\/NQ-HĐND: \d+ chỉ tiêu, \d+ nhiệm vụ$/);
    const figure = ['000.00.04.H61', 'T0801', '2026-M03', '55.5'];
    expect(await example('send-figures', ...figure)).toBe('1 số liệu đã ghi, 0 đã có');
    expect(await example('send-figures', ...figure)).toBe('1 số liệu đã ghi, 0 đã có');
    await expect(example('send-figures', 'Sở Lạ', 'T0801', '2026-M03', '1')).rejects.toMatchObject({
      stdout: '0\tagency\tagencyUnknown\n',
    });
    expect(await example('overdue')).toBe('0 việc quá hạn');
  });

  it('can copy every example of the description, for curl and for the client, and run it', async () => {
    type Operation = { operationId: string; description?: string };
    type Description = { paths: Record<string, Record<string, Operation>> };
    const { paths } = await running.nobody.get<Description>('/api/openapi.json');
    await writeFile(join(folder, 'ke-hoach.txt'), planText('32'));
    const { documentId } = await running.officer.uploaded('a.txt', planText('33'));
    const more = { ID: documentId ?? '', FILE: 'ke-hoach.txt' };
    const before = `import { readFile } from 'node:fs/promises';\nimport { basename } from 'node:path';
      import { TiendoClient } from '${new URL('client.mjs', clients)}';
      const { TIENDO: address, KEY: key, ID: id, FILE: path } = process.env;
      const tiendo = new TiendoClient({ address, key });\n`;
    const codes = Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap(({ description = '' }) => [...description.matchAll(/```(sh|ts)\n([\s\S]*?)\n```/g)]);
    expect(codes.length).toBe(24);
    for (const [, language, code = ''] of codes) {
      const program = `${before}${code}\nconsole.log(JSON.stringify(answer));`;
      const { stdout } = await (language === 'sh'
        ? run('sh', ['-c', code], more)
        : run(process.execPath, ['--input-type=module', '-e', program], more));
      expect([code, typeof JSON.parse(stdout)]).toEqual([code, 'object']);
    }
  });

  it('reads the register page after page: everything once, and what comes later behind it', async () => {
    const documents = [];
    for (const number of ['41', '42', '43'])
      documents.push((await running.officer.uploaded(`${number}.txt`, planText(number))).documentId);
    const tiendo = new TiendoClient({ address: running.url, key });
    const all = async <T>(pages: AsyncGenerator<T[]>) => (await Array.fromAsync(pages)).flat();
    const query = { limit: 2 };
    const [listed, targets, tasks] = [
      await all(tiendo.pages('GET /api/register/documents', { query })),
      await all(tiendo.pages('GET /api/register/targets', { query: { limit: 3 } })),
      await all(tiendo.pages('GET /api/register/tasks', { query })),
    ];
    expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining(documents));
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    const keys = (rows: { documentId: string; id: string }[]) =>
      new Set(rows.map(({ documentId, id }) => `${documentId} ${id}`)).size;
    const { total } = await tiendo.call('GET /api/targets', { query: { limit: 1 } });
    expect([targets.length, keys(targets)]).toEqual([total, total]);
    expect([tasks.length, keys(tasks)]).toEqual([(await tiendo.call('GET /api/tasks')).total, tasks.length]);

    const changes = await all(tiendo.pages('GET /api/register/changes', { query }));
    expect(changes.filter(({ subjectKind }) => subjectKind === 'figureImport').length).toBeGreaterThan(0);
    expect(changes.some(({ subjectKind }) => subjectKind === 'account')).toBe(false);
    const { last } = await tiendo.call('GET /api/register/changes', { query: { limit: 1000 } });
    const figures = [{ agency: 'so-a', indicator: 'thu', period: '2019', value: 7 }];
    const { importId } = await tiendo.call('POST /api/figure-batches', { body: { figures } });
    const later = await tiendo.call('GET /api/register/changes', { query: { after: last } });
    expect(later.rows.map(({ subjectId }) => subjectId)).toEqual([importId]);
    // Another transaction on this cluster may still run that began before: then it waits a moment.
    const seen = await until('the figure', async () =>
      (await all(tiendo.pages('GET /api/register/figures', { query: { limit: 1000 } }))).find(
        ({ period }) => period === '2019',
      ),
    );
    expect(seen).toMatchObject({ value: 7, agency: { name: 'Sở Tài chính' }, endedAt: null });
  });
});
