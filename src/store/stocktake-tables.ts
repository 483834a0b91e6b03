import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Tables of what leaders follow and of stocktakes, as migration 032 defines them. */
export interface StocktakeTables {
  follow: FollowTable;
  follow_note: { follow_id: string; note: string; version: Generated<number> };
  stocktake: StocktakeTable;
  stocktake_agency: { stocktake_id: string; agency_id: string };
  stocktake_item: StocktakeItemTable;
  stocktake_decision: StocktakeDecisionTable;
}

/** As in tables.ts: read as a value, given as text. */
type Json<T> = ColumnType<T, string, string>;

interface MatterColumns {
  kind: string;
  document_id: string | null;
  finding_id: string | null;
  duty_id: string | null;
  agency_id: string | null;
  subject: GeneratedAlways<string>;
}

interface FollowTable extends MatterColumns {
  id: string;
  leader_id: string;
  added_by: string;
  added_at: Date;
}

interface StocktakeTable {
  id: string;
  agency_id: string;
  title: string;
  held_on: string;
  begins: Generated<string>;
  ends: Generated<string>;
  place: Generated<string>;
  chair_id: string;
  secretary: Generated<string>;
  stage: Generated<string>;
  closed_at: Date | null;
  made_by: string;
  made_at: Date;
  version: Generated<number>;
}

interface StocktakeItemTable extends MatterColumns {
  id: string;
  stocktake_id: string;
  position: number;
  kept: boolean;
  reasons: Json<unknown>;
  discussion: Generated<string>;
  stood: Json<unknown> | null;
  version: Generated<number>;
}

interface StocktakeDecisionTable {
  id: string;
  item_id: string;
  position: number;
  agency_id: string;
  content: string;
  due: string | null;
  duty_id: string | null;
  version: Generated<number>;
}
