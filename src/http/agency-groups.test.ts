import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { country } from '../../test/agencies/seeds.ts';
import { until } from '../../test/condition.ts';
import { engines } from '../../test/engines.ts';
import { aTask, storeDocument, storeUser } from '../../test/readings.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';
import { getGroupStory, listAgencyGroups, listProfiles } from '../api/agency-groups.ts';
import { addressOf } from '../api/client.ts';
import type { AgencyGroup } from '../registry/agency-group.ts';
import { type GroupFields, groupFieldsOf } from '../registry/group-edit.ts';
import { jobWork } from '../services/job-work.ts';
import { loadSeed } from '../services/load-seed.ts';

const asOf = '2023-02-01';
const forces: GroupFields = {
  name: 'Công an và quân sự tỉnh',
  keys: ['Các lực lượng vũ trang tỉnh'],
  rule: [{ scope: 'province', kinds: ['force'], profiles: [], placeKinds: [] }],
  chosenByOfficer: false,
};

describe.each(engines)('groups of agencies, on $name', (engine) => {
  let running: RunningServer;

  const groups = async () =>
    (await running.officer.get<{ groups: AgencyGroup[] }>(addressOf(listAgencyGroups, { query: {} }))).groups;
  const group = async (name: string) => {
    const found = (await groups()).find((one) => one.name === name);
    if (!found) throw new Error(`no group ${name}`);
    return found;
  };
  const add = (fields: GroupFields) => running.officer.post('/api/agency-groups', { fields });
  const change = (id: string, body: object) => running.officer.post(`/api/agency-groups/${id}`, body);
  const refusal = async (response: Response) => ({
    status: response.status,
    ...((await response.json()) as { code: string; facts: object }),
  });
  const tried = async (rule: GroupFields['rule']) => {
    const response = await running.officer.post('/api/agency-groups/tried', { rule, asOf, place: 'tra-vinh' });
    return ((await response.json()) as { agencies: { name: string }[] }).agencies.map(({ name }) => name);
  };

  beforeAll(async () => {
    running = await runServer(engine);
    await loadSeed(running.app.db, country);
  });
  afterAll(() => running.stop());

  it('show who would be in them while their rule is written', async () => {
    expect(await tried(forces.rule)).toContain('Công an tỉnh');
    const districts = await tried([
      { scope: 'districts', kinds: [], profiles: ['ubnd-huyen'], placeKinds: ['district'] },
    ]);
    expect(districts).toHaveLength(7);
    expect(await tried([])).toEqual([]);
  });

  it('have parts by what there is in every province, each kind under a name that people know', async () => {
    const { profiles } = await running.officer.get<{ profiles: { id: string; name: string }[] }>(
      addressOf(listProfiles, {}),
    );
    const nameOf = (id: string) => profiles.find((one) => one.id === id)?.name;
    expect(nameOf('so-y-te')).toBe('Sở Y tế');
    expect(nameOf('ubnd-xa')).toBe('Ủy ban nhân dân');
  });

  it('are added and changed, and whoever did it stands in their story with before and after', async () => {
    const added = await add(forces);
    expect(added.status).toBe(200);
    const made = await group(forces.name);
    expect(made.keys).toEqual(['lượng lực trang tỉnh vũ']);
    const fields = { ...groupFieldsOf(made), name: 'Lực lượng vũ trang tỉnh' };
    const changed = await change(made.id, { fields, version: made.version, reason: 'Công văn 9' });
    expect(changed.status).toBe(200);
    const { actions } = await running.officer.get<{ actions: object[] }>(
      addressOf(getGroupStory, { params: { id: made.id } }),
    );
    expect(actions).toMatchObject([
      { verb: 'changeGroup', reason: 'Công văn 9', before: { name: forces.name }, after: { name: fields.name } },
      { verb: 'addGroup', before: null, after: { name: forces.name } },
    ]);
  });

  it('are not overwritten by whoever has not seen the last state', async () => {
    const one = await group('Các sở');
    const fields = { ...groupFieldsOf(one), chosenByOfficer: true };
    expect((await change(one.id, { fields, version: one.version })).status).toBe(200);
    const late = await refusal(await change(one.id, { fields: groupFieldsOf(one), version: one.version }));
    expect(late).toMatchObject({ status: 409, code: 'changedMeanwhile', facts: { name: 'Cán bộ Thử' } });
    expect((await group('Các sở')).chosenByOfficer).toBe(true);
  });

  it('are refused with the place and the reason, and nothing is stored', async () => {
    const before = await groups();
    const taken = await refusal(await add({ ...forces, name: 'Khác', keys: ['các sở, ban, ngành cấp tỉnh'] }));
    expect(taken).toMatchObject({
      status: 400,
      code: 'groupFaulty',
      facts: { reason: 'spellingTaken', other: 'Các sở, ban, ngành tỉnh' },
    });
    const part = { scope: 'province' as const, kinds: [], profiles: ['khong-co'], placeKinds: [] };
    const unknown = await refusal(
      await add({ ...forces, name: 'Khác', keys: ['các trạm'], rule: [...forces.rule, part] }),
    );
    expect(unknown.facts).toMatchObject({ reason: 'profileUnknown', part: 2, text: 'khong-co' });
    expect(await groups()).toEqual(before);
  });

  it('are looked for at once in the documents that are there already, and so are agencies', async () => {
    const { app, database } = running;
    const tasks = [aTask({ lead: ['Các hợp tác xã vận tải'], coord: ['Ban Chuyển đổi số tỉnh'] })];
    const header = { issuer: 'Ủy ban nhân dân tỉnh Trà Vinh', place: 'Trà Vinh', issuedOn: asOf };
    const document = await storeDocument(database.db, await storeUser(database.db), { header, tasks });
    const meant = async () =>
      (
        await database.db
          .selectFrom('finding_agency')
          .select(['group_id', 'agency_id'])
          .where('document_id', '=', document)
          .orderBy('role', 'desc')
          .execute()
      ).map(({ group_id, agency_id }) => group_id ?? agency_id);
    expect(await meant()).toEqual([null, null]);
    await app.jobs.start(jobWork(app));
    const drivers: GroupFields = { ...forces, name: 'Hợp tác xã vận tải', keys: ['Các hợp tác xã vận tải'] };
    expect((await add(drivers)).status).toBe(200);
    const { id } = await group(drivers.name);
    await until('the group', async () => (await meant())[0] === id || undefined);
    const board = {
      names: [{ name: 'Ban Chuyển đổi số tỉnh', kind: 'official', validFrom: null, validUntil: null }],
      ...{ kind: 'board', tier: 'province', placeId: 'tra-vinh', parentId: null, symbol: null },
      ...{ contact: null, exchangeCode: null, validFrom: null, validUntil: null },
    };
    expect((await running.officer.post('/api/agencies', { fields: board })).status).toBe(200);
    expect(await until('the agency', async () => (await meant())[1] ?? undefined)).not.toBe(id);
  });

  it('stay as an officer says when the delivered register changes', async () => {
    await loadSeed(running.app.db, { ...country, files: { ...country.files, 'zz.txt': '# newer' } });
    expect((await group('Các sở')).chosenByOfficer).toBe(true);
  });
});
