import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import { vi } from '../../web/words/vi.ts';
import { type Application, startApplication } from './application.ts';
import { fillSignIn, people, signInAs, type WalkingPerson } from './walking-people.ts';

// One story: what one does, the next finds.
test.describe.configure({ mode: 'serial' });

let application: Application;
const contexts: BrowserContext[] = [];
const pages = new Map<string, Page>();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication('off', new URL('./create-people.ts', import.meta.url));
});
test.afterAll(async () => {
  for (const context of contexts) await context.close();
  await application.stop();
});

test.beforeEach(({ browser }) => {
  open = async (one, path) => {
    const known = pages.get(one.email);
    const page = known ?? (await (await remember(browser.newContext())).newPage());
    if (!known) await signInAs(page, application.url, one);
    pages.set(one.email, page);
    await page.goto(application.url + path);
    return page;
  };
});

let open: (one: WalkingPerson, path: string) => Promise<Page>;

async function remember(opening: Promise<BrowserContext>): Promise<BrowserContext> {
  const context = await opening;
  contexts.push(context);
  return context;
}

const item = (page: Page, what: string | RegExp): Locator =>
  page.getByRole('listitem').filter({ hasText: what }).first();

/** Something is done, and the server says yes to it. */
async function done(page: Page, act: () => Promise<void>): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() < 500);
  await act();
  const answer = await answered;
  expect(answer.ok(), `${answer.url()}: ${answer.status()}`).toBe(true);
}

/** The dialog that a button opens, with its words filled in and sent. */
async function say(page: Page, label: string | RegExp, words: string, submit: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(label).fill(words);
  await done(page, () => dialog.getByRole('button', { name: submit, exact: true }).click());
  await expect(dialog).toHaveCount(0);
}

const project = /đề án tài chính đô thị/;
const property = /danh mục tài sản công/;
const debt = /báo cáo nợ công/;

async function openDuty(one: WalkingPerson, what: RegExp): Promise<Page> {
  const page = await open(one, '/theo-doi');
  await page.getByRole('link', { name: what }).first().click();
  await expect(page).toHaveURL(/\/viec\/[0-9a-f-]{36}/);
  await page.getByRole('heading', { level: 1, name: what }).waitFor();
  return page;
}

test('a coordinator issues a plan, and its tasks wait for the agency that leads them', async () => {
  const page = await open(people.coordinator, '/van-ban');
  await page.locator('tbody a').first().click();
  await expect(page).toHaveURL(/\/van-ban\/[0-9a-f-]{36}/);
  await page.goto(`${page.url().replace(/[?#].*/, '')}/ra-soat`);
  await page.getByRole('button', { name: 'Đã đọc' }).click();
  const panel = page.getByRole('dialog', { name: 'Ban hành vào sổ theo dõi' });
  await done(page, () => panel.getByRole('button', { name: 'Bắt đầu rà soát' }).click());
  await panel.getByLabel(/^Nhận luôn/).check();
  await done(page, () => panel.getByRole('button', { name: 'Ban hành' }).click());
  await expect(panel.getByText('Đã ban hành').first()).toBeVisible();

  const officer = await open(people.officer, '/viec-cua-toi');
  for (const what of [project, property, debt]) await expect(item(officer, what)).toBeVisible();
});

