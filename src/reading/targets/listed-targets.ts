import type { Tier } from '../../values/finding.ts';
import { ordinalOf } from '../tasks/prose-tasks.ts';
import type { Line } from '../text/line.ts';
import type { Passage } from '../text/outline.ts';
import type { Calendar } from '../text/stretch.ts';
import { subview } from '../text/view.ts';
import type { Atom } from './atom.ts';
import { atomsOf } from './atoms.ts';
import { conditionAtoms, isEndState, isException } from './conditions.ts';
import { type Deadline, deadlineOfHeading } from './deadline.ts';
import { inlineAtomsOf, statesOf } from './inline.ts';
import { quantitiesIn } from './quantity.ts';
import { type Found, findsOfAtoms, type Setting } from './target.ts';

/** What the lines of a document set as targets besides the tasks: lists of targets, budget lines, and what a plan's other parts say is to be reached. */

const none: Found = { targets: [], figures: [] };

/** What is the same for the whole document. */
type Aims = { tier: Tier; planned: Deadline | undefined; since: number | undefined; calendar: Calendar };

/** @param isTask true where the line is a task of its own, whose numbers are read with it */
export function findsOfLine(
  passage: Passage,
  line: Line,
  isTask: boolean,
  { tier, planned, since, calendar }: Aims,
): Found {
  const text = line.body.text.replace(/\.\/\.?\s*$/u, '');
  if (isEnclosure(line) || passage.role === 'past' || reports(text, since)) return none;
  const setting: Setting = {
    section: passage.section,
    group: passage.group,
    ordinal: line.marker && ['item', 'decimal', 'letter'].includes(line.marker.kind) ? ordinalOf(line) : null,
    listed: true,
    tier,
    agencies: [],
    deadline:
      passage.titles.map((title) => deadlineOfHeading(title)).findLast((found) => found !== undefined) ?? planned,
    issuedOn: calendar.issuedOn,
  };
  if (isFigure(text))
    return findsOfAtoms(atomsOf(text), line.body, {
      ...setting,
      listed: passage.role !== 'tasks' || isTargetList(passage),
    });
  // The general objective sets nothing by itself, whatever numbers it names.
  if (passage.heading || general.test(text)) return none;
  if (isTargetList(passage)) return findsOfAtoms(atomsOf(text), line.body, setting);
  const label =
    /^(?:Chỉ tiêu|Mục tiêu|(?:Một số|Các|Những) (?:chỉ|mục) tiêu)(?:\s+(?<number>\d+)(?:\.\d+)*\s*[.:]|(?: cụ thể| chủ yếu| phấn đấu| (?:đến )?năm \d{4})*\s*:)\s*(?=\S)/u.exec(
      text,
    );
  if (label) {
    const from = label[0].length;
    const ordinal = setting.ordinal ?? label.groups?.number ?? null;
    const view = subview(line.body, from, line.body.text.length);
    return findsOfAtoms(atomsOf(text.slice(from)), view, {
      ...setting,
      ordinal,
      deadline: deadlineOfHeading(label[0]) ?? setting.deadline,
    });
  }
  if (isTask) return none;
  if (passage.role === 'other' && chained.test(text) && countsOf(text) > 2)
    return findsOfAtoms(atomsOf(text), line.body, setting);
  return findsOfAtoms(atomsOfRole(passage, line, text), line.body, {
    ...setting,
    listed: passage.role === 'targets' || passage.role === 'goals',
  });
}

/** "Năm 2025, … đạt được kết quả quan trọng" before a plan for 2026: what was reached, however it is measured. */
function reports(text: string, since: number | undefined): boolean {
  const year = /^(?:Trong )?[Nn]ăm\s+(?<year>20\d{2})(?!\p{L})/u.exec(text)?.groups?.year;
  return year !== undefined && since !== undefined && Number(year) < since && /kết quả|đạt được|đã |ước /u.test(text);
}

