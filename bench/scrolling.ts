import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import playwright from '../playwright.config.ts';
import { Config } from '../src/config.ts';
import { buildServer } from '../src/http/server.ts';
import { openInstallation } from '../src/installation.ts';
import { createApp } from '../src/services/app.ts';
import { createUser } from '../src/services/sign-in.ts';
import { frameTimes, takeFrameTimes } from './frames.ts';
import { documents, each, fill } from './many-findings.ts';

/**
 * How evenly a list of 20,000 rows follows the wheel in Chromium, beside a page of plain lines that needs no work.
 * `npm run setup` must have built the pages.
 */

/** Milliseconds of a frame, the part of frames over 50 ms, and how long rows stay empty after the last turn. */
type Frames = { median: number; worst20th: number; long: number; empty?: number };

/** Turns the wheel over the middle of the page for some seconds and takes the time of every frame. */
async function wheel(page: Page, notch: number): Promise<Frames> {
  await page.mouse.move(700, 500);
  await takeFrameTimes(page);
  for (let i = 0; i < 150; i++) {
    await page.mouse.wheel(0, notch);
    await page.waitForTimeout(16);
  }
  const times = (await frameTimes(page)).toSorted((a, b) => a - b);
  return {
    median: times[Math.floor(times.length / 2)] ?? 0,
    worst20th: times[Math.floor(times.length * 0.95)] ?? 0,
    long: times.filter((time) => time > 50).length / times.length,
  };
}

const account = { name: 'Cán bộ', email: 'can-bo@thu.vn', password: 'mat-khau-thu' };
const folder = await mkdtemp(join(tmpdir(), 'tiendo-bench-'));
const installation = await openInstallation(Config.parse({ dataFolder: folder }));
await fill(installation.db);
await createUser(installation.db, account);
const app = await createApp({ db: installation.db, maxFileBytes: 1_000_000, demo: false });
const server = await buildServer(app, { pagesFolder: fileURLToPath(new URL('../web/dist', import.meta.url)) });
const url = await server.listen({ host: '127.0.0.1', port: 0 });
const browser = await chromium.launch(playwright.use?.launchOptions);
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
  const lines = Array.from({ length: 20_000 }, (_, i) => `<div style="height:48px">${i}</div>`).join('');
  await page.setContent(lines);
  const base = await wheel(page, 400);
  const rows: [string, Frames][] = [['plain lines', base]];

  await page.goto(url);
  await page.evaluate(
    (body) =>
      fetch('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }).then(() => undefined),
    account,
  );
  for (const [name, path] of [
    ['targets', '/chi-tieu'],
    ['tasks', '/nhiem-vu'],
  ] as const) {
    for (const notch of [400, 6000]) {
      await page.goto(url + path);
      await page.locator('tbody tr').nth(5).waitFor();
      const frames = await wheel(page, notch);
      const from = performance.now();
      await page.locator('tbody td[class*="waiting"]').first().waitFor({ state: 'detached' });
      rows.push([`${name}, ${notch} px a turn`, { ...frames, empty: performance.now() - from }]);
    }
  }
  console.log(`${documents * each} targets and ${documents * each} tasks\n`);
  const line = (cells: string[]) => cells.map((cell, i) => (i === 0 ? cell.padEnd(26) : cell.padStart(10))).join('');
  console.log(line(['list', 'median ms', '95 % ms', 'x plain', '> 50 ms', 'empty ms']));
  for (const [name, { median, worst20th, long, empty }] of rows) {
    const ratio = (worst20th / base.worst20th).toFixed(2);
    const times = [median.toFixed(1), worst20th.toFixed(1), ratio, `${(long * 100).toFixed(1)} %`];
    console.log(line([name, ...times, empty?.toFixed(0) ?? '']));
  }
} finally {
  await browser.close();
  await server.close();
  await app.close();
  await installation.close();
  await rm(folder, { recursive: true, force: true });
}
