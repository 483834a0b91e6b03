import { attribute, type XmlElement } from '../containers/xml.ts';
import type { CellDraft, ParagraphDraft, RowDraft, TableDraft } from '../layout/drafts.ts';
import { maxColumns, newGrid } from '../layout/grid.ts';
import type { OdtStyles } from './styles.ts';

type TableRow = { row: XmlElement; header: boolean };

const groups: ReadonlySet<string> = new Set(['table:table-rows', 'table:table-row-group', 'table:table-header-rows']);

/** More rows are repeated only below the last one of a sheet. */
const maxRepeats = 100;

function rowsOf(element: XmlElement, header = false): TableRow[] {
  return element.children.flatMap((part) => {
    if (groups.has(part.name)) return rowsOf(part, header || part.name === 'table:table-header-rows');
    const isShown = part.name === 'table:table-row' && (attribute(part, 'table:visibility') ?? 'visible') === 'visible';
    if (!isShown) return [];
    return Array.from({ length: Math.min(count(part, 'table:number-rows-repeated'), maxRepeats) }, () => ({
      row: part,
      header,
    }));
  });
}

function count(element: XmlElement, name: string): number {
  const number = Number.parseInt(attribute(element, name) ?? '1', 10);
  return Number.isSafeInteger(number) && number > 1 ? number : 1;
}

/** undefined where no row is left. */
export function readOdtTable(
  table: XmlElement,
  styles: OdtStyles,
  readCell: (cell: XmlElement) => ParagraphDraft[],
): TableDraft | undefined {
  const sources = rowsOf(table);
  const grid = newGrid(sources.length);
  let isRuled = false;
  const rows = sources.map(({ row, header }): RowDraft => {
    grid.nextRow();
    const cells: CellDraft[] = [];
    // Cells that are covered by a span stand in the file too; the grid knows their places.
    for (const element of row.children) {
      if (element.name !== 'table:table-cell') continue;
      const repeats = Math.min(count(element, 'table:number-columns-repeated'), maxColumns - cells.length);
      for (let i = 0; i < repeats; i++) {
        const place = grid.place(
          count(element, 'table:number-columns-spanned'),
          count(element, 'table:number-rows-spanned'),
        );
        cells.push({ ...place, paragraphs: readCell(element) });
      }
      isRuled ||= styles.find('table-cell', attribute(element, 'table:style-name')).ruled === true;
    }
    return { cells, ...(header && { header }) };
  });
  if (rows.length === 0) return undefined;
  return { kind: 'table', rows, ...(!isRuled && { borderless: true }) };
}
