import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import type { Verb } from '../../src/registry/may.ts';
import { vi } from '../../web/words/vi.ts';
import { type Application, startApplication } from './application.ts';
import { enterDemo } from './enter-demo.ts';

/** Everybody of the demo province goes through every page, and is offered only what the server lets them do. */

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication('on');
});
test.afterAll(() => application.stop());

type Stop = { path: string; deeds?: Partial<Record<Verb, readonly string[]>>; opens?: Verb[] };

/** The pages with what each offers to whom; `opens`: for whom alone it is there. */
const stops = ({ issued, inReview, indicator, agency, group, duty, event }: Places): Stop[] => [
  { path: '/viec-cua-toi' },
  { path: '/tong-quan', deeds: { changePaths: [vi.overview.changeRules] } },
  { path: '/tong-quan/chi-tieu' },
  { path: `/tong-quan/chi-tieu/${issued}/t1`, deeds: { changePaths: [vi.overview.changePath] } },
  { path: '/lanh-dao-theo-doi', opens: ['follow'] },
  { path: '/kiem-diem', deeds: { holdStocktakes: [vi.stocktakes.plan] } },
  { path: '/van-ban/thong-ke' },
  { path: '/chi-tieu' },
  { path: '/chi-tieu/danh-muc', deeds: { changeIndicators: [vi.indicators.add] } },
  { path: `/chi-tieu/danh-muc/${indicator}`, deeds: { changeIndicators: [vi.indicators.edit] } },
  { path: `/chi-tieu/danh-muc/${indicator}`, deeds: { reviewDocuments: [vi.indicators.wrongLabel('')] } },
  { path: `/chi-tieu/danh-muc/${indicator}/chi-tiet` },
  { path: '/chi-tieu/danh-muc/moi', opens: ['changeIndicators'] },
  { path: '/nhiem-vu' },
  { path: '/theo-doi', deeds: { urge: ['Đôn đốc'] } },
  { path: `/viec/${duty}` },
  { path: '/van-ban', deeds: { importDocuments: [vi.documents.upload] } },
  { path: `/van-ban/${issued}`, deeds: { readReview: [vi.review.open] } },
  {
    path: `/van-ban/${inReview}/ra-soat`,
    opens: ['readReview'],
    deeds: { reviewDocuments: [vi.review.actions.reject] },
  },
  { path: '/doi-chieu' },
  { path: '/don-vi', deeds: { changeAgencies: [vi.agencies.add] } },
  { path: `/don-vi/${agency}`, deeds: { changeAgencies: [vi.agencies.edit] } },
  { path: '/theo-doi/ra-soat', opens: ['compareAgencies'] },
  { path: '/don-vi/xep-hang', opens: ['compareAgencies'] },
  { path: '/don-vi/thang-diem', deeds: { changeScale: [vi.scorecards.setScale] } },
  { path: `/don-vi/nhom?nhom=${group}`, deeds: { changeAgencies: [vi.agencyGroups.add] } },
  { path: '/don-vi/sap-xep', deeds: { reorganise: [vi.reorganisations.write] } },
  { path: `/don-vi/sap-xep/${event}`, deeds: { reorganise: [vi.reorganisations.confirm] } },
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
  { path: '/quan-tri/tac-vu', opens: ['manageJobs'], deeds: { manageJobs: [vi.jobs.testLetter] } },
  { path: '/quan-tri/nhat-ky', opens: ['readAudit'], deeds: { readAudit: [vi.audit.verify] } },
];

type Places = Record<'issued' | 'inReview' | 'indicator' | 'agency' | 'group' | 'duty' | 'event', string>;

async function findPlaces(request: APIRequestContext): Promise<Places> {
  const get = async (path: string) => (await request.get(application.url + path)).json();
  const { documents } = await get('/api/documents');
  const stateIs = (wanted: string) => documents.find(({ state }: { state: string }) => state === wanted).id;
  const { indicators } = await get('/api/indicators');
  const used = indicators.toSorted((a: { targets: number }, b: { targets: number }) => b.targets - a.targets);
  const { reorganisations } = await get('/api/reorganisations');
  const { groups } = await get('/api/agency-groups');
  const planned = reorganisations.find(({ state }: { state: string }) => state === 'planned');
  return {
    issued: stateIs('issued'),
    inReview: stateIs('inReview'),
    indicator: used[0].id,
    agency: 'so-tai-chinh.binh-chau',
    group: groups[0].id,
    duty: (await get('/api/duties')).rows[0].id,
    event: planned.id,
  };
}

