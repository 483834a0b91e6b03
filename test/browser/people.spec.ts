import { expect, test } from '@playwright/test';
import { type Application, startApplication } from './application.ts';
import { seriousFindings, sizes } from './axe.ts';

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication('off');
});
test.afterAll(() => application.stop());

/** At a desk it is looked at by the walk of rights. */
test('people have nothing serious for axe-core on a phone, with its dialog', async ({ browser }) => {
  const context = await browser.newContext({ viewport: sizes['a phone'], reducedMotion: 'reduce' });
  const page = await context.newPage();
  await application.signIn(page);
  await page.goto(`${application.url}/quan-tri/nguoi-dung`);
  await page.getByRole('button', { name: 'Sửa Cán bộ Kế hoạch' }).waitFor();
  expect.soft(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sửa Cán bộ Kế hoạch' }).click();
  await page.getByRole('dialog').getByText('Đang có').waitFor();
  expect.soft(await seriousFindings(page)).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(sideways).toBeLessThanOrEqual(0);
  await context.close();
});
