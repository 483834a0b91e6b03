import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { aTarget, storeDocument, storeUser } from '../../test/readings.ts';
import { draftOf } from '../registry/indicator-draft.ts';
import type { TargetRecord } from '../registry/target.ts';
import { findIndicator, listIndicators, putIndicators } from '../store/indicators.ts';
import { takeFromOutbox } from '../store/outbox.ts';
import { type App, createApp } from './app.ts';
import { listTargets } from './findings.ts';
import { importDocument } from './import-document.ts';
import { addIndicator, listIndicators as listed } from './indicators.ts';
import { indicatorSeed, loadSeed } from './load-seed.ts';
import { matchAllIndicators, matchStoredIndicators, rematchIndicators } from './match-indicators.ts';
import { createUser } from './sign-in.ts';

const seed = readFileSync(join(import.meta.dirname, '../../seed/indicators.tsv'), 'utf8');
const sample = (name: string) => join(import.meta.dirname, '../../samples', name);
const never = new AbortController().signal;

describe.each(engines)('the catalogue of indicators on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let documentId: string;

  beforeAll(async () => {
    database = await freshDatabase(engine);
    app = await createApp({ db: database.db, maxFileBytes: 10_000_000, demo: false });
    const user = await createUser(app.db, { name: 'Lan', email: 'lan@tinh.vn', password: 'mat-khau-dai' });
    const name = '05-nghi-quyet-tinh-uy-2024.docx';
    const ended = await importDocument(app, user, { name, content: [readFileSync(sample(name))] });
    documentId = ended.documentId ?? '';
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const sorted = { sort: 'document', order: 'asc' } as const;
  const targets = async (): Promise<TargetRecord[]> => {
    const query = { ...sorted, year: [], group: [], agency: [], tier: [], document: [documentId] };
    return (await listTargets(app, query, { offset: 0, limit: 500 })).rows;
  };

  it('is delivered once, and gives targets that were there before it their indicators', async () => {
    expect((await targets()).every(({ indicatorId }) => indicatorId === null)).toBe(true);
    await loadSeed(app.db, indicatorSeed(seed));
    await matchStoredIndicators(app.db, never);
    const growth = (await targets())[0];
    expect(growth).toMatchObject({ indicatorId: 'grdp-growth', indicatorLine: '' });
    const water = (await targets()).filter(({ indicatorId }) => indicatorId === 'water-clean');
    expect(water.map(({ indicatorLine }) => indicatorLine)).toEqual(['thành thị', 'nông thôn']);
  });

  it('keeps what an officer changed when a newer one is delivered', async () => {
    const forest = await findIndicator(app.db, 'forest-cover');
    if (!forest) throw new Error('no forest');
    await putIndicators(app.db, [{ ...forest, name: 'Độ che phủ của rừng', version: 2 }], { onlyUntouched: false });
    await loadSeed(
      app.db,
      indicatorSeed(seed.replaceAll('Tỷ lệ che phủ rừng', 'Tỷ lệ rừng').replace('Tuổi thọ trung bình', 'Tuổi thọ')),
    );
    const names = new Map((await listIndicators(app.db)).map(({ id, name }) => [id, name]));
    expect(names.get('forest-cover')).toBe('Độ che phủ của rừng');
    expect(names.get('life-expectancy')).toBe('Tuổi thọ');
  });

  it('is matched with all documents in the background where a change could touch very many, and says how far that is', async () => {
    const userId = await storeUser(database.db);
    const stored: string[] = [];
    for (let at = 0; at < 301; at++)
      stored.push(await storeDocument(database.db, userId, { targets: [aTarget({ name: 'Số cầu treo' })], tasks: [] }));
    const bridges = draftOf(aTarget({ name: 'Số cầu treo' }));
    const user = { id: userId, name: 'Lan', email: 'lan@tinh.vn' };
    const { indicator } = await addIndicator(app, user, { fields: bridges });
    expect((await listed(app, undefined)).matching).toEqual({ done: 0, total: 302 });
    const jobs = await app.db.transaction().execute((trx) => takeFromOutbox(trx, ['rematch'], 10));
    expect(jobs).toMatchObject([{ queue: 'rematch' }]);
    const told: (object | null)[] = [];
    await expect(rematchIndicators(app.db, AbortSignal.abort())).rejects.toThrow('interrupted');
    expect((await listed(app, undefined)).matching).not.toBeNull();
    await matchAllIndicators(app.db, never, async (done) => void told.push({ done }));
    expect(told).toEqual([{ done: 100 }, { done: 200 }, { done: 300 }]);
    await rematchIndicators(app.db, never);
    const page = await listed(app, undefined);
    expect(page.matching).toBeNull();
    expect(page.indicators.find(({ id }) => id === indicator.id)?.targets).toBe(stored.length);
  });

  it('stops when it is asked to, and goes on later', async () => {
    expect(await matchAllIndicators(app.db, AbortSignal.abort())).toBe(false);
    expect(await matchAllIndicators(app.db, never)).toBe(true);
  });
});
