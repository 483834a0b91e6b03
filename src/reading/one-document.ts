import type { OwnHeader, Target, Tier } from '../values/finding.ts';
import type { Span } from '../values/span.ts';
import { enclosureOf } from './header/document-number.ts';
import { headerOf } from './header/header.ts';
import {
  dateOfEnclosure,
  isOpen,
  orientedTo,
  type Period,
  periodOf,
  periodOfTargets,
  reaching,
} from './header/period.ts';
import { referencesIn } from './header/references.ts';
import { type Deadline, deadlineOfHeading } from './targets/deadline.ts';
import { inlineAtomsOf } from './targets/inline.ts';
import { findsOfLine, isFigure, isTargetList } from './targets/listed-targets.ts';
import { findsOfTable } from './targets/table-targets.ts';
import { concatenated, type Found, findsOfAtoms } from './targets/target.ts';
import type { Calendar } from './tasks/due.ts';
import { tasksOfProse } from './tasks/prose-tasks.ts';
import { type FoundTask, tasksOfTable } from './tasks/table-tasks.ts';
import { type Item, linesOfItem } from './text/line.ts';
import { outlineOf, type Passage } from './text/outline.ts';
import { viewOf } from './text/view.ts';

/** What is found in one document of a file, before it is numbered and weighed. */
export type OneDocument = {
  header: OwnHeader;
  found: Found;
  tasks: FoundTask[];
  passages: Passage[];
  /** The stretch of the text that it takes. */
  span: Span;
};

/** @param items its lines and tables, @param text the whole file's */
export function readOne(items: Item[], span: Span, text: string): OneDocument {
  const own = text.slice(span.start, span.end);
  const lines = items.flatMap((item) => linesOfItem(item, text));
  const header = headerOf(lines);
  const passages = outlineOf(items, { titleEnd: header.spans.title?.end ?? 0, numbered: header.number !== null });
  const titles = lines
    .filter((line) => line.upper || line.heading !== undefined)
    .map((line) => line.full.text)
    .join('\n');
  const period = periodOf(header.title, own, header.issuedOn) ?? periodOf(titles, own, header.issuedOn);
  const tier = header.issuer === null ? tierOfTitle(header.title) : tierOf(header.issuer);
  const planned = period ? { year: period.to, yearFrom: null } : undefined;
  const calendar = { issuedOn: header.issuedOn, planYear: period && period.from === period.to ? period.to : null };
  const context: Context = { text, tier, planned, since: period?.from, calendar };
  const tables = passages.flatMap((passage) => tableTasks(passage, context));
  const prose = tasksOfProse(
    passages.filter((passage) => !isTargetList(passage)),
    text,
    context.calendar,
  );
  const taskLines = new Set<Item>(prose.map(({ item }) => item));
  const listed = passages.map((passage, at) =>
    passage.item.kind === 'table'
      ? tableTargets(passage, passages.slice(Math.max(0, at - 3), at), context)
      : findsOfLine(passage, passage.item, taskLines.has(passage.item), context),
  );
  const inline = [
    ...tables.map((task) => inlineOfTable(task, context)),
    ...prose.map(({ task, line }) =>
      findsOfAtoms(isFigure(line.body.text) ? [] : inlineAtomsOf(line.body.text), line.body, {
        ...task,
        ordinal: null,
        listed: false,
        tier,
        agencies: task.lead,
        deadline: planned,
        issuedOn: header.issuedOn,
      }),
    ),
  ];
  const found = concatenated([...listed, ...inline]);
  return {
    header: {
      ...header,
      period: periodIn(header, period, found.targets, own),
      references: referencesIn(
        lines.filter((line) => enclosureOf(line.full.text) === undefined).map((line) => line.full),
        header.number,
      ),
    },
    found,
    tasks: [...tables, ...prose.map(({ task }) => task)],
    passages,
    span,
  };
}

type Aimed = Pick<Target, 'year' | 'yearFrom' | 'listed'>;

/** An article that quotes a document has no issuer of its own, and its title names one year of many. */
function periodIn(
  header: ReturnType<typeof headerOf>,
  period: Period | null,
  targets: Aimed[],
  text: string,
): Period | null {
  if (!period) return periodOfTargets(targets, header.issuedOn ?? dateOfEnclosure(text));
  const whole = { ...period, to: Math.max(period.to, orientedTo(header.title) ?? period.to) };
  return isOpen(header.title) || header.issuer === null ? reaching(whole, targets) : whole;
}

