import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { type Application, startApplication } from './application.ts';
import { seriousFindings } from './axe.ts';

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  application = await startApplication('on');
});
test.afterAll(() => application.stop());

const added = 'Xây dựng kế hoạch chuyển đổi số cấp xã';

const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: 'Đã lưu' })).toBeVisible();

async function begin(page: Page): Promise<void> {
  await page.goto(`${application.url}/soan-ke-hoach`);
  await page.getByRole('button', { name: 'Soạn kế hoạch mới' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Từ các văn bản').fill('21/KH');
  await page.getByRole('option', { name: /21\/KH-UBND/ }).click();
  await form.getByLabel(/^Năm/).fill('2027');
  await form.getByRole('button', { name: 'Bắt đầu soạn' }).click();
  await page.getByRole('heading', { name: 'Giao chỉ tiêu, nhiệm vụ năm 2027' }).waitFor();
}

test('the next plan begins with one in force, keeps every change, and reads back as it was written', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await application.signIn(page);
  await begin(page);

  const targets = page.getByRole('table', { name: 'Các chỉ tiêu của dự thảo' });
  const tasks = page.getByRole('table', { name: 'Các nhiệm vụ của dự thảo' });
  const name = (await targets.getByRole('rowheader').first().textContent()) ?? '';
  const form = page.getByRole('dialog');
  // Once, with four walks at a time, the form did not open at the first click; why was not found.
  await expect(async () => {
    await targets
      .getByRole('button', { name: /^Sửa: / })
      .first()
      .click({ timeout: 2000 });
    await expect(form.getByLabel('Giá trị')).toBeVisible({ timeout: 2000 });
  }).toPass();
  await form.getByLabel('Giá trị').fill('98,7% trở lên');
  await form.getByRole('button', { name: 'Ghi vào dự thảo' }).click();

  const dropped = (await tasks.getByRole('rowheader').first().textContent()) ?? '';
  await tasks.getByRole('button', { name: /^Bỏ: / }).first().click();
  await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).click();
  await form.getByLabel('Nhiệm vụ').fill(added);
  await form.getByLabel('Chủ trì').fill('Sở Khoa học và Công nghệ;');
  await form.getByLabel('Thời hạn').fill('Quý II/2027');
  await form.getByRole('button', { name: 'Ghi vào dự thảo' }).click();
  await tasks.getByRole('button', { name: `Đưa lên: ${added}` }).press('Enter');
  await saved(page);
  expect(await seriousFindings(page)).toEqual([]);

  await page.reload();
  await expect(targets.getByRole('row').nth(1)).toContainText('98,7% trở lên');
  await expect(tasks.getByRole('rowheader', { name: added })).toBeVisible();
  await expect(tasks.getByRole('button', { name: /^Lấy lại: / })).toHaveCount(1);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Xuất quyết định (.docx)' }).click();
  const file = await (await download).path();
  const kept = await tasks.getByRole('button', { name: /^Bỏ: / }).count();

  const content = [...(await readFile(file))];
  const importId = await page.evaluate(async (bytes) => {
    const body = new FormData();
    body.set('file', new File([Uint8Array.from(bytes)], 'quyet-dinh-da-ky.docx'));
    return String((await (await fetch('/api/imports', { method: 'POST', body })).json()).id);
  }, content);
  const documentOf = (id: string): Promise<string> =>
    page.evaluate(async (id) => {
      const { imports } = await (await fetch('/api/imports')).json();
      return String(imports.find((one: { id: string }) => one.id === id)?.documentId ?? '');
    }, id);
  // A busy machine answers before it has read the file.
  await expect.poll(() => documentOf(importId)).not.toBe('');
  const documentId = await documentOf(importId);
  const taskCount = await page.evaluate(
    async (id) => Number((await (await fetch(`/api/documents/${id}`)).json()).taskCount),
    documentId,
  );
  expect(taskCount).toBe(kept);
  await page.goto(`${application.url}/van-ban/${documentId}/ra-soat`);
  await expect(page.getByText(added).first()).toBeVisible();
  await expect(page.getByText(name).first()).toBeVisible();
  await expect(page.getByText(dropped, { exact: true })).toHaveCount(0);
});
