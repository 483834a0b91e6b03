import type { Cell } from '../../values/block.ts';
import type { Task } from '../../values/finding.ts';
import { isUpper, squeeze } from '../../values/vietnamese.ts';
import type { ColumnRole } from '../tables/column-roles.ts';
import type { Sheet } from '../tables/columns.ts';
import { cellParagraphs, cellText, cellView, type GridRow } from '../tables/grid.ts';
import { cellAt, type TableRow, tableRowOf } from '../tables/table-row.ts';
import { subview, type View, wholeSpan } from '../text/view.ts';
import { beginsBody, bodiesOfCell, splitBodies } from './bodies.ts';
import { doersOfCell } from './cell-doers.ts';
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
  const assigned = sheet.columns.some(({ role }) => role === 'lead' || role === 'doers');
  const timed = sheet.columns.some(({ role }) => role === 'time' || role === 'when');
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
        tasks.push({
          ...task,
          ...(!timed && group && timeOfGroup(group.title, calendar)),
          lead,
          section: path,
          group: group ? squeeze(group.title) : title,
        });
    }
  }
  return tasks;
}

/** "THÁNG 3" or "Quý II" above tasks that have no column of times. */
function timeOfGroup(title: string, calendar: Calendar): Pick<FoundTask, 'timeRaw' | 'time'> | undefined {
  const words = squeeze(title).toLowerCase();
  const time = /^(?:tháng|qu[ýí])\s+\S+(?:\s*\/\s*|\s+năm\s+)?\d*$/u.test(words) ? dueOf(words, calendar) : undefined;
  return time && { timeRaw: squeeze(title), time };
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
  const timeRaw = startAndEnd(sheet, row, text) ?? lastTime(sheet, row, text) ?? markedTime(sheet, row, text);
  const quoted = beforePageBreak(cell, text);
  const numbered = ordinal === null ? ordinalIn(quoted.text) : undefined;
  const doers = doersIn(sheet, row, text);
  return {
    source: 'table',
    span: wholeSpan(numbered ? subview(quoted, numbered.length, quoted.text.length) : quoted),
    ordinal: ordinal ?? numbered?.label ?? null,
    lead: doers.lead,
    coord: [...doers.coord, ...bodies('coord')],
    monitor: bodies('monitor'),
    timeRaw,
    time: (timeRaw === null ? undefined : dueOf(timeRaw, calendar)) ?? { kind: 'none' },
    productRaw: raw('product'),
    fundingRaw: raw('funding'),
    noteRaw: raw('note'),
  };
}

function doersIn(sheet: Sheet, row: GridRow, text: string): { lead: string[]; coord: string[] } {
  const both = cellAt(sheet, row, 'lead') === undefined;
  const cell = cellAt(sheet, row, both ? 'doers' : 'lead');
  return cell ? doersOfCell(cellParagraphs(cell, text), both) : { lead: [], coord: [] };
}

/** "Trình Ban Thường vụ" in April, "trình Ban Chấp hành" in June: the last of several columns of times is when it is done. */
function lastTime(sheet: Sheet, row: GridRow, text: string): string | null {
  const times = sheet.columns.flatMap(({ role }, at) => {
    const cell = role === 'time' ? row[at]?.cell : undefined;
    return cell ? [squeeze(cellText(cell, text))] : [];
  });
  return times.findLast((words) => words !== '') ?? null;
}

/** "Từ 15/01/2026 đến 30/4/2026", where a column has the start and another the end. */
function startAndEnd(sheet: Sheet, row: GridRow, text: string): string | null {
  const words = (heading: RegExp): string => {
    const at = sheet.columns.findIndex(({ role, header }) => role === 'time' && heading.test(header));
    const cell = row[at]?.cell;
    return cell ? squeeze(cellText(cell, text)) : '';
  };
  const [start, end] = [
    words(/(?:bắt đầu|khởi công|từ(?: ngày)?)$/iu),
    words(/(?:kết thúc|hoàn thành|đến(?: ngày)?)$/iu),
  ];
  return start === '' || end === '' ? null : `Từ ${start} đến ${end}`;
}

/** "1. Lập hồ sơ …", "- Lập hồ sơ …" where no column has the number. */
function ordinalIn(words: string): { label: string | null; length: number } | undefined {
  const match = /^(?:(?<label>\d{1,2}(?:\.\d{1,2})*)[.)]|\((?<item>\d{1,2})\)|[-–+•])\s+(?=\p{L})/u.exec(words);
  return match ? { label: match.groups?.label ?? match.groups?.item ?? null, length: match[0].length } : undefined;
}

/** "Tháng 3 - Tháng 5", "Quý I, Quý III": the headings of the columns of months or quarters in which the row has a mark. */
function markedTime(sheet: Sheet, row: GridRow, text: string): string | null {
  const spans = sheet.columns.flatMap(({ role, stretch }, at) =>
    role === 'when' ? [{ stretch: stretch ?? '', at }] : [],
  );
  const marked = spans.flatMap(({ at }, i) => {
    const cell = row[at]?.cell;
    return cell && !/^[-–\s]*$/u.test(cellText(cell, text)) ? [i] : [];
  });
  const names = marked.map((i) => spans[i]?.stretch ?? '');
  const [first, last] = [marked[0], marked.at(-1)];
  if (first === undefined || last === undefined) return null;
  return last - first === marked.length - 1 && marked.length > 1 ? `${names[0]} - ${names.at(-1)}` : names.join(', ');
}

/** A task that a page break cuts is quoted by its part before the break: behind it the other cells' words stand first. */
function beforePageBreak(cell: Cell, text: string): View {
  const at = cell.paragraphs.findIndex((paragraph, i) => i > 0 && paragraph.pageBreak);
  return cellView(at === -1 ? cell : { ...cell, paragraphs: cell.paragraphs.slice(0, at) }, text);
}
