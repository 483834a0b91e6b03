import { expect, test } from '@playwright/test';
import { type Application, startApplication } from './application.ts';
import { seriousFindings } from './axe.ts';

test.describe.configure({ mode: 'serial' });

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  application = await startApplication('on');
});
test.afterAll(() => application.stop());

const list = (lines: string[]) => ({
  name: 'số liệu 2025.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Cơ quan;Chỉ tiêu;Kỳ;Số liệu', ...lines].join('\r\n')),
});

test('a coordinator brings in a list of figures, sets a wrong row right, and finds it stored', async ({ page }) => {
  await application.signIn(page);
  await page.goto(`${application.url}/nhap-so-lieu`);
  const choose = (lines: string[]) => page.locator('input[type=file]').first().setInputFiles(list(lines));

  await test.step('it sees what each row becomes, and what is wrong', async () => {
    await choose(['Sở Tài chính;Tỷ lệ hộ nghèo đa chiều;năm 2025;1,25', 'Sở Không Có;Tỷ lệ hộ nghèo đa chiều;2024;2']);
    await expect(page.getByRole('row', { name: /Sở Tài chính · Tỷ lệ hộ nghèo đa chiều · năm 2025/ })).toContainText(
      '1,25',
    );
    await expect(page.getByText(/A3 “Sở Không Có”: Không có cơ quan nào mang tên này/)).toBeVisible();
    expect.soft(await seriousFindings(page)).toEqual([]);
  });

  await test.step('nothing is stored while a row is wrong', async () => {
    await page.getByRole('button', { name: 'Nạp số liệu', exact: true }).click();
    await expect(page.getByRole('heading', { name: /số liệu 2025.csv: không ghi được/ })).toBeVisible();
    await expect(page.getByText('Có 1 dòng chưa đúng nên chưa ghi số liệu nào.')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tải các dòng chưa đúng' }).click();
    expect((await download).suggestedFilename()).toBe('Dòng chưa nạp.xlsx');
  });

  await test.step('set right, it is stored, and its reading is kept under a name', async () => {
    await choose(['Sở Tài chính;Tỷ lệ hộ nghèo đa chiều;năm 2025;1,25', 'Sở Tài chính;Tỷ lệ hộ nghèo đa chiều;2024;2']);
    await page.getByLabel('Tên cách đọc').fill('Biểu năm');
    await page.getByRole('button', { name: 'Lưu cách đọc' }).click();
    await expect(page.getByText('Đã lưu cách đọc “Biểu năm”')).toBeVisible();
    await page.getByRole('button', { name: 'Nạp số liệu', exact: true }).click();
    await expect(page.getByText('Đã ghi 2 số liệu, trong đó thay 0; 0 số liệu đã có sẵn như vậy.')).toBeVisible();
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(sideways).toBeLessThanOrEqual(0);
  });
});
