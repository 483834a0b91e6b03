import type { Table } from '../values/block.ts';
import { squeeze } from '../values/vietnamese.ts';
import { beginsBody, splitBodies } from './bodies.ts';
import { dueOf } from './due.ts';
import type { Line } from './line.ts';
import { beginsAttached, type Passage } from './outline.ts';
import { attributeOf } from './prose-attributes.ts';
import { type Doers, doersOf, timePhraseOf } from './prose-bodies.ts';
import type { FoundTask } from './table-tasks.ts';
import { paragraphView, wholeSpan } from './view.ts';

export type ProseTask = { task: FoundTask; line: Line };

/** The paragraphs and bullets of the sections on tasks and organisation, each one task. */
export function tasksOfProse(passages: Passage[], text: string): ProseTask[] {
  const tasks: ProseTask[] = [];
  let ended = false;
  /** Where the tasks begin that the next lines "Cơ quan chủ trì: …" hold for, and the heading above them. */
  let block = { from: 0, closed: false, heading: undefined as Passage | undefined };
  for (const passage of passages) {
    const { item } = passage;
    if (item.kind === 'table') {
      if (endsDocument(item.table, text)) ended = true;
      continue;
    }
    if (item.marker?.kind === 'appendix' || beginsAttached(item)) ended = false;
    if (closes(item)) ended = true;
    if (ended) continue;
    const attribute =
      passage.role === 'tasks' || passage.role === 'organisation' ? attributeOf(item.body.text) : undefined;
    if (attribute) {
      if (block.from === tasks.length && block.heading?.item.kind === 'line')
        tasks.push({ task: taskOf(block.heading, block.heading.item), line: block.heading.item });
      for (const one of tasks.slice(block.from)) Object.assign(one.task, attribute);
      block = { ...block, closed: true };
      continue;
    }
    if (block.closed || passage.heading)
      block = { from: tasks.length, closed: false, heading: passage.heading ? passage : undefined };
    if (isTask(passage, item)) tasks.push({ task: taskOf(passage, item), line: item });
  }
  return tasks;
}

const endsDocument = (table: Table, text: string): boolean =>
  table.rows.length < 4 &&
  table.rows.some((row) =>
    row.cells.some((cell) => cell.paragraphs.some((paragraph) => ending.test(paragraphView(paragraph, text).text))),
  );

/** Recipients or signature, which may stand in a table of their own. */
const ending = /^(?:Nơi nhận|Noi nhận|Nơi nhân|NƠI NHẬN)|^(?:TM|T\/M|KT|TL|TUQ)\.?\s+\p{Lu}{2}/u;

const closes = (line: Line): boolean => ending.test(line.full.text);

/** Closing orders to everybody are no tasks of anybody. */
const closingOrder =
  /^(?:Trên cơ sở [^,]*, )?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chủ tịch (?:UBND|Ủy ban nhân dân))[^,.;]{0,40}\s(?:yêu cầu|đề nghị) (?:các|Thủ trưởng|Giám đốc)[^.]*(?:nghiêm túc|khẩn trương) (?:triển khai|tổ chức|thực hiện)/u;

const noTask =
  /^(?:Trên đây là|Nghị quyết này|Quyết định này|Kế hoạch này|Chỉ thị này|Chương trình này|Nghị quyết đã được|\(|Căn cứ (?:Luật|Nghị quyết số|Quyết định số)|Năm \d{4} là năm|[\p{L}\s,]{0,40}kêu gọi (?:toàn|mọi|các (?!quỹ|nhà đầu tư|doanh nghiệp|nguồn|dự án))|Các nội dung|Cụ thể|Ghi chú|Nguồn)/u;

function isTask(passage: Passage, line: Line): boolean {
  const text = line.body.text;
  if (passage.heading || text.length < 15 || noTask.test(text) || closingOrder.test(text)) return false;
  if (passage.role === 'tasks' || passage.role === 'organisation')
    return !(line.marker === undefined && /:\s*$/u.test(text)) && !isEnclosure(text);
  // "Điều n. Giao Ủy ban nhân dân … tổ chức thực hiện"; the article that only names who obeys the decision is none.
  return (
    line.marker?.kind === 'article' &&
    /^(?:Hội đồng nhân dân [\p{L}\s]{2,30})?[Gg]iao\s+(?!chỉ tiêu|kế hoạch|dự toán)/u.test(text) &&
    !/:\s*$/u.test(text)
  );
}

const isEnclosure = (text: string): boolean => /^\(?(?:Ban hành )?[Kk]èm theo/u.test(text);

function taskOf(passage: Passage, line: Line): FoundTask {
  const text = line.body.text;
  const above = passage.role === 'organisation' ? bodyAbove(passage.group) : undefined;
  const organising = passage.role !== 'tasks' || beginsBody(text) || /^Giao\s/u.test(text);
  const doers = organising ? doersOf(text, above) : { lead: [], coord: [], monitor: [] };
  const timeRaw = passage.role === 'organisation' ? (timePhraseOf(text) ?? null) : null;
  return {
    source: 'prose',
    span: wholeSpan(line.body),
    section: passage.section,
    group: passage.group === null ? null : squeeze(passage.group),
    ordinal: ordinalOf(line),
    ...doers,
    timeRaw,
    time: (timeRaw === null ? undefined : dueOf(timeRaw)) ?? { kind: 'none' },
    productRaw: null,
    fundingRaw: null,
    noteRaw: null,
  };
}

/** The body that a heading names ("2. Sở Tài chính:"), with those it is to work with; the paragraphs below are its work. */
function bodyAbove(group: string | null): Doers | undefined {
  const named = group?.replace(/^(?:Đề nghị|Giao|Yêu cầu)\s+/u, '').replace(/\s*\([^)]*\)/gu, '');
  if (named === undefined || !beginsBody(named)) return undefined;
  // Only a heading that goes on with what the body does ends before its verb: "1. Sở A chủ trì, phối hợp với Sở B:".
  if (/(?:chủ trì|phối hợp)(?!\p{L})/u.test(named)) return doersOf(named, undefined);
  return { lead: splitBodies(named.replace(/\s+[-–]\s+\p{Ll}.*$/u, '')), coord: [], monitor: [] };
}

/** Its own number in the list; dashes and articles are no ordinals. */
export function ordinalOf(line: Line): string | null {
  const { marker } = line;
  if (!marker || marker.label === '' || marker.kind === 'appendix') return null;
  return marker.label.replace(/^\(|\)$/gu, '').replace(/^Điều\s+/u, '');
}
