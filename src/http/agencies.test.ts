import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { country } from '../../test/agencies/seeds.ts';
import { engines } from '../../test/engines.ts';
import { storeDocument, storeUser } from '../../test/readings.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';
import { groupMembers, searchAgencies } from '../api/agencies.ts';
import { addressOf } from '../api/client.ts';
import type { AgencySummary } from '../registry/agency-summary.ts';
import { loadSeed } from '../services/load-seed.ts';
import { searchText } from '../values/search-text.ts';

describe.each(engines)('agencies, on $name', (engine) => {
  let running: RunningServer;
  let plan: string;

  type Found = { agencies: AgencySummary[]; groups: { id: string }[] };
  const search = (query: Partial<{ q: string; asOf: string; document: string; limit: number }>) =>
    running.officer.get<Found>(addressOf(searchAgencies, { query }));
  const members = async (id: string, asOf: string) =>
    (await running.officer.get<Found>(addressOf(groupMembers, { params: { id }, query: { asOf, document: plan } })))
      .agencies;

  beforeAll(async () => {
    running = await runServer(engine);
    await loadSeed(running.app.db, country);
    plan = await storeDocument(running.app.db, await storeUser(running.app.db), {
      header: { issuer: 'Ủy ban nhân dân tỉnh Trà Vinh', place: 'Trà Vinh', issuedOn: '2023-02-01' },
    });
  });
  afterAll(() => running.stop());

  it('are found by what is typed of a name, with accents or without, as of a day', async () => {
    const found = await search({ q: 'so ke hoach', asOf: '2023-02-01', document: plan });
    expect(found.agencies[0]).toMatchObject({
      id: 'so-ke-hoach-dau-tu.tra-vinh',
      name: 'Sở Kế hoạch và Đầu tư',
      placeName: 'tỉnh Trà Vinh',
      heirs: [{ id: 'so-tai-chinh.vinh-long-2025', name: 'Sở Tài chính', fields: [] }],
    });
    expect((await search({ q: 'sở kế hoạch', asOf: '2025-12-01' })).agencies).toEqual([]);
    expect((await search({ q: 'KH&ĐT', asOf: '2023-02-01', document: plan })).agencies[0]?.id).toBe(
      'so-ke-hoach-dau-tu.tra-vinh',
    );
    expect((await search({ q: 'sở y tế nghệ an' })).agencies.map(({ id }) => id)).toEqual(['so-y-te.nghe-an']);
    expect((await search({ q: '%' })).agencies).toEqual([]);
  });

  it('are found beside groups', async () => {
    expect((await search({ q: 'các sở, ban ngành' })).groups.map(({ id }) => id)).toContain('so-ban-nganh');
  });

  it('belong to a group as of the day that is asked for', async () => {
    expect((await members('ubnd-huyen', '2023-02-01')).length).toBe(9);
    const departments = await members('so-ban-nganh', '2023-02-01');
    expect(departments.map(({ id }) => id)).toContain('so-ke-hoach-dau-tu.tra-vinh');
    expect(departments.map(({ id }) => id)).not.toContain('so-nong-nghiep-moi-truong.tra-vinh');
    expect((await members('so-ban-nganh', '2025-04-01')).map(({ id }) => id)).toContain(
      'so-nong-nghiep-moi-truong.tra-vinh',
    );
    expect((await members('ubnd-tinh-thanh', '2023-02-01')).length).toBe(63);
    expect((await members('ubnd-tinh-thanh', '2026-02-01')).length).toBe(34);
    expect((await members('dia-phuong', '2023-02-01')).length).toBe(9);
    expect((await members('doanh-nghiep', '2023-02-01')).length).toBe(0);
  });

  it('are searched in the words that every other search uses', async () => {
    const rows = await running.app.db
      .selectFrom('agency_name')
      .select(['name', 'words', 'plain_words'])
      .distinct()
      .limit(3000)
      .execute();
    const holds = (text: string, made: string) =>
      made
        .trim()
        .split(' ')
        .every((word) => `${text} `.includes(` ${word} `));
    const wrong = rows.filter(({ name, words, plain_words }) => {
      const made = searchText([name]);
      return !holds(words, made.words) || !holds(plain_words, made.plainWords);
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
