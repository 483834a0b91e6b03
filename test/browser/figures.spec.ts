import { expect, type Page, test } from '@playwright/test';
import { type Application, startApplication } from './application.ts';
import { enterDemo } from './enter-demo.ts';

let application: Application;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication('on');
});
test.afterAll(() => application.stop());

type Submissions = { rows: { id: string; agency: { name: string } }[] };

/** The report that the department of finance owes in the round that is open. */
const ownReport = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { rows } = (await (await fetch('/api/rounds?limit=10')).json()) as { rows: { id: string }[] };
    for (const { id } of rows) {
      const found = (await (await fetch(`/api/rounds/${id}/submissions?limit=200`)).json()) as Submissions;
      const own = found.rows.find(({ agency }) => agency.name === 'Sở Tài chính');
      if (own) return own.id;
    }
    throw new Error('no report is owed');
  });

test('an officer fills the grid by keyboard, pastes from a workbook, undoes, and loses nothing offline', async ({
  browser,
}) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await enterDemo(context.request, application.url, 'chuyen-vien-tc');
  await page.goto(application.url);
  await page.goto(`${application.url}/bao-cao/${await ownReport(page)}?phan=so-lieu`);
  const grid = page.getByRole('grid');
  const cell = grid.getByRole('gridcell').first();
  const saved = page.getByText('Đã lưu', { exact: true });
  const begin = async () => {
    await grid.focus();
    await page.keyboard.press('Control+Home');
  };

  await begin();
  await page.keyboard.type('12,5');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('12,5');
  await expect(saved).toBeVisible();

  await page.evaluate(() => navigator.clipboard.writeText('1,75\r\nKPS\r\n'));
  await begin();
  await page.keyboard.press('Control+v');
  await expect(cell).toContainText('1,75');
  await begin();
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveText('12,5');
  await expect(saved).toBeVisible();

  await context.setOffline(true);
  await begin();
  await page.keyboard.type('3,5');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Mất kết nối/)).toBeVisible();
  await context.setOffline(false);
  await expect(saved).toBeVisible();
  await page.reload();
  await expect(cell).toContainText('3,5');
  await context.close();
});
