import { expect, type Page, test } from '@playwright/test';
import { type Application, startApplication } from './application.ts';
import { looks, seriousFindings } from './axe.ts';

test.describe.configure({ mode: 'serial' });

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication('on');
});
test.afterAll(() => application.stop());

const rows = (page: Page) => page.getByRole('region', { name: 'Các mục tiêu và câu đã đặt ra' }).locator('tbody tr');

async function check(page: Page, name: string): Promise<void> {
  expect.soft(await seriousFindings(page), name).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(sideways, `${name}: sideways scroll of the page`).toBeLessThanOrEqual(0);
}

test('an officer follows one indicator through documents and years to its sentences', async ({ page }) => {
  await application.signIn(page);
  await page.getByRole('link', { name: 'Chỉ tiêu', exact: true }).click();
  await page.getByRole('link', { name: 'Danh mục', exact: true }).click();
  await page.getByLabel('Tìm chỉ tiêu trong danh mục').fill('tang truong grdp');
  await expect(page).toHaveURL(/q=/);
  await page.getByRole('link', { name: 'Tốc độ tăng trưởng GRDP', exact: true }).click();
  await expect(rows(page).locator('th')).toHaveText(['2024', '2025', '2026', /2030/, /2030/]);

  await test.step('a point of the chart tells its sentence to the keyboard, too', async () => {
    const points = page.getByRole('list', { name: 'Mục tiêu qua các năm' }).getByRole('link');
    await points.nth(0).focus();
    await page.keyboard.press('Tab');
    await expect(page.getByText('38/NQ-HĐND').first()).toBeVisible();
    await expect(page.locator('blockquote', { hasText: /8,6%/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/van-ban\/.+muc=t\d+/);
    await page.goBack();
  });

  await test.step('another part of it is another line', async () => {
    await page.getByRole('combobox', { name: 'Phân theo' }).click();
    await page.getByRole('option', { name: 'khu vực II', exact: true }).click();
    await expect(rows(page)).toHaveCount(1);
    await expect(page).toHaveURL(/dong=/);
  });
});

test('a target given to the wrong indicator is put right, and an unknown one becomes an entry', async ({ page }) => {
  await application.signIn(page);

  await test.step('an officer says of which indicator it is', async () => {
    await page.goto(`${application.url}/chi-tieu/danh-muc/near-poverty`);
    await page.getByRole('button', { name: /thuộc chỉ tiêu khác/ }).click();
    await page.getByRole('combobox', { name: 'Chỉ tiêu trong danh mục' }).fill('Tỷ lệ hộ nghèo đa chiều');
    await page.getByRole('option', { name: 'Tỷ lệ hộ nghèo đa chiều · %', exact: true }).click();
    await expect(page.getByText('Đã ghi nhận.')).toBeVisible();
    await expect(page.getByText('Chưa có mục tiêu nào')).toBeVisible();
    await page.goto(`${application.url}/chi-tieu/danh-muc/poverty`);
    await expect(rows(page).getByText('Cán bộ đã chọn')).toBeVisible();
  });

  await test.step('a target that the catalogue does not know becomes an entry of it', async () => {
    await page.goto(`${application.url}/chi-tieu/danh-muc/moi`);
    await page.getByLabel('Tên chỉ tiêu').fill('Số tuyến phố đi bộ');
    await page.getByLabel('Tên gọi khác, mỗi dòng một tên').fill('Số tuyến phố đi bộ mở');
    await page.getByLabel('Đơn vị tính', { exact: true }).fill('tuyến');
    await page.getByRole('combobox', { name: 'Cách đo' }).click();
    await page.getByRole('option', { name: 'Số lượng' }).click();
    await page.getByLabel('Cộng dồn trong kỳ (không phải số tại một thời điểm)').check();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByText('Đã thêm, 1 mục tiêu được xếp vào.')).toBeVisible();
    await expect(rows(page)).toHaveCount(1);
  });

  await test.step('its entry is changed, and the list of targets shows only its own', async () => {
    await page.getByRole('button', { name: 'Sửa mục này' }).click();
    await page.getByLabel('Lý do sửa').fill('Ghi rõ tên');
    await page.getByLabel('Tên chỉ tiêu').fill('Số tuyến phố đi bộ mở mới');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Số tuyến phố đi bộ mở mới' })).toBeVisible();
    await page.getByRole('link', { name: 'Xem trong bảng chỉ tiêu' }).click();
    await expect(page.getByText('1 chỉ tiêu', { exact: true })).toBeVisible();
  });

  await test.step('as of a day before its document it has no target', async () => {
    await page.goto(`${application.url}/chi-tieu/danh-muc/forest-cover?ngay=2020-01-01`);
    await expect(page.getByText('Vào ngày đang xem, không văn bản nào có hiệu lực')).toBeVisible();
  });
});

for (const { place, size, colorScheme } of looks) {
  test(`the catalogue and its pages are accessible at ${place}, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: size, colorScheme, reducedMotion: 'reduce', locale: 'vi-VN' });
    const page = await context.newPage();
    await application.signIn(page);
    await page.goto(`${application.url}/chi-tieu/danh-muc`);
    await page.locator('tbody a').first().waitFor();
    await check(page, 'list');
    await page.goto(`${application.url}/chi-tieu/danh-muc/poverty-cut?dong=*`);
    await rows(page).first().waitFor();
    await check(page, 'one indicator');
    await page.getByRole('button', { name: 'Sửa mục này' }).click();
    await page.getByLabel('Lý do sửa').waitFor();
    await check(page, 'editing');
    await page.goto(`${application.url}/chi-tieu/danh-muc/moi`);
    await page.getByLabel('Tên chỉ tiêu').waitFor();
    await check(page, 'a new one');
    await context.close();
  });
}
