import { workTasks } from '../src/registry/my-work.ts';
import { type SearchKind, searchKinds } from '../src/registry/search.ts';
import { workingCalendar } from '../src/registry/working-days.ts';
import { templateKinds } from '../src/values/template.ts';
import { type HiddenWorld, hidden, wordOf } from './hidden-world.ts';

/** What the store's functions are asked with, by the names of their parameters, in the world of `storeHiddenWorld`. */

export type Values = Record<string, readonly unknown[]>;
type Ids = HiddenWorld['ids'];

const day = '2026-03-20';
const agencies = ['so-a', 'ubnd'];
const listing = { document: [], year: [], group: [], agency: [], tier: [], sort: 'document', order: 'asc' };
const duties = { document: [], agency: [], below: false, role: 'lead', officer: [], stage: [], state: [], kind: [] };
const counting = { day: [{ today: day, soonUntil: '2026-03-27', calendar: workingCalendar([]) }] };

/** Of these it is asked with nothing in particular. */
const unset = ['after', 'before', 'queue', 'state', 'regime', 'noted'];
const none = ['hidden', 'nation', 'kinds', 'profiles', 'locked', 'nearPlaces'];
const no = ['hold', 'lock', 'forChange', 'latestFirst', 'unread', 'nation'];

const plainValues: Values = {
  ...Object.fromEntries(unset.map((name) => [name, [undefined]])),
  ...Object.fromEntries(none.map((name) => [name, [[]]])),
  ...Object.fromEntries(no.map((name) => [name, [false]])),
  ...{
    agencyId: agencies,
    agencyIds: [agencies],
    idOrName: ['Sở A'],
    placeIds: [['tinh']],
    indicatorId: ['thu'],
    indicatorIds: [['thu']],
  },
  ...{
    section: ['i'],
    line: [''],
    period: ['2026-M03'],
    calendar: ['statistical'],
    year: [2026],
    since: ['2020-01-01'],
  },
  ...{
    day: [day],
    today: [day],
    asOf: [undefined, day],
    upTo: ['2030-01-01'],
    now: [new Date()],
    moment: [new Date(0)],
  },
  ...{
    unusedSince: [null],
    usedSince: [new Date(0)],
    at: [1],
    limit: [100],
    offset: [0],
    most: [100],
    count: [100],
    part: [0],
  },
  ...{
    inside: [true],
    sentAtMost: [50],
    kind: ['task', 'target'],
    findingKind: ['task'],
    role: ['lead'],
    roles: [['lead']],
  },
  ...{
    page: [{ offset: 0, limit: 100 }],
    query: [listing],
    filter: [duties],
    setting: ['work'],
    name: ['work'],
    hash: ['x'],
  },
  ...{
    tokenHash: [Buffer.from('x')],
    email: ['nobody@thu.vn'],
    provider: ['p'],
    verb: ['issue'],
    relation: ['tiers'],
    key: ['x'],
    ...{ place: [0], webhookId: ['00000000-0000-4000-8000-000000000001'], attemptId: [1] },
  },
  ...{
    finding: [undefined],
    findingId: ['n1'],
    findings: [[{ kind: 'task', id: 'n1' }]],
    names: [['Sở A']],
    typed: ['so'],
  },
  ...{ reorganisationId: ['r'], table: ['agency'], open: [undefined, true], tasks: [workTasks] },
  posts: [[{ role: 'leader', agencyId: 'ubnd' }]],
};

function idValues({ people, ids }: HiddenWorld): Values {
  const every = [...new Set([...Object.values(ids), 'so-a', 'thu', '1', 1])];
  const users = [ids.author, ...Object.values(people)];
  return {
    id: every,
    ids: [every.filter((id) => String(id).length === 36), agencies, users],
    // By which the rows of agencies without a place lie, as these are.
    province: ['nation'],
    ...{ dutyId: [ids.duty, ids.reportingDuty], rootIds: [[ids.duty]], evidenceId: [ids.evidence], authorId: users },
    ...{
      resultId: [ids.draft],
      progressId: [ids.draft, null],
      submissionId: [ids.submission],
      submission: [{ id: ids.submission, province: 'nation' }],
      submissions: [[{ id: ids.submission, province: 'nation' }]],
    },
    ...{ roundId: [ids.round], reportId: [ids.report], regimeId: [ids.regime], documentId: [ids.review] },
    ...{
      otherDocumentId: [ids.review],
      documentIds: [[ids.review]],
      userId: users,
      userIds: [users],
      but: [ids.asker],
    },
    ...{ subject: [{ kind: 'account', id: ids.author }], operation: [ids.duty], postId: [ids.duty] },
  };
}

