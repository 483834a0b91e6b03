import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeDuty, storePart, storeProvince } from '../../test/given-duties.ts';
import { storeUser } from '../../test/readings.ts';
import type { Person } from '../registry/may.ts';
import { findReportedDuty } from '../store/reported-duties.ts';
import { getDuty, seeDuty } from './duties.ts';
import { getDutyReport } from './duty-report.ts';
import { getDutyStory } from './duty-story.ts';
import { reportedDuty } from './look-at-duty.ts';
import { raiseObstacle } from './obstacles.ts';
import { saveProgress } from './save-progress.ts';
import { stepProgress } from './step-progress.ts';
import { getWholeDuty } from './whole-duty.ts';

describe.each(engines)('a duty that somebody looks at, on $name', (engine) => {
  let app: FreshDatabase;
  let officer: Person;
  let supervisor: Person;
  let given = '';
  let part = '';

  beforeAll(async () => {
    app = await freshDatabase(engine);
    await storeProvince(app.db);
    const person = async (role: Person['posts'][number]['role'], agencyId: string): Promise<Person> => {
      const id = await storeUser(app.db);
      return { user: { id, name: 'Nguyễn Văn A', email: `${id}@thu.vn` }, posts: [{ role, agencyId }] };
    };
    officer = await person('officer', 'so-a');
    supervisor = await person('supervisor', 'ubnd');
    given = await storeDuty(app.db, officer.user.id, {
      ...{ agencyId: 'so-a', monitorId: 'van-phong', product: 'Đề án', due: '2026-12-31', officerId: officer.user.id },
    });
    part = await storePart(app.db, given, 'chi-cuc', '2026-10-01');
  });
  afterAll(() => app.drop());

  it('is the same as where somebody acts on it, whatever kind of duty it is', async () => {
    const userId = officer.user.id;
    const [waiting, done, step] = [
      await storeDuty(app.db, userId, { agencyId: 'so-b' }),
      await storeDuty(app.db, userId, { agencyId: 'so-b', stage: 'done' }),
      randomUUID(),
    ];
    await sql`update duty set waits_for = 'Khi có hướng dẫn' where id = ${waiting}`.execute(app.db);
    await sql`update duty set waits_for_duty = ${waiting}, share = 100, done_on = '2026-05-05' where id = ${done}`.execute(
      app.db,
    );
    await sql`
      insert into duty (id, parent_id, root_id, agency_id, kind, content, product, stage)
      select ${step}, id, root_id, agency_id, 'step', 'Bước một', 'Tờ trình', 'done' from duty where id = ${part}`.execute(
      app.db,
    );
    for (const id of [given, part, waiting, done, step])
      expect(reportedDuty(await seeDuty(app, id))).toEqual(await findReportedDuty(app.db, id));
  });

  it('comes whole in one answer: its page, what was reported and its story are what each is by itself', async () => {
    const fields = {
      ...{ share: 20, result: false, doneText: 'Đã khảo sát', proposal: '', withoutEvidence: '' },
      confidence: 'onTrack' as const,
    };
    const [draft, sent] = [randomUUID(), randomUUID()];
    const saving = (id: string) => ({ id, window: randomUUID(), number: 1, version: 0, fields });
    await saveProgress(app, officer, given, saving(sent));
    await stepProgress(app, officer, sent, { verb: 'submit', version: 1 });
    await saveProgress(app, officer, given, saving(draft));
    await raiseObstacle(app, officer, given, {
      ...{ id: randomUUID(), what: 'Thiếu kinh phí', impact: '', deciderId: 'van-phong', wantedBy: null },
    });
    for (const person of [officer, supervisor]) {
      const whole = await getWholeDuty(app, person, given);
      expect(whole.report).toEqual(await getDutyReport(app, person, given));
      expect(whole.story).toEqual(await getDutyStory(app, person, given, { kind: [], limit: 50 }));
      expect(whole.page.duty.id).toBe(given);
      expect(whole.page.below.map(({ id }) => id)).toContain(part);
    }
    expect((await getWholeDuty(app, officer, given)).report.inside).toHaveLength(2);
    expect((await getWholeDuty(app, supervisor, given)).report.inside).toEqual([]);
    expect((await getDuty(app, officer, given)).monitoring).toEqual([
      { id: 'van-phong', name: 'Văn phòng Ủy ban nhân dân tỉnh' },
    ]);
  });
});
