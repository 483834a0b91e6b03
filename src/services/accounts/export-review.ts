import type { User } from '../../registry/may.ts';
import { accountReviewSheet, accountReviewSheetName } from '../../report/account-review-sheet.ts';
import { sheetOf } from '../../report/sheet-column.ts';
import type { Language } from '../../values/format.ts';
import type { App } from '../app.ts';
import { type ExportedFile, fileOf } from '../export-findings.ts';
import { getReview, reviewedAccounts } from './reviews.ts';

export async function exportReview(app: App, by: User, id: string, language: Language): Promise<ExportedFile> {
  const review = await getReview(app, app.db, by, id);
  const accounts = await reviewedAccounts(app, app.db, { review, by });
  async function* all() {
    yield accounts;
  }
  return fileOf(sheetOf(accountReviewSheetName[language], accountReviewSheet, all(), language), {
    format: 'xlsx',
    language,
  });
}
