import type { Page } from '@playwright/test';
import axe from 'axe-core';

export const sizes = { 'a desk': { width: 1280, height: 800 }, 'a phone': { width: 360, height: 740 } };

/** Each width once and each colour once: all four together would take twice as long. */
export const looks = [
  { place: 'a desk', size: sizes['a desk'], colorScheme: 'light' },
  { place: 'a phone', size: sizes['a phone'], colorScheme: 'dark' },
] as const;

/** What axe-core finds serious or critical, one line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Not as a script element: the server's content policy would refuse it, as it should.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    // What passed is not gathered, and no selector made for any of it: on a long page that takes longer than the rules.
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      preload: false,
      resultTypes: ['violations'],
      selectors: false,
    }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
