import { type RawBuilder, sql } from 'kysely';
import { type EmulationScale, type ScaleFields, ScaleRules } from '../registry/emulation-scale.ts';
import type { Db } from './database.ts';
import { named, personName } from './people.ts';

/** As another question may hand it over, too. */
export type ScaleRow = ScaleFields & { id: number; setAt: Date | string; setById: string; setByName: string | null };

/** All that were ever set, the latest first. */
export const allScales: RawBuilder<ScaleRow> = sql`
  select s.id, s.valid_from as "validFrom", s.decision_number as "decisionNumber", s.decision_date as "decisionDate", s.rules,
    s.set_at as "setAt", s.set_by as "setById", ${personName('s.set_by')} as "setByName"
  from emulation_scale s order by s.valid_from desc, s.id desc`;

export const scaleOf = ({ setAt, setById, setByName, rules, ...row }: ScaleRow): EmulationScale => ({
  ...row,
  rules: ScaleRules.parse(rules),
  setAt: new Date(setAt).toISOString(),
  setBy: named(setById, setByName),
});

export const listScales = async (db: Db): Promise<EmulationScale[]> => (await allScales.execute(db)).rows.map(scaleOf);

export async function insertScale(
  trx: Db,
  { validFrom, decisionNumber, decisionDate, rules }: ScaleFields,
  by: { userId: string; at: Date },
): Promise<number> {
  const { id } = await trx
    .insertInto('emulation_scale')
    .values({
      ...{ valid_from: validFrom, decision_number: decisionNumber, decision_date: decisionDate },
      ...{ rules: JSON.stringify(rules), set_by: by.userId, set_at: by.at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
