import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { registerState, storeDatedAgencies } from '../../test/given-work.ts';
import { storeUser } from '../../test/readings.ts';
import { storeFigure, storeFigureIndicators } from '../../test/round-of-figures.ts';
import type { WrittenEvent } from '../registry/reorganisation.ts';
import type { Db } from '../store/database.ts';
import { agencyNamesOn } from '../store/names.ts';
import { refusalSentence } from '../values/refusal-words.ts';
import { restsOn } from '../values/rests-on-words.ts';
import { type App, createApp } from './app.ts';
import { confirmReorganisation, undoReorganisation } from './carry-out-reorganisation.ts';
import { planNewReorganisation } from './reorganisations.ts';

describe.each(engines)('a reorganisation that made an agency, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;

  beforeAll(async () => {
    database = await freshDatabase(engine);
    app = await createApp({ db: database.db, maxFileBytes: 1_000_000, demo: false });
    await storeDatedAgencies(database.db, [{ id: 'khdt', name: 'Sở Kế hoạch và Đầu tư' }]);
    await storeFigureIndicators(database.db);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('is not undone while anything at all rests on that agency, and says what kind of thing it is', async () => {
    const { db } = database;
    const user = { id: await storeUser(db), name: 'Cán bộ Thử', email: 'a@thu.vn' };
    const before = await registerState(db);
    const planned = await planNewReorganisation(app, user, {
      ...{ title: 'Sắp xếp', legalBasis: 'NQ 12/NQ-HĐND', effectiveOn: '2025-03-01' },
      newAgencies: [{ id: 'moi-1', name: 'Sở Mới', symbol: null }],
      moves: [{ kind: 'merge', from: 'khdt', to: 'moi-1', field: null, name: null }],
    });
    const { ended, made: begun } = planned.counts;
    const { id, version } = await confirmReorganisation(app, user, planned.id, {
      ...{ version: planned.version, ended, made: begun },
    });
    const made = `${id}.moi-1`;
    const figure = { agencyId: made, indicatorId: 'thu', period: '2025-M04', span: 'period', value: 1 } as const;
    const rests: Record<string, { execute: (on: Db) => Promise<unknown> }> = {
      figure: { execute: (on) => storeFigure(on, figure) },
      follow: sql`insert into follow (id, leader_id, kind, agency_id, added_by, added_at)
        values (gen_random_uuid(), ${user.id}, 'agency', ${made}, ${user.id}, now())`,
      template_use: sql`insert into template_use (kind, issued_by, agency_id, valid_from, put_by, put_at)
        values ('report', 'state', ${made}, '2025-04-01', ${user.id}, now())`,
      account_review: sql`insert into account_review (id, agency_id, began_at, began_by)
        values (gen_random_uuid(), ${made}, now(), ${user.id})`,
    };
    const carriedOut = await registerState(db);
    for (const [table, insert] of Object.entries(rests)) {
      await insert.execute(db);
      const refused = await undoReorganisation(app, user, id, { version }).catch((error) => error);
      expect([table, refused.code, refused.detail]).toEqual([table, 'reorganisationRestedOn', { kind: table }]);
      expect(refusalSentence(refused.code, refused.detail, 'vi')).toMatch(/đợt sắp xếp này: \p{Ll}.+\. Hãy/u);
      expect(await registerState(db)).toEqual(carriedOut);
      await sql`delete from ${sql.table(table)} where agency_id = ${made}`.execute(db);
    }
    await undoReorganisation(app, user, id, { version });
    expect(await registerState(db)).toEqual(before);
  });

  it('has words for whatever may come to name an agency', async () => {
    const { rows } = await sql<{ kind: string }>`
      select distinct conrelid::regclass::text as kind from pg_constraint
      where contype = 'f' and confrelid = 'agency'::regclass and conparentid = 0 and confdeltype <> 'c'`.execute(
      database.db,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((of) => !restsOn(of, 'vi') || !restsOn(of, 'en'))).toEqual([]);
  });

  it('renames the heir on the day of the merger, and once more by another event of that day; each undoing gives back exactly what was', async () => {
    const { db } = database;
    const user = { id: await storeUser(db), name: 'Cán bộ Thử', email: 'b@thu.vn' };
    await storeDatedAgencies(db, [
      { id: 'nn', name: 'Sở Nông nghiệp' },
      { id: 'tnmt', name: 'Sở Tài nguyên' },
    ]);
    const day = '2025-03-01';
    const carryOut = async (moves: WrittenEvent['moves']) => {
      const { id, version, counts } = await planNewReorganisation(app, user, {
        ...{ title: 'Sắp xếp', legalBasis: 'NQ 12/NQ-HĐND', effectiveOn: day, newAgencies: [], moves },
      });
      return confirmReorganisation(app, user, id, { version, ended: counts.ended, made: counts.made });
    };
    const renamed = (name: string) => ({ kind: 'rename' as const, from: 'nn', to: null, field: null, name });
    const named = async (on: string) => (await agencyNamesOn(db, ['nn', 'tnmt'], on)).values().toArray();
    const states = [await registerState(db)];
    const merged = await carryOut([
      { kind: 'merge', from: 'tnmt', to: 'nn', field: null, name: null },
      renamed('Sở Nông nghiệp và Môi trường'),
    ]);
    expect(await named('2025-02-28')).toEqual(['Sở Nông nghiệp', 'Sở Tài nguyên']);
    expect(await named(day)).toEqual(['Sở Nông nghiệp và Môi trường', 'Sở Tài nguyên']);
    states.push(await registerState(db));
    const again = await carryOut([renamed('Sở Nông nghiệp, Môi trường')]);
    expect(await named('2025-02-28')).toEqual(['Sở Nông nghiệp', 'Sở Tài nguyên']);
    expect(await named(day)).toEqual(['Sở Nông nghiệp, Môi trường', 'Sở Tài nguyên']);
    await undoReorganisation(app, user, again.id, { version: again.version });
    expect(await registerState(db)).toEqual(states.pop());
    await undoReorganisation(app, user, merged.id, { version: merged.version });
    expect(await registerState(db)).toEqual(states.pop());
  });
});
