import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Application, startApplication } from './application.ts';
import { looks, seriousFindings } from './axe.ts';

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication('on');
});
test.afterAll(() => application.stop());

async function check(page: Page, name: string): Promise<void> {
  expect.soft(await seriousFindings(page), name).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(sideways, `${name}: sideways scroll of the page`).toBeLessThanOrEqual(0);
}

async function open(
  browser: Browser,
  size: { width: number; height: number },
  colorScheme: 'light' | 'dark',
): Promise<Page> {
  const context = await browser.newContext({ viewport: size, colorScheme, reducedMotion: 'reduce' });
  return context.newPage();
}

/** States of pages; the pages themselves are looked at by everybody's walk (`roles.spec.ts`). */
async function walk(page: Page): Promise<void> {
  await page.goto(application.url);
  await page.getByRole('heading', { name: 'Tài khoản dùng thử' }).waitFor();
  await check(page, 'sign-in');
  await application.signIn(page);
  await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  await page.goto(`${application.url}/van-ban/thong-ke`);
  await page.getByRole('heading', { name: 'Nhiệm vụ theo cơ quan chủ trì và loại thời hạn' }).waitFor();
  for (const summary of await page.getByText('Xem dạng bảng').all()) await summary.click();
  await check(page, 'documents in figures with their tables open');
  await page.goto(`${application.url}/chi-tieu?q=khong-co-gi-nhu-the-nay`);
  await page.getByText('Không có dòng nào khớp').waitFor();
  await check(page, 'a list without rows');
  await page.goto(`${application.url}/khong-co-trang-nay`);
  await page.getByText('Không có trang này').waitFor();
  await check(page, 'an address that does not exist');
}

async function walkDocument(page: Page): Promise<void> {
  await page.goto(`${application.url}/van-ban`);
  await page.locator('tbody a').first().click();
  await page.getByRole('link', { name: 'Tải tệp gốc' }).waitFor();
  for (const tab of ['Chỉ tiêu', 'Nhiệm vụ', 'Thông tin', 'Viện dẫn', 'Lưu ý']) {
    const found = page.getByText('Mục đọc được', { exact: true });
    if (await found.isVisible()) await found.click();
    await page.getByRole('tab', { name: tab }).click();
    await check(page, `a document, ${tab}`);
  }
  const text = page.locator('label').getByText('Văn bản', { exact: true });
  if (await text.isVisible()) await text.click();
  await page.getByRole('region', { name: 'Nội dung văn bản' }).waitFor();
  await check(page, 'a document, its text');
}

async function walkMenus(page: Page): Promise<void> {
  await page.goto(`${application.url}/nhiem-vu`);
  await page.locator('tbody a').first().waitFor();
  const filters = page.getByRole('button', { name: 'Bộ lọc', exact: true });
  if (await filters.isVisible()) await filters.click();
  await page.getByRole('button', { name: 'Lọc theo cơ quan' }).click();
  await page.getByRole('option').first().click();
  await check(page, 'a filter open');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Xuất' }).click();
  await page.getByRole('menuitem').first().waitFor();
  await check(page, 'a menu open');
}

/** What is published is seen by everybody; in the application a coordinator decides on it. */
async function walkPortal(page: Page): Promise<void> {
  const root = `${application.url}/cong-khai`;
  for (const path of ['', '/en', '/don-vi', '/du-lieu', '/gioi-thieu', '/tim?q=kinh+te', '/nhiem-vu?loc=openOverdue']) {
    await page.goto(root + path);
    await check(page, `the portal, ${path || 'its front page'}`);
  }
  await page.goto(`${root}/nhiem-vu`);
  await page.locator('article a').first().click();
  await check(page, 'a task on the portal');
  await page.getByRole('link', { name: 'Xem tại văn bản' }).click();
  await check(page, 'a document on the portal');
  await page.goto(`${root}/chi-tieu?loc=behind`);
  await page.locator('article a').first().click();
  await page.getByText('Bảng số của biểu đồ').click();
  await page.getByText('Nhúng vào trang khác').click();
  await check(page, 'a target on the portal');
  await page.getByRole('link', { name: 'Xem trước' }).click();
  await page.getByRole('link', { name: 'Cổng công khai tiến độ kế hoạch' }).waitFor();
  await check(page, 'a target in the frame of another page');
  await page.goBack();
  await page.getByRole('link', { name: 'Xem tại văn bản' }).click();
  await page.waitForURL(/\/van-ban\//);
  await page.goto(page.url().replace('/cong-khai', ''));
  await page.getByRole('button', { name: 'Đang công khai' }).click();
  await page.getByRole('button', { name: 'Thôi công khai' }).waitFor();
  await check(page, 'the panel of publication');
}

for (const { place, size, colorScheme: scheme } of looks) {
  test(`axe-core finds nothing serious on any page and the console stays empty, at ${place}, ${scheme}`, async ({
    browser,
  }) => {
    const page = await open(browser, size, scheme);
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await walk(page);
    await walkDocument(page);
    await walkMenus(page);
    // Plain pages of one column: what is wrong with them at a desk is so on a phone.
    if (place === 'a phone') await walkPortal(page);
    expect(problems, 'errors in the console').toEqual([]);
    await page.context().close();
  });
}