/** Which of a paragraph's numbers and conditions are targets depends on what its part of the document is there for. */
function atomsOfRole({ role, titles }: Passage, line: Line, text: string): Atom[] {
  const introduces = line.marker === undefined && /:\s*$/u.test(text);
  switch (role) {
    case 'targets':
      return introduces
        ? inlineAtomsOf(text, sets)
        : atomsOfList(text, titles.at(-1) ?? '', line.marker !== undefined || /[.;]\s*$/u.test(text));
    case 'goals':
      return introduces ? inlineAtomsOf(text, sets) : withStates(text, withEndStates(text, atomsOf(text)));
    case 'tasks':
    case 'organisation':
      return introduces ? inlineAtomsOf(text) : [];
    default: {
      if (general.test(titles.at(-1) ?? '')) return [];
      const plans = titles.some((title) => content.test(title));
      return inlineAtomsOf(text, (sentence) => plans || sets(sentence), plans);
    }
  }
}

/** In a list of targets what has no number is one as well, unless its heading speaks of work. */
function atomsOfList(text: string, title: string, marked: boolean): Atom[] {
  const atoms = atomsOf(text);
  const named = goal.test(title);
  if (work.test(title) || !(marked || named)) return withoutConditions(atoms);
  if (!named || atoms.some((atom) => atom.quantity === undefined)) return atoms;
  const end = /[.;](?=\s+\p{Lu})|[.;]?\s*$/u.exec(text)?.index ?? text.length;
  const opening = text.slice(0, end);
  const whole =
    atoms.every((atom) => atom.from >= end) &&
    opening.split(' ').length > 5 &&
    !statement.test(opening) &&
    !isException(opening);
  return whole ? [...conditionAtoms(text, 0, end), ...atoms.map((atom) => shiftedParent(atom, 1))] : atoms;
}

const shiftedParent = (atom: Atom, by: number): Atom => ({
  ...atom,
  parent: atom.parent === null ? null : atom.parent + by,
});
const goal = /mục tiêu|chỉ tiêu|^(?:đến|tầm nhìn|định hướng|giai đoạn|thời kỳ|năm)\s.*20\d{2}/iu;
const work = /^(?:phát triển|đẩy mạnh|tăng cường|nâng cao|tập trung|thực hiện|triển khai|cơ cấu)(?!\p{L})/iu;
/** What only leads in, orients or refers. */
const statement =
  /:\s*$|^(?:Căn cứ|Theo|Dự kiến|Dự báo|Để|Trên cơ sở|Chi tiết|Xem|Quý khách|Ngoài ra|Các nội dung|Cụ thể|Tiếp tục|Đẩy mạnh|Tăng cường|Tập trung|Định hướng|Khuyến khích|Xác định|Làm cơ sở|Đề xuất)(?!\p{L})|\slà\s/u;

/** Words by which a sentence outside the parts on targets and tasks sets something to be reached. */
const sets = (sentence: string): boolean => aim.test(sentence) && !/^\s*(?:Căn cứ|Theo)\s/u.test(sentence);
const aim =
  /(?<!\p{L})(?:phấn đấu|mục tiêu|chỉ tiêu|phải (?:đạt|hoàn thành|bảo đảm|đảm bảo)|(?:đến|tới|vào|hết|cuối)\s+(?:hết\s+|cuối\s+)?năm\s+20\d{2}|(?:giai đoạn|thời kỳ)\s+20\d{2}\s*[-–]|(?:là|đạt|còn|tăng|giảm)\s[^.;]*\d[^.;]*\snăm\s+20\d{2})/iu;
const general = /^(?:về\s+)?mục tiêu (?:tổng quát|chung)(?!\p{L})/iu;
/** Headings of the parts of a plan that say what there is to be, without calling it targets. */
const content =
  /^(?:về\s+)?(?:định hướng|quy hoạch|phương án|phân kỳ|chương trình (?:phát triển|đầu tư)|kế hoạch (?:phát triển|đầu tư)|quy mô)(?!\p{L})|^(?:giai đoạn|đến năm|thời kỳ)\s+20\d{2}/iu;

