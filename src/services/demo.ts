import { z } from 'zod';
import type { User } from '../registry/may.ts';
import { dismissImport } from '../store/imports.ts';
import { findSetting, putSetting } from '../store/settings.ts';
import { findUserByEmail, hasUsers } from '../store/users.ts';
import type { App } from './app.ts';
import { type IncomingFile, importDocument } from './import-document.ts';
import { issueDemo } from './issue-demo.ts';
import { createUser } from './sign-in.ts';

const Demo = z.object({
  state: z.enum(['loading', 'loaded']),
  accounts: z.array(z.object({ email: z.string(), name: z.string(), password: z.string() })),
});
type Demo = z.infer<typeof Demo>;
export type DemoAccount = Demo['accounts'][number];

/** Shown to everybody who opens a demo installation, so their passwords need not be hard to guess. */
const officerAccount: DemoAccount = {
  email: 'can-bo@demo.tiendo.vn',
  name: 'Nguyễn Thị Kế Hoạch',
  password: 'ke-hoach-demo',
};
const otherAccounts: DemoAccount[] = [
  { email: 'lanh-dao@demo.tiendo.vn', name: 'Trần Văn Lãnh Đạo', password: 'lanh-dao-demo' },
  { email: 'don-vi@demo.tiendo.vn', name: 'Lê Thị Đơn Vị', password: 'don-vi-demo' },
];
const accounts = [officerAccount, ...otherAccounts];

const settingName = 'demo';

const settleUser = async (app: App, account: DemoAccount): Promise<User> =>
  (await findUserByEmail(app.db, account.email)) ?? (await createUser(app.db, account));

async function findDemo(app: App): Promise<Demo | undefined> {
  const stored = await findSetting(app.db, settingName);
  return stored === undefined ? undefined : Demo.parse(stored);
}

/** Accounts of the demo province; none on an installation that has none, or whose operator switched the demo off. */
export async function demoAccounts(app: App): Promise<DemoAccount[]> {
  return app.demo ? ((await findDemo(app))?.accounts ?? []) : [];
}

/** It is wanted, and nobody is here yet or a first loading was interrupted. */
export async function demoIsDue(app: App): Promise<boolean> {
  if (!app.demo) return false;
  const demo = await findDemo(app);
  return demo ? demo.state === 'loading' : !(await hasUsers(app.db));
}

/** Into an empty installation: the demo's accounts and documents. Gives the names of files that were refused. */
export async function loadDemo(app: App, files: readonly IncomingFile[]): Promise<{ refused: string[] }> {
  if (!(await demoIsDue(app))) return { refused: [] };
  await putSetting(app.db, settingName, { state: 'loading', accounts } satisfies Demo);
  const officer = await settleUser(app, officerAccount);
  for (const account of otherAccounts) await settleUser(app, account);
  const refused: string[] = [];
  for (const file of files) {
    const { id, state, fileName } = await importDocument(app, officer, file);
    await dismissImport(app.db, id);
    if (state === 'refused') refused.push(fileName);
  }
  await issueDemo(app, officer);
  await putSetting(app.db, settingName, { state: 'loaded', accounts } satisfies Demo);
  return { refused };
}
