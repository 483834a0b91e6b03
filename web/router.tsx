import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { AccountReviewFilter } from '../src/api/account-reviews.ts';
import { AgencyFilter } from '../src/api/agencies.ts';
import { AuditFilter } from '../src/api/audit.ts';
import { PersonFilter } from '../src/api/people.ts';
import { SearchFilter } from '../src/api/search.ts';
import { TargetFilter } from '../src/api/targets.ts';
import { TaskFilter } from '../src/api/tasks.ts';
import { SignInFilter } from '../src/registry/sign-in.ts';
import { PlainDate } from '../src/values/plain-date.ts';
import { indicatorRoutes } from './indicator-routes.ts';
import { overviewRoutes } from './overview-routes.ts';
import { parseSearch, type Search, searchOf, stringifySearch } from './parts/address.ts';
import { Waiting } from './parts/waiting.tsx';
import { root } from './root-route.ts';
import { scoreRoutes } from './score-routes.ts';
import { AlignmentSearch } from './screens/alignment/search.ts';
import { CalendarSearch } from './screens/calendar/search.ts';
import { DocumentSearch } from './screens/documents/search.ts';
import { DutySearch } from './screens/duties/search.ts';
import { RoundSearch } from './screens/rounds/search.ts';
import { TemplateSearch } from './screens/templates/search.ts';
import { UrgingSearch } from './screens/urging-settings/search.ts';
import { stocktakeRoutes } from './stocktake-routes.ts';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/viec-cua-toi', replace: true });
  },
});

const targets = createRoute({
  getParentRoute: () => root,
  path: '/chi-tieu',
  validateSearch: (search: Search) => searchOf(TargetFilter.omit({ asOf: true }), search),
  component: lazyRouteComponent(() => import('./screens/targets/targets.tsx'), 'Targets'),
});

const tasks = createRoute({
  getParentRoute: () => root,
  path: '/nhiem-vu',
  validateSearch: (search: Search) => searchOf(TaskFilter.omit({ asOf: true }), search),
  component: lazyRouteComponent(() => import('./screens/tasks/tasks.tsx'), 'Tasks'),
});

const documents = createRoute({
  getParentRoute: () => root,
  path: '/van-ban',
  validateSearch: (search: Search) => searchOf(DocumentSearch, search),
  component: lazyRouteComponent(() => import('./screens/documents/documents.tsx'), 'Documents'),
});

const planDrafts = createRoute({
  getParentRoute: () => root,
  path: '/soan-ke-hoach',
  component: lazyRouteComponent(() => import('./screens/plan-drafts/drafts.tsx'), 'PlanDrafts'),
});

const planDraft = createRoute({
  getParentRoute: () => root,
  path: '/soan-ke-hoach/$id',
  component: lazyRouteComponent(() => import('./screens/plan-drafts/draft.tsx'), 'PlanDraft'),
});

const alignment = createRoute({
  getParentRoute: () => root,
  path: '/doi-chieu',
  validateSearch: (search: Search) => searchOf(AlignmentSearch, search),
  component: lazyRouteComponent(() => import('./screens/alignment/alignment.tsx'), 'Alignment'),
});

/** The chosen finding, and that the text is read where the original pages could be. */
type DocumentPlace = { muc?: string; xem?: 'chu' };

const document = createRoute({
  getParentRoute: () => root,
  path: '/van-ban/$id',
  validateSearch: (search: Search): DocumentPlace => ({
    ...(typeof search.muc === 'string' && { muc: search.muc }),
    ...(search.xem === 'chu' && { xem: search.xem }),
  }),
  component: lazyRouteComponent(() => import('./screens/document/document.tsx'), 'DocumentScreen'),
});

const amending = createRoute({
  getParentRoute: () => root,
  path: '/van-ban/$id/so-sanh/$earlier',
  component: lazyRouteComponent(() => import('./screens/amending/amending.tsx'), 'Amending'),
});

const agencies = createRoute({
  getParentRoute: () => root,
  path: '/don-vi',
  validateSearch: (search: Search) => searchOf(AgencyFilter, search),
  component: lazyRouteComponent(() => import('./screens/agencies/agencies.tsx'), 'Agencies'),
});

const agency = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/$id',
  component: lazyRouteComponent(() => import('./screens/agencies/agency.tsx'), 'AgencyScreen'),
});