const withStates = (text: string, numbers: Atom[]): Atom[] => [...numbers, ...statesOf(text, numbers)];

/** Beside its numbers a text of goals may say what is to be gone, or which place is to reach a rank: as definite as a number. */
function withEndStates(text: string, atoms: Atom[]): Atom[] {
  const counts = atoms.some((atom) => atom.quantity !== undefined);
  return atoms
    .filter((atom) => atom.quantity !== undefined || (counts && isEndState(text.slice(atom.from, atom.to))))
    .map((atom) => ({ ...atom, parent: null }));
}

const withoutConditions = (atoms: Atom[]): Atom[] =>
  atoms.filter((atom) => atom.quantity !== undefined).map((atom) => ({ ...atom, parent: null }));

/** "a) Phấn đấu đạt …; …; …" among the tasks: one paragraph that chains targets. */
export const isTargetList = (passage: Passage): boolean =>
  passage.role === 'tasks' &&
  passage.item.kind === 'line' &&
  ((/^(?:Phấn đấu|Đến năm \d{4},? phấn đấu)(?!\p{L})/u.test(passage.item.body.text) &&
    countsOf(passage.item.body.text) >= 4) ||
    isAimedFigure(passage, passage.item.body.text));

/** "- Tổng giá trị sản xuất đạt 1.184 tỷ đồng, …" below "Phương hướng, mục tiêu, nhiệm vụ": an indicator and its figures, no work. */
function isAimedFigure({ titles }: Passage, text: string): boolean {
  const head = indicator.exec(text);
  const [first] = head && titles.some((title) => aims.test(title)) ? quantitiesIn(text.slice(0, 300)) : [];
  const counts = first?.kind === 'bare' && /^số\s[^.;]*:\s*$/iu.test(text.slice(0, first.from));
  return (
    first !== undefined &&
    (first.kind !== 'bare' || counts) &&
    !/[.;]\s/u.test(text.slice(0, first.at)) &&
    text.length < 500
  );
}
const aims = /mục tiêu|chỉ tiêu|phương hướng/iu;
const indicator =
  /^(?:(?:phấn đấu|duy trì|(?:đến|trong)? ?năm \d{4}),?\s+)*(?:tổng|tốc độ|tỷ lệ|tỉ lệ|tỷ trọng|số(?=\s+\p{Ll})|giá trị|thu nhập|thu ngân sách|chi ngân sách|cơ cấu kinh tế|sản lượng|diện tích|kim ngạch|grdp|gdp|năng suất|doanh thu|dân số|vốn đầu tư)(?!\p{L})/iu;

const countsOf = (text: string): number => quantitiesIn(text).filter(({ kind }) => kind !== 'bare').length;

/** "Năm 2026 phấn đấu thực hiện các chỉ tiêu: …; …; …" in running text. */
const chained =
  /^[^.;:]{0,200}(?:(?:phấn đấu|đề ra|quyết định|thông qua|giao)[^.;:]{0,60}chỉ tiêu|mục tiêu(?: cụ thể)? (?:đến|trong|vào)? ?(?:hết )?năm \d{4})[^.:;]{0,40}:\s+(?=\S)/iu;

const isEnclosure = (line: Line): boolean =>
  (/^\(?[Kk]èm theo|^\(/u.test(line.body.text) && line.marker === undefined) ||
  /\((?:Hình|Ảnh|Nguồn)[^()]*\)\s*$/u.test(line.body.text);

/** A line that is nothing but a name, a colon and a figure, and what a bracket says of it: the lines of a budget. */
export function isFigure(text: string): boolean {
  const match = /^[^:;.]{3,160}:\s*(?<figure>(?:khoảng\s*|trên\s+|dưới\s+)?\d[^:;]*?)[.;]?$/u.exec(text);
  const figure = match?.groups?.figure?.replace(/\s*\([^()]*\)\s*$/u, '');
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
