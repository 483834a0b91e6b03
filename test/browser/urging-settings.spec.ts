import { expect, type Page, test } from '@playwright/test';
import { type Application, startApplication } from './application.ts';
import { enterDemo } from './enter-demo.ts';

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication('on');
});
test.afterAll(() => application.stop());

const open = async (page: Page, name: string, search = '') => {
  await enterDemo(page.request, application.url, name);
  await page.goto(`${application.url}/quan-tri/don-doc${search}`);
  await page.getByRole('heading', { name: 'Quy định về thời hạn' }).waitFor();
};
const soon = (page: Page) => page.getByLabel('Sắp đến hạn khi còn');

test('the rules of deadlines are changed by an administrator, and a second one is told of the first', async ({
  page,
  browser,
}) => {
  await open(page, 'quan-tri');
  const other = await (await browser.newContext()).newPage();
  await open(other, 'quan-tri');
  await expect(soon(page)).toHaveValue('5 ngày làm việc');
  await soon(other).fill('9');
  await soon(page).fill('7');
  await page.getByRole('button', { name: 'Lưu quy định' }).click();
  await expect(page.getByText('Đã lưu quy định về thời hạn')).toBeVisible();
  await other.getByRole('button', { name: 'Lưu quy định' }).click();
  await expect(other.getByRole('alert').filter({ hasText: 'Hoàng Minh Đức đã thay đổi' })).toBeVisible();
  await expect(soon(other)).toHaveValue('7 ngày làm việc');
  await other.context().close();
  await page.reload();
  await expect(soon(page)).toHaveValue('7 ngày làm việc');
});

test('a document gets steps of its own, is listed with them, and goes back to the usual ones', async ({ page }) => {
  await enterDemo(page.request, application.url, 'can-bo');
  const { documents } = await (await page.request.get(`${application.url}/api/documents`)).json();
  const { id, number } = documents.find(({ state }: { state: string }) => state === 'issued');
  await open(page, 'can-bo', `?vanBan=${id}`);
  await expect(soon(page)).toBeDisabled();
  await page.getByLabel(/^Nhắc khi đã quá hạn: /).fill('3');
  await page.getByRole('button', { name: 'Lưu các bước' }).click();
  await expect(page.getByText('Văn bản này có các bước riêng')).toBeVisible();
  const own = page.getByRole('navigation', { name: 'Văn bản có các bước riêng' });
  await expect(own.getByRole('button', { name: number })).toHaveAttribute('aria-current', 'true');
  await page.getByRole('button', { name: 'Trở về các bước chung' }).click();
  await expect(page.getByText('Văn bản này đang theo các bước chung')).toBeVisible();
  await expect(own).toHaveCount(0);
  await expect(page.getByLabel(/^Nhắc khi đã quá hạn: /)).toHaveValue('1');
});
