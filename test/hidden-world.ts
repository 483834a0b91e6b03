import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Role } from '../src/registry/post.ts';
import type { Db } from '../src/store/database.ts';
import { storeDuty, storeProvince } from './given-duties.ts';
import { aTarget, aTask, storeDocument, storeUser } from './readings.ts';
import { givePost } from './running-server.ts';

/** A small world in which everything that is hidden from somebody says so by a word of its own. */

export const hidden = [
  'draft',
  'answer',
  'cell',
  'section',
  'report',
  'stocktake',
  'followNote',
  'review',
  'account',
  'signIn',
  'notice',
  'import',
  'upload',
  'password',
] as const;
export type Hidden = (typeof hidden)[number];

/** No part of any id, day or other word. */
export const wordOf = (kind: Hidden): string => `zxqw${kind}wqxz`;

/** Of the agency so-a; what so-b's people and those above may not see of it, the test says. */
export type HiddenWorld = { people: Record<Role, string>; ids: Record<string, string> };

export async function storeHiddenWorld(db: Db): Promise<HiddenWorld> {
  await storeProvince(db);
  const [author, asker] = [await storeUser(db), await storeUser(db)];
  await givePost(db, author, 'officer', 'so-a');
  await givePost(db, asker, 'supervisor', 'hdnd');
  const given = { agencyId: 'so-a', monitorId: 'van-phong', due: '2026-05-29', officerId: author };
  const duty = await storeDuty(db, author, given);
  const [draft, evidence, question] = [randomUUID(), randomUUID(), randomUUID()];
  await sql`insert into progress (id, duty_id, agency_id, author_id, stage, share, done_text, created_at, changed_at)
    values (${draft}, ${duty}, 'so-a', ${author}, 'draft', 10, ${wordOf('draft')}, now(), now())`.execute(db);
  await sql`insert into evidence (id, duty_id, progress_id, agency_id, added_by, added_at, note, document_number)
    values (${evidence}, ${duty}, ${draft}, 'so-a', ${author}, now(), ${wordOf('draft')}, '7/QĐ')`.execute(db);
  await sql`insert into question (id, duty_id, asked_by, asked_for, asked_at, question)
    values (${question}, ${duty}, ${asker}, 'so-a', now(), 'Vì sao?')`.execute(db);
  await sql`insert into answer_draft (question_id, agency_id, answer, author_id, changed_at)
    values (${question}, 'so-a', ${wordOf('answer')}, ${author}, now())`.execute(db);
  await sql`insert into notice (user_id, kind, duty_id, details, at)
    values (${author}, 'named', ${duty}, ${JSON.stringify({ what: wordOf('notice') })}, now())`.execute(db);
  const review = await storeInReview(db, author);
  const started = await storeOfAccounts(db, author);
  const ids = {
    author,
    asker,
    duty,
    draft,
    evidence,
    question,
    review,
    ...started,
    ...(await storeReporting(db, author)),
    ...(await storeStocktake(db, duty)),
  };
  const person = async (role: Role, agencyId: string) => {
    const id = await storeUser(db);
    await givePost(db, id, role, agencyId);
    return id;
  };
  const people = {
    administrator: await person('administrator', 'ubnd'),
    coordinator: await person('coordinator', 'ubnd'),
    leader: await person('leader', 'ubnd'),
    head: await person('head', 'so-b'),
    officer: await person('officer', 'so-b'),
    supervisor: await person('supervisor', 'hdnd'),
  };
  return { people, ids };
}

async function storeInReview(db: Db, author: string): Promise<string> {
  const word = wordOf('review');
  const id = await storeDocument(db, author, {
    header: { number: '8/NQ', issuedOn: '2026-01-10', title: word },
    text: `Xây dựng đề án ${word}`,
    targets: [aTarget({ name: word })],
    tasks: [aTask({ productRaw: word })],
  });
  await sql`update document set state = 'inReview' where id = ${id}`.execute(db);
  return id;
}

/** A leader follows the duty, and a stocktake in which so-a takes part decides on it. */
async function storeStocktake(db: Db, duty: string) {
  const leading = await storeUser(db);
  await givePost(db, leading, 'leader', 'ubnd');
  const [follow, stocktake, item, decision] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await sql`insert into follow (id, leader_id, kind, duty_id, added_by, added_at)
    values (${follow}, ${leading}, 'duty', ${duty}, ${leading}, now())`.execute(db);
  await sql`insert into follow_note (follow_id, note) values (${follow}, ${wordOf('followNote')})`.execute(db);
  await sql`insert into stocktake (id, agency_id, title, held_on, chair_id, made_by, made_at)
    values (${stocktake}, 'ubnd', ${wordOf('stocktake')}, '2026-03-10', ${leading}, ${leading}, now())`.execute(db);
  await sql`insert into stocktake_agency (stocktake_id, agency_id) values (${stocktake}, 'so-a')`.execute(db);
  await sql`insert into stocktake_item (id, stocktake_id, position, kept, kind, duty_id, reasons, discussion)
    values (${item}, ${stocktake}, 0, true, 'duty', ${duty}, '[]', ${wordOf('stocktake')})`.execute(db);
  await sql`insert into stocktake_decision (id, item_id, position, agency_id, content)
    values (${decision}, ${item}, 1, 'so-a', ${wordOf('stocktake')})`.execute(db);
  return { leading, follow, stocktake, item, decision };
}

