import type { TextSource } from '../values/block.ts';
import type { Reading, Task, Tier } from '../values/finding.ts';
import { atomsOf } from './atoms.ts';
import { sheetOf } from './columns.ts';
import { type Deadline, deadlineIn } from './deadline.ts';
import { enclosureOf } from './document-number.ts';
import { weigh } from './doubt/weigh.ts';
import { headerOf } from './header.ts';
import { inlineAtomsOf } from './inline.ts';
import { type Item, itemsOf, type Line, lineOf } from './line.ts';
import { outlineOf, type Passage } from './outline.ts';
import { type Period, periodOf, periodOfTargets } from './period.ts';
import { ordinalOf, tasksOfProse } from './prose-tasks.ts';
import { quantitiesIn } from './quantity.ts';
import { referencesIn } from './references.ts';
import { targetsOfTable } from './table-targets.ts';
import { type FoundTask, tasksOfTable } from './table-tasks.ts';
import { concatenated, type FoundTarget, numbered, type Setting, targetsOfAtoms } from './target.ts';
import { paragraphView, subview, viewOf } from './view.ts';

/**
 * Reads a plan document: header, targets, tasks, references, each with the place in the text that it was read from, and
 * notes on what is doubtful. Pure; never throws on content.
 */
export function readDocument(source: TextSource): Reading {
  const items = itemsOf(source);
  const lines = items.flatMap((item) => linesOfItem(item, source.text));
  const header = headerOf(lines);
  const passages = outlineOf(items, header.spans.title?.end ?? 0);
  const titles = lines
    .filter((line) => line.upper || line.heading !== undefined)
    .map((line) => line.full.text)
    .join('\n');
  const period = periodOf(header.title, source.text, header.issuedOn) ?? periodOf(titles, source.text, header.issuedOn);
  const tier = header.issuer === null ? tierOfTitle(header.title) : tierOf(header.issuer);
  const context: Context = { text: source.text, tier, period };
  const listed = passages.map((passage) => listedTargets(passage, context));
  const tables = passages.flatMap((passage) => tableTasks(passage, context));
  const prose = tasksOfProse(
    passages.filter((passage) => passage.item.kind === 'table' || !isTargetList(passage, passage.item)),
    source.text,
  );
  const inline = [
    ...tables.map((task) => inlineOfTable(task, context)),
    ...prose.map(({ task, line }) =>
      targetsOfAtoms(isFigure(line.body.text) ? [] : inlineAtomsOf(line.body.text), line.body, {
        ...task,
        ordinal: null,
        listed: false,
        tier,
        agencies: task.lead,
        deadline: planned(period),
      }),
    ),
  ];
  const targets = numbered(concatenated([...listed, ...inline]));
  const tasks = inOrder([...tables, ...prose.map(({ task }) => task)]);
  const document = {
    ...header,
    period: period ?? periodOfTargets(targets),
    references: referencesIn(
      lines.filter((line) => enclosureOf(line.full.text) === undefined).map((line) => line.full),
      header.number,
    ),
  };
  return weigh({ document, targets, tasks }, passages, source);
}

type Context = { text: string; tier: Tier; period: Period | null };

const planned = (period: Period | null): Deadline | undefined =>
  period ? { year: period.to, yearFrom: null } : undefined;

/** A table's cells as lines too: header and signature often stand in tables, and references stand everywhere. */
function linesOfItem(item: Item, text: string): Line[] {
  if (item.kind === 'line') return [item];
  return item.table.rows.flatMap((row) =>
    row.cells.flatMap((cell) => cell.paragraphs.map((paragraph) => lineOf(paragraph, paragraphView(paragraph, text)))),
  );
}

function listedTargets(passage: Passage, { text, tier, period }: Context): FoundTarget[] {
  const { item } = passage;
  const deadline =
    passage.titles.map((title) => deadlineIn(title)).findLast((found) => found !== undefined) ?? planned(period);
  if (item.kind === 'table') {
    const sheet = sheetOf(item.table, text);
    return sheet.kind === 'targets'
      ? targetsOfTable(sheet, text, { section: passage.section, group: passage.group, tier, deadline })
      : [];
  }
  if (passage.heading || isEnclosure(item)) return [];
  const setting = {
    section: passage.section,
    group: passage.group,
    ordinal: listOrdinal(item),
    listed: true,
    tier,
    agencies: [],
    deadline,
  };
  return listedIn(passage, item, setting);
}

