import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { sql } from 'kysely';
import playwright from '../playwright.config.ts';
import { Config } from '../src/config.ts';
import { buildServer } from '../src/http/server.ts';
import { openInstallation } from '../src/installation.ts';
import { type App, appFor, createApp } from '../src/services/app.ts';
import { openRound } from '../src/services/open-round.ts';
import { addRegime } from '../src/services/regimes.ts';
import { createUser } from '../src/services/sign-in.ts';
import { addPost } from '../src/store/posts.ts';
import { frameTimes, takeFrameTimes } from './frames.ts';
import { regimeOf } from './measuring-rounds.ts';
import { type Province, prepareProvince } from './province-year.ts';

/**
 * How a grid of 200 lines follows the keys and the wheel in Chromium, beside one of 20 lines in the same run; and the grid of a whole
 * round, 136 agencies by 200 lines. `npm run setup` must have built the pages.
 */

const period = '2026-M12';
const agencyCount = 136;
const few = 20;
/** So much longer than in the small grid a key or a frame may take in the middle of all; the slowest tell what else the machine did. */
const mostTimes = 2;
const presses = 60;

const shown = (times: readonly number[]): string =>
  `${at(times, 0.5).toFixed(1)} (${at(times, 0.95).toFixed(0)})`.padStart(13);

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

/** From the key to the frame in which its answer has been painted. */
const pressed = (page: Page, key: string): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const target = document.activeElement ?? document.body;
        const from = performance.now();
        target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)));
      }),
    key,
  );

type Measured = Record<'moving' | 'typing' | 'frames', readonly number[]>;

async function measure(page: Page, editable: boolean): Promise<Measured> {
  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('Control+Home');
  const moving: number[] = [];
  for (let i = 0; i < presses; i++) moving.push(await pressed(page, i % 2 ? 'ArrowRight' : 'ArrowDown'));
  const typing: number[] = [];
  if (editable) {
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < presses; i++) {
      typing.push(await pressed(page, '7'));
      typing.push(await pressed(page, 'Enter'));
      await grid.focus();
    }
  }
  await grid.hover();
  await takeFrameTimes(page);
  for (let i = 0; i < presses; i++) {
    await page.mouse.wheel(0, i % 20 < 10 ? 120 : -120);
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
  }
  const frames = await frameTimes(page);
  return { moving, typing, frames };
}

const password = 'mat-khau-thu';

async function person(app: App, role: 'officer' | 'coordinator', agencyId: string): Promise<string> {
  const email = `${role}@luoi.vn`;
  const { id } = await createUser(app.db, { name: role, email, password });
  await addPost(app.db, { userId: id, role, agencyId, validFrom: '2020-01-01', givenBy: null });
  return email;
}

/** A round with its figures, asked of the first agency alone or of all; gives where its grids are. */
async function roundOf(app: App, province: Province, lines: number): Promise<{ submission: string; round: string }> {
  const { coordinator } = province;
  const own = appFor(app, coordinator, '127.0.0.1');
  const whole = regimeOf({ ...province, indicators: province.indicators.slice(0, lines) });
  const name = `Biểu ${lines} chỉ tiêu`;
  const asked = { ...whole, name, content: 'figures' as const, outline: [], asks: { targets: null, duties: false } };
  const regime = await addRegime(own, coordinator, asked);
  const { round } = await openRound(own, coordinator, { regimeId: regime.id, period });
  const first = province.agencies[0]?.id ?? '';
  await sql`update cell set value = 100 + position from submission s where s.id = submission_id and s.round_id = ${round.id}`.execute(
    app.db,
  );
  await sql`update submission set stage = 'sent' where round_id = ${round.id} and agency_id <> ${first}`.execute(
    app.db,
  );
  const { rows } = await sql<{ id: string }>`
    select id from submission where round_id = ${round.id} and agency_id = ${first}`.execute(app.db);
  return { submission: rows[0]?.id ?? '', round: round.id };
}

async function enter(browser: Browser, url: string, email: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
  await page.goto(url);
  await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      await fetch('/api/session', { method: 'POST', headers, body: JSON.stringify(body) });
    },
    { email, password },
  );
  return page;
}

const folder = await mkdtemp(join(tmpdir(), 'tiendo-bench-'));
const installation = await openInstallation(Config.parse({ dataFolder: folder }));
const { db } = installation;
const accountRules = { secondFactorFor: [] };
const app = await createApp({ db, maxFileBytes: 1_000_000, demo: false, accountRules });
const server = await buildServer(app, { pagesFolder: fileURLToPath(new URL('../web/dist', import.meta.url)) });
const url = await server.listen({ host: '127.0.0.1', port: 0 });
const browser = await chromium.launch(playwright.use?.launchOptions);
let held = true;
try {
  const province = await prepareProvince(db, agencyCount);
  const [small, large] = [await roundOf(app, province, few), await roundOf(app, province, province.indicators.length)];
  const officer = await enter(browser, url, await person(app, 'officer', province.agencies[0]?.id ?? ''));
  const coordinator = await enter(
    browser,
    url,
    await person(app, 'coordinator', province.coordinator.posts[0]?.agencyId ?? ''),
  );
  const pages = [
    ['an officer’s', officer, (one: typeof small) => `/bao-cao/${one.submission}?phan=so-lieu`, true],
    ['the round’s', coordinator, (one: typeof small) => `/dot-bao-cao/${one.round}`, false],
  ] as const;
  console.log(
    `milliseconds in the middle, of ${few} lines and of ${province.indicators.length}; in brackets what 95 of 100 stay under`,
  );
  for (const [name, page, path, editable] of pages) {
    const of = async (one: typeof small): Promise<Measured> => {
      await page.goto(url + path(one));
      await page.getByRole('gridcell').first().waitFor();
      return measure(page, editable);
    };
    await of(small);
    const [before, after] = [await of(small), await of(large)];
    for (const [what, told] of [
      ['moving', 'an arrow key'],
      ['typing', 'a digit, Enter'],
      ['frames', 'a frame of the wheel'],
    ] as const) {
      if (what === 'typing' && !editable) continue;
      const ratio = at(after[what], 0.5) / at(before[what], 0.5);
      const good = ratio <= mostTimes;
      held &&= good;
      console.log(
        `  ${`${name} grid, ${told}`.padEnd(40)}${shown(before[what])}${shown(after[what])}   x ${ratio.toFixed(2)}   ${good ? 'holds' : 'NOT HELD'}`,
      );
    }
  }
} finally {
  await browser.close();
  await server.close();
  await app.close();
  await installation.close();
  await rm(folder, { recursive: true, force: true });
}
if (!held) process.exitCode = 1;
