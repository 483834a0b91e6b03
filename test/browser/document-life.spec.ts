import { expect, type Page, test } from '@playwright/test';
import { type Application, startApplication } from './application.ts';
import { seriousFindings } from './axe.ts';
import { ReviewDesk } from './review-desk.ts';

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  application = await startApplication('on');
});
test.afterAll(() => application.stop());

type Listed = { id: string; number: string; taskCount: number; targetCount: number };

async function find(page: Page, number: string): Promise<Listed> {
  const { documents } = await page.evaluate(async () => (await fetch('/api/documents')).json());
  return documents.find((one: Listed) => one.number === number);
}

/** How many tasks of the document the list shows as of a day. */
async function tasksOn(page: Page, id: string, day?: string): Promise<string> {
  await page.goto(`${application.url}/nhiem-vu?document=${id}${day ? `&ngay=${day}` : ''}`);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page
    .getByText(/^\d[\d.]* nhiệm vụ$|Không có nhiệm vụ/)
    .first()
    .waitFor();
  return (
    (await page
      .getByText(/^\d[\d.]* nhiệm vụ$|Không có nhiệm vụ/)
      .first()
      .textContent()) ?? ''
  );
}

async function openPanel(page: Page, id: string): Promise<ReturnType<Page['getByRole']>> {
  await page.goto(`${application.url}/van-ban/${id}/ra-soat`);
  await page.getByRole('button', { name: 'Ban hành' }).first().click();
  const panel = page.getByRole('dialog', { name: 'Ban hành vào sổ theo dõi' });
  await panel.waitFor();
  return panel;
}

/** One step of the document, with its reason and where it ends its day. */
async function step(page: Page, id: string, { verb, day, reason }: { verb: string; day?: string; reason: string }) {
  const panel = await openPanel(page, id);
  const form = panel.locator('details').filter({ hasText: verb });
  await form.locator('summary').click();
  if (day) await form.getByLabel('Hết hiệu lực từ ngày').fill(day);
  await form.getByLabel('Lý do').fill(reason);
  const done = page.waitForResponse((answer) => answer.url().endsWith('/state') && answer.ok());
  await form.getByRole('button', { name: verb }).click();
  await done;
  await expect(panel.getByText(reason)).toBeVisible();
  return panel;
}

test('what is in force is set right in one step, with a reason, and both values are told', async ({ page }) => {
  test.setTimeout(120_000);
  await application.signIn(page);
  const { id } = await find(page, '38/NQ-HĐND');
  const desk = new ReviewDesk(page);
  await desk.open(`${application.url}/van-ban/${id}/ra-soat?muc=t1`);
  await desk.press('e');
  const value = page.getByRole('textbox', { name: 'Giá trị' });
  const old = await value.inputValue();
  await value.fill('1.234,5');
  await page.getByRole('button', { name: 'Đính chính' }).click();
  await expect(page.getByText('Nội dung đang có hiệu lực: hãy ghi lý do.')).toBeVisible();
  expect.soft(await seriousFindings(page), 'the form').toEqual([]);
  await page.getByLabel('Lý do đính chính').fill('Công văn 12');
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/review') && answer.ok());
  await page.getByRole('button', { name: 'Đính chính' }).click();
  await saved;
  await expect(desk.card).toContainText('1.234,5');
  expect(await desk.standing()).toBe('Đã nhận');
  const panel = await openPanel(page, id);
  await expect(panel.getByText(/đính chính$/)).toBeVisible();
  await expect(panel.getByText('Công văn 12')).toBeVisible();
  await expect(panel.getByText(`Giá trị: ${old} → 1.234,5`)).toBeVisible();
  expect.soft(await seriousFindings(page), 'the panel').toEqual([]);
});

test('a document is withdrawn from a day, reinstated and superseded; lists show it by the day they are read', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await application.signIn(page);
  const { id } = await find(page, '21/KH-UBND');
  const [before, after] = ['2026-01-31', '2026-02-01'];
  const all = await tasksOn(page, id);
  expect(all).toMatch(/^\d/);

  await test.step('withdrawn: in force until the eve, not from the day on', async () => {
    const panel = await step(page, id, { verb: 'Thu hồi', day: '01/02/2026', reason: 'Quyết định thu hồi 7' });
    await expect(panel.getByText('Đã thu hồi').first()).toBeVisible();
    expect(await tasksOn(page, id, before)).toBe(all);
    expect(await tasksOn(page, id, after)).not.toBe(all);
    expect(await tasksOn(page, id)).not.toBe(all);
  });

  await test.step('reinstated: as before on every day', async () => {
    const panel = await step(page, id, { verb: 'Khôi phục', reason: 'Thu hồi nhầm' });
    await expect(panel.getByText('Đã ban hành').first()).toBeVisible();
    expect(await tasksOn(page, id, after)).toBe(all);
    expect(await tasksOn(page, id)).toBe(all);
  });

  await test.step('superseded: in the story stand all three steps with their reasons', async () => {
    const panel = await step(page, id, { verb: 'Đánh dấu đã được thay thế', day: '01/02/2026', reason: 'Kế hoạch 30' });
    await expect(panel.getByText('Đã được thay thế').first()).toBeVisible();
    for (const reason of ['Quyết định thu hồi 7', 'Thu hồi nhầm', 'Kế hoạch 30'])
      await expect(panel.getByText(reason)).toBeVisible();
    expect(await tasksOn(page, id, before)).toBe(all);
    expect(await tasksOn(page, id, after)).not.toBe(all);
  });
});
