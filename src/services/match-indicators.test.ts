import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import type { TargetRecord } from '../registry/target.ts';
import { findIndicator, listIndicators, putIndicators } from '../store/indicators.ts';
import { type App, createApp } from './app.ts';
import { listTargets } from './findings.ts';
import { importDocument } from './import-document.ts';
import { loadIndicatorSeed, matchAllIndicators, matchStoredIndicators } from './match-indicators.ts';
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
    await loadIndicatorSeed(app.db, seed);
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
    await loadIndicatorSeed(
      app.db,
      seed.replaceAll('Tỷ lệ che phủ rừng', 'Tỷ lệ rừng').replace('Tuổi thọ trung bình', 'Tuổi thọ'),
    );
    const names = new Map((await listIndicators(app.db)).map(({ id, name }) => [id, name]));
    expect(names.get('forest-cover')).toBe('Độ che phủ của rừng');
    expect(names.get('life-expectancy')).toBe('Tuổi thọ');
  });

  it('stops when it is asked to, and goes on later', async () => {
    expect(await matchAllIndicators(app.db, AbortSignal.abort())).toBe(false);
    expect(await matchAllIndicators(app.db, never)).toBe(true);
  });
});
