import { type RawBuilder, sql } from 'kysely';
import { Confidence, DutyKind } from '../registry/duty.ts';
import { DutyStage } from '../registry/duty-stage.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';

/** A duty as those see it who report on it and decide about that. */
export type ReportedDuty = {
  id: string;
  kind: DutyKind;
  stage: DutyStage;
  agencyId: string;
  officerId: string | null;
  due: PlainDate | null;
  /** The event, or the duty, its time begins with. */
  waitsFor: string | null;
  waits: boolean;
  share: number | null;
  confidence: Confidence | null;
  doneOn: PlainDate | null;
  /** It names a product, or the work that a document gave does. */
  wantsProof: boolean;
  /** Its words, or those of the first sentence it comes from. */
  what: string;
  /** Steps and parts of it that are neither done nor dropped. */
  openPieces: number;
  /** The agency that handed it, where it is a part. */
  giverId: string | null;
  version: number;
  /** By which its rows lie. */
  province: string;
};

/** A duty, and where to look for what hangs on it. */
export type LaidDuty = Pick<ReportedDuty, 'id' | 'province'>;

/** What was stored as duties, each with where the database has laid it. */
export function placed<T extends { id: string }>(stored: readonly T[], laid: readonly LaidDuty[]): (T & LaidDuty)[] {
  const provinces = new Map(laid.map(({ id, province }) => [id, province]));
  return stored.flatMap((one) => {
    const province = provinces.get(one.id);
    return province === undefined ? [] : [{ ...one, province }];
  });
}

export async function findLaidDuty(db: Db, id: string): Promise<LaidDuty | undefined> {
  const { rows } = await sql<LaidDuty>`select id, province from duty where id = ${id}`.execute(db);
  return rows[0];
}

type Row = Omit<ReportedDuty, 'kind' | 'stage' | 'confidence'> & {
  kind: string;
  stage: string;
  confidence: string | null;
};

/** @param hold waits for whoever changes it now, and keeps others waiting until the transaction ends */
export async function findReportedDuty(db: Db, id: string, { hold = false } = {}): Promise<ReportedDuty | undefined> {
  return (await dutiesWhere(db, sql`d.id = ${id} ${hold ? sql`for no key update of d` : sql``}`))[0];
}

/** Those that begin when this one is done, or any that was joined to it; held by this transaction. */
export const waitingFor = (trx: Db, id: string): Promise<ReportedDuty[]> =>
  dutiesWhere(
    trx,
    sql`d.waits_for_duty = any(array(
        with recursive joined(id) as (
          select ${id}::uuid union select x.id from joined join duty x on x.joined_into = joined.id)
        select id from joined))
      and d.stage not in ('done', 'dropped') order by d.id for no key update of d`,
  );

async function dutiesWhere(db: Db, condition: RawBuilder<unknown>): Promise<ReportedDuty[]> {
  const { rows } = await sql<Row>`
    select d.id, d.kind, d.stage, d.agency_id as "agencyId", d.officer_id as "officerId", d.due, d.waits_for as "waitsFor",
      d.waits_for is not null or d.waits_for_duty is not null as waits, d.share, d.confidence, d.done_on as "doneOn", d.version, d.province,
      (select p.agency_id from duty p where p.id = d.parent_id and d.kind = 'part') as "giverId",
      (select count(*) from duty piece where piece.parent_id = d.id and piece.stage not in ('done', 'dropped')) as "openPieces",
      d.product is not null or d.kind = 'assigned' and exists (
        select from duty_origin o join task t on t.document_id = o.document_id and t.id = o.finding_id
        where o.duty_id = d.id and o.finding_kind = 'task' and t.product_raw is not null) as "wantsProof",
      coalesce(d.content, (
        select coalesce(t.quote, g.quote) from duty_origin o
          left join task t on o.finding_kind = 'task' and t.document_id = o.document_id and t.id = o.finding_id
          left join target g on o.finding_kind = 'target' and g.document_id = o.document_id and g.id = o.finding_id
        where o.duty_id = d.root_id order by o.document_id, o.finding_id limit 1), '') as what
    from duty d where ${condition}`.execute(db);
  return rows.map((row) => ({
    ...row,
    kind: DutyKind.parse(row.kind),
    stage: DutyStage.parse(row.stage),
    confidence: Confidence.nullable().parse(row.confidence),
  }));
}

export async function beginDuty(
  trx: Db,
  id: string,
  { startsOn, due }: { startsOn: PlainDate; due: PlainDate },
): Promise<void> {
  await trx
    .updateTable('duty')
    .set((is) => ({
      ...{ waits_for: null, waits_for_duty: null, starts_on: startsOn, first_due: due, due },
      version: is('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export type DutyChange = Partial<Pick<ReportedDuty, 'stage' | 'share' | 'confidence' | 'doneOn' | 'due'>>;

/** Wants the duty held by this transaction. */
export async function changeReportedDuty(trx: Db, { id, province }: LaidDuty, change: DutyChange): Promise<void> {
  await trx
    .updateTable('duty')
    .set((is) => ({
      ...('stage' in change && { stage: change.stage }),
      ...('share' in change && { share: change.share }),
      ...('confidence' in change && { confidence: change.confidence }),
      ...('doneOn' in change && { done_on: change.doneOn }),
      ...('due' in change && { due: change.due }),
      version: is('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('province', '=', province)
    .execute();
}