async function storeOfAccounts(db: Db, author: string): Promise<{ import: string; upload: string }> {
  await sql`insert into action (at, user_id, operation, verb, subject_kind, subject_id, reason)
    values (now(), ${author}, gen_random_uuid(), 'lockAccount', 'account', ${author}, ${wordOf('account')})`.execute(
    db,
  );
  await sql`insert into sign_in (at, outcome, account, user_id, address, device)
    values (now(), 'refused', 'nobody@thu.vn', ${author}, '10.0.0.9', ${wordOf('signIn')})`.execute(db);
  await sql`insert into password (user_id, hash, set_at) values (${author}, ${wordOf('password')}, now())
    on conflict (user_id) do update set hash = excluded.hash`.execute(db);
  const id = randomUUID();
  await sql`insert into document_import (id, file_name, stage, state, started_by, started_at)
    values (${id}, ${wordOf('import')}, 'reading', 'running', ${author}, now())`.execute(db);
  const upload = randomUUID();
  await sql`insert into upload (id, user_id, file_name, size, received, expires_at)
    values (${upload}, ${author}, ${wordOf('upload')}, 100, 20, now() + interval '1 day')`.execute(db);
  await sql`insert into upload_part (upload_id, starts_at, bytes)
    values (${upload}, 0, convert_to(${wordOf('upload')}, 'UTF8'))`.execute(db);
  return { import: id, upload };
}

const paragraph = (kind: Hidden) => [{ kind: 'paragraph', runs: [{ text: wordOf(kind) }] }];

/** A round that is being answered, and a report that is being written. */
async function storeReporting(db: Db, author: string) {
  const [regime, round, submission] = [randomUUID(), randomUUID(), randomUUID()];
  const [report, duty] = [randomUUID(), randomUUID()];
  await sql`insert into regime (id, name, kind, content, every, calendar, receiver_id, closing, deadlines, asks, outline, valid_from)
    values (${regime}, 'Báo cáo tháng', 'periodic', 'both', 'month', 'statistical', 'ubnd', '{"kind": "calendar"}', '{"province": 2}',
      '{"targets": "estimated", "duties": false}', '[]', '2026-01-01')`.execute(db);
  await sql`insert into round (id, regime_id, period, calendar, from_day, to_day, title, content, guide, asks, outline, opened_at)
    values (${round}, ${regime}, '2026-M03', 'statistical', '2026-03-01', '2026-03-31', 'Tháng 3', 'both', '',
      '{"targets": "estimated", "duties": false}', '[]', now())`.execute(db);
  await sql`insert into duty (id, root_id, agency_id, kind, content, due, stage)
    values (${duty}, ${duty}, 'so-a', 'assigned', 'Báo cáo', '2026-04-05', 'accepted')`.execute(db);
  await sql`insert into submission (id, round_id, duty_id, agency_id, sections, stage)
    values (${submission}, ${round}, ${duty}, 'so-a', '{i}', 'drafting')`.execute(db);
  await sql`insert into indicator (id, name, unit, unit_factors, direction, measure, cumulative, breakdowns, source)
    values ('thu', 'Thu ngân sách', 'tỷ đồng', '[]', 'up', 'number', true, '{}', 'thử')`.execute(db);
  await sql`insert into cell (submission_id, indicator_id, span, basis, position, value, reason)
    values (${submission}, 'thu', 'period', 'final', 1, 12, ${wordOf('cell')})`.execute(db);
  await sql`insert into section_text (submission_id, section, content, author_id, changed_at)
    values (${submission}, 'i', ${JSON.stringify(paragraph('section'))}, ${author}, now())`.execute(db);
  await sql`insert into report (id, round_id, title, stage) values (${report}, ${round}, ${wordOf('report')}, 'drafting')`.execute(
    db,
  );
  await sql`insert into report_section (report_id, section, position, title, level, content)
    values (${report}, 'i', 1, 'Kết quả', 1, ${JSON.stringify(paragraph('report'))})`.execute(db);
  return { regime, round, submission, report, reportingDuty: duty };
}
