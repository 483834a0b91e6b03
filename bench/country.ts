import { sql } from 'kysely';
import type { Db } from '../src/store/database.ts';
import { fillWork, type Scale, takingPart, triggers } from './many-duties.ts';
import { fillTargets, type TargetScale } from './many-targets.ts';
import { fillTexts } from './search-questions.ts';

/**
 * The country, made up: its 34 provinces and 3,321 communes with their agencies are those of the register that every installation
 * begins with, all else follows from numbers, so the same factor gives the same country in every run of a day (deadlines lie around
 * today). At 1: every province has a plan of 200 targets with ten years of monthly figures, every commune 50 indicators, agencies share 300,000
 * duties of 3,000 documents and 5,000,000 recorded actions; 55 of 100 duties are done, a third of them late, one of eight open ones
 * overdue; in every province one department was merged into another. Below 1 fewer provinces take part, each as large as it is; above 1,
 * and where less than one province is left, each has more or less. So what one province asks shows what the others cost it.
 */

export type Country = { work: Scale; targets: TargetScale; documentsWithText: number };

const allProvinces = 34;

export function countryAt(factor: number): Country {
  const provinces = Math.min(allProvinces, Math.max(1, Math.round(allProvinces * factor)));
  /** How much of what it has at 1 a province that takes part has. */
  const each = (allProvinces * factor) / provinces;
  return {
    work: { provinces, duties: Math.round(300_000 * factor), actions: Math.round(5_000_000 * factor) },
    targets: { provinces, targets: 200, years: 10, communeIndicators: Math.max(1, Math.round(50 * each)) },
    documentsWithText: Math.round(3000 * factor),
  };
}

export const fillCountry = (db: Db, factor: number, say: (line: string) => void): Promise<void> =>
  fillWith(db, countryAt(factor), say);

export async function fillWith(db: Db, country: Country, say: (line: string) => void): Promise<void> {
  const { work, targets, documentsWithText } = country;
  await fillWork(db, work, say);
  await fillTargets(db, targets, say);
  await fillTexts(db, documentsWithText, say);
  say('texts');
  await reorganise(db, work.provinces);
  say('a department merged into another in every province');
  await publish(db);
  await sql`vacuum analyze`.execute(db);
}

/** A year ago, as the program does it: the old agency's open work goes on under the other's name, and nothing before that day is touched. */
async function reorganise(db: Db, provinces: number): Promise<void> {
  const day = sql`(current_date - 365)`;
  await db.connection().execute(async (one) => {
    await sql`
      create temp table merged as
      select 'bench-' || v.p as id, (array_agg(a.id order by a.id))[1] as heir, (array_agg(a.id order by a.id desc))[1] as gone
      from agency a join ${takingPart(provinces)} v on v.id = a.place_id
      where a.kind = 'department' and a.tier = 'province' and a.valid_until is null group by v.p`.execute(one);
    await sql`insert into reorganisation (id, title, effective_on, legal_basis, state)
      select id, 'Sắp xếp cơ quan chuyên môn', ${day}, 'Nghị quyết thử', 'applied' from merged`.execute(one);
    await sql`insert into succession (reorganisation_id, kind, from_agency_id, to_agency_id) select id, 'merge', gone, heir from merged`.execute(
      one,
    );
    await triggers(one, 'disable', ['assignment', 'duty']);
    await sql`
      insert into assignment (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from, made_by, origins)
      select a.document_id, a.finding_kind, a.finding_id, a.role, m.heir, a.named_position, ${day}, m.id, array[a.id]
      from assignment a join merged m on m.gone = a.agency_id where a.finding_kind = 'task' and a.valid_from < ${day}`.execute(
      one,
    );
    await sql`update assignment a set valid_until = ${day}, ended_by = m.id from merged m
      where m.gone = a.agency_id and a.finding_kind = 'task' and a.valid_from < ${day}`.execute(one);
    await sql`update duty d set agency_id = m.heir, officer_id = null from merged m
      where m.gone = d.agency_id and d.stage not in ('done', 'dropped') and d.given_at < ${day}`.execute(one);
    await triggers(one, 'enable', ['assignment', 'duty']);
    await sql`drop table merged`.execute(one);
  });
}

/** Every province's plan, whole. */
async function publish(db: Db): Promise<void> {
  await sql`
    insert into publication (document_id, from_day, reason, changed_by, changed_at)
    select id, current_date - 30, 'Công khai kế hoạch', received_by, now() from document where number like '1/KH-%' and place_id is not null`.execute(
    db,
  );
  await sql`
    insert into published_item (document_id, finding_kind, finding_id)
    select p.document_id, 'target', t.id from publication p join target t on t.document_id = p.document_id`.execute(db);
}
