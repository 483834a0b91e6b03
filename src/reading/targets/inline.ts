import type { Stated } from '../figures/stated.ts';
import { type Atom, withoutStated } from './atom.ts';
import { atomsOf } from './atoms.ts';
import { conditionAtoms } from './conditions.ts';
import { deadlineIn } from './deadline.ts';
import { sharesOf } from './distribution.ts';
import { isGoal, isPaid, tellsPast } from './goal.ts';
import { shareName, tidyName } from './naming.ts';
import type { Quantity } from './quantity.ts';

/**
 * Targets that stand inside a task: numbers it says are to be reached, and end states with a deadline or a "phấn đấu".
 * @param sets which sentences set targets at all; @param plans true where the part says what is to be built and where
 */
export function inlineAtomsOf(text: string, sets: (sentence: string) => boolean = () => true, plans = false): Atom[] {
  const found: Atom[] = [];
  let lists = false;
  for (const sentence of sentencesOf(text)) {
    const words = text.slice(sentence.from, sentence.to);
    const goesOn: boolean = lists && /;\s*$/u.test(text.slice(0, sentence.from));
    lists = goesOn || opensList.test(words);
    if (!(goesOn || sets(words))) continue;
    const atoms = atomsOf(words);
    const kept = keep(words, atoms, plans).map((atom) => inTime(words, trimmed(words, atom)));
    const numbers = kept.map((atom) => moved(atom, sentence.from, found.length));
    found.push(...numbers);
    if (plans)
      found.push(
        ...sharesOf(
          words,
          kept.filter(({ past }) => !past),
        ).map((atom) => moved(atom, sentence.from, 0)),
      );
    found.push(
      ...apartFrom(
        numbers,
        conditionsOf(words).map((atom) => moved(atom, sentence.from, 0)),
      ),
    );
  }
  return found;
}

/** "Một số chỉ tiêu cụ thể như: …; …; …": what stands behind its semicolons is of the list. */
const opensList = /(?<!\p{L})chỉ tiêu(?!\p{L})[^.;:]{0,60}(?::|\s(?:như|gồm))\s/iu;

const apartFrom = (numbers: Atom[], conditions: Atom[]): Atom[] =>
  conditions.filter((condition) => !numbers.some((atom) => atom.from < condition.to && condition.from < atom.to));

/** The end states that a text of goals names beside its numbers. */
export const statesOf = (text: string, numbers: Atom[]): Atom[] =>
  apartFrom(
    numbers,
    sentencesOf(text).flatMap(({ from, to }) => conditionsOf(text.slice(from, to)).map((atom) => moved(atom, from, 0))),
  );

/** "tới năm 2026 … đạt 95% dân số, đến năm 2030 …": the deadline behind the comma is the next clause's. */
function inTime(sentence: string, atom: Atom): Atom {
  if (!atom.quantity || !/^[^,;.]{0,40},\s+(?:đến|tới)\s+năm\s+\d{4}/u.test(sentence.slice(atom.quantity.to)))
    return atom;
  return { ...atom, deadline: deadlineIn(sentence.slice(0, atom.quantity.to)) ?? atom.deadline };
}

const moved = (atom: Atom, by: number, before: number): Atom => ({
  ...atom,
  from: atom.from + by,
  to: atom.to + by,
  quantity: atom.quantity && {
    ...atom.quantity,
    from: atom.quantity.from + by,
    at: atom.quantity.at + by,
    to: atom.quantity.to + by,
  },
  parent: atom.parent === null ? null : atom.parent + before,
  ...(atom.stated && { stated: atom.stated.map((one) => movedStated(one, by)) }),
});

const movedStated = (stated: Stated, by: number): Stated => ({
  ...stated,
  from: stated.from + by,
  to: stated.to + by,
  quantity: {
    ...stated.quantity,
    from: stated.quantity.from + by,
    at: stated.quantity.at + by,
    to: stated.quantity.to + by,
  },
});

