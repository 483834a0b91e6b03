import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../src/registry/may.ts';
import type { Role } from '../../src/registry/post.ts';
import { actInReview } from '../../src/services/act-in-review.ts';
import { actOnDuty } from '../../src/services/act-on-duty.ts';
import { type App, createApp } from '../../src/services/app.ts';
import { changeDocumentState } from '../../src/services/change-document-state.ts';
import { getDuty } from '../../src/services/duties.ts';
import { makeDueDuties } from '../../src/services/give-duties.ts';
import { judgeResult } from '../../src/services/judge-result.ts';
import { calendarSeed, loadSeed } from '../../src/services/load-seed.ts';
import { getReview } from '../../src/services/review.ts';
import { saveProgress } from '../../src/services/save-progress.ts';
import { sendNotices } from '../../src/services/send-notices.ts';
import { stepProgress } from '../../src/services/step-progress.ts';
import { runUrging } from '../../src/services/urge.ts';
import { workDay } from '../../src/services/work-day.ts';
import { dutyStateOn } from '../../src/store/duty-states.ts';
import { addPost } from '../../src/store/posts.ts';
import { dayAfter, type PlainDate } from '../../src/values/plain-date.ts';
import { engines, type FreshDatabase, freshDatabase } from '../engines.ts';
import { aTask, storeDocument, storeUser } from '../readings.ts';

const text = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');
const linesOf = (part = '') => part.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const [script, expected] = text('simulated-days.txt').split(/^==>$/m).map(linesOf);

const firstDay = '2026-01-26';
const lastDay = '2026-04-28';

const tasks = [
  aTask({ timeRaw: '20/02/2026', time: { kind: 'by', to: '2026-02-20' } }),
  aTask({ timeRaw: 'trước ngày 20 hằng tháng', time: { kind: 'recurring', every: 'month' } }),
  aTask({
    timeRaw: 'trong 10 ngày làm việc kể từ ngày đề án được duyệt',
    time: { kind: 'conditional', condition: 'trong 10 ngày làm việc kể từ ngày đề án được duyệt' },
  }),
  aTask({ timeRaw: '31/3/2026', time: { kind: 'by', to: '2026-03-31' } }),
];

