import { expect, type Page, test } from '@playwright/test';
import { type Application, startApplication } from './application.ts';
import { looks, seriousFindings } from './axe.ts';

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication('off', new URL('./create-work.ts', import.meta.url));
});
test.afterAll(() => application.stop());

const event = 'Sắp xếp các sở tháng 3/2025';
const numbers = (page: Page) => page.getByRole('list', { name: 'Số liệu của đợt sắp xếp' });
const work = (page: Page, quote: string) => page.getByRole('listitem').filter({ hasText: quote });

async function openEvent(page: Page): Promise<void> {
  await application.signIn(page);
  await page.goto(`${application.url}/don-vi/sap-xep`);
  await page.getByRole('link', { name: event }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(event);
}

test.describe
  .serial('a reorganisation', () => {
    for (const { place, size, colorScheme } of looks) {
      test(`has pages in which axe-core finds nothing serious at ${place}, ${colorScheme}`, async ({ browser }) => {
        const context = await browser.newContext({ viewport: size, colorScheme, reducedMotion: 'reduce' });
        const page = await context.newPage();
        await application.signIn(page);
        for (const path of ['/don-vi/sap-xep', '/don-vi/sap-xep/thu-so-2025', '/don-vi/sap-xep/moi']) {
          await page.goto(application.url + path);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
          expect(await seriousFindings(page), path).toEqual([]);
          const wider = await page.evaluate(() => document.querySelector('main')?.scrollWidth ?? 0);
          expect(wider, `sideways scroll of ${path}`).toBeLessThanOrEqual(size.width);
        }
        await context.close();
      });
    }

    test('is rehearsed, decided by keyboard, confirmed and undone', async ({ page }) => {
      await openEvent(page);

      await test.step('everything it would move is shown, and what waits keeps it from being carried out', async () => {
        await expect(numbers(page).getByText('5 chờ quyết định')).toBeVisible();
        await expect(page.getByRole('button', { name: 'Thực hiện' })).toBeDisabled();
        const merged = page.getByRole('row', { name: /Sở Kế hoạch và Đầu tư.*Sở Tài chính/ });
        await expect(merged.getByRole('cell')).toContainText(['Sở Tài chính', '–', '3', '1', '0']);
        await merged.getByRole('button').click();
        await expect(page.getByRole('link', { name: 'Tham mưu kế hoạch đầu tư công trung hạn' })).toBeVisible();
      });

      await test.step('suggestions are taken with one key, others chosen by number, several at once', async () => {
        await work(page, 'Giải quyết việc làm').getByRole('checkbox').focus();
        await page.keyboard.press('g');
        await expect(work(page, 'Giải quyết việc làm').getByRole('button', { name: 'Sở Nội vụ' })).toHaveAttribute(
          'aria-pressed',
          'true',
        );
        await expect(work(page, 'Bảo vệ, chăm sóc trẻ em').getByRole('checkbox')).toBeFocused();
        await page.keyboard.press('g');
        await page.keyboard.press('g');
        await expect(work(page, 'Rà soát thủ tục').getByRole('checkbox')).toBeFocused();
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Space');
        const bar = page.getByText('Đã đánh dấu 2 việc').locator('..');
        await bar.getByRole('button', { name: 'Sở Nội vụ' }).click();
        await expect(page.getByRole('heading', { name: /đã chọn xong 5 việc/ })).toBeVisible();
        await expect(numbers(page).getByText('0 chờ quyết định')).toBeVisible();
      });

      await test.step('choices are there after a reload', async () => {
        await page.reload();
        await expect(work(page, 'trẻ em').getByRole('button', { name: 'Sở Y tế' })).toHaveAttribute(
          'aria-pressed',
          'true',
        );
      });

      await test.step('it is carried out after one question', async () => {
        await page.getByRole('button', { name: 'Thực hiện' }).click();
        const dialog = page.getByRole('dialog');
        await expect(dialog).toContainText('từ ngày 01/03/2025');
        await dialog.getByRole('button', { name: 'Thực hiện' }).click();
        await expect(page.getByText('Đã thực hiện', { exact: true })).toBeVisible();
        await expect(page.getByRole('row', { name: /Lao động.*Sở Nội vụ/ })).toBeVisible();
      });

      await test.step('and undone, with a reason', async () => {
        await page.getByRole('button', { name: 'Hoàn tác' }).click();
        await page.getByLabel('Lý do').fill('Thực hiện thử');
        await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click();
        await expect(page.getByText('Chưa thực hiện', { exact: true })).toBeVisible();
        await expect(page.getByRole('button', { name: 'Thực hiện' })).toBeEnabled();
      });
    });

    test('is written by an officer for work that no event moves, and dropped', async ({ page }) => {
      await application.signIn(page);
      await page.goto(`${application.url}/don-vi/sap-xep`);
      await work(page, 'Tổ điều phối thử').getByRole('link', { name: 'Lập đợt sắp xếp' }).click();
      await page.getByLabel('Đợt sắp xếp').fill('Giải thể Tổ điều phối thử');
      await page.getByLabel('Căn cứ').fill('QĐ 1/QĐ-UBND');
      const heir = page.getByRole('combobox', { name: 'Đơn vị tiếp nhận' });
      await heir.fill('sở nội vụ');
      await page.getByRole('option', { name: /^Sở Nội vụ$/ }).click();
      await page.getByRole('button', { name: 'Lưu và diễn tập' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Giải thể Tổ điều phối thử');
      await expect(page.getByRole('row', { name: /Tổ điều phối thử.*Sở Nội vụ/ })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Thực hiện' })).toBeEnabled();
      await page.getByRole('button', { name: 'Bỏ đợt này' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Bỏ đợt này' }).click();
      await expect(work(page, 'Tổ điều phối thử')).toBeVisible();
    });
  });
