import exceljs from 'exceljs';
import { sql } from 'kysely';
import type { columnRoles, FigureImport, FigureMapping } from '../src/registry/figure-import.ts';
import type { Person } from '../src/registry/may.ts';
import { type App, appFor } from '../src/services/app.ts';
import { startFigureImport } from '../src/services/import-figures.ts';
import { formatNumber } from '../src/values/format.ts';
import { copyRows } from './copy-rows.ts';
import type { Province } from './province-year.ts';
import { median } from './times.ts';

/** Figures in bulk, with all checks on, beside COPY of the very same rows into the very same table. */

const headers = ['Cơ quan', 'Chỉ tiêu', 'Kỳ', 'Loại số liệu', 'Số liệu', 'Lý do'];
const roles = [
  'agency',
  'indicator',
  'period',
  'basis',
  'value',
  'reason',
] as const satisfies readonly (typeof columnRoles)[number][];
const year = 2026;

const fixed: FigureMapping['fixed'] = {
  ...{ agencyId: null, indicatorId: null, period: null, year },
  ...{ calendar: 'administrative', span: 'period', basis: 'estimated' },
};
const long: FigureMapping = {
  ...{ sheet: null, headerRow: 0, periodColumns: [], fixed },
  columns: Object.fromEntries(roles.map((role, at) => [role, { header: headers[at] ?? '', at }])),
};
const months = Array.from({ length: 12 }, (_, at) => `Tháng ${at + 1}/${year}`);
const wide: FigureMapping = {
  ...{ sheet: null, headerRow: 0, fixed },
  columns: { agency: { header: 'Cơ quan', at: 0 }, indicator: { header: 'Chỉ tiêu', at: 1 } },
  periodColumns: months.map((header, at) => ({
    column: { header, at: at + 2 },
    period: `${year}-M${String(at + 1).padStart(2, '0')}`,
  })),
};

type Amount = { agency: string; indicator: string; month: number; value: number };

function amounts({ agencies, indicators }: Province, count: number): Amount[] {
  const all: Amount[] = [];
  for (const indicator of indicators)
    for (const agency of agencies)
      for (let month = 1; month <= 12; month++) {
        if (all.length === count) return all;
        all.push({ agency: agency.name, indicator: indicator.name, month, value: 100 + all.length * 0.25 });
      }
  return all;
}

const quoted = (text: string): string => (/[";]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const longLine = (one: Amount): string =>
  `${quoted(one.agency)};${quoted(one.indicator)};tháng ${one.month}/${year};ước;${formatNumber(one.value)};`;

const longCsv = (all: readonly Amount[]): Buffer =>
  Buffer.from([headers.join(';'), ...all.map(longLine), ''].join('\r\n'));

function wideCsv(all: readonly Amount[]): Buffer {
  const rows = Map.groupBy(all, ({ agency, indicator }) => `${quoted(agency)};${quoted(indicator)}`);
  const lines = [...rows].map(([key, some]) => [key, ...some.map(({ value }) => formatNumber(value))].join(';'));
  return Buffer.from([['Cơ quan', 'Chỉ tiêu', ...months].join(';'), ...lines, ''].join('\r\n'));
}

async function workbook(all: readonly Amount[]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const page = book.addWorksheet('Số liệu');
  page.addRow(headers);
  for (const one of all) page.addRow([one.agency, one.indicator, `tháng ${one.month}/${year}`, 'ước', one.value, null]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function bring(
  app: App,
  person: Person,
  name: string,
  content: Buffer,
  mapping: FigureMapping,
): Promise<FigureImport> {
  const own = appFor(app, person, '127.0.0.1');
  const choices = { keepGood: false, replace: true, keepUnusual: true, reason: 'đo' };
  const { ended } = await startFigureImport(own, person, { name, content: [content] }, { mapping, choices });
  return ended;
}

const columns =
  'agency_id, indicator_id, line, period, calendar, period_to, span, basis, value, reason, set_at, set_by';

/** What is stored now, as COPY would have it. */
async function storedRows(app: App): Promise<Buffer[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(E'\t', agency_id, indicator_id, line, period, calendar, period_to, span, basis, value, reason, set_at, set_by) as line
    from figure order by id`.execute(app.db);
  const chunks: Buffer[] = [];
  for (let from = 0; from < rows.length; from += 5000)
    chunks.push(
      Buffer.from(
        rows
          .slice(from, from + 5000)
          .map(({ line }) => `${line}\n`)
          .join(''),
      ),
    );
  return chunks;
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
};
const emptied = (app: App) => sql`truncate figure cascade`.execute(app.db);

const rounds = 3;
const mostSeconds = 20;
const leastRatio = 0.35;

export async function measureImports(app: App, province: Province, count: number): Promise<boolean> {
  const all = amounts(province, count);
  const files: [string, Buffer, FigureMapping][] = [
    ['số liệu.csv', longCsv(all), long],
    ['số liệu theo tháng.csv', wideCsv(all), wide],
    ['số liệu.xlsx', await workbook(all), long],
  ];
  const once = async ([name, content, mapping]: (typeof files)[number]): Promise<void> => {
    const done = await bring(app, province.coordinator, name, content, mapping);
    if (done.stage !== 'done' || done.figuresStored !== all.length)
      throw new Error(JSON.stringify(done).slice(0, 2000));
  };
  const times = new Map<string, number[]>([...files.map(([name]) => name), 'COPY'].map((name) => [name, []]));
  const copied: Buffer[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const file of files) {
      await emptied(app);
      times.get(file[0])?.push(await seconds(() => once(file)));
      if (copied.length === 0) copied.push(...(await storedRows(app)));
    }
    await emptied(app);
    times.get('COPY')?.push(await seconds(() => copyRows(app.db, `copy figure (${columns}) from stdin`, copied)));
  }
  const again = await seconds(() => bring(app, province.coordinator, 'lại.csv', longCsv(all), long));
  const copy = median(times.get('COPY') ?? []);
  console.log(`\n${formatNumber(all.length)} figures with all checks on; median of ${rounds}, in turn`);
  let held = true;
  for (const [name, some] of times) {
    const time = median(some);
    const ratio = copy / time;
    const counts = name === 'số liệu.csv' || name === 'số liệu theo tháng.csv';
    // What is done once for a file of any length weighs too much on a short one.
    const good = name === 'COPY' || (time <= mostSeconds && (!counts || count < 100_000 || ratio >= leastRatio));
    if (!good) held = false;
    const rate = formatNumber(Math.round(all.length / time));
    console.log(
      `  ${name.padEnd(26)}${time.toFixed(2).padStart(7)} s ${rate.padStart(9)} rows/s   ratio to COPY ${ratio.toFixed(2)}   ${good ? 'holds' : 'NOT HELD'}`,
    );
  }
  console.log(`  ${'once more, nothing new'.padEnd(26)}${again.toFixed(2).padStart(7)} s`);
  return held;
}
