import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import type { Verb } from '../../src/registry/may.ts';
import { vi } from '../../web/words/vi.ts';
import { leadsSomewhere } from '../routes.ts';
import { type Application, startApplication } from './application.ts';
import { looks, seriousFindings } from './axe.ts';
import { enterDemo } from './enter-demo.ts';
import { heedPolicy } from './policy.ts';
import { type Places, type Stop, stops } from './stops.ts';

/** Everybody of the demo province goes through every page, and is offered only what the server lets them do. */

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication('on');
});
test.afterAll(() => application.stop());

/** An agency in which each of them is, or which is below theirs: its scorecard and its report are for them. */
const agencyOf = (name: string): string =>
  name.endsWith('-tc')
    ? 'so-tai-chinh.binh-chau'
    : name.endsWith('-phuong')
      ? 'ubnd-xa.97001'
      : 'so-nong-nghiep-moi-truong.binh-chau';

async function findPlaces(request: APIRequestContext, name: string): Promise<Places> {
  const get = async (path: string) => (await request.get(application.url + path)).json();
  const { documents } = await get('/api/documents');
  const stateIs = (wanted: string) => documents.find(({ state }: { state: string }) => state === wanted).id;
  const { indicators } = await get('/api/indicators');
  const used = indicators.toSorted((a: { targets: number }, b: { targets: number }) => b.targets - a.targets);
  const { reorganisations } = await get('/api/reorganisations');
  const { groups } = await get('/api/agency-groups');
  const { stocktakes } = await get('/api/stocktakes');
  const planned = reorganisations.find(({ state }: { state: string }) => state === 'planned');
  const round = (await get('/api/rounds')).rows[0].id;
  const { rows: submissions } = await get(`/api/rounds/${round}/submissions?limit=100`);
  const isOwn = ({ agency }: { agency: { id: string } }) => agency.id === agencyOf(name);
  return {
    issued: stateIs('issued'),
    inReview: stateIs('inReview'),
    indicator: used[0].id,
    agency: 'so-tai-chinh.binh-chau',
    group: groups[0].id,
    duty: (await get('/api/duties')).rows[0].id,
    event: planned.id,
    stocktake: stocktakes.find(({ stage }: { stage: string }) => stage === 'planned').id,
    ...{ round, submission: submissions.find(isOwn).id, scored: agencyOf(name) },
  };
}

/** The page is there, and nothing of it is still on its way. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: vi.frame.navigation }).waitFor();
  await loaded(page);
}

async function loaded(page: Page): Promise<void> {
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

/** Each page is looked at by the first two who are let in: at a desk in the light, then on a phone in the dark. */
const timesLookedAt = new Map<string, number>();

/** What everybody may expect of a page: no barrier, nothing beside the screen, no link into nothing, and where people print it, that nothing of it is lost. */
async function look(page: Page, { path, printed }: Stop): Promise<void> {
  const closed = await page.getByRole('heading', { name: vi.administration.closedTitle }).count();
  const times = timesLookedAt.get(path) ?? 0;
  const as = looks[times];
  if (closed > 0 || !as) return;
  timesLookedAt.set(path, times + 1);
  await page.setViewportSize(as.size);
  await page.emulateMedia({ colorScheme: as.colorScheme });
  const where = `${path} at ${as.place}, ${as.colorScheme}`;
  await loaded(page);
  expect.soft(await seriousFindings(page), where).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(sideways, `${where}: sideways scroll of the page`).toBeLessThanOrEqual(0);
  if (times === 0) await lookClosely(page, path, printed);
  await page.setViewportSize(looks[0].size);
}

async function lookClosely(page: Page, path: string, printed: true | undefined): Promise<void> {
  const links = await page
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect
    .soft(
      [...new Set(links)].filter((link) => !leadsSomewhere(link)),
      `${path}: links`,
    )
    .toEqual([]);
  if (!printed) return;
  await page.emulateMedia({ media: 'print' });
  await expect.soft(page.getByRole('navigation', { name: vi.frame.navigation }), `${path}: printed`).toBeHidden();
  expect.soft(await cutOff(page), `${path}: cut off in print`).toEqual([]);
  await page.emulateMedia({ media: null });
}

/** What a printer would lose: it has nothing to scroll with, neither the sheet nor what scrolls within it. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    const hidden = [...document.querySelectorAll<HTMLElement>('main, main div, main section')].filter((one) => {
      if (one.scrollHeight <= one.clientHeight + 1 && one.scrollWidth <= one.clientWidth + 1) return false;
      const { overflowX, overflowY } = getComputedStyle(one);
      const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
      return (
        (scrolls(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
        (scrolls(overflowY) && one.scrollHeight > one.clientHeight + 1)
      );
    });
    const names = hidden.map((one) => `${one.tagName} ${one.className} ${one.getAttribute('aria-label') ?? ''}`);
    return scrollWidth > window.innerWidth ? [`the page is ${scrollWidth} wide`, ...names] : names;
  });

/** Those whose pages differ most; everybody else is walked where TIENDO_EVERYBODY is said, and asked by `rights.test.ts` for every endpoint. */
const people = ['can-bo', 'don-vi', 'quan-tri'];
const others = [
  'lanh-dao',
  'thu-truong',
  'giam-sat',
  'chuyen-vien-tc',
  'giam-doc-tc',
  'chuyen-vien-phuong',
  'chu-tich-phuong',
];

for (const name of process.env.TIENDO_EVERYBODY ? [...people, ...others] : people)
  test(`${name} is offered nothing that is then refused`, async ({ page, playwright }) => {
    const coordinator = await playwright.request.newContext();
    await enterDemo(coordinator, application.url, 'can-bo');
    const places = await findPlaces(coordinator, name);
    await coordinator.dispose();
    const { may } = await enterDemo(page.request, application.url, name);
    const refused = await heedPolicy(page);
    page.on('response', (one) => {
      if (one.status() === 403) refused.push(`${new URL(page.url()).pathname}: ${one.request().method()} ${one.url()}`);
    });
    await page.goto(application.url);
    await settled(page);
    for (const stop of stops(places)) {
      await walk(page, stop, new Set(may));
      await look(page, stop);
    }
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
