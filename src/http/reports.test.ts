import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { readEvents } from '../../test/event-reader.ts';
import { storeDuty, storeProvince } from '../../test/given-duties.ts';
import { storeUser } from '../../test/readings.ts';
import { aRegime } from '../../test/regimes.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';
import { openFile } from '../files/open.ts';
import type { NoticeRecord } from '../registry/notice.ts';
import { contentText } from '../registry/reference-words.ts';
import type { RegimeLine, RegimeRecord } from '../registry/regime.ts';
import type { Contribution, FigureSentence, ReportPage, SubmissionSections } from '../registry/report.ts';
import type { SectionContent } from '../registry/section-content.ts';
import { makeRound } from '../services/open-round.ts';
import { findRegime, insertRegime } from '../store/regimes.ts';

const at = new Date('2026-03-02T02:00:00Z');
const says = (...paragraphs: string[]): SectionContent =>
  paragraphs.map((text) => ({ kind: 'paragraph', runs: [{ text }] }));

describe.each(engines)('the consolidated report of a round, on $name', (engine) => {
  let running: RunningServer;
  let [officer, otherOfficer, coordinator, leader, supervisor]: Client[] = [];
  let round = '';
  let submission = '';
  let other = '';

  const open = async (period: string) => {
    const { db } = running.database;
    const user = { id: await storeUser(db), name: 'Cán bộ', email: 'x@thu.vn' };
    const outline = [
      { key: 'ket-qua', title: 'Kết quả', level: 1, guide: '', owners: { agencies: [], groups: [] } },
      { key: 'kinh-te', title: 'Kinh tế', level: 2, guide: 'Nêu số thu', owners: { all: true as const } },
      { key: 'kien-nghi', title: 'Kiến nghị', level: 1, guide: '', owners: { agencies: ['so-b'], groups: [] } },
    ];
    const lines = [
      { indicatorId: 'thu', line: '', span: 'period' as const, basis: 'estimated' as const, agencyId: 'so-a' },
    ];
    const regime = await findRegime(
      db,
      await insertRegime(
        db,
        aRegime({
          outline,
          lines,
          asks: { targets: null, duties: false },
          reporters: [{ agencyId: 'so-a' }, { agencyId: 'so-b' }],
        }),
      ),
    );
    if (!regime) throw new Error('no regime');
    return db.transaction().execute((trx) => makeRound(trx, regime, period, { by: user, at }));
  };
  const submissionOf = async (roundId: string, agencyId: string) => {
    const { rows } = await sql<{ id: string }>`
      select id from submission where round_id = ${roundId} and agency_id = ${agencyId}`.execute(running.database.db);
    return rows[0]?.id ?? '';
  };
  const write = (client: Client | undefined, id: string, section: string, content: SectionContent, version = 0) =>
    (client as Client).post(`/api/submissions/${id}/sections/${section}`, { content, version });
  const send = async (id: string) => {
    await sql`update submission set stage = 'sent', first_sent_at = ${at}, sent_at = ${at} where id = ${id}`.execute(
      running.database.db,
    );
  };
  const page = (client = coordinator) => (client as Client).get<ReportPage>(`/api/rounds/${round}/report`);
  const step = async (client: Client | undefined, body: Record<string, unknown>) => {
    const { report } = await page();
    return (client as Client).post(`/api/reports/${report?.id}`, { version: report?.version, ...body });
  };
  const save = async (section: string, content: SectionContent, version?: number) => {
    const { report, sections } = await page();
    const seen = version ?? sections.find(({ key }) => key === section)?.version;
    return (coordinator as Client).post(`/api/reports/${report?.id}/sections/${section}`, { content, version: seen });
  };
  /** What somebody was told of the report, the latest first. */
  const newsOf = async (client: Client | undefined) =>
    (await (client as Client).get<{ notices: NoticeRecord[] }>('/api/notices')).notices.filter(({ kind }) =>
      kind.startsWith('summary'),
    );
  const setFigure = async (value: number) => {
    await sql`update cell set value = ${value} where submission_id = ${submission}`.execute(running.database.db);
  };

  beforeAll(async () => {
    running = await runServer(engine, { clock: { now: () => at } });
    const { db } = running.database;
    await storeProvince(db);
    await sql`insert into indicator (id, name, unit, unit_factors, direction, measure, cumulative, breakdowns, source)
      values ('thu', 'Thu nội địa', 'tỷ đồng', '[]', 'up', 'level', true, '{}', 'thử')`.execute(db);
    [officer, otherOfficer] = [await running.as('officer', 'so-a'), await running.as('officer', 'so-b')];
    [coordinator, leader] = [await running.as('coordinator', 'ubnd'), await running.as('leader', 'ubnd')];
    supervisor = await running.as('supervisor', 'ubnd');
    round = await open('2026-M02');
    [submission, other] = [await submissionOf(round, 'so-a'), await submissionOf(round, 'so-b')];
    await storeDuty(db, await storeUser(db), {
      agencyId: 'so-a',
      quote: 'Hoàn thành đề án chuyển đổi số',
      due: '2026-02-20',
    });
    await sql`insert into figure (agency_id, indicator_id, line, period, calendar, period_to, span, basis, value, set_at)
      values ('so-a', 'thu', '', '2025-M02', 'administrative', '2025-02-14', 'period', 'final', 500, ${at}),
        ('so-a', 'thu', '', '2026-M01', 'administrative', '2026-01-14', 'period', 'final', 480, ${at}),
        ('so-a', 'thu', '', '2026', 'administrative', '2026-12-14', 'period', 'planned', 6000, ${at})`.execute(db);
  });
  afterAll(() => running.stop());

  it('has each agency write the sections it owes, and nobody else see them before they are sent', async () => {
    const answer = await write(officer, submission, 'kinh-te', says('Thu ngân sách khá.'));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ version: 1 });
    expect((await write(officer, submission, 'kien-nghi', says('Không phải phần của mình'))).status).toBe(404);
    expect((await write(otherOfficer, submission, 'kinh-te', says('Của người khác'))).status).toBe(403);
    const seen = async (client: Client | undefined) =>
      (await (client as Client).get<SubmissionSections>(`/api/submissions/${submission}/sections`)).sections.map(
        ({ section, content }) => [section.key, contentText(content)],
      );
    expect(await seen(officer)).toEqual([['kinh-te', 'Thu ngân sách khá.']]);
    expect(await seen(coordinator)).toEqual([['kinh-te', '']]);
  });

  it('tells the second of two writers of one section who was first, and stores once what is sent twice', async () => {
    const again = await write(officer, submission, 'kinh-te', says('Thu ngân sách khá.'));
    expect(await again.json()).toMatchObject({ version: 1 });
    const late = await write(officer, submission, 'kinh-te', says('Bản khác'));
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ code: 'changedMeanwhile' });
    expect(
      (await write(officer, submission, 'kinh-te', says('Thu ngân sách khá.', 'Chi đúng dự toán.'), 1)).status,
    ).toBe(200);
  });

  it('sets what was sent side by side, and composes a sentence from the figures', async () => {
    await setFigure(520);
    await write(otherOfficer, other, 'kinh-te', says('Công nghiệp tăng.'));
    await send(submission);
    const { submission: sending } = await (otherOfficer as Client).get<{ submission: { version: number } }>(
      `/api/submissions/${other}`,
    );
    const sent = await (otherOfficer as Client).post(`/api/submissions/${other}/actions`, {
      verb: 'send',
      version: sending.version,
    });
    expect(sent.status).toBe(200);
    const { contributions } = await (coordinator as Client).get<{ contributions: Contribution[] }>(
      `/api/rounds/${round}/contributions/kinh-te`,
    );
    expect(contributions.map(({ agency, content }) => [agency.name, contentText(content)]).sort()).toEqual([
      ['Sở A', 'Thu ngân sách khá.\nChi đúng dự toán.'],
      ['Sở B', 'Công nghiệp tăng.'],
    ]);
    const { sentences } = await (coordinator as Client).get<{ sentences: FigureSentence[] }>(
      `/api/rounds/${round}/sentences`,
    );
    expect(sentences.map(({ runs }) => contentText([{ kind: 'paragraph', runs }]))).toEqual([
      'Thu nội địa tháng 2 năm 2026 ước đạt 520 tỷ đồng, tăng 4% so với cùng kỳ năm trước; lũy kế 2 tháng (số tính toán) ước đạt 1.000 tỷ đồng, bằng 16,7% dự toán năm.',
    ]);
  });

  it('begins with the outline, for the coordinator alone, and once', async () => {
    const begin = (client: Client | undefined) => (client as Client).post(`/api/rounds/${round}/report`, {});
    expect((await begin(officer)).status).toBe(403);
    expect((await begin(coordinator)).status).toBe(200);
    expect((await begin(coordinator)).status).toBe(200);
    const { report, sections, may } = await page();
    expect(report?.stage).toBe('collecting');
    expect(sections.map(({ key, owed, sent }) => [key, owed, sent])).toEqual([
      ['ket-qua', 0, 0],
      ['kinh-te', 2, 2],
      ['kien-nghi', 1, 1],
    ]);
    expect(may).toEqual(['edit']);
    expect((await page(officer)).report).toBeNull();
  });

  it('remembers whose words were taken, and says which of its numbers were corrected since', async () => {
    const { sentences } = await (coordinator as Client).get<{ sentences: FigureSentence[] }>(
      `/api/rounds/${round}/sentences`,
    );
    const content: SectionContent = [
      { kind: 'paragraph', runs: [{ text: 'Chi đúng dự toán.', from: submission }] },
      ...sentences.map(({ runs }) => ({ kind: 'paragraph' as const, runs })),
    ];
    expect((await save('kinh-te', content)).status).toBe(200);
    const saved = await page();
    expect([saved.report?.stage, saved.corrected]).toEqual(['drafting', []]);
    expect(saved.contributors.map(({ submissionId }) => submissionId)).toContain(submission);
    expect((await save('kinh-te', says('Người thứ hai'), 1)).status).toBe(409);
    await setFigure(480);
    const corrected = (await page()).corrected;
    // Its own, and the sum since January that nobody reported.
    expect(corrected.map(({ value }) => value)).toEqual([480, 960]);
    await setFigure(520);
  });

  it('says whom it addresses, and the next report of the regime begins with them', async () => {
    const address = { verb: 'address', addressees: ['Văn phòng Chính phủ'], recipients: ['Các sở, ban, ngành'] };
    expect((await step(leader, address)).status).toBe(409);
    expect((await step(coordinator, address)).status).toBe(200);
    expect((await page()).report).toMatchObject({ stage: 'drafting', recipients: ['Các sở, ban, ngành'] });
  });

  it('goes to the leader and back, with what changed since', async () => {
    expect((await step(leader, { verb: 'sign' })).status).toBe(409);
    const heard = await readEvents(`${running.url}/api/notices/events`, (leader as Client).cookie ?? '');
    expect((await step(coordinator, { verb: 'submit' })).status).toBe(200);
    expect(await heard.next()).toEqual({
      ...{ name: 'round', data: { roundId: round, submissionId: null, what: 'report' } },
    });
    heard.leave();
    expect((await save('kinh-te', says('Sau khi trình'))).status).toBe(409);
    expect((await step(coordinator, { verb: 'return', reason: 'Thử' })).status).toBe(409);
    expect((await step(leader, { verb: 'return', reason: 'Thêm kiến nghị' })).status).toBe(200);
    expect((await page()).report).toMatchObject({ stage: 'returned', returnedBecause: 'Thêm kiến nghị' });
    expect(await newsOf(leader)).toMatchObject([{ kind: 'summarySubmitted', roundId: round }]);
    expect(await newsOf(coordinator)).toMatchObject([
      { kind: 'summaryReturned', urgent: true, details: { reason: 'Thêm kiến nghị' } },
    ]);
    await save('kien-nghi', says('Đề nghị bổ sung vốn.'));
    const section = (await page()).sections.find(({ key }) => key === 'kien-nghi');
    expect([section?.lastDraft, contentText(section?.content ?? [])]).toEqual([[], 'Đề nghị bổ sung vốn.']);
    expect((await step(coordinator, { verb: 'submit' })).status).toBe(200);
  });

  it('is refused a step by somebody who saw another version', async () => {
    expect((await step(leader, { verb: 'sign', version: 1 })).status).toBe(409);
  });

  it('keeps its numbers from the signature on, and is published only then', async () => {
    expect((await step(leader, { verb: 'sign' })).status).toBe(200);
    await setFigure(999);
    const signed = await page(supervisor);
    expect(signed.report?.stage).toBe('signed');
    expect(signed.sections.map(({ content }) => contentText(content)).join('\n')).toContain('520 tỷ đồng');
    expect(signed.corrected).toEqual([]);
    expect((await save('kinh-te', says('Sau khi ký'))).status).toBe(409);
    const issued = { verb: 'publish', number: '15/BC-UBND', issuedOn: '2026-03-03' };
    expect((await step(leader, issued)).status).toBe(409);
    expect((await step(coordinator, issued)).status).toBe(200);
    expect((await page(officer)).report).toMatchObject({ stage: 'published', number: '15/BC-UBND' });
    expect((await newsOf(coordinator)).map(({ kind }) => kind)).toEqual(['summarySigned', 'summaryReturned']);
    expect(await newsOf(otherOfficer)).toMatchObject([{ kind: 'summaryPublished', details: { words: '15/BC-UBND' } }]);
  });

  it('comes out as a .docx that reads as it was signed, with the targets and the tasks behind it', async () => {
    const { report } = await page();
    const answer = await (officer as Client).fetch(`/api/reports/${report?.id}/document`);
    expect(answer.status).toBe(200);
    const { text } = openFile(new Uint8Array(await answer.arrayBuffer()), 'bao-cao.docx');
    expect(text).toContain('BÁO CÁO');
    expect(text).toContain('Thu nội địa tháng 2 năm 2026 ước đạt 520 tỷ đồng');
    expect(text).toContain('Hoàn thành đề án chuyển đổi số');
    expect(text).toContain('Tổng cộng');
    expect(text).toContain('Kính gửi: Văn phòng Chính phủ');
    expect(text).toContain('- Các sở, ban, ngành;');
    const tables = await (officer as Client).fetch(`/api/reports/${report?.id}/document?format=xlsx`);
    const book = openFile(new Uint8Array(await tables.arrayBuffer()), 'bao-cao.xlsx');
    expect(book.text).toContain('Thu nội địa');
    expect(book.text).toContain('Hoàn thành đề án chuyển đổi số');
  });

  it('leaves every step in the record of deeds', async () => {
    const { rows } = await sql<{ verb: string }>`
      select verb from action where subject_kind = 'report' order by id`.execute(running.database.db);
    expect(rows.map(({ verb }) => verb)).toEqual([
      ...['beginSummary', 'editSummary', 'addressSummary', 'submitSummary', 'returnSummary', 'editSummary'],
      'submitSummary',
      ...['signSummary', 'publishSummary'],
    ]);
    const said = await sql<{ id: string; said: string }>`
      select subject_id as id, after ->> 'text' as said from action where subject_kind = 'sectionText'`.execute(
      running.database.db,
    );
    expect(said.rows).toEqual([{ id: `${other}/kinh-te`, said: 'Công nghiệp tăng.' }]);
  });

  it('shows the text of the period before beside the new one', async () => {
    const next = await open('2026-M03');
    const id = await submissionOf(next, 'so-a');
    await sql`update round set regime_id = (select regime_id from round where id = ${round}) where id = ${next}`.execute(
      running.database.db,
    );
    const { sections, beforeTitle } = await (officer as Client).get<SubmissionSections>(
      `/api/submissions/${id}/sections`,
    );
    const begun = await (coordinator as Client).post(`/api/rounds/${next}/report`, {});
    expect(await begun.json()).toMatchObject({
      report: { addressees: ['Văn phòng Chính phủ'], recipients: ['Các sở, ban, ngành'] },
    });
    expect(beforeTitle).toBe('Báo cáo thử tháng 2 năm 2026');
    expect(sections.map(({ before }) => contentText(before ?? []))).toEqual(['Thu ngân sách khá.\nChi đúng dự toán.']);
  });

  it('follows a regime whose lines of figures are put in order, told by number where one is at fault, and recorded', async () => {
    const line = (basis: RegimeLine['basis'], agencyId: string | null): RegimeLine => ({
      ...{ indicatorId: 'thu', line: '', span: 'toDate', basis, agencyId },
    });
    const lines = [line('planned', 'so-a'), line('estimated', null)];
    const boss = coordinator as Client;
    const made = (await (await boss.post('/api/regimes', { fields: aRegime({ lines }) })).json()) as RegimeRecord;
    const save = (some: RegimeLine[], version: number, client = boss) =>
      client.post(`/api/regimes/${made.id}`, { fields: aRegime({ lines: some }), version });
    expect(made.lines).toEqual(lines);
    expect((await save(lines, made.version, officer as Client)).status).toBe(403);
    const twice = await save([...lines, line('estimated', 'so-b')], made.version);
    expect(twice.status).toBe(422);
    expect(await twice.json()).toMatchObject({
      code: 'regimeFaulty',
      facts: { fault: 'lineTwice', line: 3, other: 2, name: 'Thu nội địa' },
    });
    expect(await (await save(lines.toReversed(), made.version)).json()).toMatchObject({
      lines: lines.toReversed(),
      names: { thu: 'Thu nội địa', 'so-a': 'Sở A' },
    });
    expect(await (await save([], made.version)).json()).toMatchObject({ code: 'changedMeanwhile' });
    const { rows } = await sql<{ verb: string; before: unknown; after: unknown }>`
      select verb, before -> 'lines' as before, after -> 'lines' as after from action
      where subject_kind = 'regime' and subject_id = ${made.id} order by id`.execute(running.database.db);
    expect(rows).toEqual([
      { verb: 'addRegime', before: null, after: lines },
      { verb: 'changeRegime', before: lines, after: lines.toReversed() },
    ]);
  });
});
