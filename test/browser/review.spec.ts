import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Application, startApplication } from './application.ts';
import { looks, seriousFindings } from './axe.ts';
import { ReviewDesk } from './review-desk.ts';

const realDocument = fileURLToPath(new URL('../../../shared/documents/001_7be7a533fb79af28.txt', import.meta.url));

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  application = await startApplication('on');
});
test.afterAll(() => application.stop());

async function idOf(page: Page, number: string): Promise<string> {
  const { documents } = await page.evaluate(async () => (await fetch('/api/documents')).json());
  return documents.find((one: { number: string }) => one.number === number).id;
}

type Person = { desk: ReviewDesk; page: Page };

/** Somebody signed in, at the review of a document. */
async function sitDown(browser: Browser, account: RegExp, number: string, finding = ''): Promise<Person> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(application.url);
  await page.getByRole('button', { name: account }).click();
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).waitFor();
  const desk = new ReviewDesk(page);
  await desk.open(`${application.url}/van-ban/${await idOf(page, number)}/ra-soat${finding && `?muc=${finding}`}`);
  return { desk, page };
}

const officer = /can-bo@/;
const leader = /lanh-dao@/;
const saved = (page: Page) => page.waitForResponse((answer) => answer.url().endsWith('/review') && answer.ok());

test('an officer comes from the list, sees what is in the way first, and undoes a decision', async ({ page }) => {
  await application.signIn(page);
  await page.goto(`${application.url}/van-ban`);
  await page.getByRole('link', { name: 'Đang rà soát' }).first().click();
  const desk = new ReviewDesk(page);
  await desk.card.waitFor();
  expect(await desk.standing()).toBe('Bị vướng');
  await expect(
    page.getByRole('region', { name: 'Nội dung văn bản' }).locator('[data-chosen]').first(),
  ).toBeInViewport();

  await page.getByRole('button', { name: /^Còn lại ?\d/ }).click();
  const [before, left] = [await desk.name(), await desk.count('Còn lại')];
  const accepted = await desk.count('Đã nhận');
  await desk.goOn('Enter');
  await expect.poll(() => desk.count('Đã nhận')).toBe(accepted + 1);
  await expect(page.locator('[aria-live="polite"]').filter({ hasText: 'Đã nhận' })).toContainText(
    /\. \d+\/\d+ mục đã xong/,
  );
  await expect(page.getByRole('button', { name: 'Hoàn tác' })).toBeEnabled();
  await desk.press('u');
  await expect.poll(() => desk.name()).toBe(before);
  expect(await desk.count('Còn lại')).toBe(left);
  expect(await desk.count('Đã nhận')).toBe(accepted);
});

test('fields are corrected where they stand, and a mistake is told at its field', async ({ browser }) => {
  const { desk, page } = await sitDown(browser, officer, '118/QĐ-UBND', 't21');
  await desk.press('e');
  await expect(page.getByLabel('Tên chỉ tiêu')).toBeFocused();
  await page.getByRole('textbox', { name: 'Giá trị' }).fill('nhiều');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Hãy ghi một con số')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Giá trị' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Giá trị' }).fill('1.234,5');
  const done = saved(page);
  await page.keyboard.press('Enter');
  await done;
  await page.goto(page.url().replace(/muc=\w+/, 'muc=t21'));
  await expect(desk.card).toContainText('1.234,5');
  expect(await desk.standing()).toBe('Đã nhận');
  await page.context().close();
});

test('two people see each other and what each of them does', async ({ browser }) => {
  const [first, second] = await Promise.all([
    sitDown(browser, officer, '118/QĐ-UBND', 't30'),
    sitDown(browser, leader, '118/QĐ-UBND', 't31'),
  ]);
  await expect(first.page.getByText('Đang cùng xem: Trần Văn Lãnh Đạo').first()).toBeAttached();
  const accepted = await second.desk.count('Đã nhận');
  await first.desk.goOn('Enter');
  await expect.poll(() => second.desk.count('Đã nhận')).toBe(accepted + 1);
  expect(await second.desk.name()).toContain('Chỉ tiêu');
  await Promise.all([first.page.context().close(), second.page.context().close()]);
});

/** A second coordinator: reviewing is not for leaders. */
async function letReview(browser: Browser, email: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(application.url);
  await page.getByRole('button', { name: /quan-tri@/ }).click();
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).waitFor();
  const status = await page.evaluate(async (wanted) => {
    const { people } = await (await fetch('/api/people')).json();
    const person = people.find((one: { email: string }) => one.email === wanted);
    const { agencyId } = person.posts[0];
    const body = JSON.stringify({ role: 'coordinator', agencyId, from: '2026-01-01' });
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`/api/people/${person.id}/posts`, { method: 'POST', headers, body })).status;
  }, email);
  expect(status).toBe(200);
  await context.close();
}

