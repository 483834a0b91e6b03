import { type RawBuilder, sql } from 'kysely';
import { actOnSubmission } from '../src/services/act-on-submission.ts';
import { type App, appFor } from '../src/services/app.ts';
import { today } from '../src/services/clock.ts';
import { getFigureSheet } from '../src/services/figure-sheet.ts';
import { listTargets } from '../src/services/findings.ts';
import { openRound } from '../src/services/open-round.ts';
import { getPublicRecord, portalOf } from '../src/services/portal.ts';
import { addRegime } from '../src/services/regimes.ts';
import { saveCells } from '../src/services/save-cells.ts';
import { getSubmission } from '../src/services/submissions.ts';
import { figureOf, makeReporters, type Reporter, regimeOf } from './measuring-rounds.ts';
import { type Province, prepareProvince } from './province-year.ts';
import { casesOf, chooseLeaders, type Leader } from './seeing-questions.ts';
import { chooseDuties, choosePeople, pageOf, type Question, workOf } from './work-questions.ts';

/** What is asked all day, each with the bare SQL of the same rows or, of what is written, of as many rows, ended by a commit. */

export type Operation = { what: string; questions: Question[] };

const subjects = 12;
const here = '127.0.0.1';

export async function readOperations(app: App): Promise<Operation[]> {
  const people = (await choosePeople(app.db, today(app.clock))).filter((_, at) => at % 10 === 0);
  const leaders = await chooseLeaders(app);
  const duties = await chooseDuties(app.db, subjects);
  const work = await Promise.all(people.map((person) => workOf(app, person)));
  const pages = await Promise.all(
    duties.map((id, at) => pageOf(app, people[at % people.length] ?? nobody('people'), id)),
  );
  const seen = casesOf(app, leaders).map(({ what, asked, bare }) => ({
    what,
    questions: Array.from({ length: subjects }, (_, turn) => ({
      ...{ what, asked: () => asked(turn), bare: () => bare(turn) },
    })),
  }));
  return [
    { what: 'my work', questions: work },
    { what: "a duty's page", questions: pages },
    { what: 'list of targets', questions: leaders.map((leader) => listOf(app, leader)) },
    ...seen,
    { what: "portal: a plan's page", questions: leaders.map((leader) => publicOf(app, leader)) },
  ];
}

const nobody = (what: string): never => {
  throw new Error(`no ${what}: the data is not there`);
};

function listOf(app: App, leader: Leader): Question {
  const own = appFor(app, leader, here);
  const query = {
    document: [leader.planId],
    year: [],
    group: [],
    agency: [],
    tier: [],
    sort: 'document',
    order: 'asc',
  };
  const bare = sql`
    select t.*, d.number, d.title, i.name as indicator, count(*) over () as total,
      (select array_agg(n.name) from assignment a join agency_name n on n.agency_id = a.agency_id and n.kind = 'official' and n.valid_until is null
        where a.document_id = t.document_id and a.finding_kind = 'target' and a.finding_id = t.id) as agencies
    from target t join document d on d.id = t.document_id left join indicator i on i.id = t.indicator_id
    where t.document_id = ${leader.planId} order by t.position limit 50`;
  return {
    what: 'list of targets',
    asked: () => listTargets(own, query as Parameters<typeof listTargets>[1], { offset: 0, limit: 50 }),
    bare: () => bare.execute(app.db),
  };
}

/** As the first of those who ask has it: nothing is kept of it yet. */
function publicOf(app: App, leader: Leader): Question {
  const bare = sql`
    select t.*, (select json_agg(f) from (select f.agency_id, f.period_to, f.value from figure f join assignment a on a.agency_id = f.agency_id
        where a.document_id = t.document_id and a.finding_kind = 'target' and a.finding_id = t.id and f.indicator_id = t.indicator_id
          and f.line = t.indicator_line and f.ended_at is null and f.period_to >= current_date - interval '5 years') f) as figures
    from published_item p join target t on t.document_id = p.document_id and t.id = p.finding_id
    where p.document_id = ${leader.planId} and p.finding_kind = 'target' order by t.position`;
  return {
    what: "portal: a plan's page",
    asked: () => {
      app.portalCache.forget();
      return getPublicRecord(portalOf(app), leader.planId);
    },
    bare: () => bare.execute(app.db),
  };
}

