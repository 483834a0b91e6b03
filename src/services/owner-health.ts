import type { HealthCounts, HealthCursor, HealthFilter, UnattendedDuty } from '../registry/owner-health.ts';
import { healthColumns, healthSheetName } from '../report/health-sheet.ts';
import { sheetOf } from '../report/sheet-column.ts';
import { agenciesInUse, countUnattended, listUnattended } from '../store/owner-health.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';
import { type ExportAs, type ExportedFile, fileOf } from './export-findings.ts';

/** Open work that nobody looks after, as it is today. */

export const countHealth = (app: App, filter: HealthFilter): Promise<HealthCounts> =>
  inOneTransaction(app, async ({ db, clock }) => {
    const day = today(clock);
    return countUnattended(db, filter, day, await agenciesInUse(db, day));
  });

export type HealthPage = { rows: UnattendedDuty[]; next: HealthCursor | null };
type Part = { after?: HealthCursor | undefined; limit: number };

export const listHealth = (app: App, filter: HealthFilter, part: Part): Promise<HealthPage> =>
  inOneTransaction(app, async ({ db, clock }) => {
    const day = today(clock);
    return listUnattended(db, filter, { today: day, inUse: await agenciesInUse(db, day) }, part);
  });

const atOnce = 500;

async function* allOf(app: App, filter: HealthFilter): AsyncGenerator<UnattendedDuty[]> {
  let after: HealthCursor | undefined;
  do {
    const { rows, next } = await listHealth(app, filter, { after, limit: atOnce });
    yield rows;
    after = next ?? undefined;
  } while (after !== undefined);
}

export const exportHealth = (
  app: App,
  filter: HealthFilter,
  { language, ...as }: Omit<ExportAs<never>, 'columns'>,
): ExportedFile =>
  fileOf(sheetOf(healthSheetName[language], healthColumns, allOf(app, filter), language), { ...as, language });
