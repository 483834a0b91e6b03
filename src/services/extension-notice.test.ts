import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { type RunningServer, runServer, testAgency } from '../../test/running-server.ts';
import { layOut } from '../files/docx/laid-out.ts';
import { openFile } from '../files/open.ts';
import { checkForm } from '../report/form/check.ts';

describe.each(engines)('the notice of an extension on $name', (engine) => {
  let running: RunningServer;
  const [granted, asked] = [randomUUID(), randomUUID()];

  beforeAll(async () => {
    running = await runServer(engine, { clock: { now: () => new Date('2026-04-15T03:00:00Z') } });
    const { db } = running.database;
    const { id: by } = await db.selectFrom('app_user').select('id').executeTakeFirstOrThrow();
    for (const [id, stage] of [
      [granted, 'granted'],
      [asked, 'asked'],
    ] as const) {
      const dutyId = randomUUID();
      const duty = {
        id: dutyId,
        root_id: dutyId,
        agency_id: testAgency,
        kind: 'assigned',
        content: 'Xây dựng đề án',
      } as const;
      await db
        .insertInto('duty')
        .values({ ...duty, first_due: '2026-03-31', due: '2026-06-30', stage: 'accepted' })
        .execute();
      const at = new Date('2026-03-20T03:00:00Z');
      await db
        .insertInto('due_change')
        .values({
          ...{
            id,
            duty_id: dutyId,
            agency_id: testAgency,
            asked_by: by,
            asked_at: at,
            reason: 'Chờ hướng dẫn của bộ.',
          },
          ...{ due_before: '2026-03-31', due_proposed: '2026-06-30', stage },
          ...(stage === 'granted' && { due_granted: '2026-06-30', decided_by: by, decided_at: at }),
        })
        .execute();
    }
  });

  afterAll(() => running.stop());

  it('says what was put off, from when to when and why, in the form of the decree, and is recorded', async () => {
    const answer = await running.officer.post(`/api/due-changes/${granted}/notice`, { format: 'docx' });
    expect(answer.status).toBe(200);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const { text } = openFile(bytes, 'gia-han.docx');
    expect(text).toContain('nhiệm vụ “Xây dựng đề án” đến ngày 30/06/2026 (thời hạn trước đây: ngày 31/03/2026)');
    expect(text).toContain('Lý do gia hạn: Chờ hướng dẫn của bộ.');
    expect(checkForm(layOut(bytes), '2026-04-15').boxes.flatMap(({ faults }) => faults)).toEqual([]);
    const story = await running.database.db
      .selectFrom('action')
      .select('subject_id')
      .where('verb', '=', 'writeExtensionNotice')
      .execute();
    expect(story.map(({ subject_id }) => subject_id)).toEqual([granted]);
  });

  it('is not written before it is granted, nor by an agency', async () => {
    expect((await running.officer.post(`/api/due-changes/${asked}/notice`, { format: 'docx' })).status).toBe(409);
    const head = await running.as('head');
    expect((await head.post(`/api/due-changes/${granted}/notice`, { format: 'docx' })).status).toBe(403);
  });

  it('has a sister that tells an agency its scorecard, with the formula of each criterion, and is recorded', async () => {
    const path = `/api/agencies/${testAgency}/scorecard/notice`;
    const answer = await running.officer.post(path, { period: '2026-Q1', format: 'docx' });
    expect(answer.status).toBe(200);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const { text } = openFile(bytes, 'phieu-diem.docx');
    expect(text).toContain('chế độ báo cáo quý I năm 2026 (từ ngày 15/12/2025 đến hết ngày 14/03/2026');
    expect(text).toContain('thang điểm đề xuất của phần mềm theo dõi, chưa có quyết định của cơ quan có thẩm quyền');
    expect(text).toContain('Số nhiệm vụ đang làm đã giao cán bộ phụ trách, trên số nhiệm vụ đang làm');
    expect(checkForm(layOut(bytes), '2026-04-15').boxes.flatMap(({ faults }) => faults)).toEqual([]);
    const deeds = running.database.db.selectFrom('action').select('subject_id').where('verb', '=', 'writeScorecard');
    expect((await deeds.execute()).map(({ subject_id }) => subject_id)).toEqual([testAgency]);
    const head = await running.as('head');
    expect((await head.post(path, { period: '2026-Q1' })).status).toBe(403);
  });
});