const report = createRoute({
  getParentRoute: () => root,
  path: '/dot-bao-cao/$id/tong-hop',
  component: lazyRouteComponent(() => import('./screens/reports/report.tsx'), 'Report'),
});

/** The group whose members are shown, and in which province. */
type GroupPlace = { nhom?: string; tinh?: string };

const agencyGroups = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/nhom',
  validateSearch: (search: Search): GroupPlace => ({
    ...(typeof search.nhom === 'string' && { nhom: search.nhom }),
    ...(typeof search.tinh === 'string' && { tinh: search.tinh }),
  }),
  component: lazyRouteComponent(() => import('./screens/agency-groups/agency-groups.tsx'), 'AgencyGroups'),
});

const reorganisations = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/sap-xep',
  component: lazyRouteComponent(() => import('./screens/reorganisations/reorganisations.tsx'), 'Reorganisations'),
});

/** A body that ended without an heir, with which a new event begins. */
type NewEvent = { tu?: string; ten?: string; hieuLuc?: string };

const newReorganisation = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/sap-xep/moi',
  validateSearch: ({ tu, ten, hieuLuc }: Search): NewEvent => ({
    ...(typeof tu === 'string' && { tu }),
    ...(typeof ten === 'string' && { ten }),
    ...(PlainDate.safeParse(hieuLuc).success && { hieuLuc: String(hieuLuc) }),
  }),
  component: lazyRouteComponent(() => import('./screens/reorganisations/writing.tsx'), 'NewReorganisation'),
});

const changeReorganisation = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/sap-xep/$id/sua',
  component: lazyRouteComponent(() => import('./screens/reorganisations/writing.tsx'), 'ChangeReorganisation'),
});

const reorganisation = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/sap-xep/$id',
  component: lazyRouteComponent(() => import('./screens/reorganisations/reorganisation.tsx'), 'Reorganisation'),
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/van-ban/$id/ra-soat',
  validateSearch: (search: Search): { muc?: string } => (typeof search.muc === 'string' ? { muc: search.muc } : {}),
  component: lazyRouteComponent(() => import('./screens/review/review.tsx'), 'ReviewScreen'),
});

const myWork = createRoute({
  getParentRoute: () => root,
  path: '/viec-cua-toi',
  component: lazyRouteComponent(() => import('./screens/my-work/my-work.tsx'), 'MyWork'),
});

const duties = createRoute({
  getParentRoute: () => root,
  path: '/theo-doi',
  validateSearch: (search: Search) => searchOf(DutySearch, search),
  component: lazyRouteComponent(() => import('./screens/duties/duties.tsx'), 'Duties'),
});

const duty = createRoute({
  getParentRoute: () => root,
  path: '/viec/$id',
  component: lazyRouteComponent(() => import('./screens/duties/duty.tsx'), 'Duty'),
});

const rounds = createRoute({
  getParentRoute: () => root,
  path: '/dot-bao-cao',
  component: lazyRouteComponent(() => import('./screens/rounds/rounds.tsx'), 'Rounds'),
});

const round = createRoute({
  getParentRoute: () => root,
  path: '/dot-bao-cao/$id',
  validateSearch: (search: Search) => searchOf(RoundSearch, search),
  component: lazyRouteComponent(() => import('./screens/rounds/round.tsx'), 'Round'),
});

const regimes = createRoute({
  getParentRoute: () => root,
  path: '/che-do-bao-cao',
  // The regime that is shown whole.
  validateSearch: (search: Search): { sua?: string | undefined } =>
    typeof search.sua === 'string' ? { sua: search.sua } : {},
  component: lazyRouteComponent(() => import('./screens/regimes/regimes.tsx'), 'Regimes'),
});

const submission = createRoute({
  getParentRoute: () => root,
  path: '/bao-cao/$id',
  // The part of it that is shown.
  validateSearch: (search: Search): { phan?: string } => (typeof search.phan === 'string' ? { phan: search.phan } : {}),
  component: lazyRouteComponent(() => import('./screens/submissions/submission.tsx'), 'Submission'),
});

const administration = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri',
  component: lazyRouteComponent(() => import('./screens/administration/administration.tsx'), 'Administration'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/nguoi-dung',
  validateSearch: (search: Search) => searchOf(PersonFilter, search),
  component: lazyRouteComponent(() => import('./screens/people/people.tsx'), 'People'),
});

