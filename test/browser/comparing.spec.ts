import { expect, type Page, test } from '@playwright/test';
import { type Application, startApplication } from './application.ts';
import { seriousFindings, sizes } from './axe.ts';

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication('on');
});
test.afterAll(() => application.stop());

const matrixOf = (page: Page) => page.getByRole('table', { name: /Bảng đối chiếu/ });

async function choose(page: Page, label: string, number: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: new RegExp(`^${number}`) }).click();
  await page.keyboard.press('Escape');
}

test('a province’s resolution and its city’s plan are set side by side, and an officer has the last word', async ({
  page,
}) => {
  await application.signIn(page);
  await page.getByRole('link', { name: 'Đối chiếu' }).click();
  await page.getByText('Chọn hai văn bản để đối chiếu').waitFor();
  await choose(page, 'Văn bản cấp trên', '38/NQ-HĐND');
  await choose(page, 'Văn bản cấp dưới', '21/KH-UBND');

  const row = matrixOf(page).getByRole('row').filter({ hasText: 'Số doanh nghiệp phát triển mới' });
  await expect(row).toContainText('175 doanh nghiệp');
  await expect(row).toContainText('Là một phần');

  await test.step('a pair shows both sentences and leads to them', async () => {
    await row.getByRole('button').click();
    const pair = page.getByRole('dialog', { name: 'Chi tiết cặp đối chiếu' });
    await expect(pair).toContainText('480 - 500 doanh nghiệp');
    await expect(pair.getByRole('link', { name: 'Mở tại chỗ trong văn bản' })).toHaveCount(2);
    await pair.getByRole('button', { name: 'Không phải cặp này' }).click();
    await expect(row).toContainText('Chưa có nội dung tương ứng');
    await pair.getByRole('combobox', { name: 'Chọn nội dung khác' }).fill('Số doanh nghiệp');
    await page
      .getByRole('option', { name: /175 doanh nghiệp/ })
      .first()
      .click();
    await expect(row).toContainText('Cán bộ đã xác nhận');
    await page.keyboard.press('Escape');
  });

  await test.step('the gaps alone are a shorter list, which can be taken along', async () => {
    const rows = matrixOf(page).getByRole('row');
    const all = await rows.count();
    await page.getByLabel(/Chỉ xem chỗ còn thiếu/).check();
    await expect.poll(() => rows.count()).toBeLessThan(all);
    await page.getByRole('button', { name: 'Xuất' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /Excel/ }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  });

  await test.step('the address keeps it all', async () => {
    await page.reload();
    await expect(page.getByLabel(/Chỉ xem chỗ còn thiếu/)).toBeChecked();
    await expect(matrixOf(page).getByRole('columnheader', { name: '21/KH-UBND' })).toBeVisible();
  });

  for (const [name, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    expect(await seriousFindings(page), name).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
});

const amendment = `HỘI ĐỒNG NHÂN DÂN
TỈNH BÌNH CHÂU

Số: 45/NQ-HĐND

Bình Châu, ngày 10 tháng 7 năm 2025

NGHỊ QUYẾT

Sửa đổi, bổ sung một số chỉ tiêu của Nghị quyết số 38/NQ-HĐND ngày 06 tháng 12 năm 2024 của Hội đồng nhân dân tỉnh

QUYẾT NGHỊ:

Điều 1. Sửa đổi, bổ sung một số chỉ tiêu năm 2025 tại Nghị quyết số 38/NQ-HĐND ngày 06 tháng 12 năm 2024 của Hội đồng nhân dân tỉnh như sau:

1. Các chỉ tiêu chủ yếu năm 2025

(1) Tỷ lệ đô thị hóa đạt 33,1%.

(2) Tỷ lệ che phủ rừng đạt 3,9% diện tích tự nhiên.

(3) Tỷ lệ hộ dân được sử dụng Internet đạt 92%.
`;

test('a later resolution shows what it changed in the earlier one', async ({ page }) => {
  await application.signIn(page);
  await page.goto(`${application.url}/van-ban`, { waitUntil: 'networkidle' });
  const file = { name: 'sua-doi.txt', mimeType: 'text/plain', buffer: Buffer.from(amendment) };
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await page.getByRole('link', { name: 'Mở văn bản' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('45/NQ-HĐND');
  await page.getByRole('tab', { name: 'Thông tin' }).click();
  await page.getByRole('link', { name: 'So sánh' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('45/NQ-HĐND so với 38/NQ-HĐND');
  await expect(page.getByText('nội dung không nhắc đến vẫn còn hiệu lực')).toBeVisible();

  const row = page.getByRole('row').filter({ hasText: '33,1%' });
  await expect(row).toContainText('32,4%');
  await expect(row).toContainText('Thay đổi');
  await expect(row).toContainText('Khác ở: giá trị');
  await expect(page.getByRole('row').filter({ hasText: 'Tỷ lệ hộ dân được sử dụng Internet' })).toContainText('Mới');

  await row.getByRole('button', { name: 'Xác nhận' }).click();
  await expect(row).toContainText('Cán bộ đã xác nhận');
  await row.getByRole('button', { name: 'Bỏ xác nhận' }).click();
  await expect(row.getByRole('button', { name: 'Xác nhận', exact: true })).toBeVisible();

  for (const [name, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    expect(await seriousFindings(page), name).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
});
