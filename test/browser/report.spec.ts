import { readFile } from 'node:fs/promises';
import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import { openFile } from '../../src/files/open.ts';
import { type Application, startApplication } from './application.ts';
import { seriousFindings, sizes } from './axe.ts';

// One story: what an officer writes is in the report that a leader signs.
test.describe.configure({ mode: 'serial' });

let application: Application;
let round = '';
const contexts: BrowserContext[] = [];
const pages = new Map<string, Page>();

test.beforeAll(async () => {
  test.setTimeout(240_000);
  application = await startApplication('on');
});
test.afterAll(async () => {
  for (const context of contexts) await context.close();
  await application.stop();
});
test.beforeEach(({ browser }) => {
  as = async (account) => {
    const known = pages.get(account);
    if (known) return known;
    const context = await browser.newContext({ acceptDownloads: true });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(application.url);
    await page.getByRole('button', { name: new RegExp(`^${account}@|\\b${account}@`) }).click();
    await page.getByRole('navigation', { name: 'Điều hướng chính' }).waitFor();
    pages.set(account, page);
    return page;
  };
});
let as: (account: string) => Promise<Page>;

const editor = (page: Page, title: string): Locator => page.getByRole('textbox', { name: `Nội dung mục ${title}` });
const budget = 'Thu, chi ngân sách và đầu tư công';

/** A step that asks first. */
async function take(page: Page, verb: string): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).click();
  const dialog = page.getByRole('dialog');
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  const answer = await answered;
  expect(answer.ok(), `${answer.url()}: ${answer.status()} ${await answer.text()}`).toBe(true);
  await expect(dialog).toHaveCount(0);
}

/** What Word puts on the clipboard, pasted into the text. */
const paste = (text: Locator, html: string): Promise<void> =>
  text.evaluate((element, markup) => {
    const data = new DataTransfer();
    data.setData('text/html', markup);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);

/** The editor is told where the caret went by an event that comes after the key's own, later than a machine can press the next. */
async function moveCaret(text: Locator, key: string): Promise<void> {
  const told = () => text.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  await told();
  await text.press(key);
  await told();
}

const fromWord = `<html><head><style>p.MsoNormal{color:red}</style></head><body>
  <p class=MsoNormal><b>Thu ngân sách</b><span style='color:red'> tăng khá<o:p></o:p></span></p>
  <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>-&nbsp;</span>Thu từ doanh nghiệp</p>
  <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>-&nbsp;</span>Thu từ đất</p>
  <table><tr><td><p>Khoản thu</p></td><td><p>Tỷ đồng</p></td></tr><tr><td><p>Đất</p><p>đô thị</p></td><td><p>120</p></td></tr></table>
  <img src="x.png"></body></html>`;

test('an officer writes a section; what comes from Word keeps its words, lists and tables, and nothing else', async () => {
  const page = await as('chuyen-vien-tc');
  const rounds = (await (await page.request.get(`${application.url}/api/rounds`)).json()) as { rows: { id: string }[] };
  round = rounds.rows[0]?.id ?? '';
  await page.goto(`${application.url}/dot-bao-cao/${round}`);
  await page.getByRole('link', { name: 'Sở Tài chính', exact: true }).first().click();
  await page.getByRole('tab', { name: 'Nội dung' }).click();
  const text = editor(page, budget);
  await text.click();
  await paste(text, fromWord);
  await expect(text.locator('strong')).toHaveText('Thu ngân sách');
  await expect(text.getByRole('listitem')).toHaveText(['Thu từ doanh nghiệp', 'Thu từ đất']);
  await expect(text.getByRole('row')).toHaveCount(2);
  await expect(text.locator('img, [style*="color"]')).toHaveCount(0);
  await expect(text.locator('td').nth(2)).toContainText('Đất');
  await moveCaret(text, 'Control+Home');
  await text.pressSequentially('Tình hình thu: ');
  await expect(page.locator('[data-state="saved"]').first()).toBeVisible();
});

test('what is typed while the line is down is kept, and arrives when it is back', async () => {
  const page = await as('chuyen-vien-tc');
  const text = editor(page, 'Hạn chế và nguyên nhân');
  await page.context().setOffline(true);
  await text.click();
  await text.pressSequentially('Giải ngân còn chậm.');
  await expect(page.getByText('Mất kết nối: đã giữ trên máy này, sẽ tự lưu khi có mạng')).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText('Mất kết nối: đã giữ trên máy này, sẽ tự lưu khi có mạng')).toHaveCount(0);
  await page.reload();
  await page.getByRole('tab', { name: 'Nội dung' }).click();
  await expect(editor(page, 'Hạn chế và nguyên nhân')).toContainText('Giải ngân còn chậm.');
  await expect(editor(page, budget)).toContainText('Tình hình thu: Thu ngân sách tăng khá');
});