describe.each(engines)('days that go by, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let now = new Date(`${firstDay}T00:00:00+07:00`);
  const people = new Map<string, Person>();
  const log: string[] = [];
  const seen = { states: new Map<string, string>(), urgings: 0, outbox: 0 };

  const person = async (name: string, role: Role, agencyId: string) => {
    const id = await storeUser(database.db);
    await sql`update app_user set name = ${name} where id = ${id}`.execute(database.db);
    await addPost(database.db, { userId: id, role, agencyId, validFrom: '2000-01-01', givenBy: null });
    people.set(name, { user: { id, name, email: `${id}@thu.vn` }, posts: [{ role, agencyId }] });
  };
  const named = (name = ''): Person => {
    const found = people.get(name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };

  /** Of a finding that comes again the duty of the latest period. */
  const dutyOf = async (finding = ''): Promise<string> => {
    const { rows } = await sql<{ id: string }>`
      select d.id from duty d join duty_origin o on o.duty_id = d.id
      where o.finding_id = ${finding} order by d.period desc nulls last limit 1`.execute(database.db);
    return rows[0]?.id ?? '';
  };

  const report = async (who: Person, dutyId: string) => {
    const fields = { share: 100, result: true, doneText: 'Đã hoàn thành', proposal: '', confidence: null };
    const saving = {
      id: randomUUID(),
      window: randomUUID(),
      number: 1,
      version: 0,
      fields: { ...fields, withoutEvidence: 'Đã trình trực tiếp' },
    };
    const saved = await saveProgress(app, who, dutyId, saving);
    await stepProgress(app, who, saved.id, { verb: 'send', version: saved.version });
  };
  const confirm = async (who: Person, dutyId: string) => {
    const { rows } = await sql<{ id: string; version: number }>`
      select id, version from progress where duty_id = ${dutyId} and stage = 'sent' order by sent_at desc limit 1`.execute(
      database.db,
    );
    await judgeResult(app, who, rows[0]?.id ?? '', { verb: 'confirm', version: rows[0]?.version ?? 0 });
  };
  const act = async (day: PlainDate, [name, verb, finding]: string[]) => {
    const [who, id] = [named(name), await dutyOf(finding)];
    if (verb === 'report') return report(who, id);
    if (verb === 'confirm') return confirm(who, id);
    const { version } = (await getDuty(app, who, id)).duty;
    if (verb === 'begin') return actOnDuty(app, who, id, { verb, version, happenedOn: day });
    if (verb === 'accept') return actOnDuty(app, who, id, { verb, version });
    throw new Error(`nobody can ${verb}`);
  };

  const nameOf = (id: string) => [...people.values()].find(({ user }) => user.id === id)?.user.name ?? id;
  const at = async (day: PlainDate, time: string, work: () => Promise<unknown>) => {
    now = new Date(`${day}T${time}:00+07:00`);
    await work();
    const before = log.length;
    await watchStates();
    await watchUrgings();
    await watchMail();
    for (let line = before; line < log.length; line += 1) log[line] = `${day} ${time} ${log[line]}`;
  };

  const watchStates = async () => {
    const { rows } = await sql<{ duty: string; due: string | null; state: string }>`
      select concat_ws(' ', o.finding_id, d.period) as duty, d.due, coalesce(${dutyStateOn(await workDay(app))}, '-') as state
      from duty d join duty_origin o on o.duty_id = d.id order by 1`.execute(database.db);
    for (const { duty, due, state } of rows) {
      const before = seen.states.get(duty);
      if (before === undefined) log.push(`${duty} begins, due ${due ?? '-'}: ${state}`);
      else if (before !== `${due} ${state}`)
        log.push(before.startsWith(`${due} `) ? `${duty}: ${state}` : `${duty} is due ${due}: ${state}`);
      seen.states.set(duty, `${due} ${state}`);
    }
  };
  const watchUrgings = async () => {
    const { rows } = await sql<{ id: number; duty: string; step: string; users: string[] }>`
      select u.id, concat_ws(' ', o.finding_id, d.period) as duty, u.step, u.user_ids as users
      from urging u join duty d on d.id = u.duty_id join duty_origin o on o.duty_id = d.id
      where u.id > ${seen.urgings} order by 2, u.id`.execute(database.db);
    for (const { duty, step, users } of rows) log.push(`${step} ${duty} -> ${users.map(nameOf).join(', ')}`);
    seen.urgings = Math.max(seen.urgings, ...rows.map(({ id }) => id));
  };
  const watchMail = async () => {
    const { rows } = await sql<{ id: number; recipient: string; subject: string }>`
      select id, data->>'to' as recipient, data->>'subject' as subject from outbox
      where queue = 'mail' and id > ${seen.outbox} order by id`.execute(database.db);
    const letters = rows.map(
      ({ recipient, subject }) => `mail to ${nameOf(recipient.split('@')[0] ?? '')}: ${subject}`,
    );
    log.push(...letters.toSorted());
    seen.outbox = Math.max(seen.outbox, ...rows.map(({ id }) => id));
  };

  beforeAll(async () => {
    database = await freshDatabase(engine);
    await loadSeed(database.db, calendarSeed(text('../../seed/calendar.txt')));
    app = await createApp({
      db: database.db,
      maxFileBytes: 1000,
      demo: false,
      clock: { now: () => now },
      // Letters are looked at in the outbox; nothing takes them from there.
      mail: { url: 'smtp://127.0.0.1:9', from: 'tien-do@thu.vn' },
    });
    for (const [id, kind, name, parent] of [
      ['ubnd', 'committee', 'Ủy ban nhân dân tỉnh', null],
      ['tc', 'department', 'Sở Tài chính', 'ubnd'],
    ]) {
      await sql`insert into agency (id, kind, tier, parent_id, source) values (${id}, ${kind}, 'province', ${parent}, 'thử')`.execute(
        database.db,
      );
      await sql`insert into agency_name (agency_id, kind, name, key) values (${id}, 'official', ${name}, lower(${name}))`.execute(
        database.db,
      );
    }
    await person('Điều', 'coordinator', 'ubnd');
    await person('Minh', 'leader', 'ubnd');
    await person('Hùng', 'head', 'tc');
    await person('Lan', 'officer', 'tc');
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('bring what the record of them says, line by line', { timeout: 300_000 }, async () => {
    const { user } = named('Điều');
    const document = await storeDocument(database.db, user.id, {
      header: { issuedOn: '2026-01-20' },
      targets: [],
      tasks,
    });
    for (const { kind, id, version } of (await getReview(app, user, document)).items) {
      const agencies = [{ name: 'Sở Tài chính', meaning: { agencyId: 'tc' } }];
      await actInReview(app, user, document, {
        verb: 'setAgencies',
        items: [{ kind, id, version }],
        role: 'lead',
        agencies,
      });
    }
    await at(firstDay, '08:00', async () => {
      const { version } = (await getReview(app, user, document)).document;
      await changeDocumentState(app, user, document, { verb: 'issue', version, acceptRest: true });
    });
    for (let day = firstDay; day <= lastDay; day = dayAfter(day)) {
      if (day > firstDay) {
        await at(day, '00:30', () => makeDueDuties(app));
        await at(day, '06:00', () => runUrging(app));
        await at(day, '07:30', () => sendNotices(app));
      }
      for (const line of script ?? []) {
        const [on, ...deed] = line.split(' ');
        if (on === day) await at(day, '09:00', () => act(day, deed));
      }
      await at(day, '09:05', () => sendNotices(app));
    }
    expect(log).toEqual(expected);
  });
});
