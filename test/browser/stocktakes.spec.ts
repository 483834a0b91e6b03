import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { vi } from '../../web/words/vi.ts';
import { type Application, startApplication } from './application.ts';
import { seriousFindings } from './axe.ts';
import { enterDemo } from './enter-demo.ts';

let application: Application;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  application = await startApplication('on');
});
test.afterAll(() => application.stop());

const own = vi.stocktakes;
const title = 'Kiểm điểm thử';
const decision = 'Hoàn thành thẩm định và trình phê duyệt';
const said = 'Đại biểu nêu vướng mắc về giải phóng mặt bằng';

/** What a button with such a name is about. */
async function subjectOf(button: ReturnType<Page['getByRole']>, nameOf: (subject: string) => string): Promise<string> {
  return ((await button.getAttribute('aria-label')) ?? '').slice(nameOf('').length);
}

test('what a leader follows becomes an agenda, a decision there becomes work of an agency, and minutes tell of it', async ({
  browser,
}) => {
  const as = async (name: string): Promise<Page> => {
    const context = await browser.newContext({ locale: 'vi-VN' });
    await enterDemo(context.request, application.url, name);
    return context.newPage();
  };
  const [leader, coordinator, head] = [await as('lanh-dao'), await as('can-bo'), await as('thu-truong')];

  await leader.goto(`${application.url}/theo-doi`);
  const following = leader.getByRole('button', { name: new RegExp(`^${vi.follows.followOne('')}`, 'u') }).first();
  const followed = await subjectOf(following, vi.follows.followOne);
  await following.click();
  await expect(
    leader.getByRole('button', { name: vi.follows.unfollowOne(followed), exact: true }).first(),
  ).toBeVisible();

  await coordinator.goto(`${application.url}/kiem-diem`);
  await coordinator.getByRole('button', { name: own.plan }).click();
  const form = coordinator.getByRole('dialog');
  await form.getByLabel(own.name).fill(title);
  await form.getByRole('button', { name: own.save }).click();
  const agenda = coordinator.getByRole('region', { name: own.agenda });
  await expect(agenda.getByRole('link', { name: followed }).first()).toBeVisible();
  const taking = coordinator.getByRole('button', { name: new RegExp(`^${own.takeOne('')}`, 'u') }).first();
  const taken = await subjectOf(taking, own.takeOne);
  await taking.click();
  await expect(agenda.getByRole('button', { name: own.drop(taken), exact: true }).first()).toBeVisible();

  // By the keyboard alone: a name is typed, and Enter takes what was found without sending the form.
  await leader.goto(coordinator.url());
  await leader.getByRole('link', { name: own.enter }).click();
  await leader.getByRole('button', { name: own.addDecision }).press('Enter');
  await leader.getByLabel(own.decisionText).fill(decision);
  const agency = leader.getByRole('combobox', { name: own.decisionAgency });
  await agency.pressSequentially('so nong nghiep va moi truong');
  await expect(leader.getByRole('option').first()).toContainText(/^Sở Nông nghiệp và Môi trường .*Bình Châu/u);
  await agency.press('Enter');
  await expect(agency).toHaveValue(/^Sở Nông nghiệp và Môi trường/u);
  await leader.getByRole('button', { name: own.recordDecision }).press('Enter');
  await leader.getByRole('button', { name: own.giveOne(decision) }).press('Enter');
  await expect(leader.getByRole('link', { name: `${own.openDuty}: ${decision}` })).toBeVisible();
  expect(await seriousFindings(leader), 'the meeting').toEqual([]);
  // The meeting moves on before anybody thought of saving.
  await leader.getByLabel(own.discussion).fill(said);
  await leader.getByRole('button', { name: own.next }).press('Enter');
  await expect(leader.getByText(own.saved, { exact: true })).toBeVisible();

  await coordinator.reload();
  await expect(agenda.getByRole('link', { name: followed }).first()).toBeVisible();
  expect(await seriousFindings(coordinator), 'the agenda').toEqual([]);
  await coordinator.getByRole('button', { name: own.close }).click();
  await coordinator.getByRole('dialog').getByRole('button', { name: own.close }).click();
  await expect(coordinator.getByText(own.stages.held)).toBeVisible();
  await coordinator.getByRole('button', { name: own.documents, exact: true }).click();
  const coming = coordinator.waitForEvent('download');
  await coordinator.getByRole('menuitem', { name: own.minutes }).click();
  const minutes = unzipSync(await readFile(await (await coming).path()));
  const written = strFromU8(minutes['word/document.xml'] ?? new Uint8Array());
  expect(written).toContain(decision);
  expect(written).toContain(said);

  await head.goto(`${application.url}/theo-doi?q=${encodeURIComponent(decision)}`);
  await head.getByRole('link', { name: decision }).first().click();
  await expect(head.getByText(title).first()).toBeVisible();
});

test('a reason that could not be sent is there to be sent again, though the page behind it could not be read anew', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'vi-VN' });
  await enterDemo(context.request, application.url, 'thu-truong');
  const page = await context.newPage();
  await page.goto(`${application.url}/viec-cua-toi`);
  await page.getByRole('button', { name: vi.duty.verbs.return, exact: true }).last().click();
  const reason = page.getByRole('dialog').getByRole('textbox', { name: vi.duty.explain });
  await reason.fill('Không thuộc chức năng');
  await page.route('**/api/**', (route) => route.fulfill({ status: 500, body: '' }));
  const readAnew = page.waitForResponse('**/api/my-work**');
  await page.getByRole('dialog').getByRole('button', { name: vi.duty.verbs.return }).click();
  await readAnew;
  await expect(page.getByText(vi.duty.notDone)).toBeVisible();
  await expect(reason).toHaveValue('Không thuộc chức năng');
  await page.unroute('**/api/**');
  await page.getByRole('dialog').getByRole('button', { name: vi.duty.verbs.return }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
});
