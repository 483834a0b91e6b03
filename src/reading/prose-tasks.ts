import { squeeze } from '../values/vietnamese.ts';
import { beginsBody, splitBodies } from './bodies.ts';
import { dueOf } from './due.ts';
import type { Line } from './line.ts';
import { beginsAttached, type Passage } from './outline.ts';
import { doersOf, timePhraseOf } from './prose-bodies.ts';
import type { FoundTask } from './table-tasks.ts';
import { viewOf, wholeSpan } from './view.ts';

/** The paragraphs and bullets of the sections on tasks and organisation, each one task. */
export function tasksOfProse(passages: Passage[], text: string): { task: FoundTask; line: Line }[] {
  const tasks: { task: FoundTask; line: Line }[] = [];
  let ended = false;
  for (const passage of passages) {
    const { item } = passage;
    if (item.kind === 'table') {
      if (item.table.rows.length < 4 && item.table.rows.some((row) => row.cells.some((cell) => cell.paragraphs.some((paragraph) => ending.test(viewOf(text, paragraph.span).text))))) ended = true;
      continue;
    }
    if (item.marker?.kind === 'appendix' || beginsAttached(item)) ended = false;
    if (closes(item)) ended = true;
    if (ended || !isTask(passage, item)) continue;
    tasks.push({ task: taskOf(passage, item), line: item });
  }
  return tasks;
}

/** Recipients or signature, which may stand in a table of their own. */
const ending = /^(?:Nơi nhận|Noi nhận|Nơi nhân|NƠI NHẬN)|^(?:TM|T\/M|KT|TL|TUQ)\.?\s+\p{Lu}{2}/u;

const closes = (line: Line): boolean => ending.test(line.full.text);

const noTask = /^(?:Trên đây là|Nghị quyết này|Quyết định này|Kế hoạch này|Chỉ thị này|Chương trình này|Nghị quyết đã được|\(|Căn cứ (?:Luật|Nghị quyết số|Quyết định số)|Năm \d{4} là năm|[\p{L}\s,]{0,40}kêu gọi (?:toàn|mọi|các)|Các nội dung|Cụ thể|Ghi chú|Nguồn)/u;

function isTask(passage: Passage, line: Line): boolean {
  const text = line.body.text;
  if (passage.heading || text.length < 15 || noTask.test(text)) return false;
  if (passage.role === 'tasks' || passage.role === 'organisation') return !(line.marker === undefined && /:\s*$/u.test(text)) && !isEnclosure(text);
  // "Điều n. Giao Ủy ban nhân dân … tổ chức thực hiện"; the article that only names who obeys the decision is none.
  return line.marker?.kind === 'article' && /^(?:Hội đồng nhân dân [\p{L}\s]{2,30})?[Gg]iao\s+(?!chỉ tiêu|kế hoạch|dự toán)/u.test(text) && !/:\s*$/u.test(text);
}

const isEnclosure = (text: string): boolean => /^\(?(?:Ban hành )?[Kk]èm theo/u.test(text);

function taskOf(passage: Passage, line: Line): FoundTask {
  const text = line.body.text;
  const under = passage.group && beginsBody(passage.group) && passage.role === 'organisation' ? splitBodies(passage.group.replace(/\s+[-–]\s+.*$/u, '')) : [];
  const organising = passage.role !== 'tasks' || beginsBody(text) || /^Giao\s/u.test(text) || under.length > 0;
  const doers = organising ? doersOf(text, under) : { lead: [], coord: [], monitor: [] };
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

/** Its own number in the list; dashes and articles are no ordinals. */
export function ordinalOf(line: Line): string | null {
  const { marker } = line;
  if (!marker || marker.label === '' || marker.kind === 'appendix') return null;
  return marker.label.replace(/^\(|\)$/gu, '').replace(/^Điều\s+/u, '');
}