/** `planned` is the plan's last year, for targets that name no deadline. */
type Context = {
  text: string;
  tier: Tier;
  planned: Deadline | undefined;
  since: number | undefined;
  calendar: Calendar;
};

const none: Found = { targets: [], figures: [] };

/** Targets of a table of targets; what a report tells of the past has none. @param above the passages before it */
function tableTargets(passage: Passage, above: Passage[], { text, tier, planned, since, calendar }: Context): Found {
  const { item } = passage;
  if (item.kind !== 'table' || passage.role === 'past') return none;
  const { sheet } = item;
  const set = sheet.kind === 'targets' || (sheet.kind === 'shares' && setsTargets(passage, above));
  if (!set) return none;
  const deadline =
    passage.titles.map((title) => deadlineOfHeading(title)).findLast((found) => found !== undefined) ?? planned;
  return findsOfTable(sheet, text, {
    section: passage.section,
    group: passage.group,
    tier,
    deadline,
    unit: captionUnit(above),
    since,
    issuedOn: calendar.issuedOn,
  });
}

/** "GIAO CHỈ TIÊU CHO CÁC XÃ" above a table whose columns do not say that their figures are to be reached. */
function setsTargets({ titles }: Passage, above: Passage[]): boolean {
  const lines = above.flatMap(({ item }) => (item.kind === 'line' ? [item.full.text] : []));
  const own = [titles.at(-1) ?? '', ...lines].filter((line) => !/kèm theo|ban hành theo/iu.test(line));
  const words = own.join('\n').toLowerCase();
  return (
    /giao|phân (?:khai|bổ)|chỉ tiêu|kế hoạch|mục tiêu|lộ trình|dự toán/u.test(words) &&
    !/kết quả|hiện trạng|thực trạng|tình hình|danh sách/u.test(words)
  );
}

/** "Đơn vị tính: Triệu đồng" in the lines above a table. */
const captionUnit = (above: Passage[]): string | null =>
  above
    .flatMap(({ item }) =>
      item.kind === 'line'
        ? (/(?:^|[\s(])(?:Đơn vị(?: tính)?|ĐVT)\s*:\s*(?<unit>[^:;.()]{1,30})[).]*$/iu.exec(item.full.text)?.groups
            ?.unit ?? [])
        : [],
    )
    .at(-1) ?? null;

function tableTasks(passage: Passage, { text, calendar }: Context): FoundTask[] {
  if (passage.item.kind !== 'table') return [];
  const { sheet } = passage.item;
  return sheet.kind === 'tasks'
    ? tasksOfTable(sheet, text, { section: passage.section, title: passage.group, calendar })
    : [];
}

/** Targets inside a row of an assignment table take its lead and monitor, and its time cell as deadline. */
function inlineOfTable(task: FoundTask, { text, tier, planned, calendar }: Context): Found {
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
      : planned;
  return findsOfAtoms(inlineAtomsOf(view.text), view, {
    ...task,
    ordinal: null,
    listed: false,
    tier,
    agencies: [...new Set([...task.lead, ...task.monitor])],
    deadline,
    issuedOn: calendar.issuedOn,
  });
}

/** An article that quotes a document of the centre: its number says so. */
const tierOfTitle = (title: string | null): Tier =>
  /\/qh\d|\/tw(?!\p{L})|\/nq-cp|\/qđ-ttg/iu.test(title ?? '') ? 'national' : 'province';

/** The level of government of the body that sets the targets; cities directly under the centre are provinces. */
function tierOf(issuer: string): Tier {
  const name = issuer.toLowerCase();
  if (/chính phủ|quốc hội|thủ tướng|quốc gia|^bộ |trung ương|bộ chính trị|ban bí thư/u.test(name)) return 'national';
  if (/thành phố (?:hà nội|hồ chí minh|hải phòng|đà nẵng|cần thơ|huế)/u.test(name)) return 'province';
  if (/(?:xã|phường|thị trấn)\s/u.test(name) && !/thị xã/u.test(name)) return 'commune';
  return /huyện|thị xã|thành phố|thành ủy|quận/u.test(name) ? 'district' : 'province';
}
