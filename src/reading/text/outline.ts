import { isUpper, squeeze } from '../../values/vietnamese.ts';
import { beginsBody } from '../tasks/bodies.ts';
import { type Item, joined, type Line } from './line.ts';
import { type Marker, rankOf } from './marker.ts';
import { type Role, roleOf } from './roles.ts';
import { isCutAtSentences, isShortSentenceAbove } from './sentences.ts';
import { wholeSpan } from './view.ts';

export type Passage = {
  item: Item;
  /** Labels of the headings above it, outermost first: ["Điều 2", "2", "a"]. */
  section: string[];
  /** The nearest heading above it in words, without number and closing colon. */
  group: string | null;
  role: Role;
  heading: boolean;
  /** The words of the headings above it, innermost last. */
  titles: string[];
  /** The kind of the innermost numbered heading's line is a body of its own ("1. Sở Y tế"). */
  appendix: boolean;
};

type Level = { rank: number; label: string; title: string | null; role: Role | undefined; appendix: boolean };

/**
 * Lines and tables with the headings above them.
 * @param opening `titleEnd`: where the document's own title ends: up to there, what looks like a heading is none; and whether it has a number
 */
export function outlineOf(items: Item[], opening: { titleEnd: number; numbered: boolean }): Passage[] {
  const { titleEnd, numbered } = opening;
  const cut = !numbered && isCutAtSentences(items);
  return continued(placed(items, titleEnd, cut), cut);
}

/**
 * In a file whose lines are sentences, the sentences below a bullet or a numbered task, each on a line, are one with it; a
 * sentence that names another body is its own. Everywhere "Hoàn thành trong quý II." belongs to the task before it.
 */
function continued(passages: Passage[], split: boolean): Passage[] {
  const whole: Passage[] = [];
  for (const passage of passages) {
    const before = whole.at(-1);
    if (before && goesOn(before, passage, split)) {
      whole[whole.length - 1] = { ...before, item: joined(before.item as Line, passage.item as Line) };
    } else whole.push(passage);
  }
  return whole;
}

function goesOn(before: Passage, next: Passage, split: boolean): boolean {
  if (before.item.kind === 'table' || next.item.kind === 'table' || before.heading || next.heading) return false;
  const { marker } = before.item;
  const text = next.item.body.text;
  if (!marker || marker.kind === 'article' || next.item.marker || /:\s*$/u.test(before.item.body.text)) return false;
  if (before.role === 'organisation' && /^Hoàn thành (?:trong|trước|vào|chậm nhất)\s/u.test(text) && text.length < 80)
    return true;
  const work = before.role === 'tasks' || before.role === 'organisation';
  return (
    split &&
    work &&
    !/:\s*$/u.test(text) &&
    !beginsBody(text) &&
    !/^(?:Trong quá trình|Căn cứ|(?:Nghị quyết|Quyết định|Kế hoạch|Chỉ thị) này)\s/u.test(text)
  );
}

function placed(items: Item[], titleEnd: number, cut: boolean): Passage[] {
  const passages: Passage[] = [];
  let stack: Level[] = [];
  /** True after "… yêu cầu các sở, ngành thực hiện các nội dung sau:" of a directive: what follows without heading is work. */
  let ordered = false;
  for (const [i, item] of items.entries()) {
    if (item.kind === 'table') {
      passages.push(passageOf(item, stack, false, ordered));
      continue;
    }
    if (beginsAttached(item) && !isUntitledAppendix(stack)) stack = [];
    const heading =
      isHeading(item, items[i + 1]) ||
      isHeadingLikeSibling(item, items[i + 1], stack) ||
      (cut && isShortSentenceAbove(item, items[i + 1]));
    if (!item.marker && wholeSpan(item.full).end <= titleEnd) {
      passages.push(passageOf(item, stack, heading, ordered));
      continue;
    }
    if (item.marker?.label) {
      const rank = rankOf(item.marker);
      stack = stack.filter((level) => level.rank < rank);
      passages.push(passageOf(item, stack, heading, ordered));
      stack = [...stack, levelOf(item, { rank, heading, parent: parentRole(stack), ordered })];
      continue;
    }
    const { marker } = item;
    if (marker) stack = stack.filter((level) => level.rank < rankOf(marker));
    passages.push(passageOf(item, stack, heading, ordered));
    if (parentRole(stack) === undefined && item.body.text.length < 3000 && ordering.test(item.body.text))
      ordered = true;
    stack = marker
      ? withBulletHeading(stack, item, marker, items[i + 1])
      : (withAnnouncement(stack, item, items[i + 1]) ?? withUnnumberedHeading(stack, item, heading));
  }
  return passages;
}

