import type { Page } from '@playwright/test';

/** What the page wanted and its policy of contents refused; before the page is opened. */
export async function heedPolicy(page: Page): Promise<string[]> {
  const refused: string[] = [];
  await page.exposeFunction('refusedByPolicy', (what: string) => refused.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
      const what = [location.pathname, effectiveDirective, blockedURI, sourceFile, sample].join(' ');
      void (window as unknown as { refusedByPolicy: (what: string) => void }).refusedByPolicy(what);
    });
  });
  return refused;
}
