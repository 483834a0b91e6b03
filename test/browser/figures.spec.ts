import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import exceljs from 'exceljs';
import { openFile } from '../../src/files/open.ts';
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

type Owed = { id: string; round: string };

/** The report that a department owes in the round that is open. */
const ownReport = (page: Page, name: string): Promise<Owed> =>
  page.evaluate(async (wanted) => {
    const { rows } = (await (await fetch('/api/rounds?limit=10')).json()) as { rows: { id: string }[] };
    for (const { id: round } of rows) {
      const found = (await (await fetch(`/api/rounds/${round}/submissions?limit=200`)).json()) as Submissions;
      const own = found.rows.find(({ agency }) => agency.name === wanted);
      if (own) return { id: own.id, round };
    }
    throw new Error('no report is owed');
  }, name);

test('an officer fills the grid by keyboard, pastes from a workbook, undoes, and loses nothing offline', async ({
  browser,
}) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await enterDemo(context.request, application.url, 'chuyen-vien-tc');
  await page.goto(application.url);
  const { id } = await ownReport(page, 'Sở Tài chính');
  await page.goto(`${application.url}/bao-cao/${id}?phan=so-lieu`);
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

/** What Excel puts on the clipboard of cells of a workbook. */
async function copied(values: readonly (readonly (number | string)[])[]): Promise<string> {
  const filled = new exceljs.Workbook();
  filled.addWorksheet('Biểu').addRows(values.map((row) => [...row]));
  const book = new exceljs.Workbook();
  await book.xlsx.load(await filled.xlsx.writeBuffer());
  const shown = (value: exceljs.CellValue) =>
    typeof value === 'number' ? value.toLocaleString('vi-VN') : String(value ?? '');
  return book.worksheets
    .flatMap((sheet) => sheet.getRows(1, sheet.rowCount) ?? [])
    .map((row) => Array.from({ length: row.cellCount }, (_, at) => shown(row.getCell(at + 1).value)).join('\t'))
    .join('\r\n');
}

/** One round to its end: what an officer types is the number in the file that a leader has signed. */
test('a report is filled, pasted into, returned with a cell and a reason, corrected, approved, consolidated, signed and taken away as a Word file', async ({
  browser,
}) => {
  const of = async (account: string): Promise<Page> => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    await enterDemo(context.request, application.url, account);
    return context.newPage();
  };
  const [officer, head, coordinator, leader] = [
    await of('don-vi'),
    await of('thu-truong'),
    await of('can-bo'),
    await of('lanh-dao'),
  ];
  await officer.goto(application.url);
  const { id, round } = await ownReport(officer, 'Sở Nông nghiệp và Môi trường');
  const address = `${application.url}/bao-cao/${id}`;
  const figures = `${address}?phan=so-lieu`;
  const place = (page: Page, row: number, column: number) =>
    page.getByRole('grid').locator(`[aria-rowindex="${row + 2}"] [aria-colindex="${column + 2}"]`);
  const go = async (row: number, column: number) => {
    await officer.getByRole('grid').focus();
    await officer.keyboard.press('Control+Home');
    for (let at = 0; at < row; at++) await officer.keyboard.press('ArrowDown');
    for (let at = 0; at < column; at++) await officer.keyboard.press('ArrowRight');
  };
  const type = async (value: string) => {
    await officer.goto(figures);
    await go(0, 0);
    await officer.keyboard.type(value);
    // The step that follows waits for it to be saved.
    await officer.keyboard.press('Enter');
  };

  // By keyboard, then a block of a workbook, with what is written in its own section.
  await type('392,5');
  const block = await copied([[88.9], [26.8]]);
  await officer.evaluate((text) => navigator.clipboard.writeText(text), block);
  await go(2, 1);
  await officer.keyboard.press('Control+v');
  await expect(place(officer, 3, 1)).toContainText('26,8');
  await expect(place(officer, 2, 1)).toContainText('88,9');
  await expect(officer.getByText('Đã lưu', { exact: true })).toBeVisible();
  const section = 'Nông nghiệp, thủy sản và nông thôn mới';
  const text = (page: Page) => page.getByRole('textbox', { name: `Nội dung mục ${section}` });
  await officer.getByRole('tab', { name: 'Nội dung' }).click();
  await text(officer).click();
  await text(officer).pressSequentially('Vụ tôm chính được mùa.');
  await expect(officer.locator('[data-state="saved"]').first()).toBeVisible();
  await take(officer, 'Trình thủ trưởng');

  // Returned with the cell and the reason, by the head and by the coordinator.
  await head.goto(figures);
  await take(head, 'Trả lại', 'Đối chiếu với niên giám');
  await officer.goto(figures);
  await expect(officer.getByText('Bị trả lại').first()).toBeVisible();
  await expect(officer.getByText('Đối chiếu với niên giám').first()).toBeVisible();
  await type('394,5');
  await take(officer, 'Trình thủ trưởng');
  await head.goto(figures);
  await take(head, 'Gửi');
  await coordinator.goto(figures);
  await expect(place(coordinator, 0, 0)).toContainText('394,5');
  await take(coordinator, 'Trả lại', 'Thiếu sản lượng tháng này');
  await officer.goto(figures);
  await expect(officer.getByText('Thiếu sản lượng tháng này').first()).toBeVisible();

  await type('396,5');
  await take(officer, 'Trình thủ trưởng');
  await head.goto(figures);
  await take(head, 'Gửi');
  await coordinator.goto(figures);
  await take(coordinator, 'Duyệt');
  await expect(coordinator.getByText('Đã duyệt, đã khóa').first()).toBeVisible();
  await officer.goto(figures);
  await expect(place(officer, 0, 0)).toContainText('396,5');
  await expect(officer.getByRole('button', { name: 'Trình thủ trưởng' })).toHaveCount(0);

  // Consolidated: the section is taken, its figures compose a sentence.
  await coordinator.goto(`${application.url}/dot-bao-cao/${round}/tong-hop`);
  await coordinator.getByRole('button', { name: 'Bắt đầu tổng hợp' }).click();
  await coordinator
    .getByRole('navigation', { name: 'Đề cương' })
    .getByRole('button', { name: new RegExp(section) })
    .click();
  await coordinator.getByRole('button', { name: 'Nhận cả phần' }).click();
  await expect(text(coordinator)).toContainText('Vụ tôm chính được mùa.');
  await coordinator.getByRole('tab', { name: 'Câu từ số liệu' }).click();
  await coordinator.getByRole('checkbox', { name: /Sản lượng thủy sản lũy kế/ }).check();
  await coordinator.getByRole('button', { name: /Soạn từ số liệu/ }).click();
  await expect(text(coordinator).locator('.report-figure').filter({ hasText: '396,5' }).first()).toBeVisible();
  await expect(coordinator.locator('[data-state="saved"]').first()).toBeVisible();
  await take(coordinator, 'Trình lãnh đạo');

  // Signed, and taken away.
  await leader.goto(`${application.url}/dot-bao-cao/${round}/tong-hop`);
  await expect(leader.getByText('Vụ tôm chính được mùa.')).toBeVisible();
  await take(leader, 'Ký duyệt');
  await expect(leader.getByText('Đã ký', { exact: true })).toBeVisible();
  const downloading = leader.waitForEvent('download');
  await leader.getByRole('button', { name: 'Tải báo cáo' }).click();
  await leader.getByRole('menuitem', { name: 'Tệp Word (.docx)' }).click();
  const bytes = await readFile(await (await downloading).path());
  const signed = openFile(bytes, 'bao-cao.docx').text;
  for (const said of ['Vụ tôm chính được mùa.', 'Sản lượng thủy sản', '396,5 nghìn tấn'])
    expect(signed).toContain(said);
  for (const page of [officer, head, coordinator, leader]) await page.context().close();
});
