import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeProvince } from '../../test/given-duties.ts';
import { storeKnownEvent } from '../../test/given-work.ts';
import { storeUser } from '../../test/readings.ts';
import {
  approveIn,
  askToSet,
  asPerson,
  cellIn,
  grantTo,
  openFigureRound,
  storeFigure,
  storeFigureIndicators,
  submissionIn,
  typeInto,
} from '../../test/round-of-figures.ts';
import type { Person } from '../registry/may.ts';
import type { Role } from '../registry/post.ts';
import { addPost } from '../store/posts.ts';
import { periodsOfYear } from '../values/period.ts';
import { type App, createApp } from './app.ts';
import { readCorrections } from './corrections.ts';
import { storeFigureBatch } from './figure-batches.ts';
import { getFiguresOfPoint, getIndicatorFigures } from './figures.ts';

const now = new Date('2026-03-16T02:00:00Z');

describe.each(engines)('figures that follow from others, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let people: Record<'officer' | 'other' | 'coordinator', Person>;
  let period = 0;
  let code: string;
  let round: string;
  let own: string;

  const person = async (role: Role, agencyId: string): Promise<Person> => {
    const userId = await storeUser(database.db);
    await addPost(database.db, { userId, role, agencyId, validFrom: '2000-01-01', givenBy: null });
    return { user: { id: userId, name: userId, email: `${userId}@thu.vn` }, posts: [{ role, agencyId }] };
  };
  const open = async () => {
    round = await openFigureRound(database.db, code, { user: people.coordinator.user, now });
    own = await submissionIn(database.db, round, 'so-a');
  };
  const without = (indicatorId: string, id = own) =>
    sql`delete from cell where submission_id = ${id} and indicator_id = ${indicatorId}`.execute(database.db);
  const type = (values: Record<string, number>) => typeInto(app, people.officer, own, values);
  const approve = (id = own) => approveIn(app, people.coordinator, id);
  const ask = (indicatorId: string, value: number) =>
    askToSet(app, people.officer, { indicatorId, period: code }, value);
  const grant = (asked: { id: string; version: number }) =>
    grantTo(asPerson(app, people.coordinator), people.coordinator, asked);
  const valuesOf = async (indicatorId: string) =>
    (await getFiguresOfPoint(app, indicatorId, { period: code })).figures.map(({ value }) => value);
  const perHeadCell = async (id = own) => (await cellIn(app, people.officer, id, 'thu-dau-nguoi')).value;
  /** As a program sends it: in the place of what was there. */
  const list = (agency: string, values: Record<string, number>) =>
    storeFigureBatch(
      asPerson(app, people.coordinator),
      people.coordinator,
      {
        calendar: 'statistical',
        choices: { replace: true, keepUnusual: true, reason: 'Rà soát lại' },
        figures: Object.entries(values).map(([indicator, value]) => ({
          ...{ agency, indicator, line: '', period: code, span: 'period', basis: 'final', value, missing: null },
          ...{ unit: '', reason: '' },
        })),
      },
      null,
    );

  beforeAll(async () => {
    database = await freshDatabase(engine);
    app = await createApp({ db: database.db, maxFileBytes: 1_000_000, demo: false, clock: { now: () => now } });
    await storeProvince(database.db);
    await storeFigureIndicators(database.db);
    people = {
      officer: await person('officer', 'so-a'),
      other: await person('officer', 'so-b'),
      coordinator: await person('coordinator', 'ubnd'),
    };
  });
  beforeEach(async () => {
    code = periodsOfYear('month', 2025)[period++] ?? '';
    await open();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('are corrected with what they follow from, and with figures that were not asked for beside them', async () => {
    await without('dan-so');
    await storeFigure(database.db, {
      agencyId: 'so-a',
      indicatorId: 'dan-so',
      period: code,
      span: 'period',
      value: 250,
    });
    await type({ thu: 500 });
    expect(await perHeadCell()).toBe(2000);
    await approve();
    await grant(await ask('thu', 550));
    expect(await perHeadCell()).toBe(2200);
  });

  it('are not corrected by themselves, for they would be computed back at once', async () => {
    await type({ thu: 500, 'dan-so': 250 });
    await approve();
    const formula = (text: string | null) =>
      sql`update indicator set formula = ${text} where id = 'thu-dau-nguoi'`.execute(database.db);
    await expect(ask('thu-dau-nguoi', 2100)).rejects.toMatchObject({ code: 'figureComputed' });
    // It had no formula yet when the correction was asked for.
    await formula(null);
    const asked = await ask('thu-dau-nguoi', 2100);
    await formula('{thu} / {dan-so} * 1000');
    await expect(grant(asked)).rejects.toMatchObject({ code: 'figureComputed' });
    expect(await valuesOf('thu-dau-nguoi')).toEqual([2000]);
    const waiting = { page: 1, submissionId: own, open: true };
    const { corrections } = await readCorrections(asPerson(app, people.coordinator), people.coordinator, waiting);
    expect(corrections).toMatchObject([{ id: asked.id, stage: 'asked', may: ['grant', 'refuse'] }]);
  });

  it('follow from a correction of what was listed, and of what was reported in another round', async () => {
    await without('dan-so');
    await storeFigure(database.db, {
      agencyId: 'so-a',
      indicatorId: 'dan-so',
      period: code,
      span: 'period',
      value: 250,
    });
    await type({ thu: 500 });
    await approve();
    expect(await valuesOf('thu-dau-nguoi')).toEqual([2000]);
    await grant(await ask('dan-so', 100));
    expect(await valuesOf('thu-dau-nguoi')).toEqual([5000]);
    expect(await perHeadCell()).toBe(5000);
    const first = own;
    await open();
    for (const id of ['thu', 'thu-dau-nguoi']) await without(id);
    await type({ 'dan-so': 200 });
    await approve();
    expect(await valuesOf('thu-dau-nguoi')).toEqual([2500]);
    await grant(await ask('dan-so', 500));
    expect(await valuesOf('thu-dau-nguoi')).toEqual([1000]);
    expect(await perHeadCell(first)).toBe(1000);
  });

  it('follow from a list that takes the place of what was reported', async () => {
    await type({ thu: 500, 'dan-so': 250 });
    await approve();
    await list('so-a', { thu: 1000, 'dan-so': 200 });
    expect(await valuesOf('thu-dau-nguoi')).toEqual([5000]);
    expect(await perHeadCell()).toBe(5000);
  });

  /** The same history every time. */
  const dice = () => {
    let state = 20260316;
    return (sides: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * sides);
    };
  };

  it('are what they would be if everything were computed anew, whatever is reported, listed and corrected', async () => {
    const roll = dice();
    const agencies = [
      { id: 'so-a', by: people.officer },
      { id: 'so-b', by: people.other },
    ];
    let [computed, together] = [0, 0];
    for (let step = 0; step < 24; step++) {
      const { id: agency, by } = agencies[roll(2)] ?? { id: 'so-a', by: people.officer };
      const [indicator, value] = [roll(2) === 0 ? 'thu' : 'dan-so', 100 + roll(900)];
      const counting = (await getFiguresOfPoint(app, indicator, { period: code })).figures.find(
        (one) => one.agency.id === agency,
      );
      const deed = roll(4);
      if (deed === 0) {
        await open();
        const id = await submissionIn(database.db, round, agency);
        if (roll(2) === 0) await without(indicator, id);
        for (const one of ['thu', 'dan-so'])
          await typeInto(app, by, id, { [one]: 100 + roll(900) }).catch((error: Error) =>
            expect(error.message).toContain('no cell'),
          );
        // Something else it follows from may change before it is approved.
        await list(agency, { [indicator]: value });
        await approve(id);
      } else if (deed === 1) await list(agency, { [indicator]: value });
      else if (counting && counting.value !== value) {
        const asked = await askToSet(app, by, { indicatorId: indicator, period: code }, value).catch(() => undefined);
        if (asked) await grant(asked);
      }
      const now = new Map<string, number | null>();
      for (const id of ['thu', 'dan-so', 'thu-dau-nguoi'])
        for (const figure of (await getFiguresOfPoint(app, id, { period: code })).figures)
          now.set(`${id} ${figure.agency.id}`, figure.value);
      for (const { id } of agencies) {
        const [revenue, population] = [now.get(`thu ${id}`), now.get(`dan-so ${id}`)];
        const perHead = now.get(`thu-dau-nguoi ${id}`);
        if (perHead === undefined || !revenue || !population) continue;
        computed += 1;
        expect([step, id, perHead?.toFixed(6)]).toEqual([step, id, ((revenue / population) * 1000).toFixed(6)]);
      }
      const [revenues, populations] = ['thu', 'dan-so'].map((id) =>
        agencies.flatMap((one) => now.get(`${id} ${one.id}`) ?? []),
      );
      // One agency alone that says it of the whole province keeps its word.
      const each = agencies.every(({ id }) => now.has(`thu-dau-nguoi ${id}`));
      if (!each || revenues?.length !== 2 || populations?.length !== 2) continue;
      together += 1;
      const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
      const { points } = await getIndicatorFigures(app, 'thu-dau-nguoi', {});
      const whole = points.find((one) => one.period === code && one.span === 'period');
      expect([step, whole?.value?.toFixed(6)]).toEqual([step, ((sum(revenues) / sum(populations)) * 1000).toFixed(6)]);
    }
    expect([computed > 15, together > 5]).toEqual([true, true]);
  });

  it('and any others are corrected by whoever has the work of the agency that reported them, once that is no more', async () => {
    const { db } = database;
    await type({ thu: 500 });
    await approve();
    await storeKnownEvent(db, {
      ...{ id: 'hop-nhat', title: 'Hợp nhất sở', day: '2026-03-10' },
      successions: [{ kind: 'merge', from: 'so-a', to: 'so-b' }],
    });
    await sql`update agency set valid_until = '2026-03-10' where id = 'so-a'`.execute(db);
    const asked = await askToSet(app, people.other, { indicatorId: 'thu', period: code }, 550);
    expect([asked.asked.agencyId, asked.may]).toEqual(['so-b', ['withdraw']]);
    await grant(asked);
    const { figures } = await getFiguresOfPoint(app, 'thu', { period: code });
    expect(figures.map(({ value, agency }) => [value, agency.id])).toEqual([[550, 'so-a']]);
  });
});
