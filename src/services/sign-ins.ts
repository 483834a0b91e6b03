import type { User } from '../registry/may.ts';
import type { SignInCursor, SignInEntry, SignInFilter } from '../registry/sign-in.ts';
import { sheetOf } from '../report/sheet-column.ts';
import { signInColumns, signInSheetName } from '../report/sign-in-sheet.ts';
import { latestSignIns, listSignIns as readSignIns } from '../store/sign-ins.ts';
import type { App } from './app.ts';
import { type ExportAs, type ExportedFile, fileOf } from './export-findings.ts';

type Part = { after?: SignInCursor | undefined; limit: number };

/** What of it the person may see says the wall. */
export async function listSignIns({ db, retention }: App, filter: SignInFilter, part: Part) {
  return { ...(await readSignIns(db, filter, part)), keptDays: retention.traceDays };
}

const atOnce = 500;

async function* allOf({ db }: App, filter: SignInFilter): AsyncGenerator<SignInEntry[]> {
  let after: SignInCursor | undefined;
  do {
    const { entries, next } = await readSignIns(db, filter, { after, limit: atOnce });
    yield entries;
    after = next ?? undefined;
  } while (after !== undefined);
}

export const exportSignIns = (
  app: App,
  filter: SignInFilter,
  { language, ...as }: Omit<ExportAs<never>, 'columns'>,
): ExportedFile =>
  fileOf(sheetOf(signInSheetName[language], signInColumns, allOf(app, filter), language), { ...as, language });

const ownAtOnce = 20;

export const ownSignIns = async ({ db }: Pick<App, 'db'>, user: User): Promise<{ entries: SignInEntry[] }> => ({
  entries: await latestSignIns(db, user, ownAtOnce),
});