function sentencesOf(text: string): { from: number; to: number }[] {
  const sentences: { from: number; to: number }[] = [];
  let from = 0;
  let depth = 0;
  for (const match of text.matchAll(/[()]|(?<!(?<!\p{L})(?:TP|TX|TT|Tp|Tx))[.;…]\s+(?=[\p{L}\d“"(])/gu)) {
    if (match[0] === '(') depth += 1;
    else if (match[0] === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      sentences.push({ from, to: match.index + 1 });
      from = match.index + match[0].length;
    }
  }
  sentences.push({ from, to: text.length });
  return sentences;
}

/** The atoms that are to be reached, with what tells of the past beside them; parents are renumbered. */
function keep(text: string, atoms: Atom[], plans: boolean): Atom[] {
  const chosen: number[] = [];
  const past = new Set<number>();
  let paid: Quantity['kind'] | undefined;
  const words = withoutStated(text, atoms);
  for (const [i, atom] of atoms.entries()) {
    const { quantity } = atom;
    if (!quantity) continue;
    // "khu vực 3 hỗ trợ 70%, khu vực 2: 50%": what follows an amount paid is one as well.
    paid = isPaid(text, atom, quantity) ? quantity.kind : paid === quantity.kind ? paid : undefined;
    // A part of what is to be reached is to be reached, too.
    const part = atom.parent !== null && chosen.includes(atom.parent) && !tellsPast(words, atom, quantity);
    if (paid === undefined && (isGoal(words, atom, quantity, plans) || part)) chosen.push(i);
    else if (paid === undefined && quantity.kind !== 'bare' && tellsPast(words, atom, quantity)) past.add(i);
  }
  // What there is already is kept beside what is to be reached.
  const kept = chosen.length === 0 ? [] : atoms.flatMap((_, i) => (chosen.includes(i) || past.has(i) ? [i] : []));
  return kept.flatMap((i) => {
    const atom = atoms[i];
    const parent = atom?.parent ?? null;
    const place = parent === null ? -1 : kept.indexOf(parent);
    return atom ? [{ ...atom, parent: place === -1 ? null : place, past: past.has(i) || atom.past === true }] : [];
  });
}

const strive =
  /(?:(?:phấn|phần|phân) (?:đấu|đầu(?!\s+tư(?!\s+lệ)))|mục tiêu|chỉ tiêu|(?:^|,\s*|để\s+|nhằm\s+)(?:bảo đảm|đảm bảo|duy trì))\s+(?:(?:đến|tới)\s+(?:hết\s+|cuối\s+)?năm\s+\d{4}\s*,?\s*)?/giu;
const measured =
  /^(?:các\s+|số\s+)?(?:tỷ lệ|tỉ lệ|tỷ trọng|tỷ suất|tỷ số|tốc độ|tổng|chỉ số|quy mô|kim ngạch|doanh thu|sản lượng|diện tích|giá trị|kinh tế số|năng suất|thu nhập|công suất|số lượng|mức)(?!\p{L})/iu;
const generic = /^(?:đạt\s+)?(?:tỷ lệ|tỉ lệ|chỉ tiêu|mức|số lượng)?(?:\s+(?:đạt|là|từ|trên))*$/iu;

/** In running text the name begins at its own clause, not at the sentence: after "phấn đấu", or at the last comma before an indicator. */
function trimmed(text: string, atom: Atom): Atom {
  const { quantity } = atom;
  if (!quantity || atom.past || atom.from >= quantity.from) return atom;
  const own = text.slice(atom.from, quantity.from);
  const strives = [...own.matchAll(strive)].at(-1);
  const goal = strives ? strives.index + strives[0].length : 0;
  const named =
    [...own.matchAll(/[,:;]\s+|\s+(?:và|để)\s+/gu)]
      .map((match) => match.index + match[0].length)
      .filter((at) => measured.test(own.slice(at).replace(/^(?:nâng|đưa|giảm|tăng)\s+/iu, '')))
      .at(-1) ?? 0;
  const at = Math.max(goal, named);
  if (at === 0) return atom;
  if (strives && at === goal && generic.test(own.slice(goal).trim())) {
    const again = sameIn(text, atom.from + goal, quantity);
    if (again && again.from >= quantity.from - atom.from - goal && !/tỷ lệ|tỉ lệ/iu.test(own.slice(goal)))
      return {
        ...again,
        from: again.from + atom.from + goal,
        to: again.to + atom.from + goal,
        deadline: atom.deadline,
        parent: null,
        quantity,
        stated: atom.stated ?? [],
      };
    return { ...atom, name: shareName(tidyName(own.slice(0, strives.index).replace(/[\s,]+$/u, ''))) };
  }
  const again = sameIn(text, atom.from + at, quantity);
  const kept = again && !/^(?:Số|Tỷ lệ)$/u.test(again.name) ? again : undefined;
  return {
    ...atom,
    from: atom.from + at,
    ...(kept && {
      name: kept.name,
      variant: kept.variant ?? atom.variant,
      change: kept.change,
      to: Math.max(atom.to, kept.to + atom.from + at),
    }),
  };
}

/** The atom of the same number when the text is read from `from` on. */
const sameIn = (text: string, from: number, quantity: Quantity): Atom | undefined =>
  atomsOf(text.slice(from)).find(
    (one) => one.quantity?.value === quantity.value && one.quantity.at === quantity.at - from,
  );

const endState =
  /(?:trở thành|là (?:một |một trong những )?(?:tỉnh|thành phố|huyện|xã|phường|đô thị|trung tâm|vùng|nước)(?!\p{L})|hoàn thành nhiệm vụ|đạt (?:chuẩn|tiêu chuẩn|cấp|hạng|danh hiệu|loại)|thành (?:thành phố|thị xã|phường|thị trấn|đô thị)|được công nhận|hoàn thiện các tiêu chí|không còn (?:xã|hộ|huyện|thôn|ấp|trường|cơ sở|nhà)|hoàn thành và đưa vào|(?:đến|tới) năm \d{4} đạt mục tiêu (?!đề))/u;
const borrowed =
  /theo kế hoạch đề ra|chỉ tiêu đề ra|chỉ tiêu được giao|mục tiêu đề ra|đề ra|hoàn thành tốt|theo quy định$/u;

/** A rank or class named outright is an end state by itself. */
const ranked = /^\s*đạt (?:tiêu chuẩn|chuẩn|tiêu chí)?[^,;]*(?:hạng|loại)\s+(?:đặc biệt|[IVX]+)/u;

/** End states without a number: introduced by "phấn đấu" or carrying a deadline of their own. */
function conditionsOf(text: string): Atom[] {
  const atoms: Atom[] = [];
  for (const match of text.matchAll(
    /(?<lead>(?:phấn|phần|phân) (?:đấu|đầu(?!\s+tư(?!\s+lệ)))\s+(?:và\s+)?)?(?<body>[^,;:]{1,4000})/giu,
  )) {
    const { lead, body = '' } = match.groups ?? {};
    const within = body.split(/(?:phấn|phần|phân) (?:đấu|đầu(?!\s+tư(?!\s+lệ)))\s+/iu);
    const state = within.at(-1) ?? body;
    const strives = lead !== undefined || within.length > 1;
    if (!endState.test(state) || borrowed.test(state) || /\d\s*%/u.test(state)) continue;
    const dated =
      deadlineIn(state) !== undefined ||
      /(?<!\p{L})năm\s+20\d{2}\s*[.;]?$/u.test(state) ||
      /(?:^|[,;.]\s+)(?:đến|tới|Đến|Tới) năm 20\d{2}\s*[,:]$/u.test(text.slice(0, match.index));
    if (!strives && !dated && !ranked.test(state)) continue;
    const at = match.index + match[0].length;
    const from = at - state.length + subjectAt(state);
    const to = becomes.test(state) ? at + (goesOn.exec(text.slice(at))?.[0].length ?? 0) : at;
    const deadline = deadlineIn(match[0]) ?? deadlineIn(text.slice(0, at));
    atoms.push(...conditionAtoms(text, from, to).map((atom) => ({ ...atom, deadline })));
  }
  return atoms;
}

const becomes =
  /(?:trở thành|là) (?:một |một trong những )?(?:tỉnh|thành phố|huyện|xã|phường|đô thị|trung tâm|vùng|nước)(?!\p{L})/u;
/** "… là tỉnh phát triển khá, toàn diện, bền vững, đến năm 2045 …": what it is to be goes on behind the commas. */
const goesOn = /^(?:,(?!\s+(?:đến|tới|phấn đấu|thuộc|nằm trong|có|tỷ lệ|với)\s)[^,.;:\d]*)+/u;

/** Where the subject of an end state begins: "… bố trí nguồn lực xây dựng tỉnh hoàn thành nhiệm vụ …" -> "tỉnh hoàn thành …". */
function subjectAt(state: string): number {
  const place = [
    ...state.matchAll(
      /(?<!\p{L})(?:tỉnh|thị xã|thành phố|huyện|xã|thị trấn|bệnh viện|trường)\s+(?:\p{Lu}\p{Ll}*\s+){0,4}(?:hoàn thành|trở thành|đạt|được)/gu,
    ),
  ].at(-1);
  if (place) return place.index;
  const moved = /^(?:.*?\s)?(?:đưa|xây dựng|nâng)\s+/u.exec(state);
  return moved && /trở thành|thành /u.test(state.slice(moved[0].length)) ? moved[0].length : 0;
}
