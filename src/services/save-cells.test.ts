import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { untilBlocked } from '../../test/blocked.ts';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeProvince } from '../../test/given-duties.ts';
import { storeUser } from '../../test/readings.ts';
import {
  approveIn,
  askToSet,
  asPerson,
  cellIn,
  changeTo,
  grantTo,
  heldIn,
  openFigureRound,
  storeFigure,
  storeFigureIndicators,
  submissionIn,
  typeInto,
} from '../../test/round-of-figures.ts';
import type { FigureSheet } from '../registry/cell.ts';
import type { Person } from '../registry/may.ts';
import type { Role } from '../registry/post.ts';
import { lineText } from '../registry/reference-words.ts';
import { isFigure } from '../registry/section-content.ts';
import { readStory } from '../store/actions.ts';
import { addPost } from '../store/posts.ts';
import { periodsOfYear } from '../values/period.ts';
import { type App, createApp } from './app.ts';
import { addRemark, endRemark, remarkOn } from './cell-remarks.ts';
import { askCorrection, readCorrections, stepCorrection } from './corrections.ts';
import { countUnexplained, getFigureSheet } from './figure-sheet.ts';
import { getFigureHistory, getFiguresOfPoint, getIndicatorFigures } from './figures.ts';
import { correctedIn, listSentences } from './reports.ts';
import { getRoundSheet } from './round-sheet.ts';
import { saveCells } from './save-cells.ts';

const now = new Date('2026-03-16T02:00:00Z');

