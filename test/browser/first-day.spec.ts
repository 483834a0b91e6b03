import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import exceljs from 'exceljs';
import { type Application, startApplication } from './application.ts';

const sample = fileURLToPath(new URL('../../samples/02-ke-hoach-hanh-dong-2026.docx', import.meta.url));

// One day, in order: what the first uploads, the others find.
test.describe.configure({ mode: 'serial' });

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication('off');
});
test.afterAll(() => application.stop());

const squeeze = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Collects every stage that the line of an import has named, however short it was shown. */
async function watchStages(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seenStages: seen });
    const look = () => {
      for (const line of document.querySelectorAll('[role="status"]')) seen.push(line.textContent ?? '');
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'seenStages') as string[]);
}

async function upload(page: Page, ...files: (string | { name: string; mimeType: string; buffer: Buffer })[]) {
  for (const file of files) await page.locator('input[type="file"]').first().setInputFiles(file);
}

test('an officer drops in the first document and walks from its targets and tasks to their sentences', async ({
  page,
}) => {
  await application.signIn(page);

  await test.step('an empty installation says how to begin', async () => {
    await page.getByRole('link', { name: 'Tổng quan' }).click();
    await expect(page.getByRole('heading', { name: 'Chưa có văn bản nào' })).toBeVisible();
    await page.getByRole('link', { name: 'Tải văn bản lên' }).click();
    await expect(page).toHaveURL(/\/van-ban$/);
  });

  await test.step('an upload names its stages and ends as a document', async () => {
    // The overview, which the walk comes from, has the same heading and goes away only when this page is loaded.
    await page.getByRole('heading', { name: 'Văn bản', level: 1, exact: true }).waitFor();
    await page.getByRole('button', { name: 'Tải văn bản lên' }).first().waitFor();
    const stages = await watchStages(page);
    await upload(page, sample);
    await expect(page.getByText('Đã đọc xong')).toBeVisible();
    expect((await stages()).join('\n')).toMatch(/Nhận tệp.*bước 1\/5/);
  });

  await test.step('the line of the import is still there after a reload', async () => {
    await page.reload();
    await expect(page.getByText('Đã đọc xong')).toBeVisible();
  });

  await test.step('a target leads to its sentence, and the address holds both', async () => {
    await page.getByRole('link', { name: 'Mở văn bản' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Quyết định');
    const findings = page.getByRole('region', { name: 'Những gì đã đọc được' });
    const card = findings.locator('li[data-card="t21"]');
    await card.getByRole('link').click();
    await expect(page).toHaveURL(/muc=t21$/);
    await expect(card.getByRole('link')).toHaveAttribute('aria-current', 'true');
    const marked = page.getByRole('region', { name: 'Nội dung văn bản' }).locator('[data-chosen]');
    await expect(marked.first()).toBeInViewport();
    await page.reload();
    await expect(marked.first()).toBeInViewport();
  });

  await test.step('marked text leads to its finding, and back leads back', async () => {
    const paper = page.getByRole('region', { name: 'Nội dung văn bản' });
    // On a slow machine the pane may still be moving to what is chosen, away from under the pointer.
    await expect(async () => {
      await paper.locator('a[data-kind="task"]').first().click();
      await expect(page).toHaveURL(/muc=n\d+$/, { timeout: 2000 });
    }).toPass();
    await expect(page.getByRole('tab', { name: /Nhiệm vụ/ })).toHaveAttribute('aria-selected', 'true');
    const current = page.getByRole('region', { name: 'Những gì đã đọc được' }).locator('a[aria-current="true"]');
    await expect(current).toBeInViewport();
    const sentence = squeeze(await paper.locator('[data-chosen]').first().textContent());
    expect(squeeze(await current.textContent())).toContain(sentence.slice(0, 40));
    await page.goBack();
    await expect(page).toHaveURL(/muc=t21$/);
    await expect(paper.locator('[data-chosen][data-kind="target"]').first()).toBeInViewport();
  });
});

test('the same file again leads to the document that is there, and a false one is refused in plain words', async ({
  page,
}) => {
  await application.signIn(page);
  await page.goto(`${application.url}/van-ban`);
  await page.getByRole('heading', { level: 1, name: 'Văn bản' }).waitFor();
  await upload(page, sample, {
    name: 'ảnh chụp.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  });
  await expect(page.getByText('Tệp này đã có trong hệ thống')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'ảnh chụp.docx' })).toContainText(/Hãy .* tải lại/);
  await page.getByRole('button', { name: 'Bỏ dòng ảnh chụp.docx' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'ảnh chụp.docx' })).toHaveCount(0);
  // Whoever took the line away goes on at the line that is left, not from the top of the page.
  await expect(page.locator('main li :focus')).toHaveCount(1);
  await expect(page.locator('tbody tr')).toHaveCount(1);
});

test('tasks filtered by agency leave as a spreadsheet with the same rows and columns', async ({ page }) => {
  await application.signIn(page);
  await page.goto(`${application.url}/nhiem-vu`);
  await page.getByRole('button', { name: 'Lọc theo vai trò' }).click();
  await page.getByRole('option', { name: /^Chủ trì/ }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/role=lead/);
  await page.getByRole('button', { name: 'Lọc theo cơ quan' }).click();
  await page
    .getByRole('option', { name: /Sở Tài chính/ })
    .first()
    .click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/agency=/);
  await page.getByRole('columnheader', { name: 'Nội dung' }).getByRole('button').click();
  await expect(page).toHaveURL(/sort=content/);
  const head = (await page.getByRole('columnheader').allTextContents()).map(squeeze);
  const first = page.locator('tbody tr').first();
  await expect(first.getByRole('link')).toBeVisible();
  await expect(first).toContainText('Sở Tài chính');
  const count = Number(/^(\d+) nhiệm vụ$/.exec(squeeze(await page.getByText(/^\d+ nhiệm vụ$/).textContent()))?.[1]);
  expect(count).toBeGreaterThan(1);
  const shown = (await first.getByRole('cell').allTextContents()).map(squeeze);

  await page.getByRole('button', { name: 'Xuất' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /xlsx/ }).click();
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(await (await download).path());
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    rows.push(head.map((_, i) => squeeze(row.getCell(i + 1).text)));
  });
  const at = rows.findIndex((row) => row.join('|') === head.join('|'));
  expect(at, `a header row ${head.join(', ')}`).toBeGreaterThanOrEqual(0);
  expect(rows.length - at - 1).toBe(count);
  expect(rows[at + 1]?.[1]).toBe(shown[1]);
  const lead = head.indexOf('Chủ trì');
  for (const row of rows.slice(at + 1)) expect(row[lead]).toContain('Sở Tài chính');
});
