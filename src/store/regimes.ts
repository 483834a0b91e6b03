import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Named } from '../registry/named.ts';
import { Outline } from '../registry/outline.ts';
import {
  Asks,
  Closing,
  Deadlines,
  RegimeContent,
  type RegimeFields,
  RegimeKind,
  RegimeLine,
  type RegimeSummary,
  type Reporter,
} from '../registry/regime.ts';
import { PeriodKind, ReportingCalendar } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { agencyNamesOn } from './names.ts';
import type { Tables } from './tables.ts';

/** A regime as it is stored: without the names of what it mentions. */
export type StoredRegime = RegimeFields & { id: string; version: number };

export async function findRegime(db: Db, id: string, { hold = false } = {}): Promise<StoredRegime | undefined> {
  const asked = db.selectFrom('regime').selectAll().where('id', '=', id);
  const row = await (hold ? asked.forUpdate() : asked).executeTakeFirst();
  return row && (await withParts(db, [row]))[0];
}

export const hasRegimes = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('regime').select('id').limit(1).executeTakeFirst()) !== undefined;

/** Those in force on a day, or so few days before it, whose rounds open by themselves: the last period of one that has ended, too. */
export async function regimesThatOpen(db: Db, day: PlainDate, graceDays: number): Promise<StoredRegime[]> {
  const rows = await db
    .selectFrom('regime')
    .selectAll()
    .where('opens_before', 'is not', null)
    .where('valid_from', '<=', day)
    .where((is) =>
      is.or([is('valid_until', 'is', null), is('valid_until', '>', sql<PlainDate>`${day}::date - ${graceDays}::int`)]),
    )
    .orderBy('id')
    .execute();
  return withParts(db, rows);
}

type Row = Selectable<Tables['regime']>;

async function withParts(db: Db, rows: readonly Row[]): Promise<StoredRegime[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const reporters = await db
    .selectFrom('regime_reporter')
    .selectAll()
    .where('regime_id', 'in', ids)
    .orderBy('position')
    .execute();
  const lines = await db
    .selectFrom('regime_line')
    .selectAll()
    .where('regime_id', 'in', ids)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    ...regimeOf(row),
    reporters: reporters.filter((one) => one.regime_id === row.id).flatMap(reporterOf),
    lines: lines
      .filter((one) => one.regime_id === row.id)
      .map(({ indicator_id, line, span, basis, agency_id }) =>
        RegimeLine.parse({ indicatorId: indicator_id, line, span, basis, agencyId: agency_id }),
      ),
  }));
}

const reporterOf = ({ agency_id: agencyId, group_id: groupId }: Selectable<Tables['regime_reporter']>): Reporter[] =>
  agencyId === null ? (groupId === null ? [] : [{ groupId }]) : [{ agencyId }];

const regimeOf = (row: Row): Omit<StoredRegime, 'reporters' | 'lines'> => ({
  id: row.id,
  name: row.name,
  kind: RegimeKind.parse(row.kind),
  content: RegimeContent.parse(row.content),
  legalBasis: row.legal_basis,
  every: PeriodKind.parse(row.every),
  calendar: ReportingCalendar.parse(row.calendar),
  receiverId: row.receiver_id,
  method: row.method,
  guide: row.guide,
  closing: Closing.parse(row.closing),
  deadlines: Deadlines.parse(row.deadlines),
  asks: Asks.parse(row.asks),
  outline: Outline.parse(row.outline),
  opensBefore: row.opens_before,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  version: row.version,
});

const rowOf = (fields: RegimeFields) => ({
  name: fields.name,
  kind: fields.kind,
  content: fields.content,
  legal_basis: fields.legalBasis,
  every: fields.every,
  calendar: fields.calendar,
  receiver_id: fields.receiverId,
  method: fields.method,
  guide: fields.guide,
  closing: JSON.stringify(fields.closing),
  deadlines: JSON.stringify(fields.deadlines),
  asks: JSON.stringify(fields.asks),
  outline: JSON.stringify(fields.outline),
  opens_before: fields.opensBefore,
  valid_from: fields.validFrom,
  valid_until: fields.validUntil,
});

/** Gives its id. */
export async function insertRegime(trx: Db, fields: RegimeFields): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('regime')
    .values({ id, ...rowOf(fields) })
    .execute();
  await putParts(trx, id, fields);
  return id;
}

/** Wants the regime held. */
export async function updateRegime(trx: Db, id: string, fields: RegimeFields): Promise<void> {
  await trx
    .updateTable('regime')
    .set((is) => ({ ...rowOf(fields), version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('regime_reporter').where('regime_id', '=', id).execute();
  await trx.deleteFrom('regime_line').where('regime_id', '=', id).execute();
  await putParts(trx, id, fields);
}

async function putParts(trx: Db, id: string, { reporters, lines }: RegimeFields): Promise<void> {
  await trx
    .insertInto('regime_reporter')
    .values(
      reporters.map((one, position) => ({
        ...{ regime_id: id, position },
        agency_id: 'agencyId' in one ? one.agencyId : null,
        group_id: 'groupId' in one ? one.groupId : null,
      })),
    )
    .execute();
  if (lines.length === 0) return;
  await trx
    .insertInto('regime_line')
    .values(
      lines.map(({ indicatorId, line, span, basis, agencyId }, position) => ({
        ...{ regime_id: id, position, indicator_id: indicatorId, line, span, basis, agency_id: agencyId },
      })),
    )
    .execute();
}

type SummaryRow = Omit<RegimeSummary, 'receiver'> & { receiverId: string };

/** All regimes: a few dozen in a province. */
export async function listRegimes(db: Db, day: PlainDate): Promise<RegimeSummary[]> {
  const { rows } = await sql<SummaryRow>`
    select r.id, r.name, r.kind, r.content, r.every, r.calendar, r.opens_before as "opensBefore", r.valid_from as "validFrom",
      r.valid_until as "validUntil", r.version, r.receiver_id as "receiverId",
      (select count(*) from round o where o.regime_id = r.id) as rounds
    from regime r order by r.name collate "vi-x-icu", r.id`.execute(db);
  const names = await agencyNamesOn(
    db,
    rows.map(({ receiverId }) => receiverId),
    day,
  );
  return rows.map(({ receiverId, ...row }) => ({ ...row, receiver: namedIn(names, receiverId) }));
}

const namedIn = (names: ReadonlyMap<string, string>, id: string): Named => ({ id, name: names.get(id) ?? id });
