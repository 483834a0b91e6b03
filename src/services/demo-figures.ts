import { randomUUID } from 'node:crypto';
import type { FigureMapping } from '../registry/figure-import.ts';
import type { ListedFigure } from '../registry/figure-rows.ts';
import { agenciesByIds } from '../store/agencies.ts';
import { endFigureImport, insertFigureImport } from '../store/figure-imports.ts';
import { insertFigures } from '../store/imported-figures.ts';
import { unknownIds } from '../store/names.ts';
import { daysOfPeriod, type PeriodCode } from '../values/period.ts';
import { dateOfNumber, dayNumber, type PlainDate } from '../values/plain-date.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import {
  type DemoLine,
  demoCommuneLines,
  demoCommunes,
  demoFigures,
  demoYears,
  partOfYear,
} from './demo-figure-stories.ts';

const province = 'binh-chau';
/** So long after a period agencies of the demo send what it brought; the latest came in just before somebody looks. */
const daysUntilSent = 15;
const daysSinceLatest = 3;
const calendar = 'statistical';

/** What the demo's agencies have reported so far, each figure known since shortly after its period ended. */
export async function settleDemoFigures({ db, clock }: App, userId: string): Promise<void> {
  const day = today(clock);
  const wanted = [
    ...demoFigures.flatMap((line) => figuresOf(line, day, `${line.agency}.${province}`)),
    ...demoCommunes.flatMap(({ code, off }) =>
      demoCommuneLines.flatMap((line) => figuresOf(shifted(line, off), day, `${line.agency}.${code}`)),
    ),
  ];
  const agencyIds = [...new Set(wanted.map(({ agencyId }) => agencyId))];
  const agencies = new Set((await agenciesByIds(db, agencyIds)).map(({ id }) => id));
  const strange = new Set(
    await unknownIds(db, 'indicator', [...new Set(demoFigures.map(({ indicator }) => indicator))]),
  );
  const known = wanted.filter(({ agencyId, indicatorId }) => agencies.has(agencyId) && !strange.has(indicatorId));
  if (known.length === 0) return;
  const at = clock.now();
  const importId = randomUUID();
  await db.transaction().execute(async (trx) => {
    await insertFigureImport(trx, {
      id: importId,
      fileName: 'so-lieu-tinh-mau.csv',
      mapping,
      choices,
      userId,
      at,
      request: null,
      server: null,
    });
    for (const [sent, figures] of Map.groupBy(known, (figure) => sentOn(figure, day)))
      await insertFigures(trx, figures, { importId, at: new Date(`${sent}T02:00:00Z`), userId });
    const counts = { rowsRead: known.length, rowsRefused: 0, figuresStored: known.length };
    const ended = { ...counts, figuresReplaced: 0, figuresSame: 0 };
    await endFigureImport(trx, importId, { stage: 'done', at, counts: ended, head: [], faults: [], refusal: null });
  });
}

const shifted = ({ years, ...line }: DemoLine, off: number): DemoLine => ({
  ...line,
  years: years.map((value) => (value === null ? null : value + off)),
});

const sentOn = ({ periodTo, basis }: ListedFigure, day: PlainDate): PlainDate => {
  const usual = dayNumber(periodTo) + daysUntilSent;
  return dateOfNumber(basis === 'estimated' ? Math.max(usual, dayNumber(day) - daysSinceLatest) : usual);
};

const mapping: FigureMapping = {
  ...{ sheet: null, headerRow: 0, columns: {}, periodColumns: [] },
  fixed: {
    ...{ agencyId: null, indicatorId: null, period: null, year: null },
    ...{ calendar, span: 'period', basis: 'final' },
  },
};
const choices = { keepGood: false, keepUnusual: false, replace: false, reason: '' };

/** Month by month what is summed, quarter by quarter how something stands, year by year what is counted once a year. */
function figuresOf(line: DemoLine, day: PlainDate, agencyId: string): ListedFigure[] {
  const periods: { code: PeriodCode; year: number; month: number }[] = demoYears.flatMap((year) =>
    line.every === 'year'
      ? [{ code: String(year), year, month: 12 }]
      : line.every === 'month'
        ? Array.from({ length: 12 }, (_, at) => ({
            code: `${year}-M${String(at + 1).padStart(2, '0')}`,
            year,
            month: at + 1,
          }))
        : [1, 2, 3, 4].map((quarter) => ({ code: `${year}-Q${quarter}`, year, month: quarter * 3 })),
  );
  const figures = periods.flatMap(({ code, year, month }): ListedFigure[] => {
    const { to } = daysOfPeriod(code, calendar);
    const value = valueThen(line, year, month);
    if (value === undefined || dateOfNumber(dayNumber(to) + daysUntilSent) >= day) return [];
    return [
      {
        ...{ agencyId, indicatorId: line.indicator, line: line.line ?? '', period: code },
        ...{ calendar, periodTo: to, span: line.every === 'month' ? 'toDate' : 'period', basis: 'final' },
        ...{ value, missing: null, reason: '', row: 0, column: 0 },
      },
    ];
  });
  const last = figures.pop();
  return last ? [...figures, { ...last, basis: 'estimated' }] : [];
}

function valueThen({ every, years, decimals = 2 }: DemoLine, year: number, month: number): number | undefined {
  const at = demoYears.indexOf(year);
  const [value, before] = [years[at], years[at - 1]];
  if (value == null) return undefined;
  const rounded = (number: number) => Number(number.toFixed(decimals));
  if (every === 'month') return rounded(value * partOfYear(month));
  if (before == null || every === 'year') return month === 12 ? rounded(value) : undefined;
  return rounded(before + ((value - before) * month) / 12);
}
