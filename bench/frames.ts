import type { Page } from '@playwright/test';

/** From now on the page notes how long each frame takes. */
export const takeFrameTimes = (page: Page): Promise<unknown> =>
  page.evaluate(`{
    const times = (window.frameTimes = []);
    let last = performance.now();
    const take = (now) => { times.push(now - last); last = now; requestAnimationFrame(take); };
    requestAnimationFrame(take);
  }`);

/** In milliseconds. The first is left out: it began before the page was told. */
export const frameTimes = async (page: Page): Promise<number[]> =>
  ((await page.evaluate('window.frameTimes')) as number[]).slice(1);