const theReporting = (ids: Ids): Record<string, Values> => {
  const facts = { roundId: ids.round, period: '2026-M03', calendar: 'statistical', day };
  const thu = { agencyId: 'so-a', indicatorId: 'thu', line: '', period: '2026-M03', calendar: 'statistical' };
  const figure = { ...thu, span: 'period', basis: 'final' };
  return {
    submissions: { ...counting, id: [ids.submission ?? ''], stage: [[]], sending: [[]], tier: [[]] },
    'regime-files': { part: ['form'], hash: ['0'] },
    envelopes: { position: [1] },
    'asked-cells': { asked: [{ lines: [{ ...figure, agencyId: null }], targets: 'estimated', year: 2026, day }] },
    'figure-facts': { facts: [facts, { ...facts, submissionId: ids.submission }] },
    'figure-values': { sources: [[{ kind: 'figure', ...figure }]] },
    'figures.historyOfFigure': { of: [figure] },
    'figure-series.figureSeries': { keys: [[thu]], since: ['2020-01-01'] },
    'figures.figuresByIds': { ids: [[1]] },
    'figures.submissionsFollowing': { periods: [[thu]] },
    'reports.sectionsOfReport': { reportId: [ids.report] },
  };
};

const plans: Values = {
  plan: [{ document: [], year: 2026, tier: [] }],
  ...{ from: ['2025-12-31'], soonUntil: ['2026-03-27'], past: [true] },
};

/** Every hidden word is looked for, and every hidden thing asked for by its key. */
function theSearching(ids: Ids): Record<string, Values> {
  const places = { kinds: searchKinds, years: [], agencies: [], asOf: undefined, most: 100 };
  const inDocument = { document: ids.review, target: 't1', task: 'n1', passage: '0' };
  const pieces: Partial<Record<SearchKind, string>> = {
    section: `${ids.submission}/i`,
    evidenceText: `${ids.duty}/x/0`,
  };
  const keys = searchKinds.flatMap((kind): unknown[] =>
    kind in inDocument
      ? [{ kind, id: inDocument[kind as keyof typeof inDocument], documentId: ids.review, province: 'nation' }]
      : (pieces[kind] === undefined ? Object.values(ids).filter((id) => id.length === 36) : [pieces[kind]]).map(
          (id) => ({ kind, id, documentId: null, province: 'nation' }),
        ),
  );
  return {
    'search.findSaying': {
      search: hidden.map((kind) => {
        const said = `'${wordOf(kind)}'`;
        const byPairs = { said: { index: said, row: said }, phrase: null };
        return { said, phrase: null, byPairs, ...places };
      }),
    },
    'found-words': {
      ...{ keys: [keys], ...counting },
      words: [keys.map((_, at) => ({ at, dutyId: ids.duty }))],
      documents: [new Map([[ids.review, { provinces: ['nation'] }]])],
    },
  };
}

/** What leaders follow and stocktakes look at: their own words are hidden, too. */
function theStocktakes(ids: Ids): Record<string, Values> {
  const matters = [
    { kind: 'target', documentId: ids.review, targetId: 't1' },
    { kind: 'duty', dutyId: ids.duty },
    { kind: 'agency', agencyId: 'so-a' },
  ];
  const keys = [`target:${ids.review}:t1`, `duty:${ids.duty}`, 'agency:so-a'];
  return {
    matters: { matters: [matters] },
    follows: { leaderId: [ids.leading], leaderIds: [[ids.leading]], key: keys },
    stocktakes: { stocktakeId: [ids.stocktake], agencyId: ['ubnd'], but: [null] },
    'stocktake-decisions': { stocktakeIds: [[ids.stocktake]], key: keys, dutyId: [ids.duty] },
    'stocktake-proposals': { overdueDays: [0], obstacleDays: [0] },
  };
}

const figureTarget = {
  ...{ indicatorId: 'thu', line: null, year: 2026, cumulative: false },
  ...{ agencyIds: agencies, provinces: ['nation', 'tinh'] },
};

