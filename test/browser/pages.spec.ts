import { expect, type Page, test } from '@playwright/test';
import { pdfOf } from '../files/pdf-writer.ts';
import { type Application, startApplication } from './application.ts';
import { looks, seriousFindings } from './axe.ts';
import { plan } from './plan-pdf.ts';

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication('off');
});
test.afterAll(() => application.stop());

const paperOf = (page: Page) => page.getByRole('region', { name: 'Nội dung văn bản' });
const findingsOf = (page: Page) => page.getByRole('region', { name: 'Những gì đã đọc được' });

/** The plan as a document; the same file again is the same document. */
async function openPlan(page: Page): Promise<void> {
  await application.signIn(page);
  // The empty list and the filled one have a field for files each.
  await page.goto(`${application.url}/van-ban`, { waitUntil: 'networkidle' });
  const file = { name: 'kế hoạch.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfOf(plan)) };
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await page.getByRole('link', { name: 'Mở văn bản' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('27/KH-UBND');
}

/** Where boxes stand on their page, as parts of its width and height. */
const placeOf = (page: Page, id: string) =>
  paperOf(page)
    .locator(`[data-ids="${id}"]`)
    .first()
    .evaluate((shape) => {
      const sheet = shape.closest('svg')?.parentElement?.getBoundingClientRect();
      const area = shape.querySelector('path')?.getBoundingClientRect();
      if (!sheet || !area) throw new Error('nothing is drawn');
      return {
        left: (area.left - sheet.left) / sheet.width,
        right: (area.right - sheet.left) / sheet.width,
        top: (area.top - sheet.top) / sheet.height,
        bottom: (area.bottom - sheet.top) / sheet.height,
      };
    });

test('the pages of a PDF are shown as they are, with each finding marked where it stands', async ({ page }) => {
  await openPlan(page);

  await test.step('pages are pictures in their proportions, before and after these have come', async () => {
    const first = paperOf(page).getByRole('img', { name: 'Trang 1 trên 2' });
    await expect(first).toBeVisible();
    const box = await first.boundingBox();
    expect((box?.height ?? 0) / (box?.width ?? 1)).toBeCloseTo(842 / 595, 1);
    await expect.poll(() => first.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(400);
    const second = await paperOf(page).getByRole('img', { name: 'Trang 2 trên 2' }).boundingBox();
    expect((second?.height ?? 0) / (second?.width ?? 1)).toBeCloseTo(595 / 842, 1);
  });

  await test.step('a finding of two lines is one box, and a value in another cell belongs to it', async () => {
    const target = await placeOf(page, 't1');
    expect(target.left).toBeCloseTo(72 / 595, 2);
    expect(target.top).toBeCloseTo(194 / 842, 1);
    expect(target.bottom - target.top).toBeGreaterThan(26 / 842);
    const [name, value] = [120 / 595, 440 / 595];
    const cells = await placeOf(page, 't4');
    expect(cells.left).toBeCloseTo(name, 2);
    expect(cells.right).toBeGreaterThan(value);
  });

  await test.step('what the pointer is on is shown on the other side', async () => {
    await paperOf(page)
      .getByRole('link', { name: /^Chỉ tiêu: Tỷ lệ che phủ rừng/ })
      .hover();
    await expect(findingsOf(page).locator('[data-near]')).toContainText('che phủ rừng');
    await findingsOf(page)
      .getByRole('link', { name: /Thu nhập bình quân/ })
      .hover();
    await expect(paperOf(page).locator('[data-near]')).toHaveAttribute('data-ids', 't3');
  });

  await test.step('a click on a box chooses its finding', async () => {
    await paperOf(page)
      .getByRole('link', { name: /^Chỉ tiêu: Tỷ lệ che phủ rừng/ })
      .click();
    await expect(page).toHaveURL(/muc=t2$/);
    await expect(findingsOf(page).locator('a[aria-current="true"]')).toContainText('che phủ rừng');
    await expect(paperOf(page).locator('[data-chosen="target"]')).toHaveCount(1);
  });

  await test.step('a finding chosen in the list is brought into sight on its page', async () => {
    await findingsOf(page)
      .getByRole('tab', { name: /Nhiệm vụ/ })
      .click();
    await findingsOf(page)
      .getByRole('link', { name: /Rà soát quy hoạch/ })
      .click();
    const marked = paperOf(page).locator('[data-chosen="task"]');
    await expect(marked).toBeInViewport();
    await page.reload();
    await expect(marked).toBeInViewport();
  });

  await test.step('boxes are reached and walked by keyboard', async () => {
    const first = paperOf(page).getByRole('link', { name: /^Nhiệm vụ: Xây dựng đề án/ });
    await first.focus();
    await page.keyboard.press('ArrowDown');
    await expect(paperOf(page).getByRole('link', { name: /^Nhiệm vụ: Rà soát/ })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/muc=n1$/);
  });

  await test.step('pages can be made larger', async () => {
    const sheet = paperOf(page).getByRole('img', { name: 'Trang 2 trên 2' });
    const before = (await sheet.boundingBox())?.width ?? 0;
    await page.getByRole('button', { name: 'Phóng to' }).click();
    await expect.poll(async () => Math.round((100 * ((await sheet.boundingBox())?.width ?? 0)) / before)).toBe(150);
  });

  await test.step('printing waits for the pictures of all pages', async () => {
    await page.evaluate(() => {
      window.print = () => {
        const pages = document.querySelectorAll<HTMLImageElement>('section img');
        const there = [...pages].map((img) => img.complete && img.naturalWidth > 0);
        Object.assign(window, { printed: there });
      };
    });
    await page.getByRole('button', { name: /^In/ }).click();
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'printed'))).toEqual([true, true]);
  });

  await test.step('the text is one click away, and the address says which is shown', async () => {
    await page.locator('label').getByText('Chữ', { exact: true }).click();
    await expect(page).toHaveURL(/xem=chu/);
    await expect(paperOf(page).locator('a[data-kind="task"]').first()).toContainText('Xây dựng đề án');
    await expect(paperOf(page).getByRole('img')).toHaveCount(0);
    await page.reload();
    await expect(paperOf(page).locator('[data-chosen="task"]').first()).toBeInViewport();
    await page.locator('label').getByText('Trang gốc', { exact: true }).click();
    await expect(page).not.toHaveURL(/xem=/);
  });
});

test('a page that cannot be drawn says so and leads to the text', async ({ page }) => {
  await page.route('**/pages/1?*', (route) => route.fulfill({ status: 422, json: { code: 'pageNotDrawn' } }));
  await openPlan(page);
  await expect(paperOf(page).getByText('Không vẽ được trang này.')).toBeVisible();
  await paperOf(page).getByRole('button', { name: 'Xem ở dạng chữ' }).click();
  await expect(paperOf(page).locator('a[data-kind="target"]').first()).toBeVisible();
});

for (const { place, size, colorScheme } of looks) {
  test(`axe-core finds nothing serious on the pages at ${place}, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: size, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await openPlan(page);
    const first = paperOf(page).getByRole('img', { name: 'Trang 1 trên 2' });
    await expect.poll(() => first.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    expect(await seriousFindings(page)).toEqual([]);
    const { scrollWidth, innerWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      innerWidth: window.innerWidth,
    }));
    expect(scrollWidth, 'sideways scroll of the page').toBeLessThanOrEqual(innerWidth);
    const paper = await paperOf(page).evaluate((pane) => pane.scrollWidth - pane.clientWidth);
    expect(paper, 'sideways scroll of the paper').toBeLessThanOrEqual(0);
    await context.close();
  });
}
