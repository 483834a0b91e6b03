import { z } from 'zod';
import { dismissImport } from '../store/imports.ts';
import { findSetting, putSetting } from '../store/settings.ts';
import { findUserByEmail, hasUsers } from '../store/users.ts';
import type { App } from './app.ts';
import { settleDemoFigures } from './demo-figures.ts';
import { demoCoordinator, demoPeople, settleDemoPeople } from './demo-people.ts';
import { settleDemoStocktakes } from './demo-stocktakes.ts';
import { beginDemoWork } from './demo-work.ts';
import { type IncomingFile, importDocument } from './import-document.ts';
import { issueDemo } from './issue-demo.ts';
import { postsWithNames } from './posts.ts';
import { publishDemo } from './publish-demo.ts';

const Demo = z.object({ state: z.enum(['loading', 'loaded']) });
type Demo = z.infer<typeof Demo>;

export type DemoAccount = Pick<(typeof demoPeople)[number], 'email' | 'name' | 'password' | 'role'> & {
  agencyName: string;
};

const settingName = 'demo';

async function findDemo(app: App): Promise<Demo | undefined> {
  const stored = await findSetting(app.db, settingName);
  return stored === undefined ? undefined : Demo.parse(stored);
}

/** Accounts of the demo province; none on an installation that has none, or whose operator switched the demo off. */
export async function demoAccounts(app: App): Promise<DemoAccount[]> {
  return app.demo && (await findDemo(app)) ? postsWithNames(app, demoPeople) : [];
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
  await putSetting(app.db, settingName, { state: 'loading' } satisfies Demo);
  await settleDemoPeople(app);
  const officer = await findUserByEmail(app.db, demoCoordinator.email);
  if (!officer) throw new Error('the demo has no coordinator');
  const refused: string[] = [];
  for (const file of files) {
    const { id, state, fileName } = await importDocument(app, officer, file);
    await dismissImport(app.db, id);
    if (state === 'refused') refused.push(fileName);
  }
  await issueDemo(app, officer);
  await settleDemoFigures(app, officer.id);
  await beginDemoWork(app);
  await settleDemoStocktakes(app);
  await publishDemo(app, officer);
  await putSetting(app.db, settingName, { state: 'loaded' } satisfies Demo);
  return { refused };
}