const ordering =
  /^(?!(?:[-–]\s*)?(?:Căn cứ|Xét|Theo)\s)(?!.*QUYẾT (?:ĐỊNH|NGHỊ)\s*:\s*$).*(?:yêu cầu|chỉ đạo|chỉ thị|đề nghị|kết luận|có ý kiến|giao)(?!\p{L})[^:]{0,500}:\s*$/u;

/** "11 chỉ tiêu kinh tế gồm:", "Mục tiêu tổng quát:": a line without number that says what stands below it. */
function withAnnouncement(stack: Level[], line: Line, next: Item | undefined): Level[] | undefined {
  const role = announcedRole(line.body.text, next, parentRole(stack));
  if (role === undefined || line.heading !== undefined) return undefined;
  const above = stack.filter((level) => level.label !== '');
  return [...above, { rank: (above.at(-1)?.rank ?? 4) + 0.5, label: '', title: titleOf(line), role, appendix: false }];
}

function announcedRole(text: string, next: Item | undefined, parent: Role | undefined): Role | undefined {
  if (next?.kind !== 'line' || parent === 'past' || text.length > 300) return undefined;
  if (/^mục tiêu (?:tổng quát|chung)\s*:\s*$/iu.test(text)) return 'other';
  if (parent !== 'targets' && namesTargets(text)) return roleOf(text, parent);
  const listed = next.marker !== undefined && rankOf(next.marker) >= rankOfNumbers;
  if (listed && /^mục tiêu\s*:\s*$/iu.test(text)) return roleOf('mục tiêu', parent);
  if (!listed || !listing.test(text)) return undefined;
  // Among "chỉ tiêu, nhiệm vụ" what has no number may be work.
  return /nhiệm vụ/iu.test(text) ? 'goals' : 'targets';
}

const listing =
  /(?:chỉ tiêu|mục tiêu cụ thể)(?![^:]*(?:giải pháp|biện pháp|đạt được))[^:.;]{0,80}:\s*$|^(?:(?:một số|các|những) )?chỉ tiêu[^:.;]{0,100}$|(?:đề ra|giao)(?: (?:một số|các|những))? chỉ tiêu[^:.;]{0,60}$/iu;

/** "- Chỉ tiêu kinh tế kỹ thuật:", "- Giai đoạn 2003 - 2005": a bullet that says what the lines below it are, or when. */
function withBulletHeading(stack: Level[], line: Line, marker: Marker, next: Item | undefined): Level[] {
  const title = titleOf(line);
  const opens = next !== undefined && next.kind === 'line' && (!next.marker || rankOf(next.marker) > rankOf(marker));
  const period = /^(?:giai đoạn|thời kỳ|đến|năm)\s+(?:năm\s+)?20\d{2}(?:\s*[-–]\s*(?:năm\s+)?20\d{2})?$/iu.test(title);
  const lists = /^(?:các\s+)?(?:chỉ tiêu|mục tiêu cụ thể)[^:]*$/iu.test(title) && /:\s*$/u.test(line.body.text);
  if (!opens || !(period || lists)) return stack;
  return [...stack, { rank: rankOf(marker), label: '', title, role: lists ? 'targets' : undefined, appendix: false }];
}

