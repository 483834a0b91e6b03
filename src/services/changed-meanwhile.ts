import { readStory } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { Refusal } from '../values/refusal.ts';

/** For whoever saves over what somebody else changed after it was seen: who that was, and when. */
export async function changedMeanwhile(db: Db, subject: { kind: string; id: string }): Promise<Refusal> {
  const [last] = await readStory(db, { subject }, { limit: 1 });
  return new Refusal('changedMeanwhile', last ? { name: last.by.name, at: last.at } : {});
}
