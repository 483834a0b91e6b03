import { expect, test } from '@playwright/test';
import { type Application, startApplication } from './application.ts';

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication('on');
});
test.afterAll(() => application.stop());

test('everything can be reached and done without a mouse', async ({ page }) => {
  await page.goto(`${application.url}/nhiem-vu`);
  const focused = page.locator(':focus');

  await test.step('sign in', async () => {
    await page.getByRole('button', { name: /can-bo@/ }).focus();
    await page.keyboard.press('Enter');
    await page.locator('tbody a').first().waitFor();
  });

  await test.step('the first stop of the Tab key leads past the navigation', async () => {
    await page.reload();
    await page.locator('tbody a').first().waitFor();
    await page.keyboard.press('Tab');
    await expect(focused).toHaveText('Đến nội dung chính');
    await expect(focused).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  });

  await test.step('a filter opens, is searched and chosen from', async () => {
    await page.getByRole('button', { name: 'Lọc theo loại thời hạn' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Loại thời hạn: Tìm lựa chọn …' })).toBeFocused();
    await page.keyboard.type('thuong xuyen');
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/due=ongoing/);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Bỏ lọc Loại thời hạn: Thường xuyên' })).toBeVisible();
    await page.getByRole('button', { name: 'Xóa bộ lọc' }).focus();
    await page.keyboard.press('Space');
    await expect(page).not.toHaveURL(/due=/);
  });

  await test.step('arrows walk the rows and Enter opens the sentence', async () => {
    await page.locator('tbody a').first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('tbody a').nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/van-ban\/.+muc=n/);
    await expect(page.locator('[data-chosen]').first()).toBeInViewport();
  });

  await test.step('arrows walk the findings and Enter marks the sentence', async () => {
    const current = page.getByRole('region', { name: 'Những gì đã đọc được' }).locator('a[aria-current="true"]');
    await current.focus();
    const before = page.url();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(before);
    await expect(page.locator('[data-chosen]').first()).toBeInViewport();
  });
});

test('language, theme and density are chosen once and remembered', async ({ page }) => {
  await application.signIn(page);
  await page.getByRole('button', { name: 'Hiển thị' }).click();
  await page.getByRole('menuitemradio', { name: 'Tối' }).click();
  await page.getByRole('menuitemradio', { name: 'Gọn' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Ngôn ngữ/ }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My work' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'My work' })).toBeVisible();
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'en');
  await expect(html).toHaveAttribute('data-density', 'compact');
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
});
