import { type RawBuilder, sql } from 'kysely';
import type { SearchKind } from '../registry/search.ts';
import type { Found } from '../registry/search-ranking.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Asked, SearchPattern } from '../values/search-terms.ts';
import { inForce, today } from './conditions.ts';
import type { Db } from './database.ts';
import { byKind, type Key, type Lying } from './found-keys.ts';

/** What is to be found, as PostgreSQL reads it. */
export type Sought = SearchPattern & {
  byPairs: SearchPattern<Asked>;
  kinds: readonly SearchKind[];
  /** Of these years, of these agencies. */
  years: readonly number[];
  agencies: readonly string[];
  asOf: PlainDate | undefined;
  /** At most so many of each shelf. */
  most: number;
};

type Said = Key & { day: PlainDate; pass: number };

const inTwo = ({ index, row }: Asked): string[] => [index, row];

/** Who says it; nothing but keys, which everything below joins to what the person may see. */
async function keysSaying(db: Db, sought: Sought): Promise<Said[]> {
  const { said, phrase, byPairs, kinds, years, agencies, asOf, most } = sought;
  const since = years.length > 0 ? `${Math.min(...years)}-01-01` : null;
  const afterYears = years.length > 0 ? `${Math.max(...years) + 1}-01-01` : null;
  const before = asOf === undefined ? sql`${afterYears}::date` : sql`null::date`;
  const { rows } = await sql<Said>`
    select distinct on (kind, document_id, id) kind, id, document_id as "documentId", province, day::text as day, pass
    from search_laid_entries(${said}::tsquery, ${phrase}::tsquery, ${inTwo(byPairs.said)}::tsquery[], ${byPairs.phrase && inTwo(byPairs.phrase)}::tsquery[],
      ${[...kinds]}::text[], ${since}::date, ${before}, ${agencies.length > 0 ? [...agencies] : null}::text[], ${most})
    order by kind, document_id, id, pass`.execute(db);
  return rows;
}

/** Its standing as `d`, a document, and `f`, what stands in it, have it. */
const standingOf = (part?: 'f'): RawBuilder<string> => sql`case
  when d.state in ('read', 'inReview') then 'inReview'
  when d.state in ('superseded', 'withdrawn') or d.valid_until <= ${today} ${part ? sql`or f.valid_until <= ${today}` : sql``} then 'ended'
  else 'current' end`;

const noSpan = sql`null::int as start, null::int as "end"`;
const nobody = sql`'{}'::text[]`;

const ofFinding = (table: 'target' | 'task', asOf: PlainDate | undefined): RawBuilder<unknown> => sql`
  select k.at, ${table === 'target' ? sql`f.name` : sql`null`} as name, ${standingOf('f')} as standing, f.span_start as start,
    f.span_end as "end", array(select a.agency_id from assignment a where a.document_id = f.document_id
      and a.finding_kind = ${table} and a.finding_id = f.id and a.role <> 'coord' and a.role <> 'monitor') as agencies
  from k join ${sql.table(table)} f on f.document_id = k.document_id and f.id = k.own_id join document d on d.id = f.document_id
  where f.review in ('proposed', 'accepted') ${asOf === undefined ? sql`` : sql`and ${inForce('f', asOf)} and ${inForce('d', asOf)}`}`;

const ofWork = (from: RawBuilder<unknown>, name = sql`null`): RawBuilder<unknown> =>
  sql`select k.at, ${name} as name, 'current' as standing, ${noSpan}, array[w.agency_id] as agencies from k join ${from}`;

/** A piece of a file's text. */
export const pieceOf = sql`p.duty_id = k.duty_id and p.hash = k.hash and p.position = k.place`;
/** Of the evidence whose file says it; the same file may have come with several. */
export const fileOf = (what: string): RawBuilder<unknown> =>
  sql`(select ${sql.raw(what)} from evidence v where v.duty_id = p.duty_id and v.file_hash = p.hash and v.province = p.province)`;