/** The page is there, and nothing of it is still on its way. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: vi.frame.navigation }).waitFor();
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"], .mantine-Skeleton-root')).toHaveCount(0);
}

/** By how its name begins: the word "Bỏ" stands in other names, too. */
function offered(page: Page, label: string) {
  const name = new RegExp(`^${RegExp.escape(label)}`, 'u');
  const main = page.getByRole('main');
  return main.getByRole('button', { name }).or(main.getByRole('link', { name })).filter({ visible: true }).first();
}

/** As a click on a link does it: the pages that are loaded already go on from one to the next. */
async function go(page: Page, path: string): Promise<void> {
  if (page.url() === application.url + path) return;
  await page.evaluate((to) => {
    document.querySelector('main h1')?.setAttribute('data-left', '');
    history.pushState({}, '', to);
  }, path);
  await page.waitForURL(application.url + path);
  await page.locator('main h1[data-left]').waitFor({ state: 'detached' });
  await settled(page);
}

async function walk(page: Page, { path, deeds = {}, opens }: Stop, may: ReadonlySet<Verb>): Promise<void> {
  await go(page, path);
  const closed = opens !== undefined && !opens.some((verb) => may.has(verb));
  const note = page.getByRole('heading', { name: vi.administration.closedTitle });
  await expect.soft(note, `${path} is closed`).toHaveCount(closed ? 1 : 0);
  for (const [verb, labels] of Object.entries(deeds) as [Verb, readonly string[]][])
    for (const label of labels) {
      const button = offered(page, label);
      if (may.has(verb)) await expect.soft(button, `${path} offers “${label}”`).toBeVisible();
      else await expect.soft(button, `${path} does not offer “${label}”`).toHaveCount(0);
    }
}

/** One of each role. The others hold the same roles in other agencies, and are walked where TIENDO_EVERYBODY is said. */
const people = ['can-bo', 'lanh-dao', 'don-vi', 'thu-truong', 'giam-sat', 'quan-tri'];
const others = ['chuyen-vien-tc', 'giam-doc-tc', 'chuyen-vien-phuong', 'chu-tich-phuong'];

for (const name of process.env.TIENDO_EVERYBODY ? [...people, ...others] : people)
  test(`${name} is offered nothing that is then refused`, async ({ page, playwright }) => {
    const coordinator = await playwright.request.newContext();
    await enterDemo(coordinator, application.url, 'can-bo');
    const places = await findPlaces(coordinator);
    await coordinator.dispose();
    const { may } = await enterDemo(page.request, application.url, name);
    const refused: string[] = [];
    page.on('response', (one) => {
      if (one.status() === 403) refused.push(`${new URL(page.url()).pathname}: ${one.request().method()} ${one.url()}`);
    });
    await page.goto(application.url);
    await settled(page);
    for (const stop of stops(places)) await walk(page, stop, new Set(may));
    expect(refused).toEqual([]);
  });

test('a fresh demo shows work in every state: done, late, sent back, returned, waiting for a judgement', async ({
  request,
}) => {
  await enterDemo(request, application.url, 'can-bo');
  const { stages, states } = await (await request.get(`${application.url}/api/duties/counts`)).json();
  expect(Object.keys(stages).toSorted()).toEqual(['accepted', 'assigned', 'done', 'reported', 'returned']);
  const known = ['doneLate', 'doneOnTime', 'noDue', 'openInTime', 'openOverdue'];
  expect(Object.keys(states)).toEqual(expect.arrayContaining(known));
  const { lists } = await (await request.get(`${application.url}/api/my-work`)).json();
  expect(lists, 'what waits for the coordinator').not.toEqual([]);
});
