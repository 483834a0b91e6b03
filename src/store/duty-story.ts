import { sql } from 'kysely';
import { type StoryCursor, type StoryItem, StoryKind } from '../registry/duty-story.ts';
import type { Db } from './database.ts';
import { named, personName } from './people.ts';
import type { LaidDuty } from './reported-duties.ts';

type Row = {
  at: Date;
  /** 1: an urging, 0: an action. Both are numbered by themselves. */
  source: number;
  id: number;
  kind: string;
  verb: string | null;
  subjectId: string | null;
  userId: string | null;
  userName: string | null;
  reason: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  step: string | null;
  due: string | null;
  people: number | null;
};

/** What a head and an officer settle between them. */
const insideVerbs = [
  ...['submitProgress', 'withdrawProgress', 'returnProgress', 'dropProgress', 'takeOverProgress'],
  ...['submitReport', 'withdrawReport', 'returnReport'],
];

type StoryPage = { kind: StoryKind[]; limit: number; after?: StoryCursor | undefined; inside: boolean };

/** Actions and urgings, latest first. @param page `inside`: also what stays between an agency's own people */
export async function readDutyStory(
  db: Db,
  { id: dutyId, province }: LaidDuty,
  { kind, limit, after, inside }: StoryPage,
): Promise<{ items: StoryItem[]; next: StoryCursor | null }> {
  const kinds = kind.length > 0 ? kind : StoryKind.options;
  const [at, source, id] = after?.split('_') ?? [];
  const before = (place: 0 | 1, number: string) =>
    at === undefined
      ? sql`true`
      : sql`(${sql.ref(`${number}.at`)}, ${place}, ${sql.ref(`${number}.id`)}) < (${at}::timestamptz, ${source}::int, ${id}::bigint)`;
  // "is true" keeps the index of kinds out: a few rows of a duty are not to be held against half of all actions.
  const { rows } = await sql<Row>`
    (select a.at, 0 as source, a.id, a.subject_kind as kind, a.verb, a.subject_id as "subjectId", a.user_id as "userId",
        ${personName('a.user_id')} as "userName", a.reason, a.before, a.after, null as step, null::date as due, null::int as people
      from action a
      where a.duty_id = ${dutyId} and a.province = ${province} and (a.subject_kind = any(${kinds}::text[])) is true and ${before(0, 'a')}
        and (${inside} or a.verb <> all(${insideVerbs}::text[]))
      order by a.at desc, a.id desc limit ${limit + 1})
    union all
    (select g.at, 1, g.id, 'urging', null, null, null, null, null, null, null, g.step, g.due, cardinality(g.user_ids)
      from urging g where g.duty_id = ${dutyId} and g.province = ${province} and ${kinds.includes('urging')} and ${before(1, 'g')}
      order by g.at desc, g.id desc limit ${limit + 1})
    order by at desc, source desc, id desc limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { items: page.map(itemOf), next: last ? `${last.at.toISOString()}_${last.source}_${last.id}` : null };
}

function itemOf(row: Row): StoryItem {
  const kind = StoryKind.parse(row.kind);
  const moment = { id: row.id, at: row.at.toISOString() };
  if (kind === 'urging') return { ...moment, kind, step: row.step ?? '', due: row.due ?? '', people: row.people ?? 0 };
  return {
    ...{ ...moment, kind, verb: row.verb ?? '', subjectId: row.subjectId ?? '' },
    by: named(row.userId ?? '', row.userName),
    ...{ reason: row.reason, before: row.before, after: row.after },
  };
}
