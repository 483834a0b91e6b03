import type { RawRows } from '../files/rows.ts';
import { guessMapping, locateColumns, mappingGaps } from '../registry/figure-columns.ts';
import type { FigureMapping, ListedRow, ListPreview } from '../registry/figure-import.ts';
import { FigureRows, type ListedFigure } from '../registry/figure-rows.ts';
import type { Person } from '../registry/may.ts';
import { indicatorsByIds } from '../store/indicators.ts';
import { agencyNamesOn } from '../store/names.ts';
import { cellText, type RawCell } from '../values/raw-cell.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import type { IncomingFile } from './import-document.ts';
import { listCatalogue } from './list-catalogue.ts';
import { lookOverList } from './look-over-list.ts';
import { receiveBytes } from './receive-file.ts';

const firstRows = 60;

/** What is asked: with a mapping, or to be guessed, of one sheet where there are several. */
export type PreviewOrder = { mapping: FigureMapping | null; sheet: string | null };

/** The first rows of a file and what each becomes. Nothing is stored, not even the file. */
export async function previewFigures(
  app: App,
  person: Person,
  file: IncomingFile,
  order: PreviewOrder,
): Promise<ListPreview> {
  const { name, bytes } = await receiveBytes(app, file, app.maxFileBytes);
  const rows: RawCell[][] = [];
  const take = (some: RawRows) => void rows.push(...some.rows);
  const sheet = order.mapping?.sheet ?? order.sheet;
  const wanted = { bytes, fileName: name, maxFileBytes: app.maxFileBytes, sheet, first: firstRows };
  const sheets = await app.reader.rows(wanted, take, new AbortController().signal);
  const day = today(app.clock);
  const mapping = order.mapping ?? guessMapping(rows, { sheet, year: Number(day.slice(0, 4)) });
  const head = rows[mapping.headerRow] ?? [];
  const columns = locateColumns(mapping, head);
  const gaps = mappingGaps(mapping);
  const missing = 'missing' in columns ? columns.missing : [];
  const body = rows.slice(mapping.headerRow + 1);
  const plain = body.map((cells, at) => ({ row: mapping.headerRow + at + 2, cells: cells.map(cellText) }));
  const read =
    'missing' in columns || gaps.length > 0
      ? undefined
      : new FigureRows(mapping, columns, await listCatalogue(app.db, person, day));
  const found = body.map((cells, at) => read?.read(mapping.headerRow + at + 2, cells) ?? { figures: [], faults: [] });
  const listed = found.flatMap(({ figures }) => figures);
  const unusual = await lookOverList(app.db, listed, { mapping, keepUnusual: false });
  for (const { figure, fault } of unusual.faults)
    found.find(({ figures }) => figures.includes(figure))?.faults.push(fault);
  const show = await shower(app, listed);
  return {
    sheets: sheets.filter(({ isHidden }) => !isHidden).map((one) => one.name),
    mapping,
    gaps,
    missing,
    head: head.map(cellText),
    rows: plain
      .map((row, at) => ({ ...row, figures: (found[at]?.figures ?? []).map(show), faults: found[at]?.faults ?? [] }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  };
}

type Shown = ListedRow['figures'][number];

async function shower(app: App, figures: readonly ListedFigure[]): Promise<(figure: ListedFigure) => Shown> {
  const agencies = await agencyNamesOn(app.db, [...new Set(figures.map(({ agencyId }) => agencyId))], today(app.clock));
  const found = await indicatorsByIds(app.db, [...new Set(figures.map(({ indicatorId }) => indicatorId))]);
  const indicators = new Map(found.map((one) => [one.id, one]));
  return ({ agencyId, indicatorId, line, span, basis, value, missing, period, reason }) => ({
    ...{ line, span, basis, value, missing, period, reason },
    agency: { id: agencyId, name: agencies.get(agencyId) ?? agencyId },
    indicator: { id: indicatorId, name: indicators.get(indicatorId)?.name ?? indicatorId },
    unit: indicators.get(indicatorId)?.unit ?? null,
  });
}