/** For each kind: whether the person may see it, and what it is ranked by. */
const factsOf = (kind: SearchKind, lies: Lying, asOf: PlainDate | undefined): RawBuilder<unknown> => {
  const inForceThen = asOf === undefined ? sql`true` : inForce('d', asOf);
  switch (kind) {
    case 'document':
      return sql`select k.at, concat_ws(' ', d.number, d.title) as name, ${standingOf()} as standing, ${noSpan}, ${nobody} as agencies
        from k join document d on d.id = k.document_id where ${inForceThen}`;
    case 'passage':
      return sql`select k.at, null as name, ${standingOf()} as standing, p.span_start as start, p.span_end as "end", ${nobody} as agencies
        from k join passage p on p.document_id = k.document_id and p.position = k.place join document d on d.id = p.document_id
        where ${inForceThen}`;
    case 'target':
    case 'task':
      return ofFinding(kind, asOf);
    case 'duty':
      return ofWork(sql`duty w on w.id = k.own_id and ${lies('w')}`);
    case 'progress':
      return ofWork(sql`progress w on w.id = k.own_id and ${lies('w')} and w.stage = 'sent'`);
    case 'obstacle':
      return ofWork(sql`obstacle w on w.id = k.own_id and ${lies('w')}`);
    case 'question':
      return ofWork(
        sql`(select q.id, q.province, q.asked_for as agency_id from question q) w on w.id = k.own_id and ${lies('w')}`,
      );
    case 'evidence':
      return ofWork(sql`evidence w on w.id = k.own_id and ${lies('w')}`, sql`coalesce(w.document_number, w.file_name)`);
    case 'evidenceText':
      return sql`select k.at, null as name, 'current' as standing, ${noSpan}, ${fileOf('array_agg(distinct v.agency_id)')} as agencies
        from k join evidence_passage p on ${pieceOf} and ${lies('p')}`;
    case 'section':
      return ofWork(
        sql`(select s.id, s.province, d.agency_id from submission s join duty d on d.id = s.duty_id and d.province = s.province
            where s.stage in ('sent', 'approved')) w
          on w.id = k.submission_id and ${lies('w')}
          join section_text t on t.submission_id = w.id and t.province = w.province and t.section = k.section`,
      );
    case 'report':
      return sql`select k.at, concat_ws(' ', r.number, r.title) as name, 'current' as standing, ${noSpan}, ${nobody} as agencies
        from k join report r on r.id = k.own_id and r.stage in ('signed', 'published')`;
    case 'indicator':
      return sql`select k.at, i.name, 'current' as standing, ${noSpan}, ${nobody} as agencies from k join indicator i on i.id = k.own_id`;
    case 'person':
      return sql`select k.at, u.name, 'current' as standing, ${noSpan}, ${nobody} as agencies from k join app_user u on u.id = k.own_id`;
    case 'agency': {
      const day = asOf === undefined ? today : sql`${asOf}::date`;
      return sql`select k.at, (select n.name from agency_name n where n.agency_id = a.id and n.kind = 'official'
          order by coalesce(n.valid_until > ${day}, true) desc, n.valid_from desc nulls last limit 1) as name,
        case when a.valid_until <= ${today} then 'ended' else 'current' end as standing, ${noSpan}, ${nobody} as agencies
        from k join agency a on a.id = k.own_id
        ${asOf === undefined ? sql`` : sql`where coalesce(a.valid_from <= ${day}, true) and coalesce(a.valid_until > ${day}, true)`}`;
    }
  }
};

type FactRow = {
  at: number;
  name: string | null;
  standing: Found['standing'];
  start: number | null;
  end: number | null;
  agencies: string[];
};

export type FoundAll = {
  found: Found[];
  /** Of some shelf there is more than was looked at. */
  more: boolean;
};

/** All that says it and that the person may see. */
export async function findSaying(db: Db, search: Sought): Promise<FoundAll> {
  const keys = await keysSaying(db, search);
  if (keys.length === 0) return { found: [], more: false };
  const { rows } = await sql<FactRow>`${byKind(keys, (kind, lies) => factsOf(kind, lies, search.asOf))}`.execute(db);
  const found = rows.flatMap(({ at, name, standing, start, end, agencies }) => {
    const key = keys[at];
    if (!key) return [];
    const day = key.day === 'infinity' ? null : key.day;
    const span = start === null || end === null ? null : { start, end };
    return [{ ...key, day, name, standing, span, agencyIds: agencies }];
  });
  const counts = Map.groupBy(keys, ({ kind }) => kind);
  return { found, more: [...counts.values()].some((of) => of.length >= search.most) };
}
