import { defineConfig } from '@playwright/test';

/** What takes long begins first, or the run ends with one of them while the other processor has nothing to do. */
const longest = /(review|accessibility|roles|work|indicators)\.spec\.ts$/;

/** Walks through the running application in Debian's Chromium. */
export default defineConfig({
  testDir: 'test/browser',
  globalSetup: './test/browser/prepare-folders.ts',
  outputDir: 'test-results',
  // What hangs ends; how long anything takes is measured elsewhere.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  // Each file starts a program and a database of its own; the pages are built before. A walk waits half of its time.
  workers: 3,
  fullyParallel: false,
  reporter: 'list',
  projects: [
    { name: 'longest', testMatch: longest },
    { name: 'others', testIgnore: longest },
  ],
  use: {
    browserName: 'chromium',
    locale: 'vi-VN',
    actionTimeout: 60_000,
    viewport: { width: 1280, height: 800 },
    // A click waits until what it is for has stopped moving.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.TIENDO_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
