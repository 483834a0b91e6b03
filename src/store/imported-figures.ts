import { type RawBuilder, sql } from 'kysely';
import type { ListedFigure } from '../registry/figure-rows.ts';
import type { Db } from './database.ts';

/** Many figures at once: looked up and stored by sets, thousands in one statement. */

/** Nobody else approves or corrects figures until the transaction ends; everybody reads on. */
export async function holdFigures(trx: Db): Promise<void> {
  await sql`lock table figure in share row exclusive mode`.execute(trx);
}

/** The rows as a table `n` that the database takes apart: one parameter a column. */
function given(figures: readonly ListedFigure[]): RawBuilder<unknown> {
  const column = <T>(of: (figure: ListedFigure) => T): T[] => figures.map(of);
  return sql`unnest(
    ${column((one) => one.agencyId)}::text[], ${column((one) => one.indicatorId)}::text[], ${column((one) => one.line)}::text[],
    ${column((one) => one.period)}::text[], ${column((one) => one.calendar)}::text[], ${column((one) => one.periodTo)}::date[],
    ${column((one) => one.span)}::text[], ${column((one) => one.basis)}::text[], ${column((one) => one.value)}::float8[],
    ${column((one) => one.missing)}::text[], ${column((one) => one.reason)}::text[]
  ) with ordinality n(agency_id, indicator_id, line, period, calendar, period_to, span, basis, value, missing, reason, at)`;
}

/** `at`: which of the given; `same`: nothing of it would change. */
export type FigureThere = { at: number; id: number; same: boolean; value: number | null; missing: string | null };

export async function figuresThere(trx: Db, figures: readonly ListedFigure[]): Promise<FigureThere[]> {
  const { rows } = await sql<FigureThere>`
    select n.at - 1 as at, f.id, f.value, f.missing,
      f.value is not distinct from n.value and f.missing is not distinct from n.missing
        and (n.reason = '' or n.reason = f.reason) as same
    from ${given(figures)} cross join lateral (
      -- One at most; said so, that each is looked up in the index and the table is never read whole.
      select * from figure f where (f.indicator_id, f.line, f.agency_id, f.period, f.calendar, f.span, f.basis)
        = (n.indicator_id, n.line, n.agency_id, n.period, n.calendar, n.span, n.basis) and f.ended_at is null limit 1) f`.execute(
    trx,
  );
  return rows;
}

/** They stay in the table as what was so until then. */
export async function endFigures(trx: Db, ids: readonly number[], at: Date): Promise<void> {
  await sql`update figure set ended_at = ${at} where id = any(${ids}::bigint[])`.execute(trx);
}

export type StoredBy = { importId: string; at: Date; userId: string };

export async function insertFigures(trx: Db, figures: readonly ListedFigure[], by: StoredBy): Promise<void> {
  await sql`
    insert into figure (agency_id, indicator_id, line, period, calendar, period_to, span, basis, value, missing, reason,
      import_id, set_at, set_by)
    select n.agency_id, n.indicator_id, n.line, n.period, n.calendar, n.period_to, n.span, n.basis, n.value, n.missing, n.reason,
      ${by.importId}, ${by.at}, ${by.userId}
    from ${given(figures)}`.execute(trx);
}

/** The lines of each indicator that targets and regimes speak of. */
export async function knownLines(db: Db): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ id: string; line: string }>`
    select indicator_id as id, indicator_line as line from target where indicator_line <> '' and indicator_id is not null
    union select indicator_id, line from regime_line where line <> ''`.execute(db);
  const lines = new Map<string, Set<string>>();
  for (const { id, line } of rows) lines.set(id, (lines.get(id) ?? new Set()).add(line));
  return lines;
}