const accountReviews = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/ra-soat',
  component: lazyRouteComponent(() => import('./screens/account-reviews/account-reviews.tsx'), 'AccountReviews'),
});

const accountReview = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/ra-soat/$id',
  validateSearch: (search: Search) => searchOf(AccountReviewFilter, search),
  component: lazyRouteComponent(() => import('./screens/account-reviews/review.tsx'), 'Review'),
});

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/lich',
  validateSearch: (search: Search) => searchOf(CalendarSearch, search),
  component: lazyRouteComponent(() => import('./screens/calendar/calendar.tsx'), 'Calendar'),
});

const urgingSettings = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/don-doc',
  validateSearch: (search: Search) => searchOf(UrgingSearch, search),
  component: lazyRouteComponent(() => import('./screens/urging-settings/urging-settings.tsx'), 'UrgingSettings'),
});

const templates = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/mau-van-ban',
  validateSearch: (search: Search) => searchOf(TemplateSearch, search),
  component: lazyRouteComponent(() => import('./screens/templates/templates.tsx'), 'Templates'),
});

const boundaries = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/ranh-gioi',
  component: lazyRouteComponent(() => import('./screens/boundaries/boundaries.tsx'), 'Boundaries'),
});

const operation = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/van-hanh',
  component: lazyRouteComponent(() => import('./screens/operation/operation.tsx'), 'OperationPage'),
});

const jobs = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/tac-vu',
  component: lazyRouteComponent(() => import('./screens/jobs/jobs.tsx'), 'Jobs'),
});

const search = createRoute({
  getParentRoute: () => root,
  path: '/tim-kiem',
  validateSearch: (search: Search) => searchOf(SearchFilter, search),
  component: lazyRouteComponent(() => import('./screens/search/search.tsx'), 'SearchScreen'),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: '/thong-bao',
  // The letter of the week leads here to be stopped.
  validateSearch: (search: Search): { thu?: 'dung' } => (search.thu === 'dung' ? { thu: 'dung' } : {}),
  component: lazyRouteComponent(() => import('./screens/notices/notices.tsx'), 'Notices'),
});

const formCheck = createRoute({
  getParentRoute: () => root,
  path: '/kiem-tra-the-thuc',
  component: lazyRouteComponent(() => import('./screens/form-check/form-check.tsx'), 'FormCheck'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/nhat-ky',
  validateSearch: (search: Search) => searchOf(AuditFilter, search),
  component: lazyRouteComponent(() => import('./screens/audit/audit.tsx'), 'Audit'),
});

const signIns = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/dang-nhap',
  validateSearch: (search: Search) => searchOf(SignInFilter, search),
  component: lazyRouteComponent(() => import('./screens/audit/sign-ins.tsx'), 'SignIns'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/tai-khoan',
  component: lazyRouteComponent(() => import('./screens/account/account.tsx'), 'AccountScreen'),
});

const accountLink = createRoute({
  getParentRoute: () => root,
  path: '/loi-moi',
  component: lazyRouteComponent(() => import('./screens/account-link/account-link.tsx'), 'AccountLink'),
});

const figureImports = createRoute({
  getParentRoute: () => root,
  path: '/nhap-so-lieu',
  component: lazyRouteComponent(() => import('./screens/figure-imports/figure-imports.tsx'), 'FigureImports'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    ...overviewRoutes,
    ...scoreRoutes,
    ...stocktakeRoutes,
    targets,
    ...indicatorRoutes,
    tasks,
    documents,
    document,
    planDrafts,
    planDraft,
    alignment,
    amending,
    agencies,
    agency,
    agencyGroups,
    report,
    reorganisations,
    reorganisation,
    newReorganisation,
    changeReorganisation,
    review,
    account,
    myWork,
    accountLink,
    duties,
    duty,
    rounds,
    round,
    regimes,
    submission,
    administration,
    people,
    accountReviews,
    accountReview,
    calendar,
    audit,
    signIns,
    formCheck,
    urgingSettings,
    templates,
    boundaries,
    operation,
    jobs,
    notices,
    search,
    figureImports,
  ]),
  defaultPendingComponent: Waiting,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