/** Where a name means something else than everywhere: for a file, or one function of it. */
function specialValues(ids: Ids): Record<string, Values> {
  const ground = {
    ...{ userId: ids.author, today: day, comingUntil: '2030-01-01', answeredSince: new Date(0) },
    ...{ asHead: agencies, own: agencies, coordinates: agencies, directs: agencies, leads: agencies },
    provinces: ['nation', 'tinh'],
  };
  const pair = { relation: 'below', kind: 'task', documentId: ids.review, findingId: 'n1', otherFindingId: null };
  const ofDuties = { sort: ['due'], order: ['asc'], agency: [{ id: 'so-a', name: 'Sở A' }], rootId: [ids.duty] };
  return {
    ...theReporting(ids),
    ...theSearching(ids),
    duties: {
      day: [...counting.day, ...counting.day.map((one) => ({ ...one, past: true }))],
      ...ofDuties,
      id: [ids.duty, ids.reportingDuty],
    },
    'duty-story': { kind: [[]] },
    'template-samples': { kind: [...templateKinds] },
    'agency-search': { query: [{ tier: [], kind: [], place: [], sort: 'name', order: 'asc' }] },
    'sign-ins': { filter: [{}], id: [ids.author] },
    'audit.searchAudit': { query: [{}] },
    'counterparts.findJudgement': { pair: [{ ...pair, otherDocumentId: ids.review }] },
    'duty-agencies.agenciesAround': { kind: ['assigned'], giverId: [null], monitoring: [[]] },
    'indicator-points.pointsBeside': {
      target: [{ documentId: ids.review, indicatorId: 'thu', line: '', tier: 'province' }],
    },
    'indicator-points.documentsTouchedBy': { id: ['thu'], names: [[['thu', 'ngan']]] },
    'my-work.findWork': { ground: [ground] },
    standings: { ...plans, targets: [[{ documentId: ids.review, id: 't1' }]], among: [undefined] },
    'figures-of-targets': {
      targets: [[{ ...figureTarget, documentId: ids.review, id: 't1' }]],
      days: [{ from: '2025-12-31', day }],
    },
    'standing-changes': { since: [null] },
    scorecards: {
      ...{ provinceId: ['tinh', null], kind: ['department'], tier: ['province'], id: ['so-a'] },
      span: [true, false].map((past) => ({ from: '2020-01-01', to: '2030-01-01', day, asOf: '2030-01-01', past })),
      since: [null],
      of: [{ agencyIds: agencies, provinces: ['nation', 'tinh'] }],
    },
    'owner-health': {
      ...{ today: [day], inUse: [agencies], agency: ['ubnd', undefined], fault: [undefined, 'noOfficer'] },
    },
    'scorecards.wordsOfItems': { ids: [{ duties: [ids.duty], reports: [ids.submission], obstacles: [] }] },
    'plan-duties': {
      ...plans,
      work: [{ plan: { document: [], year: 2026, tier: [] }, provinces: ['nation', 'tinh'] }],
    },
    boundaries: { tier: ['commune'] },
    uploads: { id: [ids.upload], uploadId: [ids.upload], userId: [ids.author], startsAt: [0] },
    breakdowns: {
      of: [{ indicatorId: 'thu', day }],
      asked: (['place', 'line', 'agency'] as const).map((by) => ({
        indicatorId: 'thu',
        day,
        by,
        line: '',
        tier: 'commune',
      })),
    },
    'notice-choices': { before: [day] },
    'path-rules': { targetId: ['t1'] },
    ...theStocktakes(ids),
    'plan-outcomes': {
      refs: [(['task', 'target'] as const).map((kind) => ({ kind, documentId: ids.review, findingId: 'n1' }))],
      day: counting.day,
    },
    'reorganised-work.rowsById': { ids: [[1]] },
    'reorganised-work.textsOf': { rows: [[{ documentId: ids.review, findingKind: 'task', findingId: 'n1' }]] },
    'recipients.peopleOf': { lists: [[[{ agencyId: 'so-a', roles: ['officer'] }]]] },
    tasks: { query: [{ ...listing, role: [], due: [] }] },
  };
}

export const valuesIn = (world: HiddenWorld): { values: Values; special: Record<string, Values> } => ({
  values: { ...plainValues, ...idValues(world) },
  special: specialValues(world.ids),
});
