import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { country } from '../../test/agencies/seeds.ts';
import { engines } from '../../test/engines.ts';
import { storeDocument, storeUser } from '../../test/readings.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';
import { getAgency, listAgencies, searchAgencies } from '../api/agencies.ts';
import { groupMembers } from '../api/agency-groups.ts';
import { addressOf } from '../api/client.ts';
import type { Agency } from '../registry/agency.ts';
import { agencyFieldsOf } from '../registry/agency-edit.ts';
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

  it('are searched in the same words, whoever made them', async () => {
    const { rows } = await sql<{ name: string; key: string; words: string; plain: string }>`
      select distinct name, key, search_words(name || ' ' || key) as words, plain_search_words(name || ' ' || key) as plain
      from agency_name limit 3000`.execute(running.app.db);
    const holds = (text: string, made: string) =>
      made
        .trim()
        .split(' ')
        .every((word) => `${text} `.includes(` ${word} `));
    const wrong = rows.filter(({ name, key, words, plain }) => {
      const made = searchText([name, key]);
      return !holds(words, made.words) || !holds(plain, made.plainWords);
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  const list = (query: Record<string, string>) =>
    running.officer.get<{ total: number; rows: AgencySummary[] }>(addressOf(listAgencies, { query }));
  type Whole = {
    agency: Agency;
    cameFrom: { other: { id: string } }[];
    wentTo: { field: string | null }[];
    story: { verb: string; reason: string | null }[];
  };
  const whole = (id: string) => running.officer.get<Whole>(addressOf(getAgency, { params: { id } }));
  const send = (path: string, body: unknown) => running.officer.post(path, body);

  it('are listed by tier, kind, province and name as of a day', async () => {
    expect((await list({ place: 'tra-vinh', tier: 'district', kind: 'committee', asOf: '2023-01-01' })).total).toBe(9);
    expect((await list({ place: 'tra-vinh', asOf: '2026-01-01' })).total).toBe(0);
    const { rows } = await list({ q: 'càng long', kind: 'committee', asOf: '2023-01-01', sort: 'name' });
    expect(rows.map(({ name }) => name)).toEqual(
      [
        'Ủy ban nhân dân huyện Càng Long',
        ...[
          'An Trường',
          'An Trường A',
          'Bình Phú',
          'Đại Phúc',
          'Đại Phước',
          'Đức Mỹ',
          'Huyền Hội',
          'Mỹ Cẩm',
          'Nhị Long',
          'Nhị Long Phú',
          'Phương Thạnh',
          'Tân An',
          'Tân Bình',
        ].map((name) => `Ủy ban nhân dân xã ${name}`),
        'Ủy ban nhân dân thị trấn Càng Long',
      ].sort(new Intl.Collator('vi').compare),
    );
  });

  it('show where they came from and who has their work', async () => {
    const { cameFrom, wentTo } = await whole('so-khoa-hoc-cong-nghe.tra-vinh');
    expect(cameFrom.map(({ other }) => other.id)).toEqual(['so-thong-tin-truyen-thong.tra-vinh']);
    expect(wentTo.length).toBe(1);
  });

  it('are changed by an officer, once for each version that was seen, and every change is recorded', async () => {
    const { agency } = await whole('so-y-te.tra-vinh');
    const fields = { ...agencyFieldsOf(agency), contact: 'soyte@travinh.gov.vn' };
    fields.names = [...fields.names, { kind: 'alias', name: 'Sở Y tế Trà Vinh', validFrom: null, validUntil: null }];
    const changed = await send('/api/agencies/so-y-te.tra-vinh', {
      fields,
      version: agency.version,
      reason: 'Công văn 12',
    });
    expect(changed.status).toBe(200);
    const again = await send('/api/agencies/so-y-te.tra-vinh', { fields, version: agency.version });
    expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([409, 'changedMeanwhile']);
    const now = await whole('so-y-te.tra-vinh');
    expect([now.agency.contact, now.agency.version, now.agency.names.length]).toEqual([
      'soyte@travinh.gov.vn',
      agency.version + 1,
      agency.names.length + 1,
    ]);
    expect(now.story.map(({ verb, reason }) => [verb, reason])).toEqual([['changeAgency', 'Công văn 12']]);
    expect((await search({ q: 'sở y tế trà vinh', asOf: '2024-01-01' })).agencies[0]?.id).toBe('so-y-te.tra-vinh');
  });

  it('have one official name a day', async () => {
    const { agency } = await whole('so-tu-phap.tra-vinh');
    const fields = agencyFieldsOf(agency);
    const twice = {
      ...fields,
      names: [...fields.names, { kind: 'official', name: 'Sở Pháp chế', validFrom: null, validUntil: null }],
    };
    for (const wrong of [
      twice,
      { ...fields, names: fields.names.filter(({ kind }) => kind !== 'official') },
      { ...fields, validFrom: '2030-01-01' },
    ]) {
      const refused = await send('/api/agencies/so-tu-phap.tra-vinh', { fields: wrong, version: agency.version });
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([400, 'agencyNamesFaulty']);
    }
  });

  it('that the register lacks are added', async () => {
    const fields = {
      kind: 'board',
      names: [{ kind: 'official', name: 'Ban Chỉ đạo chuyển đổi số', validFrom: null, validUntil: null }],
      symbol: null,
      exchangeCode: null,
      contact: null,
      validFrom: '2022-01-01',
      validUntil: null,
      tier: 'province',
      placeId: 'tra-vinh',
      parentId: 'ubnd.tra-vinh',
    };
    const added = await send('/api/agencies', { fields });
    expect(added.status).toBe(200);
    expect((await search({ q: 'ban chi dao chuyen doi so' })).agencies.length).toBe(1);
    expect((await send('/api/agencies', { fields: { ...fields, tier: 'district' } })).status).toBe(400);
  });
});