/** Nothing that a reader without eyes or a mouse would stumble over, and nothing that runs out of a narrow page. */
async function looksRight(page: Page): Promise<void> {
  for (const size of Object.values(sizes)) {
    await page.setViewportSize(size);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(sizes['a desk']);
}

test('the head sends it', async () => {
  const officer = await as('chuyen-vien-tc');
  await looksRight(officer);
  await fillFigure(officer);
  await take(officer, 'Trình thủ trưởng');
  const head = await as('giam-doc-tc');
  await head.goto(officer.url());
  await take(head, 'Gửi');
});

/** The one figure that the agency is asked for, through the same door as the grid. */
async function fillFigure(page: Page): Promise<void> {
  const id = /bao-cao\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  const address = `${application.url}/api/submissions/${id}/figures`;
  const sheet = (await (await page.request.get(address)).json()) as {
    lines: { cells: { indicatorId: string; line: string; span: string; basis: string; version: number }[] }[];
  };
  const cell = sheet.lines[0]?.cells[0];
  if (!cell) throw new Error('nothing is asked of the agency');
  const { indicatorId, line, span, basis, version } = cell;
  const change = { indicatorId, line, span, basis, version, value: 1.8, missing: null, reason: 'Số ước của đơn vị' };
  const answer = await page.request.post(address, {
    data: { changes: [change] },
    headers: { origin: application.url },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

test('the coordinator takes what was sent, composes the figures, and sees whose words are whose', async () => {
  const page = await as('can-bo');
  await page.goto(`${application.url}/dot-bao-cao/${round}`);
  await page.getByRole('link', { name: 'Báo cáo tổng hợp' }).click();
  await page.getByRole('button', { name: 'Bắt đầu tổng hợp' }).click();
  const text = editor(page, budget);
  await page
    .getByRole('navigation', { name: 'Đề cương' })
    .getByRole('button', { name: new RegExp(budget) })
    .click();
  await page.getByRole('button', { name: 'Nhận cả phần' }).click();
  await expect(text).toContainText('Tình hình thu: Thu ngân sách tăng khá');
  await expect(text.locator('[data-whose="Sở Tài chính"]').first()).toBeVisible();
  await expect(page.getByText('Đã nhận')).toBeVisible();
  await page.getByRole('tab', { name: 'Câu từ số liệu' }).click();
  await page.getByRole('button', { name: /Soạn từ số liệu/ }).click();
  await expect(text.locator('.report-figure').first()).toHaveText('1,8%');
  await expect(page.locator('[data-state="saved"]').first()).toBeVisible();
  await expect(page.getByText('Đang soạn')).toBeVisible();
  await looksRight(page);
});

test('the leader gives it back with a reason, and what is new since is marked', async () => {
  const coordinator = await as('can-bo');
  await take(coordinator, 'Trình lãnh đạo');
  const leader = await as('lanh-dao');
  await leader.goto(`${application.url}/dot-bao-cao/${round}/tong-hop`);
  await expect(leader.getByText('Tình hình thu: Thu ngân sách tăng khá')).toBeVisible();
  await leader.getByRole('button', { name: 'Trả lại', exact: true }).click();
  await leader.getByRole('dialog').getByLabel('Lý do').fill('Nêu thêm giải pháp');
  await leader.getByRole('dialog').getByRole('button', { name: 'Trả lại', exact: true }).click();
  await expect(leader.getByText('Lãnh đạo trả lại')).toBeVisible();

  await coordinator.reload();
  await expect(coordinator.getByText('Nêu thêm giải pháp')).toBeVisible();
  await coordinator
    .getByRole('navigation', { name: 'Đề cương' })
    .getByRole('button', { name: new RegExp(budget) })
    .click();
  const text = editor(coordinator, budget);
  await text.click();
  await moveCaret(text, 'Control+End');
  await text.press('Enter');
  await text.pressSequentially('Tập trung tháo gỡ vướng mắc mặt bằng.');
  await expect(text.locator('[data-changed]')).toHaveText('Tập trung tháo gỡ vướng mắc mặt bằng.');
  await expect(coordinator.locator('[data-state="saved"]').first()).toBeVisible();
  await take(coordinator, 'Trình lãnh đạo');
});

test('the leader signs, and the report comes out as it was signed', async () => {
  const leader = await as('lanh-dao');
  await leader.reload();
  await take(leader, 'Ký duyệt');
  await expect(leader.getByText('Đã ký', { exact: true })).toBeVisible();
  await looksRight(leader);
  const downloading = leader.waitForEvent('download');
  await leader.getByRole('button', { name: 'Tải báo cáo' }).click();
  await leader.getByRole('menuitem', { name: 'Tệp Word (.docx)' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  const { text } = openFile(await readFile(await download.path()), 'bao-cao.docx');
  for (const said of [
    'BÁO CÁO',
    'Tình hình thu: Thu ngân sách tăng khá',
    'Thu từ đất',
    '1,8%',
    'Tập trung tháo gỡ vướng mắc',
  ])
    expect(text).toContain(said);
});
