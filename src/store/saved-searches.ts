import type { SavedSearch } from '../registry/search.ts';
import type { Db } from './database.ts';

/** The searches that a person keeps, by their names. */
export async function listSavedSearches(db: Db, userId: string): Promise<SavedSearch[]> {
  return db
    .selectFrom('saved_search')
    .select(['id', 'name', 'query'])
    .where('user_id', '=', userId)
    .orderBy('name')
    .execute();
}

/** Under a name that is taken already it takes the other's place. */
export async function putSavedSearch(trx: Db, userId: string, search: SavedSearch): Promise<void> {
  await trx
    .insertInto('saved_search')
    .values({ ...search, user_id: userId })
    .onConflict((conflict) => conflict.columns(['user_id', 'name']).doUpdateSet({ query: search.query }))
    .execute();
}

/** Whether it was there. */
export async function deleteSavedSearch(trx: Db, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('saved_search')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
