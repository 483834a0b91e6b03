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
test('the calendar has nothing serious for axe-core on a phone, with its dialog', async ({ browser }) => {
  const context = await browser.newContext({ viewport: sizes['a phone'], reducedMotion: 'reduce' });
  const page = await context.newPage();
  await application.signIn(page);
  await page.goto(`${application.url}/quan-tri/lich?nam=2026`);
  await page.getByRole('button', { name: 'Sửa ngày 24/11/2026' }).waitFor();
  expect.soft(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Thêm ngày' }).click();
  await page.getByRole('dialog').waitFor();
  expect.soft(await seriousFindings(page)).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(sideways).toBeLessThanOrEqual(0);
  await context.close();
});

test('a day worked in exchange is added with the keyboard, and taken away again', async ({ page }) => {
  await application.signIn(page);
  await page.goto(`${application.url}/quan-tri/lich?nam=2027`);
  await page.getByRole('button', { name: 'Sửa ngày 04/02/2027' }).waitFor();
  await page.getByRole('button', { name: 'Thêm ngày' }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog');
  await form.getByLabel('Ngày', { exact: true }).fill('13/02/2027');
  await form.getByLabel('Làm bù (thứ Bảy, Chủ nhật)').check();
  await form.getByLabel('Tên ngày nghỉ hoặc ngày làm bù').fill('Làm bù ngày 11/02');
  await form.getByLabel('Căn cứ').fill('Thông báo của Bộ Nội vụ');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã ghi ngày 13/02/2027 vào lịch.')).toBeVisible();
  const row = page.getByRole('row', { name: 'Thứ Bảy, 13/02/2027' });
  await expect(row).toContainText('Thứ Bảy');
  await expect(row).toContainText('Làm bù ngày 11/02');

  await page.getByRole('button', { name: 'Thêm ngày' }).click();
  await form.getByLabel('Ngày', { exact: true }).fill('15/02/2027');
  await form.getByLabel('Làm bù (thứ Bảy, Chủ nhật)').check();
  await form.getByLabel('Tên ngày nghỉ hoặc ngày làm bù').fill('Làm bù');
  await form.getByLabel('Căn cứ').fill('Thông báo');
  await form.getByRole('button', { name: 'Lưu' }).click();
  await expect(form.getByRole('alert')).toContainText('Ngày trong tuần vốn đã là ngày làm việc');
  await form.getByRole('button', { name: 'Thôi' }).last().click();

  await row.getByRole('button', { name: 'Sửa ngày 13/02/2027' }).click();
  await form.getByRole('button', { name: 'Bỏ ngày này' }).click();
  await expect(row).toHaveCount(0);
});
