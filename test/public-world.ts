import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { User } from '../src/registry/may.ts';
import { publishDocument, withdrawPublication } from '../src/services/publications.ts';
import type { Db } from '../src/store/database.ts';
import { storeDatedAgencies, storeDuty } from './given-work.ts';
import { storeHiddenWorld } from './hidden-world.ts';
import { aTarget, aTask, storeDocument } from './readings.ts';

/** An installation in which everything that the public must not see says so by a word, and some things are published. */

/** Stands in all that is not for the public, and in no id, day or other word. */
export const secretWord = 'zxqw';
/** The same as a number, where nothing but a number is kept. */
export const secretNumber = 918273645;
/** A private person; stands in sentences, and as the name of whoever did anything. */
export const privateName = 'Nguyễn Thị Mười';

const mark = (what: string): string => `${secretWord}${what}wqxz`;

export type PublicWorld = {
  published: string;
  /** Documents of which the public sees nothing. */
  hidden: Record<'unpublished' | 'inReview' | 'withdrawn' | 'planned' | 'secret', string>;
  words: { target: string; task: string; agency: string; reached: number };
};

type Written = { number: string; words: string; year?: number };

/** Of a document in force: two targets, two tasks, and a third of each that is kept back; the fourth names a person. */
async function storePlan(db: Db, author: string, { number, words, year = 2026 }: Written): Promise<string> {
  const parts = {
    targets: [
      `Thu ngân sách ${words} đạt 1.200 tỷ đồng`,
      `Tỷ lệ che phủ rừng ${words} đạt 42%`,
      `Chỉ tiêu giữ lại ${mark('target')}`,
      `Giao đồng chí ${privateName} bảo đảm chỉ tiêu số hộ`,
    ],
    tasks: [
      `Xây dựng đề án chuyển đổi số ${words}`,
      `Rà soát quy hoạch ${words} giai đoạn mới`,
      `Nhiệm vụ giữ lại ${mark('task')}`,
      `Phân công bà ${privateName} làm đầu mối; điện thoại 0912 345 678`,
    ],
  };
  const text = [...parts.targets, ...parts.tasks].join('\n');
  const span = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
  const id = await storeDocument(db, author, {
    header: {
      number,
      kind: 'ke_hoach',
      title: `Kế hoạch ${words}`,
      issuedOn: '2026-01-05',
      signer: { name: privateName, title: 'Chủ tịch' },
      period: { from: year, to: year },
    },
    text,
    targets: parts.targets.map((quote, at) =>
      aTarget({ span: span(quote), name: quote, year, value: at === 1 ? 42 : 1200, unit: at === 1 ? '%' : 'tỷ đồng' }),
    ),
    tasks: parts.tasks.map((quote) => aTask({ span: span(quote), productRaw: null })),
  });
  await sql`update document set state = 'issued', valid_from = '2026-01-05' where id = ${id}`.execute(db);
  for (const kind of ['target', 'task'] as const)
    await sql`update ${sql.table(kind)} set review = 'accepted', valid_from = '2026-01-05' where document_id = ${id}`.execute(
      db,
    );
  await sql`update target set indicator_id = 'thu', indicator_line = '' where document_id = ${id} and id = 't1'`.execute(
    db,
  );
  await sql`insert into assignment (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from)
    select f.document_id, 'target', f.id, 'named', 'so-a', 1, '2026-01-05'::date from target f where f.document_id = ${id}
    union all
    select f.document_id, 'task', f.id, 'lead', 'so-b', 1, '2026-01-05'::date from task f where f.document_id = ${id}`.execute(
    db,
  );
  return id;
}

async function storeWork(db: Db, author: string, documentId: string): Promise<void> {
  const fields = { agency_id: 'so-b', due: '2026-02-20', first_due: '2026-02-10', stage: 'accepted' };
  const secret = { officer_id: author, because_words: mark('because'), content: mark('content') };
  const duty = await storeDuty(db, { ...fields, ...secret }, { documentId, findingId: 'n1' });
  await storeDuty(db, { ...fields, stage: 'done', done_on: '2026-02-19' }, { documentId, findingId: 'n2' });
  const progress = randomUUID();
  await sql`insert into progress (id, duty_id, agency_id, author_id, stage, result, done_text, proposal, created_at, changed_at, sent_at, sent_by,
      judgement, judged_because)
    values (${progress}, ${duty}, 'so-b', ${author}, 'sent', true, ${mark('sent')}, ${mark('proposal')}, now(), now(), '2026-02-12T03:00:00Z',
      ${author}, 'confirmed', ${mark('judged')})`.execute(db);
  await sql`insert into evidence (id, duty_id, progress_id, agency_id, added_by, added_at, note, document_number, document_date, file_name,
      file_type, file_size)
    values (${randomUUID()}, ${duty}, ${progress}, 'so-b', ${author}, now(), ${mark('note')}, '77/QĐ-STC', '2026-02-11', ${mark('file')}, 'docx', 1)`.execute(
    db,
  );
  await sql`insert into evidence (id, duty_id, progress_id, agency_id, added_by, added_at, document_number)
    values (${randomUUID()}, ${duty}, ${progress}, 'so-b', ${author}, now(), ${`Đơn của ông ${privateName}`})`.execute(
    db,
  );
  await sql`insert into due_change (id, duty_id, agency_id, asked_by, asked_at, reason, due_before, due_proposed, stage, due_granted, decided_by,
      decided_at, decided_because)
    values (${randomUUID()}, ${duty}, 'so-b', ${author}, now(), ${mark('reason')}, '2026-02-10', '2026-02-20', 'granted', '2026-02-20',
      ${author}, '2026-02-09T03:00:00Z', ${mark('decided')})`.execute(db);
  await sql`insert into obstacle (id, duty_id, agency_id, raised_by, raised_at, what)
    values (${randomUUID()}, ${duty}, 'so-b', ${author}, now(), ${mark('obstacle')})`.execute(db);
}