const roundAgencies = 24;
const roundIndicators = 20;

export type Writing = {
  grid: Operation;
  /** Each can be asked once. */
  once: Operation[];
};

/** A month's round of a province's departments and communes, 20 figures each. */
export async function writeOperations(app: App): Promise<Writing> {
  const all = await prepareProvince(app.db, roundAgencies);
  const province: Province = { ...all, indicators: all.indicators.slice(0, roundIndicators) };
  const { coordinator, agencies } = province;
  const own = appFor(app, coordinator, here);
  const fields = { ...regimeOf(province), content: 'figures' as const, outline: [] };
  const regime = await addRegime(own, coordinator, { ...fields, asks: { targets: null, duties: false } });
  const { round } = await openRound(own, coordinator, { regimeId: regime.id, period: '2026-M09' });
  const reporters = await makeReporters(app, agencies, round.id);
  await sql`create table bare_figure (like figure including all)`.execute(app.db);
  await sql`create table bare_cell (like cell including all)`.execute(app.db);
  const each = (what: string, ask: (reporter: Reporter) => Promise<unknown>, bare: RawBuilder<unknown>) => ({
    what,
    questions: reporters.map((reporter) => ({
      what,
      asked: () => ask(reporter),
      bare: () => bare.execute(app.db),
    })),
  });
  const insertedCells = sql`
    insert into bare_cell (submission_id, indicator_id, line, span, basis, position, value, province)
    select gen_random_uuid(), 'do-' || k, '', 'period', 'estimated', k, k, 'nation' from generate_series(1, ${roundIndicators}::int) k`;
  const insertedFigures = sql`
    insert into bare_figure (agency_id, indicator_id, line, period, calendar, period_to, span, basis, value, set_at, province)
    select md5(random()::text), 'do-' || k, '', '2026-M09', 'administrative', '2026-09-14', 'period', 'estimated', k, now(), 'nation'
    from generate_series(1, ${roundIndicators}::int) k`;
  const moved = sql`with one as (select user_id from post limit 1) insert into bare_step select now(), user_id from one`;
  await sql`create table bare_step (at timestamptz, user_id text)`.execute(app.db);
  return {
    grid: each(
      "a round's grid",
      ({ person, submissionId }) => getFigureSheet(appFor(app, person, here), person, submissionId),
      sql`select c.*, i.name, i.unit from cell c join indicator i on i.id = c.indicator_id
        where c.submission_id = ${reporters[0]?.submissionId} order by c.position`,
    ),
    once: [
      each('20 figures typed', (reporter) => type(app, reporter, province), insertedCells),
      each('submit', ({ person, submissionId }) => step(app, person, submissionId, 'send'), moved),
      each('approve', ({ submissionId }) => step(app, coordinator, submissionId, 'approve'), insertedFigures),
    ],
  };
}

async function type(app: App, { person, submissionId, at }: Reporter, { indicators }: Province): Promise<void> {
  const own = appFor(app, person, here);
  const changes = indicators.map(({ id: indicatorId }) => ({
    ...{ indicatorId, version: 1, line: '', span: 'period' as const, basis: 'estimated' as const, missing: null },
    ...{ value: figureOf(at, Number(indicatorId.slice(3))), reason: '' },
  }));
  await saveCells(own, person, submissionId, changes);
}

async function step(app: App, person: Reporter['person'], id: string, verb: 'send' | 'approve'): Promise<void> {
  const own = appFor(app, person, here);
  const { submission } = await getSubmission(own, person, id);
  await actOnSubmission(own, person, id, { verb, version: submission.version });
}