/** A title under "Phụ lục II" or under "Chương I" is that level's; another heading without number opens a level of its own. */
function withUnnumberedHeading(stack: Level[], line: Line, heading: boolean): Level[] {
  if (!heading) return stack;
  const top = stack.at(-1);
  const title = titleOf(line);
  if (top && top.title === null && !/^\(/u.test(title) && top.rank < rankOfHeadings) {
    return [...stack.slice(0, -1), { ...top, title, role: roleOf(title, parentRole(stack.slice(0, -1))) ?? top.role }];
  }
  if (top?.appendix && isUpper(title) && !/^\(/u.test(title)) {
    return [...stack.slice(0, -1), { ...top, title: squeeze(`${top.title ?? ''} ${title}`) }];
  }
  const above = stack.filter((level) => level.label !== '');
  // The document's own title, in capitals or as the page's first heading, names no part of it.
  if (above.length === 0 && (line.upper || line.heading === 1) && !opensPart.test(title)) return above;
  if (!(line.upper || line.heading !== undefined || (line.bold && above.length === 0))) return stack;
  return [
    ...above,
    {
      rank: (above.at(-1)?.rank ?? 4) + 0.5,
      label: '',
      title,
      role: roleOf(title, parentRole(above)),
      appendix: false,
    },
  ];
}

/** "PHƯƠNG HƯỚNG, MỤC TIÊU, NHIỆM VỤ CHỦ YẾU" behind the title names a part, numbered or not. */
const opensPart = /^(?:phương hướng,|(?:các |một số |những )?(?:mục tiêu|chỉ tiêu)(?!\p{L}))/iu;

/** "PHỤ LỤC I" above "DANH MỤC NHIỆM VỤ": the line is the appendix's title. */
const isUntitledAppendix = (stack: Level[]): boolean => stack.at(-1)?.appendix === true && stack.at(-1)?.title === null;

/** Chapters and appendices stand above their titles; a numbered heading has its own words. */
const rankOfHeadings = 40;
const rankOfNumbers = 70;

function passageOf(item: Item, stack: Level[], heading: boolean, ordered: boolean): Passage {
  const titles = stack.flatMap((level) => level.title ?? []);
  return {
    item,
    section: stack.map((level) => level.label).filter((label) => label !== ''),
    group: titles.at(-1) ?? null,
    role: parentRole(stack) ?? (ordered && titles.length === 0 ? 'organisation' : 'other'),
    heading,
    titles,
    appendix: stack.some((level) => level.appendix),
  };
}

const parentRole = (stack: Level[]): Role | undefined => stack.findLast((level) => level.role !== undefined)?.role;

type Above = { rank: number; heading: boolean; parent: Role | undefined; ordered: boolean };

function levelOf(line: Line, { rank, heading, parent, ordered }: Above): Level {
  const title = titleOf(line);
  const byBody = ordered && parent === undefined && beginsBody(title) ? 'organisation' : undefined;
  return {
    rank,
    label: line.marker?.label ?? '',
    title: heading && title !== '' ? title : null,
    role: heading ? (roleOf(title, parent) ?? byBody) : undefined,
    appendix: line.marker?.kind === 'appendix',
  };
}

const titleOf = (line: Line): string => line.body.text.replace(/(?<![:.\s])[:.\s]+$/u, '');

const attached = /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|QUY CHẾ|QUY ĐỊNH|ĐỀ ÁN|PHƯƠNG ÁN|DANH MỤC|CHIẾN LƯỢC)(?:\s|$)/u;

/** The plan, programme or scheme that a decision issues begins anew in the same file. */
export const beginsAttached = (line: Line): boolean =>
  line.marker === undefined && line.upper && attached.test(line.body.text);

/** A heading names what follows and is no sentence of its own. */
function isHeading(line: Line, next: Item | undefined): boolean {
  const text = line.body.text;
  const kind = line.marker?.kind;
  if (kind === 'appendix' || kind === 'part' || kind === 'chapter' || kind === 'section') return true;
  if (kind === 'dash' || kind === 'plus') return false;
  if (kind === 'article' && text.length < 110 && /\.\s*$/u.test(text) && opensBelow(line, next)) return namesWork(line);
  if (kind === 'item') return line.bold && text.length < 100 && !/[.;,:]\s*$/u.test(text);
  if (/[.;,]\s*$|\/\.\s*\p{Lu}*$/u.test(text) && !((kind === 'roman' || kind === 'capital') && text.length < 150))
    return false;
  const styled = line.bold || line.heading !== undefined || line.upper;
  if (kind === undefined) return (styled && text.length < 300) || (line.italic && line.centered);
  if (kind === 'roman' || kind === 'capital') return text.length < 400;
  if (/:\s*$/u.test(text))
    return text.length < (kind === 'article' ? 300 : 130) && !/^(?:Căn cứ|Trên cơ sở)\s/u.test(text);
  return styled || line.italic || (text.length < 350 && opensBelow(line, next)) || namesTargets(text);
}

/** "2. Các chỉ tiêu chủ yếu đến năm 2025" above a list that is numbered anew. */
const namesTargets = (text: string): boolean =>
  /^(?:(?:các|một số|những) )?(?:chỉ tiêu|mục tiêu)(?: \p{L}+){1,4}(?: (?:đến |giai đoạn )?(?:năm )?\d{4}(?:\s*[-–]\s*\d{4})?)?$/iu.test(
    text,
  );

/** "Điều 2. Nhiệm vụ của các sở, ngành." above its numbered duties. */
const namesWork = (line: Line): boolean => ['tasks', 'organisation'].includes(roleOf(titleOf(line), undefined) ?? '');

/** "4. Tăng cường năng lực." above its bullets: a heading in spite of its full stop, as "3." before it was one. */
function isHeadingLikeSibling(line: Line, next: Item | undefined, stack: Level[]): boolean {
  const { marker } = line;
  if (
    (marker?.kind !== 'decimal' && marker?.kind !== 'letter') ||
    next?.kind !== 'line' ||
    !next.marker ||
    line.body.text.length > 350
  )
    return false;
  const rank = rankOf(marker);
  return rankOf(next.marker) > rank && stack.some((level) => level.rank === rank && level.title !== null);
}

/** True where what follows stands below the line: the line has no end mark and so can only head it. */
function opensBelow(line: Line, next: Item | undefined): boolean {
  if (!line.marker || !next) return false;
  if (next.kind === 'table' || next.marker === undefined) return true;
  return rankOf(next.marker) > rankOf(line.marker);
}
