import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeUser } from '../../test/readings.ts';
import { addPost, postsOf } from './posts.ts';

describe.each(engines)('posts and their reach, on $name', (engine) => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase(engine);
  });
  afterAll(() => database.drop());

  /** Ids with the id of the agency above each. */
  const add = (...agencies: [string, string | null][]) =>
    sql`insert into agency (id, parent_id, kind, tier, source)
      select id, parent_id, 'department', 'province', 'thử'
      from unnest(${agencies.map(([id]) => id)}::text[], ${agencies.map(([, above]) => above)}::text[]) a(id, parent_id)`.execute(
      database.db,
    );
  const reach = async (id: string): Promise<string> => {
    const { rows } = await sql<{ agency_id: string }>`
      select agency_id from agency_reach where above_id = ${id} order by agency_id`.execute(database.db);
    return rows.map((row) => row.agency_id).join(' ');
  };

  it('reach the agency itself and everything below, however it was written', async () => {
    await add(['tinh', null], ['so', 'tinh'], ['phong', 'so'], ['so-khac', 'tinh']);
    await add(['to', 'phong']);
    expect([await reach('tinh'), await reach('so'), await reach('to')]).toEqual([
      'phong so so-khac tinh to',
      'phong so to',
      'to',
    ]);
  });

  it('follow an agency that is put below another, with all that stands below it', async () => {
    await sql`update agency set parent_id = 'so-khac' where id = 'phong'`.execute(database.db);
    expect([await reach('so'), await reach('so-khac'), await reach('tinh')]).toEqual([
      'so',
      'phong so-khac to',
      'phong so so-khac tinh to',
    ]);
    await sql`update agency set parent_id = null where id = 'so-khac'`.execute(database.db);
    expect([await reach('tinh'), await reach('so-khac')]).toEqual(['so tinh', 'phong so-khac to']);
  });

  it('lose an agency that is removed', async () => {
    await sql`delete from agency where id = 'to'`.execute(database.db);
    expect([await reach('so-khac'), await reach('to')]).toEqual(['phong so-khac', '']);
  });

  it('are held from a day to a day', async () => {
    const userId = await storeUser(database.db);
    const post = await addPost(database.db, {
      userId,
      role: 'head',
      agencyId: 'so',
      validFrom: '2025-03-01',
      givenBy: null,
    });
    await sql`update post set valid_until = '2025-07-01' where id = ${post}`.execute(database.db);
    const held = async (day: string) => (await postsOf(database.db, userId, day)).length;
    expect([
      await held('2025-02-28'),
      await held('2025-03-01'),
      await held('2025-06-30'),
      await held('2025-07-01'),
    ]).toEqual([0, 1, 1, 0]);
    expect(await postsOf(database.db, userId, '2025-03-01')).toEqual([{ role: 'head', agencyId: 'so' }]);
  });
});
