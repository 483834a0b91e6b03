import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { storeProvince } from '../../test/given-duties.ts';
import { storeDatedAgencies, storeDuty } from '../../test/given-work.ts';
import { aTarget, aTask, storeDocument, storeUser } from '../../test/readings.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';
import type { DraftPage } from '../api/plan-drafts.ts';
import { openFile } from '../files/open.ts';
import { readDocument } from '../reading/document.ts';
import type { PlanDraftContent, ProposedBasis } from '../registry/plan-draft.ts';

const quotes = ['Xây dựng đề án kinh tế số của tỉnh', 'Giải ngân vốn đầu tư công', 'Báo cáo tình hình hằng tháng'];

function placed(times: Parameters<typeof aTask>[0][]) {
  let start = 0;
  return quotes.map((quote, at) => {
    const span = { start, end: start + quote.length };
    start = span.end + 1;
    return aTask({ span, group: null, ...times[at] });
  });
}

describe.each(engines)('drafts of the next plan, on $name', (engine) => {
  let running: RunningServer;
  let officer: Client;
  let document = '';
  let draft = '';
  beforeAll(async () => {
    running = await runServer(engine, { clock: { now: () => new Date('2026-11-20T02:00:00Z') } });
    const { db } = running.database;
    await storeProvince(db);
    await sql`
      insert into place (id, name, kind, tier, source) values ('song-thanh', 'Sông Thanh', 'province', 'province', 'thử')`.execute(
      db,
    );
    await sql`update agency set place_id = 'song-thanh' where id in ('ubnd', 'hdnd')`.execute(db);
    officer = await running.as('coordinator', 'ubnd');
    document = await storeDocument(db, await storeUser(db), {
      text: quotes.join('\n'),
      targets: [aTarget({ group: null, op: '>=', value: 98 })],
      tasks: placed([
        { time: { kind: 'by', to: '2026-06-30' } },
        { time: { kind: 'during', from: '2026-01-01', to: '2026-12-31' } },
        { time: { kind: 'recurring', every: 'month' } },
      ]),
    });
    await sql`update document set state = 'issued', valid_from = '2025-12-10' where id = ${document}`.execute(db);
    for (const table of ['target', 'task'])
      await sql`update ${sql.table(table)} set review = 'accepted', valid_from = '2025-12-10' where document_id = ${document}`.execute(
        db,
      );
    await storeDuty(
      db,
      { agency_id: 'so-a', stage: 'done', due: '2026-06-30', done_on: '2026-06-01' },
      { documentId: document, findingId: 'n1' },
    );
    await storeDuty(db, { agency_id: 'so-b', due: '2026-06-30' }, { documentId: document, findingId: 'n2' });
  });
  afterAll(() => running.stop());

  const begin = async (client: Client, asked: object = {}) =>
    client.post('/api/plan-drafts', {
      ...{ documents: [document], year: 2027, agencyId: null, unfinished: true, recurring: true },
      ...asked,
    });
  const page = (client = officer) => client.get<DraftPage>(`/api/plan-drafts/${draft}`);
  const save = (content: PlanDraftContent, version: number) =>
    officer.post(`/api/plan-drafts/${draft}`, { content, version });

  it('begin with what is in force, moved into the year of the plan, without what is done', async () => {
    const response = await begin(officer);
    expect(response.status).toBe(200);
    draft = ((await response.json()) as { id: string }).id;
    const { content, beside, unread } = await page();
    expect(content.targets.map(({ value, unit, year }) => [value, unit, year])).toEqual([['98 trở lên', '%', 2027]]);
    expect(content.tasks.map(({ content: words, time }) => [words, time])).toEqual([
      [quotes[1], 'Năm 2027'],
      [quotes[2], 'Hằng tháng'],
    ]);
    expect([content.issuerId, unread]).toEqual(['ubnd', []]);
    expect(beside.map(({ last, duties }) => [last, duties.map(({ state, agency }) => [state, agency])])).toEqual([
      ['≥ 98% (2026)', []],
      ['năm 2026', [['openOverdue', 'Sở B']]],
      ['hằng tháng', []],
    ]);
  });

  it('keep what is changed, tell it in the log, and store the same twice only once', async () => {
    const { content, version } = await page();
    const [first] = content.tasks;
    if (!first) throw new Error('no task');
    const changed: PlanDraftContent = {
      ...content,
      date: '2026-12-10',
      bases: ['Căn cứ Luật Tổ chức chính quyền địa phương;', ''],
      about: 'Giao nhiệm vụ năm 2027',
      targets: content.targets.map((row) => ({ ...row, value: '99% trở lên' })),
      tasks: [
        { ...first, kept: false },
        ...content.tasks.slice(1),
        { ...first, key: 'moi', source: null, content: 'Sơ kết ba năm thực hiện nghị quyết', time: 'Quý II/2027' },
      ],
    };
    expect((await save(changed, version)).status).toBe(200);
    const again = (await (await save(changed, version)).json()) as { version: number };
    expect(again.version).toBe(version + 1);
    expect((await page()).content).toEqual(changed);
    const { rows } = await sql<{ verb: string; after: { targets: unknown } }>`
      select verb, after from action where subject_kind = 'planDraft' order by id`.execute(running.database.db);
    expect(rows.map(({ verb }) => verb)).toEqual(['beginPlanDraft', 'savePlanDraft']);
    expect(rows[1]?.after).toMatchObject({ about: 'Giao nhiệm vụ năm 2027', targets: [{ value: '99% trở lên' }] });
  });

  it('are offered what is in force of their level and above for their years, and of nobody else', async () => {
    const { db } = running.database;
    const user = await storeUser(db);
    await storeDatedAgencies(db, [{ id: 'chinh-phu', name: 'Chính phủ' }]);
    await sql`update agency set kind = 'government', tier = 'national' where id = 'chinh-phu'`.execute(db);
    const years = { from: 2026, to: 2030 };
    const council = 'Hội đồng nhân dân tỉnh Sông Thanh';
    for (const [header, until] of [
      [{ number: '1/NQ-HĐND', issuer: council, period: years }],
      [{ number: '2/NQ-CP', issuer: 'Chính phủ', period: { from: 2027, to: 2027 } }],
      [{ number: '3/QĐ-UBND', issuer: 'Ủy ban nhân dân tỉnh Sông Thanh', period: years }],
      [{ number: '4/NQ-HĐND', issuer: 'Hội đồng nhân dân tỉnh Sông Hồng', period: years }],
      [{ number: '5/NQ-HĐND', issuer: council, period: { from: 2025, to: 2025 } }],
      [{ number: '6/NQ-HĐND', issuer: council, period: years }, '2026-11-01'],
      [{ number: '7/NQ-HĐND', issuer: council, period: years, secrecy: 'confidential' }],
    ] as const) {
      const id = await storeDocument(db, user, { header: { ...header, issuedOn: '2026-01-20' } });
      await sql`
        update document set state = 'issued', valid_from = '2026-01-20', valid_until = ${until ?? null}
        where id = ${id}`.execute(db);
    }
    const asked = '/api/plan-bases?issuerId=ubnd&from=2027&to=2027';
    const { bases } = await officer.get<{ bases: ProposedBasis[] }>(asked);
    expect(bases.map(({ words }) => words)).toEqual([
      'Căn cứ Nghị quyết số 2/NQ-CP ngày 20 tháng 01 năm 2026 của Chính phủ về nhiệm vụ năm 2026',
      `Căn cứ Nghị quyết số 1/NQ-HĐND ngày 20 tháng 01 năm 2026 của ${council} về nhiệm vụ năm 2026`,
      'Căn cứ Quyết định số 3/QĐ-UBND ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Sông Thanh về nhiệm vụ năm 2026',
    ]);
    expect((await (await running.as('leader', 'ubnd')).fetch(asked)).status).toBe(403);
  });

  it('are not saved over what somebody else has saved', async () => {
    const { content, version } = await page();
    const stale = await save({ ...content, about: 'Giao chỉ tiêu' }, version - 1);
    expect(stale.status).toBe(409);
    expect(await stale.json()).toMatchObject({ code: 'changedMeanwhile', facts: { name: expect.any(String) } });
  });

  it('leave as a decision that reads back as the rows that were kept', async () => {
    const response = await officer.fetch(`/api/plan-drafts/${draft}/document?format=docx`);
    expect(response.status).toBe(200);
    const file = openFile(Buffer.from(await response.arrayBuffer()), 'du-thao.docx');
    const { document: header, targets, tasks } = readDocument(file);
    expect([header.kind, header.issuer]).toEqual(['quyet_dinh', 'Ủy ban nhân dân tỉnh Sông Thanh']);
    expect(file.text).toContain('Sông Thanh, ngày');
    expect(header.legalBases).toHaveLength(1);
    expect(targets.map(({ name, op, value, unit, year }) => [name, op, value, unit, year])).toEqual([
      ['Tỷ lệ hộ nghèo', '>=', 99, '%', 2027],
    ]);
    expect(tasks.map(({ span, time }) => [file.text.slice(span.start, span.end), time])).toEqual([
      [quotes[2], { kind: 'recurring', every: 'month' }],
      ['Sơ kết ba năm thực hiện nghị quyết', { kind: 'by', to: '2027-06-30' }],
    ]);
  });

  it('leave as an action plan where that is their form, with the words that were written for it', async () => {
    const { db } = running.database;
    await sql`update plan_draft set content = content - array['form', 'purpose', 'carryingOut']`.execute(db);
    const { content, version } = await page();
    expect([content.form, content.purpose]).toEqual(['assignment', '']);
    const purpose = 'Cụ thể hóa chủ trương của tỉnh.\n\nXác định rõ nhiệm vụ của từng cơ quan.';
    expect((await save({ ...content, form: 'actionPlan', purpose }, version)).status).toBe(200);
    const { rows } = await sql<{ after: object }>`select after from action order by id desc limit 1`.execute(db);
    expect(rows[0]?.after).toMatchObject({ form: 'actionPlan', purpose });
    const response = await officer.fetch(`/api/plan-drafts/${draft}/document?format=docx`);
    const file = openFile(Buffer.from(await response.arrayBuffer()), 'ke-hoach.docx');
    for (const line of ['Ban hành Kế hoạch thực hiện nhiệm vụ năm 2027', 'I. MỤC ĐÍCH, YÊU CẦU', 'II. CHỈ TIÊU'])
      expect(file.text).toContain(line);
    const { targets, tasks } = readDocument(file);
    expect([targets.length, tasks.length]).toEqual([1, 2]);
  });

  it('name the row whose words are not understood, and leave no document before it is written anew', async () => {
    const { content, version } = await page();
    const saved = await save(
      { ...content, targets: content.targets.map((row) => ({ ...row, value: 'cao' })) },
      version,
    );
    expect(await saved.json()).toMatchObject({ unread: [content.targets[0]?.key] });
    const response = await officer.fetch(`/api/plan-drafts/${draft}/document?format=docx`);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'planWordsUnread', facts: { name: 'Tỷ lệ hộ nghèo' } });
  });

  it('are read by leaders, who do not write them, and by nobody else', async () => {
    const leader = await running.as('leader', 'ubnd');
    expect((await leader.get<{ total: number }>('/api/plan-drafts')).total).toBe(1);
    expect((await page(leader)).content.about).toBe('Giao nhiệm vụ năm 2027');
    expect((await begin(leader)).status).toBe(403);
    const head = await running.as('head', 'so-a');
    expect((await head.fetch(`/api/plan-drafts/${draft}`)).status).toBe(403);
  });

  it('are thrown away as they were seen, by those who write them; what they said stays on record', async () => {
    const remove = (client: Client, version: number) =>
      client.fetch(`/api/plan-drafts/${draft}?version=${version}`, { method: 'DELETE' });
    const { version, content } = await page();
    expect((await remove(await running.as('leader', 'ubnd'), version)).status).toBe(403);
    expect((await remove(officer, version - 1)).status).toBe(409);
    expect((await remove(officer, version)).status).toBe(200);
    expect((await officer.fetch(`/api/plan-drafts/${draft}`)).status).toBe(404);
    const { rows } = await sql<{ about: string }>`
      select before ->> 'about' as about from action where verb = 'removePlanDraft'`.execute(running.database.db);
    expect(rows).toEqual([{ about: content.about }]);
  });
});