test('nobody overwrites another unseen: both values are shown, and one is chosen', async ({ browser }) => {
  await letReview(browser, 'lanh-dao@demo.tiendo.vn');
  const mine = await sitDown(browser, officer, '118/QĐ-UBND', 't40');
  const theirs = await sitDown(browser, leader, '118/QĐ-UBND', 't40');
  await mine.desk.press('e');
  await mine.page.getByRole('textbox', { name: 'Giá trị' }).fill('11');
  await theirs.desk.press('e');
  await theirs.page.getByRole('textbox', { name: 'Giá trị' }).fill('22');
  const done = saved(theirs.page);
  await theirs.page.keyboard.press('Enter');
  await done;
  await mine.page.getByRole('textbox', { name: 'Giá trị' }).press('Enter');
  const dialog = mine.page.getByRole('dialog', { name: 'Người khác đã đổi mục này' });
  await expect(dialog).toContainText('Trần Văn Lãnh Đạo');
  const values = dialog.getByRole('row', { name: /Giá trị/ });
  await expect(values).toContainText('22');
  await expect(values).toContainText('11');
  const over = saved(mine.page);
  await dialog.getByRole('button', { name: 'Ghi của bạn đè lên' }).click();
  await over;
  await theirs.page.goto(theirs.page.url().replace(/muc=\w+/, 'muc=t40'));
  await expect(theirs.desk.card).toContainText('11');
  await expect(theirs.desk.card).toContainText('Nguyễn Thị Kế Hoạch sửa');
  await Promise.all([mine.page.context().close(), theirs.page.context().close()]);
});

test('a finding is split in three, its words are chosen anew, and words that were passed over are added', async ({
  browser,
}) => {
  const { desk, page } = await sitDown(browser, officer, '118/QĐ-UBND', 'n3');
  const { total } = await desk.progress();
  await desk.press('s');
  await expect(page.getByLabel('Câu cần tách')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Tách tiếp phần này' }).click();
  await expect(page.getByLabel('Câu cần tách')).toBeFocused();
  await page.keyboard.press('Enter');
  for (const part of ['Phần 1: ', 'Phần 2: ']) {
    await expect(page.getByText(part)).toBeVisible();
    await page.getByRole('button', { name: 'Phần sau' }).click();
  }
  const split = saved(page);
  await page.getByRole('button', { name: 'Tách và nhận' }).click();
  await split;
  await expect.poll(async () => (await desk.progress()).total).toBe(total + 2);

  await desk.press('e');
  await page.getByRole('button', { name: 'Lấy đoạn đang bôi đen' }).click();
  await expect(page.getByText('Hãy bôi đen một đoạn trong văn bản trước.', { exact: true })).toBeVisible();
  await page.locator('[data-from]').filter({ hasText: 'Theo đề nghị của' }).first().selectText();
  await page.getByRole('button', { name: 'Lấy đoạn đang bôi đen' }).click();
  const moved = saved(page);
  await page.getByRole('button', { name: 'Lưu và nhận' }).click();
  const { changed } = await (await moved).json();
  expect(changed[0]).toMatchObject({ quote: expect.stringMatching(/^Theo đề nghị của/) });

  await page.locator('[data-from]').filter({ hasText: 'Theo đề nghị của' }).first().selectText();
  await desk.press('a');
  const dialog = page.getByRole('dialog', { name: 'Thêm mục từ đoạn đã chọn' });
  await expect(dialog).toContainText('Theo đề nghị của');
  const added = saved(page);
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).click();
  await added;
  await expect.poll(async () => (await desk.progress()).total).toBe(total + 3);
  await page.context().close();
});