test('an officer takes on a task, returns another, and reports a result with its proof', async () => {
  const page = await open(people.officer, '/viec-cua-toi');
  for (const what of [project, debt]) {
    const nhan = item(page, what).getByRole('button', { name: 'Nhận', exact: true });
    await done(page, () => nhan.click());
    await expect(nhan).toHaveCount(0);
  }
  await item(page, property).getByRole('button', { name: 'Trả lại' }).click();
  await say(page, 'Giải thích', 'Việc của Sở Xây dựng', 'Trả lại');

  await openDuty(people.officer, project);
  await page.getByRole('button', { name: 'Giao cán bộ phụ trách' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Cán bộ phụ trách' }).click();
  await page.getByRole('option', { name: people.officer.name }).click();
  await done(page, () => dialog.getByRole('button', { name: 'Giao cán bộ phụ trách' }).click());

  await page.getByLabel('Đã làm được gì').fill('Đề án đã trình Ủy ban nhân dân tỉnh.');
  await page.getByLabel('Đây là kết quả').check();
  await expect(page.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
  const form = page.getByRole('region', { name: 'Cập nhật tiến độ' });
  const proof = { name: 'to-trinh.txt', mimeType: 'text/plain', buffer: Buffer.from('Tờ trình số 12') };
  const sent: string[] = [];
  page.on('request', (request) => /evidence|uploads/.test(request.url()) && sent.push(request.url()));
  const video = { name: 'hien-truong.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(25_000_001) };
  await form.locator('input[type="file"]').setInputFiles(video);
  await expect(page.getByText('Tệp “hien-truong.mp4” lớn hơn mức 25 MB')).toBeVisible();
  expect(sent).toEqual([]);
  await done(page, () => form.locator('input[type="file"]').setInputFiles(proof));
  await expect(form.getByRole('link', { name: 'to-trinh.txt' })).toBeVisible();
  await form.getByRole('button', { name: 'Trình thủ trưởng' }).click();
  await expect(page.getByText('chờ thủ trưởng duyệt').first()).toBeVisible();
});

test('the head approves it, and the coordinator, where nobody monitors, confirms it and decides on what came back', async () => {
  const head = await open(people.head, '/viec-cua-toi');
  const approve = item(head, project).getByRole('button', { name: 'Duyệt và gửi' });
  await done(head, () => approve.click());
  await expect(approve).toHaveCount(0);

  const page = await open(people.coordinator, '/viec-cua-toi');
  const confirm = item(page, project).getByRole('button', { name: 'Xác nhận hoàn thành' });
  await done(page, () => confirm.click());
  await expect(confirm).toHaveCount(0);
  await item(page, property).getByRole('button', { name: 'Yêu cầu thực hiện' }).click();
  await say(page, 'Lý do', 'Tài sản công thuộc Sở Tài chính', 'Yêu cầu thực hiện');

  const told = await openDuty(people.officer, project);
  await expect(told.getByText('Đã hoàn thành').first()).toBeVisible();
  await expect(told.getByText(new RegExp(`${people.coordinator.name} đã xác nhận`))).toBeVisible();
});

test('another deadline is asked for with its reason, and the leader grants it from the list', async () => {
  const page = await openDuty(people.officer, debt);
  await page.getByRole('button', { name: 'Xin gia hạn, điều chỉnh' }).click();
  await page.getByRole('dialog').getByLabel('Thời hạn đề nghị').fill('16/12/2099');
  await page.keyboard.press('Escape');
  await page
    .getByRole('dialog', { name: vi.parts.leaving.title })
    .getByRole('button', { name: vi.parts.leaving.stay })
    .click();
  await say(page, 'Lý do', 'Chờ số liệu của Kho bạc', 'Đề nghị');

  const leader = await open(people.leader, '/viec-cua-toi');
  const asked = item(leader, debt);
  await expect(asked).toContainText('đề nghị hạn 16/12/2099');
  await done(leader, () => asked.getByRole('button', { name: 'Đồng ý', exact: true }).click());
  await expect(asked.getByRole('button', { name: 'Đồng ý', exact: true })).toHaveCount(0);

  await openDuty(people.officer, debt);
  const deadlines = page.getByRole('region', { name: 'Thời hạn' });
  await expect(deadlines).toContainText('29/10/2099');
  await expect(deadlines).toContainText('16/12/2099');
});

test("a supervisor's question is drafted by the officer, answered by the head, and read by whoever asked", async () => {
  const supervisor = await openDuty(people.supervisor, debt);
  await supervisor.getByRole('button', { name: 'Đặt câu hỏi' }).click();
  await say(supervisor, 'Câu hỏi', 'Vì sao xin lùi thời hạn?', 'Đặt câu hỏi');

  const officer = await open(people.officer, '/viec-cua-toi');
  await item(officer, 'Vì sao xin lùi').getByRole('button', { name: 'Soạn trả lời' }).click();
  await say(officer, /Vì sao xin lùi/, 'Kho bạc chưa chốt số liệu.', 'Soạn trả lời');
  // A second time from the same list: what was drafted stands there and is written on.
  await item(officer, 'Vì sao xin lùi').getByRole('button', { name: 'Soạn trả lời' }).click();
  await expect(officer.getByRole('dialog').getByLabel(/Vì sao xin lùi/)).toHaveValue('Kho bạc chưa chốt số liệu.');
  await say(officer, /Vì sao xin lùi/, 'Kho bạc chưa chốt số liệu quý III.', 'Soạn trả lời');

  const head = await openDuty(people.head, debt);
  await head.getByRole('region', { name: 'Giám sát, chất vấn' }).getByRole('button', { name: 'Trả lời' }).click();
  await expect(head.getByRole('dialog').getByLabel(/Vì sao xin lùi/)).toHaveValue(/Kho bạc/);
  await done(head, () => head.getByRole('dialog').getByRole('button', { name: 'Trả lời' }).click());

  await open(people.supervisor, '/viec-cua-toi');
  await expect(item(supervisor, 'Vì sao xin lùi')).toContainText('Đã được trả lời');
  await openDuty(people.supervisor, debt);
  await expect(supervisor.getByRole('region', { name: 'Giám sát, chất vấn' })).toContainText('Kho bạc chưa chốt');
});

test('nothing typed is lost where the network is cut, the page closed, or the session ended', async ({ browser }) => {
  const page = await openDuty(people.officer, debt);
  const text = page.getByLabel('Đã làm được gì');
  const saved = page.getByText(/^Đã lưu nháp lúc/);
  await text.fill('Đã có số liệu của 20 xã.');
  await expect(saved).toBeVisible();

  await test.step('the network is cut in the middle of an update and comes back', async () => {
    await page.context().setOffline(true);
    await text.fill('Đã có số liệu của 20 xã. Còn 12 xã.');
    await expect(page.getByText(/^Mất kết nối/)).toBeVisible();
    await page.context().setOffline(false);
    await expect(saved).toBeVisible();
  });

  const { url } = { url: page.url() };
  await test.step('the page is closed before the network is back', async () => {
    await page.context().setOffline(true);
    await text.fill('Đã có số liệu của 30 xã.');
    await expect(page.getByText(/^Mất kết nối/)).toBeVisible();
    await page.goto('about:blank');
    await page.context().setOffline(false);
    await page.goto(url);
    await expect(text).toHaveValue('Đã có số liệu của 30 xã.');
    await expect(saved).toBeVisible();
  });

  await test.step('the session ends, and begins again in another tab', async () => {
    await page.context().clearCookies();
    await text.fill('Đã có số liệu của 32 xã.');
    await expect(page.getByText(/^Phiên đăng nhập đã hết/)).toBeVisible();
    const other = await page.context().newPage();
    await other.goto(application.url);
    await fillSignIn(other, people.officer);
    await other.getByRole('navigation', { name: 'Điều hướng chính' }).waitFor();
    await other.close();
    await expect(saved).toBeVisible();
  });

  const fresh = await (
    await remember(browser.newContext({ storageState: await page.context().storageState() }))
  ).newPage();
  // On another machine nothing is kept: what stands there comes from the server.
  await fresh.addInitScript(() => localStorage.clear());
  await fresh.goto(url);
  await expect(fresh.getByLabel('Đã làm được gì')).toHaveValue('Đã có số liệu của 32 xã.');
});

test('an administrator invites a colleague, gives and ends a post, and hands over the work of an officer who leaves', async ({
  browser,
}) => {
  const page = await open(people.administrator, '/quan-tri/nguoi-dung');
  const dialog = page.getByRole('dialog');
  const choosePost = async (role: string) => {
    await dialog.getByRole('combobox', { name: 'Vai trò' }).click();
    await page.getByRole('option', { name: role }).first().click();
    await dialog.getByRole('combobox', { name: 'Đơn vị' }).fill('Sở Tài chính Vĩnh Long');
    const found = page.getByRole('option', { name: /Sở Tài chính/ });
    await found.first().click();
  };
  const colleague = { name: 'Đỗ Thị Ân', email: 'an@thu.vn', password: 'Lúa chín 2026 đầu bờ !' };

  await page.getByRole('button', { name: 'Mời người dùng' }).click();
  await dialog.getByLabel('Họ và tên').fill(colleague.name);
  await dialog.getByLabel('Thư điện tử').fill(colleague.email);
  await choosePost('Cán bộ đơn vị');
  await done(page, () => dialog.getByRole('button', { name: 'Gửi lời mời' }).click());
  const link = await dialog.getByText(/\/loi-moi#/).textContent();
  // It is shown this once: neither a slip of the finger nor the cross takes it away.
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: vi.parts.shownOnce.kept }).click();
  await expect(dialog).toHaveCount(0);

  const invited = await (await remember(browser.newContext())).newPage();
  await invited.goto(link ?? '');
  await invited.getByLabel('Mật khẩu mới', { exact: true }).fill(colleague.password);
  await invited.getByLabel(/^Nhập lại/).fill(colleague.password);
  await done(invited, () => invited.getByRole('button', { name: 'Đặt mật khẩu' }).click());
  await invited.getByRole('link', { name: 'Đăng nhập', exact: true }).click();
  await invited.getByLabel('Thư điện tử').fill(colleague.email);
  await invited.getByLabel('Mật khẩu', { exact: true }).fill(colleague.password);
  await invited.getByRole('button', { name: 'Đăng nhập' }).click();
  await invited.getByRole('navigation', { name: 'Điều hướng chính' }).waitFor();

  await page.getByLabel('Tìm người dùng').fill('do thi an');
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  await expect(row(colleague.name)).toContainText('Đang dùng');
  await page.getByRole('button', { name: `Sửa ${colleague.name}` }).click();
  await choosePost('Lãnh đạo');
  await done(page, () => dialog.getByRole('button', { name: 'Giao vai trò' }).click());
  await dialog.getByRole('button', { name: /^Thôi Lãnh đạo/ }).click();
  await done(page, () => dialog.getByRole('button', { name: 'Cho thôi vai trò' }).click());
  await expect(dialog.getByRole('button', { name: /^Thôi Lãnh đạo/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Đóng' }).first().click();

  await page.getByLabel('Tìm người dùng').fill(people.officer.name);
  await page.getByRole('button', { name: `Sửa ${people.officer.name}` }).click();
  await dialog.getByRole('button', { name: 'Kết thúc tài khoản …' }).click();
  await dialog.getByRole('combobox', { name: /^Người nhận việc ở Sở Tài chính/ }).click();
  await page.getByRole('option', { name: colleague.name }).click();
  await dialog.getByLabel('Lý do').fill('Chuyển công tác');
  await done(page, () => dialog.getByRole('button', { name: 'Kết thúc tài khoản', exact: true }).click());
  await expect(row(people.officer.name)).toContainText('Đã nghỉ');

  await invited.goto(`${application.url}/theo-doi`);
  await invited.getByRole('link', { name: debt }).first().click();
  await expect(invited.getByLabel('Đã làm được gì')).toHaveValue('Đã có số liệu của 32 xã.');
  const left = pages.get(people.officer.email);
  if (!left) throw new Error('the officer was never here');
  await left.reload();
  await expect(left.getByRole('button', { name: 'Đăng nhập' })).toBeVisible();
});

test('the administrator searches the log, checks that it is whole, and pauses and runs what runs by itself', async () => {
  const page = await open(people.administrator, '/quan-tri/nhat-ky');
  await page.getByLabel('Tìm trong nhật ký').fill('Chuyển công tác');
  const log = page.getByRole('table', { name: 'Những việc đã ghi, mới nhất trước' });
  await expect(log.getByRole('row').nth(1)).toContainText(people.administrator.name);
  await expect(log.getByRole('row').nth(1)).toContainText('Chuyển công tác');
  await page.getByRole('button', { name: 'Kiểm tra nhật ký' }).click();
  await expect(page.getByText(/^Nhật ký nguyên vẹn/)).toBeVisible();

  await open(people.administrator, '/quan-tri/tac-vu');
  await done(page, () => page.getByRole('button', { name: 'Tạm dừng: Đôn đốc hằng ngày' }).click());
  await expect(page.getByRole('rowheader', { name: /Đôn đốc hằng ngày/ })).toContainText('tạm dừng');
  await done(page, () => page.getByRole('button', { name: 'Chạy tiếp: Đôn đốc hằng ngày' }).click());
  await done(page, () => page.getByRole('button', { name: 'Chạy ngay: Đôn đốc hằng ngày' }).click());
  const runs = page.getByRole('table', { name: 'Các lần chạy, mới nhất trước' });
  await expect(runs.getByRole('row', { name: /Đôn đốc hằng ngày.*xong/ }).first()).toBeVisible();
});