describe.each(engines)('figures of a round, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let people: Record<'officer' | 'other' | 'coordinator', Person>;
  let period = 0;
  let round: string;
  let own: string;

  const person = async (role: Role, agencyId: string): Promise<Person> => {
    const userId = await storeUser(database.db);
    await addPost(database.db, { userId, role, agencyId, validFrom: '2000-01-01', givenBy: null });
    return { user: { id: userId, name: userId, email: `${userId}@thu.vn` }, posts: [{ role, agencyId }] };
  };
  const as = (who: Person): App => asPerson(app, who);
  const sheet = (who: Person, id = own): Promise<FigureSheet> => getFigureSheet(as(who), who, id);
  const cellOf = (who: Person, indicatorId: string, id = own) => cellIn(app, who, id, indicatorId);
  const type = (who: Person, values: Record<string, number>, id = own) => typeInto(app, who, id, values);
  const setStage = (stage: string) =>
    sql`update submission set stage = ${stage} where round_id = ${round}`.execute(database.db);
  const approve = (id = own) => approveIn(app, people.coordinator, id);
  const submissionOf = (agencyId: string) => submissionIn(database.db, round, agencyId);

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
    const code = [2025, 2026].flatMap((year) => periodsOfYear('month', year))[period++] ?? '';
    round = await openFigureRound(database.db, code, { user: people.coordinator.user, now });
    own = await submissionOf('so-a');
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('are typed by the agency, which begins its report, and computed where they follow from others', async () => {
    const { cells } = await type(people.officer, { thu: 500, 'dan-so': 250 });
    expect(cells.map(({ indicatorId, value, version }) => [indicatorId, value, version])).toEqual([
      ['thu', 500, 2],
      ['dan-so', 250, 2],
      ['thu-dau-nguoi', 2000, 2],
    ]);
    expect((await sheet(people.officer)).stage).toBe('drafting');
    const [story] = await readStory(database.db, { subject: { kind: 'cells', id: own } }, { limit: 5 });
    expect(story).toMatchObject({
      verb: 'saveCells',
      after: { cells: [{ value: 500 }, { value: 250 }, { value: 2000 }] },
    });
  });

  it('are refused whole where somebody else changed one of them meanwhile, and taken again where an answer was lost', async () => {
    const seen = [await cellOf(people.officer, 'thu'), await cellOf(people.officer, 'dan-so')];
    await type(people.officer, { thu: 500 });
    const changes = seen.map((cell) => changeTo(cell, 7));
    await expect(saveCells(as(people.officer), people.officer, own, changes)).rejects.toMatchObject({
      code: 'changedMeanwhile',
      detail: { name: expect.any(String), at: now.toISOString(), cell: 'thu', count: 1 },
    });
    expect((await cellOf(people.officer, 'dan-so')).value).toBeNull();
    const again = seen.slice(0, 1).map((cell) => changeTo(cell, 500));
    expect((await saveCells(as(people.officer), people.officer, own, again)).cells[0]?.version).toBe(2);
  });

  it('are nobody else’s to see or to type before they are sent', async () => {
    await type(people.officer, { thu: 500 });
    expect((await sheet(people.other)).lines).toEqual([]);
    expect((await sheet(people.coordinator)).lines).toEqual([]);
    await expect(
      saveCells(as(people.other), people.other, own, [changeTo(await cellOf(people.officer, 'thu'), 1)]),
    ).rejects.toMatchObject({ code: 'notAllowed' });
    const story = await readStory(as(people.other).db, { subject: { kind: 'cells', id: own } }, { limit: 5 });
    expect(story).toEqual([]);
    await setStage('sent');
    expect((await cellOf(people.coordinator, 'thu')).value).toBe(500);
    expect((await sheet(people.officer)).mayFill).toBe(false);
  });

  it('stand beside one another for whoever looks over the round, added up where they add up', async () => {
    const other = await submissionOf('so-b');
    await type(people.officer, { thu: 500, 'dan-so': 250 });
    await type(people.other, { thu: 100 }, other);
    await setStage('sent');
    const { columns, rows } = await getRoundSheet(as(people.coordinator), round);
    // In January what there is in the month is what there is since the year began: another column.
    const asked = columns.flatMap(({ computed }, at) => (computed ? [] : [at]));
    expect(rows.map(({ cells }) => asked.map((at) => cells[at]?.value))).toEqual([
      [500, 250, 2000],
      [100, null, null],
    ]);
    expect(asked.map((at) => columns[at]?.whole)).toEqual([
      { value: 600, missing: null, counted: 2, lacking: 0, formula: false },
      { value: 250, missing: null, counted: 1, lacking: 1, formula: false },
      null,
    ]);
    await setStage('drafting');
    await type(people.other, { 'dan-so': 100 }, other);
    await setStage('sent');
    const rule = (aggregation: string | null, weight: string | null) =>
      sql`update indicator set aggregation = ${aggregation}, weight_indicator_id = ${weight} where id = 'thu-dau-nguoi'`.execute(
        database.db,
      );
    const perHead = async () =>
      (await getRoundSheet(as(people.coordinator), round)).columns.find((one) => one.indicatorId === 'thu-dau-nguoi')
        ?.whole;
    expect(await perHead()).toEqual({ value: 1714.2857142857, missing: null, counted: 2, lacking: 0, formula: true });
    await rule('weightedMean', 'dan-so');
    const mean = await perHead();
    await rule(null, null);
    expect(mean).toEqual({ value: 1714.2857142857, missing: null, counted: 2, lacking: 0, formula: false });
  });

  it('stand in their other span, too, where it follows from what was reported before: of nobody else it is guessed', async () => {
    const { db } = database;
    const { period: code } = await sheet(people.officer);
    const before = `2025-M${String(Number(code.slice(-2)) - 1).padStart(2, '0')}`;
    await storeFigure(db, { agencyId: 'so-a', indicatorId: 'thu', period: before, span: 'toDate', value: 900 });
    await type(people.officer, { thu: 100 });
    await type(people.other, { thu: 40 }, await submissionOf('so-b'));
    expect((await cellOf(people.officer, 'thu')).beside.toDateBefore).toBe(900);
    await setStage('sent');
    const { columns, rows } = await getRoundSheet(as(people.coordinator), round);
    const [asked, computed] = columns;
    expect([asked?.span, asked?.computed, computed?.span, computed?.computed]).toEqual([
      'period',
      false,
      'toDate',
      true,
    ]);
    expect(rows.map(({ cells }) => cells[1]?.value)).toEqual([1000, null]);
    expect(computed?.whole).toEqual({ value: 1000, missing: null, counted: 1, lacking: 1, formula: false });
    await sql`delete from figure where period = ${before} and value = 900`.execute(db);
  });

  it('count once they are approved, with the submission that they come from', async () => {
    await type(people.officer, { thu: 500 });
    expect(await approve()).toBe(1);
    const { points } = await getIndicatorFigures(as(people.other), 'thu', {});
    expect(points[0]).toMatchObject({ value: 500, counted: 1, only: { agency: { id: 'so-a' }, submissionId: own } });
    const { period: code } = await sheet(people.officer);
    const { figures } = await getFiguresOfPoint(as(people.other), 'thu', { period: code });
    expect(figures).toMatchObject([{ value: 500, agency: { name: 'Sở A' }, submissionId: own, endedAt: null }]);
  });

  it('follow by formula for all together once each part is one, never as a sum of what each agency comes to', async () => {
    const other = await submissionOf('so-b');
    await type(people.officer, { thu: 500, 'dan-so': 250 });
    await type(people.other, { thu: 100, 'dan-so': 100 }, other);
    for (const id of [own, other]) await approve(id);
    const { period: code } = await sheet(people.officer);
    const { points, formula } = await getIndicatorFigures(as(people.other), 'thu-dau-nguoi', {});
    expect(points.find(({ period: of, span }) => of === code && span === 'period')).toMatchObject({
      ...{ value: 1714.2857142857, formula: true, computed: true, apart: false, counted: 2, only: null },
    });
    expect(formula).toBe('“thu” / “dan-so” × 1000');
    await setStage('approved');
    const lines = await listSentences(as(people.coordinator), round);
    const said = lines.find(({ indicator }) => indicator.id === 'thu-dau-nguoi');
    expect(said && lineText(said.runs)).toContain('(tính theo công thức “thu” / “dan-so” × 1000) đạt 1.714');
    // A correction of a part is told wherever the number stands.
    const figure = said?.runs.find(isFigure)?.figure;
    await sql`update figure set value = 200 where indicator_id = 'thu' and agency_id = 'so-b' and period = ${code}
      and ended_at is null`.execute(database.db);
    const content = [{ kind: 'paragraph' as const, runs: figure ? [{ figure }] : [] }];
    const [corrected] = await correctedIn(as(people.coordinator).db, [content], {
      roundId: round,
      day: '2026-03-20',
    });
    expect(corrected?.value).toBe(2000);
  });

  it('are corrected after that as asked for and decided, and keep what they were', async () => {
    await type(people.officer, { thu: 500, 'dan-so': 250 });
    await approve();
    const { period: code } = await sheet(people.officer);
    const [figure] = (await getFiguresOfPoint(as(people.officer), 'thu', { period: code })).figures;
    if (!figure) throw new Error('nothing was approved');
    const asking = { figureId: figure.id, value: 550, missing: null, reason: 'Cộng thiếu một khoản' };
    await expect(askCorrection(as(people.other), people.other, asking)).rejects.toMatchObject({ code: 'notAllowed' });
    const asked = await askCorrection(as(people.officer), people.officer, asking);
    expect(asked.may).toEqual(['withdraw']);
    await expect(askCorrection(as(people.officer), people.officer, asking)).rejects.toMatchObject({
      code: 'correctionAskedAlready',
    });
    const open = await readCorrections(as(people.coordinator), people.coordinator, { page: 1, submissionId: own });
    const ofRound = { page: 1, roundId: round, open: true };
    expect((await readCorrections(as(people.coordinator), people.coordinator, ofRound)).corrections).toEqual(
      open.corrections,
    );
    expect(open.corrections).toMatchObject([{ value: 550, figure: { value: 500 }, may: ['grant', 'refuse'] }]);
    const step = { verb: 'grant', version: asked.version, because: '' } as const;
    await expect(stepCorrection(as(people.officer), people.officer, asked.id, step)).rejects.toMatchObject({
      code: 'notAllowed',
    });
    await stepCorrection(as(people.coordinator), people.coordinator, asked.id, step);
    expect((await readCorrections(as(people.coordinator), people.coordinator, ofRound)).corrections).toEqual([]);
    const told = await sql`select user_id as "userId", kind, details->>'words' as words from notice
      where kind like 'correction%' order by id`.execute(database.db);
    expect(told.rows).toEqual([
      { userId: people.coordinator.user.id, kind: 'correctionAsked', words: '500 → 550' },
      { userId: people.officer.user.id, kind: 'correctionGranted', words: '500 → 550' },
    ]);
    const { agency, indicatorId, line, calendar, span, basis } = figure;
    const of = { agencyId: agency.id, indicatorId, line, period: code, calendar, span, basis };
    const { figures } = await getFigureHistory(as(people.other), of);
    expect(figures.map(({ value, endedAt }) => [value, endedAt])).toEqual([
      [550, null],
      [500, now.toISOString()],
    ]);
    expect((await cellOf(people.officer, 'thu-dau-nguoi')).value).toBe(2200);
    const derived = await getFiguresOfPoint(as(people.other), 'thu-dau-nguoi', { period: code });
    expect(derived.figures.map(({ value }) => value)).toEqual([2200]);
    const { revisions } = await getIndicatorFigures(as(people.other), 'thu', {});
    expect(revisions.map(({ value, period: of }) => [value, of])).toEqual([[500, code]]);
  });

  it('show the period before and the plan beside what is typed', async () => {
    const { beside } = await cellOf(people.officer, 'thu');
    expect(beside.previous).toMatchObject({ value: 550, computed: false });
    expect(beside.sameBefore).toBeNull();
  });

  it('keep a report from being handed on while an unusual one has no reason', async () => {
    const count = () =>
      as(people.officer)
        .db.transaction()
        .execute(async (trx) => countUnexplained(trx, await heldIn(trx, own), '2026-03-16'));
    await type(people.officer, { thu: 550_000, 'dan-so': -3 });
    expect(await count()).toBe(2);
    const { reason: _, ...cell } = changeTo(await cellOf(people.officer, 'thu'), 550_000);
    await saveCells(as(people.officer), people.officer, own, [{ ...cell, reason: 'Thu một lần từ cổ phần hóa' }]);
    expect(await count()).toBe(1);
  });

  it('are given back with the cells that are meant', async () => {
    await type(people.officer, { thu: 500 });
    await setStage('sent');
    const { indicatorId, line, span, basis } = await cellOf(people.coordinator, 'thu');
    const remark = { key: { indicatorId, line, span, basis }, kind: 'returned', words: 'Thiếu thuế đất' } as const;
    const by = { at: now, authorId: people.coordinator.user.id };
    await as(people.coordinator)
      .db.transaction()
      .execute(async (trx) => remarkOn(trx, await heldIn(trx, own), [remark], by));
    await setStage('returned');
    expect((await cellOf(people.officer, 'thu')).remarks).toMatchObject([
      { kind: 'returned', words: 'Thiếu thuế đất' },
    ]);
  });

  it('are commented on by those at work, and a comment is settled once', async () => {
    const { indicatorId, line, span, basis } = await cellOf(people.officer, 'thu');
    const key = { indicatorId, line, span, basis };
    const said = await addRemark(as(people.officer), people.officer, own, { key, words: 'Chờ Thuế xác nhận' });
    expect(said.remarks).toMatchObject([{ kind: 'comment', words: 'Chờ Thuế xác nhận', settledAt: null }]);
    await expect(
      addRemark(as(people.other), people.other, own, { key, words: 'Không phải việc của tôi' }),
    ).rejects.toMatchObject({ code: 'notAllowed' });
    const id = said.remarks[0]?.id ?? '';
    expect(await endRemark(as(people.officer), people.officer, own, id)).toEqual({ settled: true });
    expect(await endRemark(as(people.officer), people.officer, own, id)).toEqual({ settled: false });
    expect((await cellOf(people.officer, 'thu')).remarks[0]?.settledAt).toBe(now.toISOString());
  });

  it('follow from both of two corrections that are granted at the same moment', async () => {
    await type(people.officer, { thu: 500, 'dan-so': 250 });
    await approve();
    const { period: code } = await sheet(people.officer);
    const ask = (indicatorId: string, value: number) =>
      askToSet(app, people.officer, { indicatorId, period: code }, value);
    const [revenue, population] = [await ask('thu', 550), await ask('dan-so', 275)];
    const second = await as(people.coordinator)
      .db.transaction()
      .execute(async (trx) => {
        await grantTo({ ...app, db: trx }, people.coordinator, revenue);
        const other = grantTo(as(people.coordinator), people.coordinator, population);
        await untilBlocked(database.db);
        return [other];
      });
    await Promise.all(second);
    const { figures } = await getFiguresOfPoint(as(people.officer), 'thu-dau-nguoi', { period: code });
    expect(figures.map(({ value }) => value)).toEqual([2000]);
    expect((await cellOf(people.officer, 'thu-dau-nguoi')).value).toBe(2000);
  });

  it('stand under whom they were asked of when another agency has taken the report over', async () => {
    const { db } = database;
    const other = await submissionOf('so-b');
    await storeFigure(db, { agencyId: 'so-b', indicatorId: 'thu', period: '2026-M01', span: 'toDate', value: 900 });
    await type(people.officer, { thu: 100 });
    await type(people.other, { thu: 40 }, other);
    await sql`update duty set agency_id = 'so-a' where id = (select duty_id from submission where id = ${other})`.execute(
      db,
    );
    await setStage('sent');
    const { columns, rows } = await getRoundSheet(as(people.coordinator), round);
    const toDate = columns.findIndex(({ indicatorId, span }) => indicatorId === 'thu' && span === 'toDate');
    const shown = new Map(rows.map(({ submissionId, cells }) => [submissionId, cells[toDate]?.value]));
    expect([shown.get(own), shown.get(other)]).toEqual([650, 940]);
  });

  it('stand in the report of their round as they were sent, whatever was listed before of the same', async () => {
    const { period: code } = await sheet(people.officer);
    await storeFigure(database.db, { agencyId: 'so-a', indicatorId: 'thu', period: code, span: 'period', value: 400 });
    await storeFigure(database.db, { agencyId: 'so-a', indicatorId: 'dan-so', period: code, span: 'period', value: 9 });
    await type(people.officer, { thu: 500 });
    await setStage('sent');
    const said = async (indicatorId: string) => {
      const lines = await listSentences(as(people.coordinator), round);
      const runs = lines.find(({ indicator }) => indicator.id === indicatorId)?.runs ?? [];
      const figure = runs.find(isFigure)?.figure;
      const content = [{ kind: 'paragraph' as const, runs: figure ? [{ figure }] : [] }];
      const of = { roundId: round, day: '2026-03-20' };
      return [figure?.of.value, await correctedIn(as(people.coordinator).db, [content], of)];
    };
    const grid = await getRoundSheet(as(people.coordinator), round);
    expect(grid.rows.find(({ submissionId }) => submissionId === own)?.cells[0]?.value).toBe(500);
    expect(await said('thu')).toEqual([500, []]);
    // Of what it says nothing of, what it has said before goes on counting.
    expect(await said('dan-so')).toEqual([9, []]);
    await approve();
    expect(await said('thu')).toEqual([500, []]);
  });
});