type Figure = { period: string; to: string; value: number; agency?: string; indicator?: string; basis?: string };

async function storeFigures(db: Db, author: string, figures: readonly Figure[]): Promise<void> {
  for (const { period, to, value, agency = 'so-a', indicator = 'thu', basis = 'final' } of figures)
    await sql`insert into figure (agency_id, indicator_id, period, calendar, period_to, span, basis, value, reason, set_at, set_by)
      values (${agency}, ${indicator}, ${period}, 'statistical', ${to}, 'toDate', ${basis}, ${value}, ${mark('why')}, '2026-03-05T03:00:00Z',
        ${author})`.execute(db);
}

/** The clock of the installation stands at 20 March 2026. */
export async function storePublicWorld(db: Db, user: User, now: Date): Promise<PublicWorld> {
  await storeHiddenWorld(db);
  await storeDatedAgencies(db, [{ id: 'so-kin', name: `Sở ${mark('agency')}` }]);
  await sql`update agency set contact = ${mark('contact')}`.execute(db);
  await sql`update app_user set name = ${privateName}`.execute(db);
  await sql`insert into indicator (id, name, unit, unit_factors, direction, measure, cumulative, breakdowns, source)
    values ('kin', ${mark('indicator')}, '%', '[]', 'up', 'number', false, '{}', ${mark('source')})`.execute(db);
  const app = { db, clock: { now: () => now } };
  const keptBack = [
    { kind: 'target', id: 't3' },
    { kind: 'task', id: 'n3' },
  ] as const;
  const publish = (id: string, from = '2026-03-20') =>
    publishDocument(app, user, id, { version: 0, from, reason: mark('reason'), keptBack });
  const plan = (number: string, words: string, year?: number) =>
    storePlan(db, user.id, { number, words, ...(year !== undefined && { year }) });

  const published = await plan('12/KH-UBND', 'Sông Thanh');
  await storeWork(db, user.id, published);
  await publish(published);
  const unpublished = await plan(`13/${mark('number')}`, mark('unpublished'), 2027);
  await storeWork(db, user.id, unpublished);
  await sql`update target set indicator_id = 'kin' where document_id = ${unpublished} and id = 't2'`.execute(db);
  const inReview = await plan('14/KH', mark('review'));
  await publish(inReview);
  await sql`update document set state = 'inReview', valid_from = null where id = ${inReview}`.execute(db);
  const withdrawn = await plan('15/KH', mark('withdrawn'));
  const { version } = await publish(withdrawn);
  await withdrawPublication(app, user, withdrawn, { version, reason: mark('reason') });
  const planned = await plan('16/KH', mark('planned'));
  await publish(planned, '2026-03-21');
  const secret = await plan('17/KH', mark('secret'));
  await publish(secret);
  await sql`update document set header = header || '{"secrecy": "confidential"}' where id = ${secret}`.execute(db);

  await storeFigures(db, user.id, [
    { period: '2025', to: '2025-12-31', value: 1100 },
    { period: '2026-M01', to: '2026-01-31', value: 95 },
    { period: '2026-M02', to: '2026-02-28', value: 187.5, basis: 'estimated' },
    // Of years after the published target, of another agency, planned, and of an indicator that no published target has.
    { period: '2027', to: '2027-12-31', value: secretNumber },
    { period: '2026-M02', to: '2026-02-28', value: secretNumber, agency: 'so-b' },
    { period: '2026', to: '2026-12-31', value: secretNumber, basis: 'planned' },
    { period: '2026-M01', to: '2026-01-31', value: secretNumber, indicator: 'kin' },
  ]);
  return {
    published,
    hidden: { unpublished, inReview, withdrawn, planned, secret },
    words: {
      target: 'Thu ngân sách Sông Thanh',
      task: 'Xây dựng đề án chuyển đổi số Sông Thanh',
      agency: 'Sở A',
      reached: 187.5,
    },
  };
}
