import { expect, test } from '@playwright/test';
import { type Application, startApplication } from './application.ts';
import { seriousFindings } from './axe.ts';

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication('on');
});
test.afterAll(() => application.stop());

test('an agency is found, followed to today’s heir, changed, and a group shows its members as of a day', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await application.signIn(page);
  await page.goto(`${application.url}/don-vi?place=binh-chau&ngay=2025-01-10`);
  await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('so ke hoach');
  await page.getByRole('link', { name: 'Sở Kế hoạch và Đầu tư' }).click();

  await test.step('its heir stands beside it, with the event and its legal basis', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sở Kế hoạch và Đầu tư');
    await expect(page.getByText('NĐ 45/2025/NĐ-CP', { exact: false }).first()).toBeVisible();
    await page.getByText('Nay là').locator('..').getByRole('link', { name: 'Sở Tài chính' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sở Tài chính');
  });

  await test.step('its work in the documents is listed by role', async () => {
    await page.getByText(/^Chủ trì \(/).click();
    await expect(page.locator('main ul a[href*="/van-ban/"]').first()).toBeVisible();
  });

  await test.step('what an officer says of it is kept, with who said it and why', async () => {
    await page.getByRole('button', { name: 'Sửa' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Liên hệ').fill('sotc@binhchau.example');
    await form.getByLabel('Lý do').fill('Công văn 7');
    expect.soft(await seriousFindings(page), 'the form').toEqual([]);
    await form.getByRole('button', { name: 'Lưu' }).click();
    await expect(form).toBeHidden();
    await expect(page.getByText('sotc@binhchau.example')).toBeVisible();
    await expect(page.getByText(/sửa thông tin.*Công văn 7/)).toBeVisible();
  });

  await test.step('a group has the members of the day', async () => {
    await page.goto(`${application.url}/don-vi/nhom?nhom=ubnd-huyen&tinh=binh-chau&ngay=2025-01-10`);
    await expect(page.getByText('8 đơn vị')).toBeVisible();
    await page.goto(`${application.url}/don-vi/nhom?nhom=ubnd-huyen&tinh=binh-chau`);
    await expect(page.getByText('nhóm không có thành viên')).toBeVisible();
  });
});

test('a group is written with its members beside it, refused where it is wrong, saved, and its story told', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await application.signIn(page);
  await page.goto(`${application.url}/don-vi/nhom?tinh=binh-chau&ngay=2025-01-10`);
  await page.getByRole('button', { name: 'Thêm nhóm' }).click();
  await page.getByLabel('Tên nhóm').fill('Lực lượng vũ trang tỉnh');
  const spellings = page.getByRole('combobox', { name: 'Cách viết trong văn bản' });

  await test.step('members are those of the rule as it stands', async () => {
    await page.getByRole('combobox', { name: 'Loại đơn vị' }).press('ArrowDown');
    await page.getByRole('option', { name: 'Công an, quân đội' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('link', { name: 'Công an tỉnh' })).toBeVisible();
  });

  await test.step('a spelling that belongs to another group is refused with its name', async () => {
    await spellings.fill('các sở, ban, ngành tỉnh');
    await spellings.press('Enter');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByRole('alert').getByText('đã thuộc nhóm “Các sở, ban, ngành tỉnh”')).toBeVisible();
    expect.soft(await seriousFindings(page), 'the form').toEqual([]);
    await spellings.press('Backspace');
    await spellings.fill('các lực lượng vũ trang tỉnh');
    await spellings.press('Enter');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByRole('heading', { name: 'Thành viên của Lực lượng vũ trang tỉnh' })).toBeVisible();
  });

  await test.step('a change leaves who, when, why, before and after', async () => {
    await page.getByRole('button', { name: 'Sửa nhóm' }).click();
    await page.getByLabel('Cán bộ chọn thành viên').check();
    await page.getByLabel('Lý do').fill('Công văn 9');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByText(/sửa nhóm.*Công văn 9/)).toBeVisible();
    await expect(page.getByText('cán bộ chọn đơn vị nào có liên quan').first()).toBeVisible();
  });
});
