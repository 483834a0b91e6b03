import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import playwright from '../playwright.config.ts';
import { Config } from '../src/config.ts';
import { startServer } from '../src/main.ts';

/**
 * How soon a page of the portal shows something on an old phone with a slow line (400 kbit/s, 400 ms for each way there and back, a
 * quarter of the processor), without a script and with nothing kept from before; how much goes over the wire; and how long the server
 * takes where nobody has asked before, and where somebody has. Aims: 60 kB, 1 s. In the demo province.
 */

const slowLine = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const times = 5;

type Shown = { bytes: number; firstContent: number };

async function show(browser: Browser, address: string): Promise<Shown> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', slowLine);
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'load' });
  const firstContent = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (!paint) return;
          observer.disconnect();
          resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await context.close();
  return { bytes, firstContent };
}

async function answerTime(address: string): Promise<number> {
  const began = performance.now();
  await (await fetch(address)).text();
  return performance.now() - began;
}

const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const folder = await mkdtemp(join(tmpdir(), 'tiendo-bench-'));
const server = await startServer(Config.parse({ dataFolder: folder, port: 0, demo: 'on' }), console.error);
const browser = await chromium.launch(playwright.use?.launchOptions);
try {
  const root = `${server.address}/cong-khai`;
  const first = await answerTime(root);
  const page = await (await fetch(`${root}/chi-tieu?loc=behind`)).text();
  const target = /href="\/cong-khai(\/van-ban\/[^"/]+\/chi-tieu\/[^"]+)"/.exec(page)?.[1] ?? '';
  const pages = {
    front: '',
    targets: '/chi-tieu',
    document: target.split('/chi-tieu')[0] ?? '',
    target,
    search: '/tim?q=kinh+te',
  };
  const rows: Record<string, Record<string, number>> = {};
  for (const [name, path] of Object.entries(pages)) {
    const cold = name === 'front' ? first : await answerTime(root + path);
    const hot: number[] = [];
    const shown: Shown[] = [];
    for (let turn = 0; turn < times; turn++) {
      hot.push(await answerTime(root + path));
      shown.push(await show(browser, root + path));
    }
    rows[name] = {
      'kB over the wire': Math.max(...shown.map(({ bytes }) => bytes)) / 1000,
      'first content, ms': Math.round(middle(shown.map(({ firstContent }) => firstContent))),
      'server, first, ms': Math.round(cold),
      'server, then, ms': Number(middle(hot).toFixed(1)),
    };
  }
  console.table(rows);
} finally {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
