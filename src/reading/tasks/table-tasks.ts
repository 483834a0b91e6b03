import type { Cell } from '../../values/block.ts';
import type { Task } from '../../values/finding.ts';
import { isUpper, squeeze } from '../../values/vietnamese.ts';
import type { ColumnRole } from '../tables/column-roles.ts';
import { cellParagraphs, cellText, cellView, type GridRow, type Sheet } from '../tables/columns.ts';
import { cellAt, type TableRow, tableRowOf } from '../tables/table-row.ts';
import { type View, wholeSpan } from '../text/view.ts';
import { beginsBody, bodiesOfCell, splitBodies } from './bodies.ts';
import { type Calendar, dueOf } from './due.ts';
import { verbIn } from './verbs.ts';

export type FoundTask = Omit<Task, 'id' | 'confidence'>;

/** The tasks of an assignment table, a row each. @param title the appendix's title, the group of rows above the first group row */
export function tasksOfTable(
  sheet: Sheet,
  text: string,
  { section, title, calendar }: { section: string[]; title: string | null; calendar: Calendar },
): FoundTask[] {
  const tasks: FoundTask[] = [];
  const assigned = sheet.columns.some(({ role }) => role === 'lead');
  let group: Group | undefined;
  for (const [i, row] of sheet.rows.entries()) {
    const found = tableRowOf(sheet, row, text, sheet.rows[i + 1]);
    const heading = found && groupOf(found, sheet, text);
    if (heading) group = heading;
    else if (found?.kind === 'item') {
      // "7" below "6. …" with its 6.1, 6.2 stands beside that heading, not under it.
      if (
        group &&
        !group.bodies &&
        /^\d/.test(group.label ?? '') &&
        found.ordinal &&
        !found.ordinal.startsWith(`${group.label}.`)
      )
        group = undefined;
      const path = group?.label ? [...section, group.label] : section;
      const task = taskOf(sheet, found.row, text, found.ordinal, calendar);
      const lead = (assigned ? undefined : group?.bodies) ?? task?.lead;
      if (task && lead && !isRest(task))
        tasks.push({ ...task, lead, section: path, group: group ? squeeze(group.title) : title });
    }
  }
  return tasks;
}

/** A heading row; where it names a body ("1. Sở Tài chính"), that body does the tasks below it. */
type Group = { label: string | null; title: string; bodies: string[] | undefined };

function groupOf(found: TableRow, sheet: Sheet, text: string): Group | undefined {
  if (found.kind === 'group') return { label: found.label, title: found.title, bodies: onlyBodies(found.title) };
  const filled = found.row.flatMap((one, at) =>
    one?.own && sheet.columns[at]?.role !== 'ordinal' && cellText(one.cell, text) !== '' ? [one.cell] : [],
  );
  const [cell] = filled;
  if (!cell || filled.length > 1 || cell !== cellAt(sheet, found.row, 'task')) return undefined;
  const title = cellText(cell, text);
  const bodies = onlyBodies(title);
  return bodies && { label: found.ordinal, title, bodies };
}

/** The bodies that a heading is made of; undefined where it says anything else. */
function onlyBodies(title: string): string[] | undefined {
  const words = squeeze(title).replace(/[:.;\s]+$/u, '');
  const spoken = isUpper(words) ? words.charAt(0) + words.slice(1).toLowerCase() : words;
  const bodies = splitBodies(words);
  const named = bodies.length > 0 && (beginsBody(words) || beginsBody(spoken));
  const short = isUpper(words) ? words.length < 60 : words.length < 150 && verbIn(words) === null;
  return named && short ? bodies : undefined;
}

/** What a page break tore off a row: words without a number, a body or a time. */
const isRest = (task: Omit<FoundTask, 'section' | 'group'>): boolean =>
  task.ordinal === null &&
  task.lead.length + task.coord.length === 0 &&
  task.timeRaw === null &&
  task.productRaw === null;

function taskOf(
  sheet: Sheet,
  row: GridRow,
  text: string,
  ordinal: string | null,
  calendar: Calendar,
): Omit<FoundTask, 'section' | 'group'> | undefined {
  const cell = cellAt(sheet, row, 'task');
  const view = cell && cellView(cell, text);
  if (!view || view.text === '') return undefined;
  const bodies = (role: ColumnRole): string[] => {
    const found = cellAt(sheet, row, role);
    return found ? bodiesOfCell(cellParagraphs(found, text)) : [];
  };
  const raw = (role: ColumnRole): string | null => {
    const found = cellAt(sheet, row, role);
    const words = found ? squeeze(cellText(found, text)) : '';
    return words === '' ? null : words;
  };
  const timeRaw = raw('time');
  return {
    source: 'table',
    span: wholeSpan(beforePageBreak(cell, text)),
    ordinal,
    lead: bodies('lead'),
    coord: bodies('coord'),
    monitor: bodies('monitor'),
    timeRaw,
    time: (timeRaw === null ? undefined : dueOf(timeRaw, calendar)) ?? { kind: 'none' },
    productRaw: raw('product'),
    fundingRaw: raw('funding'),
    noteRaw: raw('note'),
  };
}

/** A task that a page break cuts is quoted by its part before the break: behind it the other cells' words stand first. */
function beforePageBreak(cell: Cell, text: string): View {
  const at = cell.paragraphs.findIndex((paragraph, i) => i > 0 && paragraph.pageBreak);
  return cellView(at === -1 ? cell : { ...cell, paragraphs: cell.paragraphs.slice(0, at) }, text);
}