/** Which of a paragraph's numbers and conditions are listed targets depends on what its part of the document is there for. */
function listedIn(passage: Passage, item: Line, setting: Setting): FoundTarget[] {
  const text = item.body.text.replace(/\.\/\.?\s*$/u, '');
  if (isFigure(text) && passage.role !== 'past')
    return targetsOfAtoms(atomsOf(text), item.body, { ...setting, listed: passage.role !== 'tasks' });
  const labelled = /^(?:Chỉ tiêu|Mục tiêu)\s+\d+(?:\.\d+)*\s*[.:]\s*/u.exec(text);
  if (isTargetList(passage, item)) return targetsOfAtoms(atomsOf(text), item.body, setting);
  const introduces = item.marker === undefined && /:\s*$/u.test(text);
  if (introduces || (passage.role !== 'targets' && passage.role !== 'goals' && !labelled)) return [];
  if (passage.role === 'goals' && !labelled) {
    return item.marker
      ? targetsOfAtoms(
          atomsOf(text)
            .filter((atom) => atom.quantity !== undefined)
            .map((atom) => ({ ...atom, parent: null })),
          item.body,
          setting,
        )
      : [];
  }
  const from = labelled ? labelled[0].length : 0;
  const view = subview(item.body, from, item.body.text.length);
  return targetsOfAtoms(
    atomsOf(text.slice(from)),
    view,
    labelled ? { ...setting, ordinal: setting.ordinal ?? /\d+/u.exec(labelled[0])?.[0] ?? null } : setting,
  );
}

/** "a) Phấn đấu đạt …; …; …" among the tasks: one paragraph that chains targets. */
const isTargetList = (passage: Passage, line: Line): boolean =>
  passage.role === 'tasks' &&
  /^(?:Phấn đấu|Đến năm \d{4},? phấn đấu)(?!\p{L})/u.test(line.body.text) &&
  quantitiesIn(line.body.text).filter((quantity) => quantity.kind !== 'bare').length >= 4;

const isEnclosure = (line: Line): boolean => /^\(?[Kk]èm theo|^\(/u.test(line.body.text) && line.marker === undefined;

const listOrdinal = (line: Line): string | null =>
  line.marker && ['item', 'decimal', 'letter'].includes(line.marker.kind) ? ordinalOf(line) : null;

/** A line that is nothing but a name, a colon and a figure: the lines of a budget. */
function isFigure(text: string): boolean {
  const match = /^[^:;.]{3,160}:\s*(?<figure>(?:khoảng\s+|trên\s+|dưới\s+)?\d[^:;]*?)[.;]?$/u.exec(text);
  const figure = match?.groups?.figure;
  if (figure === undefined || figure.length > 40) return false;
  const [quantity, ...more] = quantitiesIn(figure);
  return (
    quantity !== undefined &&
    more.length === 0 &&
    quantity.from === 0 &&
    quantity.kind !== 'bare' &&
    figure.slice(quantity.to).trim().length < 4
  );
}

function tableTasks(passage: Passage, { text }: Context): FoundTask[] {
  if (passage.item.kind !== 'table') return [];
  const sheet = sheetOf(passage.item.table, text);
  return sheet.kind === 'tasks' ? tasksOfTable(sheet, text, passage.section, passage.group) : [];
}

/** Targets inside a row of an assignment table take its lead and monitor, and its time cell as deadline. */
function inlineOfTable(task: FoundTask, { text, tier, period }: Context): FoundTarget[] {
  const view = viewOf(text, task.span);
  const deadline =
    task.time.kind === 'during' || task.time.kind === 'by'
      ? {
          year: Number(task.time.to.slice(0, 4)),
          yearFrom:
            task.time.kind === 'during' && task.time.from.slice(0, 4) !== task.time.to.slice(0, 4)
              ? Number(task.time.from.slice(0, 4))
              : null,
        }
      : planned(period);
  return targetsOfAtoms(inlineAtomsOf(view.text), view, {
    ...task,
    ordinal: null,
    listed: false,
    tier,
    agencies: [...new Set([...task.lead, ...task.monitor])],
    deadline,
  });
}

const inOrder = (tasks: FoundTask[]): Omit<Task, 'confidence'>[] =>
  tasks.toSorted((a, b) => a.span.start - b.span.start).map((task, i) => ({ ...task, id: `n${i + 1}` }));

/** An article that quotes a document of the centre: its number says so. */
const tierOfTitle = (title: string | null): Tier =>
  /\/qh\d|\/tw(?!\p{L})|\/nq-cp|\/qđ-ttg/iu.test(title ?? '') ? 'national' : 'province';

/** The level of government of the body that sets the targets; cities directly under the centre are provinces. */
function tierOf(issuer: string): Tier {
  const name = issuer.toLowerCase();
  if (/chính phủ|quốc hội|thủ tướng|^bộ |trung ương|bộ chính trị|ban bí thư/u.test(name)) return 'national';
  if (/thành phố (?:hà nội|hồ chí minh|hải phòng|đà nẵng|cần thơ|huế)/u.test(name)) return 'province';
  if (/(?:xã|phường|thị trấn)\s/u.test(name) && !/thị xã/u.test(name)) return 'commune';
  return /huyện|thị xã|thành phố|thành ủy|quận/u.test(name) ? 'district' : 'province';
}