// Before a document is issued: then there is nothing to accept in it.
for (const { place, size, colorScheme } of looks) {
  test(`axe-core finds nothing serious in the review at ${place}, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: size, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await application.signIn(page);
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    const desk = new ReviewDesk(page);
    const at = `${application.url}/van-ban/${await idOf(page, '118/QĐ-UBND')}/ra-soat`;
    const check = async (name: string) => {
      expect.soft(await seriousFindings(page), name).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(sideways, `${name}: sideways scroll`).toBeLessThanOrEqual(0);
    };
    await desk.open(at);
    await check('a blocked task');
    await desk.press('Enter');
    await page.getByRole('dialog').waitFor();
    await check('the choice of an agency');
    await desk.open(`${at}?muc=t21`);
    await check('a target');
    await desk.press('e');
    await check('the fields of a target');
    await page.keyboard.press('Escape');
    await desk.press('?');
    await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
    await check('the keys');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^(Đã đọc|Đang rà soát)$/ }).click();
    await page.getByRole('dialog', { name: 'Ban hành vào sổ theo dõi' }).waitFor();
    await check('issuing');
    expect(problems).toEqual([]);
    await context.close();
  });
}

test('a document is reviewed by keyboard and issued, and the register knows it from its day on', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const { desk, page } = await sitDown(browser, officer, '118/QĐ-UBND');
  const panel = page.getByRole('dialog', { name: 'Ban hành vào sổ theo dõi' });

  await test.step('what stands in the way is listed first, and a click goes there', async () => {
    await page.getByRole('button', { name: /^(Đã đọc|Đang rà soát)$/ }).click();
    await expect(panel.getByRole('heading', { name: /Còn vướng, phải xong trước/ })).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Ban hành', exact: true })).toHaveCount(0);
    await panel
      .getByRole('button', { name: /Chưa có cơ quan chủ trì/ })
      .nth(1)
      .click();
    await expect(panel).toHaveCount(0);
    expect(await desk.standing()).toBe('Bị vướng');
  });

  await test.step('everything is decided by keyboard', async () => {
    const { total } = await desk.progress();
    const decisions = await desk.reviewAll('UBND tỉnh Bình Châu');
    console.log(`118/QĐ-UBND: ${total} findings, ${decisions} decisions, ${desk.keys} keys`);
    await expect(page.getByText('Đã xem hết mọi mục')).toBeVisible();
  });

  await test.step('it is issued from a day on, with its story', async () => {
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await panel.getByLabel('Có hiệu lực từ ngày').first().fill('01/03/2026');
    await panel.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await expect(panel.getByRole('region', { name: 'Trạng thái' })).toContainText('Có hiệu lực từ 01/03/2026');
    await expect(panel.getByRole('region', { name: 'Lịch sử xử lý' })).toContainText('Nguyễn Thị Kế Hoạch ban hành');
  });

  await test.step('lists and charts follow the day in the frame, and the day stays from screen to screen', async () => {
    await page.goto(`${application.url}/chi-tieu`);
    const shown = page.getByText(/^[\d.]+ chỉ tiêu$/);
    const today = (await shown.textContent()) ?? '';
    await page.getByRole('button', { name: 'Tính đến: hôm nay' }).click();
    await page.getByLabel('Xem tính đến ngày').first().fill('28/02/2026');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/ngay=2026-02-28/);
    await expect(page.getByRole('status').filter({ hasText: 'Đang xem tính đến ngày 28/02/2026' })).toBeVisible();
    // Until the list of that day has come, the one before it stays.
    await expect(shown).not.toHaveText(today);
    const before = await shown.textContent();
    await page.goto(`${application.url}/chi-tieu?ngay=2020-01-01`);
    await expect(page.getByText('Ngày ấy trong sổ chưa có gì')).toBeVisible();
    await page.goto(`${application.url}/chi-tieu?ngay=2026-03-01`);
    await expect(shown).toBeVisible();
    expect(Number.parseInt((await shown.textContent()) ?? '', 10)).toBeGreaterThan(
      Number.parseInt(before ?? '', 10) + 100,
    );
    await page.getByRole('link', { name: 'Tổng quan' }).click();
    await expect(page).toHaveURL(/tong-quan\?ngay=2026-03-01/);
    const counted = page.getByRole('region', { name: 'Năm con số' }).getByText(/trong [1-9]\d\d/);
    await expect(counted.first()).toBeVisible();
    await page.getByRole('button', { name: 'Về hôm nay' }).click();
    await expect(page).not.toHaveURL(/ngay=/);
    await expect(counted.first()).toBeVisible();
  });
  await page.context().close();
});

/** Two minutes of keys that the walk above presses too, fewer of them; counted where TIENDO_KEYS is said. */
test('a real document of 150 targets and 68 tasks takes few keys', async ({ browser }) => {
  test.skip(!process.env.TIENDO_KEYS, 'keys are counted with TIENDO_KEYS=1');
  test.skip(!existsSync(realDocument), 'the real documents are not beside the repository, so no keys are counted');
  test.setTimeout(300_000);
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await application.signIn(page);
  await page.goto(`${application.url}/van-ban`);
  await page.locator('input[type="file"]').first().setInputFiles(realDocument);
  await page.getByRole('link', { name: 'Mở văn bản' }).first().click();
  await page.getByRole('link', { name: 'Rà soát', exact: true }).click();
  const desk = new ReviewDesk(page);
  await desk.card.waitFor();
  const { total } = await desk.progress();
  const [blocked, doubtful] = [await desk.count('Bị vướng'), await desk.count('Cần xem kỹ')];
  const decisions = await desk.reviewAll('UBND tỉnh');
  console.log(
    `001: ${total} findings (${blocked} blocked, ${doubtful} doubtful) reviewed with ${decisions} decisions and ${desk.keys} keys`,
  );
  expect(await desk.isDone()).toBe(true);
  // Ten minutes at five seconds a decision.
  expect(decisions).toBeLessThan(120);
  await context.close();
});
