import { expect, type Page, test } from '@playwright/test';
import exceljs from 'exceljs';
import { type Application, startApplication } from './application.ts';
import { looks, seriousFindings } from './axe.ts';
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

  for (const { size, colorScheme } of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    expect.soft(await seriousFindings(page)).toEqual([]);
  }
  await page.setViewportSize(looks[0].size);
  await expect(grid).toBeVisible();

  // Out as a workbook, changed without a connection, and in again by what differs.
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải biểu' }).click();
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(await (await download).path());
  const sheet = book.worksheets.find(({ state }) => state === 'visible');
  const filled = sheet?.getColumn('I').values.indexOf(3.5) ?? -1;
  expect(filled).toBeGreaterThan(0);
  const place = sheet?.getCell(`I${filled}`);
  if (place) place.value = 4.25;
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'biểu.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(await book.xlsx.writeBuffer()),
    });
  const change = page.getByRole('row', { name: new RegExp(`I${filled}`) });
  await expect(change).toContainText('3,5');
  await expect(change).toContainText('4,25');
  await page.getByRole('button', { name: 'Nhận 1 ô' }).click();
  await expect(cell).toContainText('4,25');
  await context.close();
});

/** A step that asks first. @param words the reason, where it wants one */
async function take(page: Page, verb: string, words?: string): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (words !== undefined) {
    await dialog.getByRole('combobox', { name: /ô số liệu/ }).click();
    await page.getByRole('option').first().click();
    await dialog.getByLabel('Lý do trả lại').fill(words);
  }
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test('a report goes from its officer through the head to the coordinator, comes back with a cell and a reason, and is approved', async ({
  browser,
}) => {
  const of = async (account: string): Promise<Page> => {
    const context = await browser.newContext();
    await enterDemo(context.request, application.url, account);
    return context.newPage();
  };
  const [officer, head, coordinator] = [await of('chuyen-vien-tc'), await of('giam-doc-tc'), await of('can-bo')];
  await officer.goto(application.url);
  const address = `${application.url}/bao-cao/${await ownReport(officer)}?phan=so-lieu`;
  const grid = (page: Page) => page.getByRole('grid').getByRole('gridcell').first();
  const type = async (value: string) => {
    await officer.goto(address);
    await officer.getByRole('grid').focus();
    await officer.keyboard.press('Control+Home');
    await officer.keyboard.type(value);
    // The step that follows waits for it to be saved.
    await officer.keyboard.press('Enter');
  };

  await type('2,5');
  await take(officer, 'Trình thủ trưởng');
  await head.goto(address);
  await take(head, 'Trả lại', 'Đối chiếu với dự toán');
  await officer.goto(address);
  await expect(officer.getByText('Bị trả lại').first()).toBeVisible();
  await expect(officer.getByText('Đối chiếu với dự toán').first()).toBeVisible();

  await type('2,25');
  await take(officer, 'Trình thủ trưởng');
  await head.goto(address);
  await take(head, 'Gửi');
  await coordinator.goto(address);
  await expect(grid(coordinator)).toContainText('2,25');
  await take(coordinator, 'Trả lại', 'Số tháng này thấp bất thường');
  await officer.goto(address);
  await expect(officer.getByText('Số tháng này thấp bất thường').first()).toBeVisible();

  await type('2,75');
  await take(officer, 'Trình thủ trưởng');
  await head.goto(address);
  await take(head, 'Gửi');
  await coordinator.goto(address);
  await take(coordinator, 'Duyệt');
  await expect(coordinator.getByText('Đã duyệt, đã khóa').first()).toBeVisible();
  await officer.goto(address);
  await expect(grid(officer)).toContainText('2,75');
  await expect(officer.getByRole('button', { name: 'Trình thủ trưởng' })).toHaveCount(0);
  for (const page of [officer, head, coordinator]) await page.context().close();
});
