import { expect, type Page, test } from '@playwright/test';
import { planText } from '../plan-text.ts';
import { type Application, startApplication } from './application.ts';

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  application = await startApplication('off');
});
test.afterAll(() => application.stop());

/** More than goes in one request. */
const scan = (number: string) => ({
  name: `Kế hoạch ${number}.txt`,
  mimeType: 'text/plain',
  buffer: Buffer.from(planText(number).padEnd(6_000_000)),
});

/** Lets so many parts through; then the line is broken until it is mended. Gives where each part began. */
async function breakAfter(page: Page, parts: number): Promise<{ began: number[]; mend: () => void }> {
  const began: number[] = [];
  let [left, broken] = [parts, true];
  await page.route('**/api/uploads/*', async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.continue();
    began.push(Number(await request.headerValue('upload-offset')));
    return broken && left-- <= 0 ? route.abort('connectionreset') : route.continue();
  });
  const mend = () => {
    broken = false;
  };
  return { began, mend };
}

/** As long as the list is not there, the button may be another one in the next moment. */
async function openDocuments(page: Page): Promise<void> {
  await page.goto(`${application.url}/van-ban`);
  await expect(
    page
      .getByText('Chưa có văn bản nào')
      .or(page.getByRole('link', { name: '31/NQ-HĐND' }))
      .first(),
  ).toBeVisible();
}

const choose = (page: Page, number: string) => page.locator('input[type="file"]').first().setInputFiles(scan(number));

test('a large file goes on by itself where the line broke, also when the page was loaded again meanwhile', async ({
  page,
}) => {
  await application.signIn(page);
  await openDocuments(page);
  const line = await breakAfter(page, 1);
  await choose(page, '31');
  await expect(page.getByText('Đường truyền gián đoạn')).toBeVisible();
  await expect(page.getByText(/Nhận tệp\s*17%/)).toBeVisible();
  await page.reload();
  await expect(page.getByText('Đường truyền gián đoạn')).toBeVisible();
  line.began.length = 0;
  line.mend();
  await expect(page.getByText('Đã đọc xong')).toBeVisible();
  expect(Math.min(...line.began)).toBe(1024 * 1024);
  // What has arrived is sent no more.
  line.began.length = 0;
  await page.reload();
  await expect(page.getByRole('link', { name: '31/NQ-HĐND' }).first()).toBeVisible();
  expect(line.began).toEqual([]);
});

test('a large file that is cancelled on its way leaves nothing, here or on the server', async ({ page }) => {
  await application.signIn(page);
  await openDocuments(page);
  await breakAfter(page, 1);
  await choose(page, '32');
  await expect(page.getByText('Đường truyền gián đoạn')).toBeVisible();
  const ended = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
  await page.getByRole('button', { name: 'Hủy đọc Kế hoạch 32.txt' }).click();
  expect((await ended).status()).toBe(204);
  await expect(page.getByText('Kế hoạch 32.txt')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Văn bản' })).toBeVisible();
  await expect(page.getByText('Kế hoạch 32.txt')).toHaveCount(0);
});
