import type { Verb } from '../../src/registry/may.ts';
import { vi } from '../../web/words/vi.ts';

/** Every page of the application as somebody comes to it, for whoever walks them all. */

const placeNames = [
  ...(['issued', 'inReview', 'indicator', 'agency', 'group', 'duty', 'event', 'stocktake', 'round'] as const),
  /** Of the own agency, where somebody works in one. */
  ...(['submission', 'scored'] as const),
] as const;
/** Ids that stand in their addresses. */
export type Places = Record<(typeof placeNames)[number], string>;

/** The stops as routes are written, to be held beside them. */
export const stopPatterns = (): string[] =>
  stops(Object.fromEntries(placeNames.map((name) => [name, '$'])) as Places).map(
    ({ path }) => path.split('?')[0] ?? '',
  );

export type Stop = { path: string; deeds?: Partial<Record<Verb, readonly string[]>>; opens?: Verb[]; printed?: true };

/** The pages with what each offers to whom; `opens`: for whom alone it is there; `printed`: what people take to meetings on paper. */
export const stops = (at: Places): Stop[] => [
  { path: '/viec-cua-toi', printed: true },
  { path: '/tong-quan', printed: true, deeds: { changePaths: [vi.overview.changeRules] } },
  { path: '/tong-quan/chi-tieu' },
  { path: `/tong-quan/chi-tieu/${at.issued}/t1`, deeds: { changePaths: [vi.overview.changePath] } },
  { path: '/lanh-dao-theo-doi', printed: true, opens: ['follow'] },
  { path: '/kiem-diem', deeds: { holdStocktakes: [vi.stocktakes.plan] } },
  { path: `/kiem-diem/${at.stocktake}`, printed: true, deeds: { holdStocktakes: [vi.stocktakes.edit] } },
  { path: `/kiem-diem/${at.stocktake}/hop`, deeds: { holdStocktakes: [vi.stocktakes.addDecision] } },
  { path: '/van-ban/thong-ke', printed: true },
  { path: '/chi-tieu' },
  { path: '/chi-tieu/danh-muc', deeds: { changeIndicators: [vi.indicators.add] } },
  { path: `/chi-tieu/danh-muc/${at.indicator}`, deeds: { changeIndicators: [vi.indicators.edit] } },
  { path: `/chi-tieu/danh-muc/${at.indicator}`, deeds: { reviewDocuments: [vi.indicators.wrongLabel('')] } },
  { path: `/chi-tieu/danh-muc/${at.indicator}/chi-tiet` },
  { path: '/chi-tieu/danh-muc/moi', opens: ['changeIndicators'] },
  { path: '/nhiem-vu' },
  { path: '/theo-doi', printed: true, deeds: { urge: ['Đôn đốc'] } },
  { path: `/viec/${at.duty}`, printed: true },
  { path: '/van-ban', deeds: { importDocuments: [vi.documents.upload] } },
  { path: `/van-ban/${at.issued}`, printed: true, deeds: { readReview: [vi.review.open] } },
  {
    path: `/van-ban/${at.inReview}/ra-soat`,
    opens: ['readReview'],
    deeds: { reviewDocuments: [vi.review.actions.reject] },
  },
  { path: '/dot-bao-cao', deeds: { openRounds: [vi.rounds.open] } },
  { path: `/dot-bao-cao/${at.round}` },
  { path: `/dot-bao-cao/${at.round}/tong-hop` },
  { path: `/bao-cao/${at.submission}` },
  { path: '/che-do-bao-cao' },
  { path: '/nhap-so-lieu', opens: ['importFigures'] },
  { path: '/soan-ke-hoach', opens: ['makeDocuments'], deeds: { draftPlans: [vi.planDrafts.begin] } },
  { path: '/kiem-tra-the-thuc' },
  { path: '/doi-chieu' },
  { path: '/don-vi', deeds: { changeAgencies: [vi.agencies.add] } },
  { path: `/don-vi/${at.agency}`, deeds: { changeAgencies: [vi.agencies.edit] } },
  { path: `/don-vi/${at.scored}/phieu-diem`, printed: true },
  { path: '/theo-doi/ra-soat', opens: ['compareAgencies'] },
  { path: '/don-vi/xep-hang', printed: true, opens: ['compareAgencies'] },
  { path: '/don-vi/thang-diem', deeds: { changeScale: [vi.scorecards.setScale] } },
  { path: `/don-vi/nhom?nhom=${at.group}`, deeds: { changeAgencies: [vi.agencyGroups.add] } },
  { path: '/don-vi/sap-xep', deeds: { reorganise: [vi.reorganisations.write] } },
  { path: `/don-vi/sap-xep/${at.event}`, deeds: { reorganise: [vi.reorganisations.confirm] } },
  { path: '/don-vi/sap-xep/moi', opens: ['reorganise'] },
  { path: '/quan-tri/ra-soat', opens: ['manageUsers'], deeds: { manageUsers: [vi.accountReviews.begin] } },
  { path: '/tim-kiem?q=kinh%20te' },
  { path: '/thong-bao' },
  { path: '/tai-khoan' },
  { path: '/quan-tri/nguoi-dung', opens: ['manageUsers'], deeds: { manageUsers: [vi.people.invite] } },
  { path: '/quan-tri/lich', opens: ['changeCalendar'], deeds: { changeCalendar: [vi.calendar.add] } },
  {
    path: '/quan-tri/don-doc',
    opens: ['assignWork', 'changeSettings'],
    deeds: { assignWork: [vi.urgingSettings.ladder.save], changeSettings: [vi.urgingSettings.webhooks.add] },
  },
  {
    path: '/quan-tri/mau-van-ban',
    opens: ['changeTemplates'],
    deeds: { changeTemplates: [vi.templates.upload] },
  },
  { path: '/quan-tri/ranh-gioi', opens: ['changeSettings'], deeds: { changeSettings: [vi.boundaries.load] } },
  { path: '/quan-tri/van-hanh', opens: ['manageJobs'], deeds: { manageJobs: [vi.operation.again] } },
  { path: '/quan-tri/tac-vu', opens: ['manageJobs'], deeds: { manageJobs: [vi.jobs.testLetter] } },
  { path: '/quan-tri/nhat-ky', opens: ['readAudit'], deeds: { readAudit: [vi.audit.verify] } },
  { path: '/quan-tri/dang-nhap', opens: ['readAudit'], deeds: { readAudit: [vi.list.export] } },
];

/** Pages that no walk from stop to stop can come to, and why; another walk sees each of them. */
export const besideTheStops: Readonly<Record<string, string>> = {
  '/': 'leads on to the own work',
  '/quan-tri': 'leads on to the first page of administration that is open',
  '/loi-moi': 'for whoever has no account yet: first-day.spec.ts',
  '/van-ban/$id/so-sanh/$earlier': 'wants two versions of a document: comparing.spec.ts',
  '/soan-ke-hoach/$id': 'wants a draft: plan-drafts.spec.ts',
  '/don-vi/sap-xep/$id/sua': 'the form of /don-vi/sap-xep/moi, filled: reorganisation.spec.ts',
  '/quan-tri/ra-soat/$id': 'wants a review that has begun: first-day.spec.ts',
};
