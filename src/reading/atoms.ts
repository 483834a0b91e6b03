import type { Change } from '../values/finding.ts';
import { squeeze } from '../values/vietnamese.ts';
import { blot, bracketsOf, type Bracket, type Clause, clausesOf } from './clauses.ts';
import { deadlineIn, type Deadline } from './deadline.ts';
import { afterLead, changeOf, countName, nameOfNoun, namesIndicator, shareName, splitArea, tidyName, tidyVariant, withoutTail } from './naming.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';

/** One number or condition of a sentence; offsets count the sentence's text. */
export type Atom = {
  from: number;
  to: number;
  name: string;
  variant: string | null;
  quantity: Quantity | undefined;
  change: Change;
  base: string | null;
  deadline: Deadline | undefined;
  /** Index of the atom it is a part or restatement of. */
  parent: number | null;
};

/** Everything that a listed target's text says is to be reached. */
export function atomsOf(text: string): Atom[] {
  const brackets = bracketsOf(text, (inside) => quantitiesIn(inside).some((quantity) => quantity.kind !== 'bare'));
  const main = blot(text, brackets.filter((bracket) => bracket.hasNumber || followsQuantity(text, bracket)));
  const atoms: Atom[] = [];
  for (const clause of clausesOf(main)) {
    readClause(text, main, clause, brackets, atoms);
    for (const bracket of brackets) {
      if (bracket.hasNumber && bracket.from >= clause.from && bracket.to <= clause.to + 1) readBracket(text, bracket, atoms);
    }
  }
  return inOrder(shareDenominator(sharePredicate(atoms)));
}

const followsQuantity = (text: string, bracket: Bracket): boolean => {
  const last = quantitiesIn(text.slice(0, bracket.from)).at(-1);
  return last !== undefined && text.slice(last.to, bracket.from).trim() === '';
};

/** Atoms were found clause by clause; bracket parts stand behind the clause that holds them. */
function inOrder(atoms: Atom[]): Atom[] {
  const order = atoms.map((atom, i) => ({ atom, i })).sort((a, b) => a.atom.from - b.atom.from);
  const place = new Map(order.map(({ i }, at) => [i, at]));
  return order.map(({ atom }) => ({ ...atom, parent: atom.parent === null ? null : (place.get(atom.parent) ?? null) }));
}

function readBracket(text: string, bracket: Bracket, atoms: Atom[]): void {
  const inside = text.slice(bracket.from + 1, bracket.to - 1);
  const whole = atoms.findLastIndex((atom) => atom.to <= bracket.from + 1);
  for (const clause of clausesOf(inside)) {
    const shifted = { ...clause, from: clause.from + bracket.from + 1, to: clause.to + bracket.from + 1, part: true, head: undefined };
    readClause(text, text, shifted, [], atoms, whole === -1 ? null : whole);
  }
}

/** @param whole index of the atom that a bracket stands behind; undefined outside brackets */
function readClause(text: string, main: string, clause: Clause, brackets: Bracket[], atoms: Atom[], whole?: number | null): void {
  const quantities = quantitiesIn(main.slice(clause.from, clause.to))
    .map((quantity) => shift(quantity, clause.from))
    .filter((quantity, i, all) => quantity.kind !== 'bare' && !isSize(main, all[i - 1], quantity));
  const parent = whole !== undefined ? whole : clause.part ? lastWhole(atoms) : null;
  if (quantities.length === 0) {
    if (!clause.part && statesCondition(main.slice(clause.from, clause.to))) atoms.push(conditionAtom(text, clause.from, clause.to));
    return;
  }
  let start = clause.from;
  let first = true;
  for (const [i, quantity] of quantities.entries()) {
    const next = quantities[i + 1];
    if (next && isOldValue(main, quantity, next)) continue;
    const leading = isLeading(main.slice(start, quantity.from));
    const end = next ? boundary(main, quantity, next, leading) : clause.to;
    const condition = conditionBefore(main, start, quantity);
    const added = condition !== undefined && /thêm/u.test(main.slice(start, condition));
    if (condition !== undefined) {
      atoms.push(conditionAtom(text, start, condition));
      start = condition;
    }
    const atom = quantityAtom({ text, main, start, end, quantity, head: clause.head, first, brackets, before: atoms, parent });
    const counts = atoms.at(-1);
    const alike = counts?.quantity?.kind === 'count' && counts.change === 'increase' && atom.quantity?.kind === 'count' && !atom.quantity.of && isLeading(main.slice(start, quantity.from));
    atoms.push(added || alike ? { ...atom, change: 'increase' } : likeSibling(atom, atoms.at(-1), main.slice(start, quantity.from)));
    const rest = conditionAfter(main, atoms.at(-1)?.to ?? quantity.to, end, quantity);
    if (rest) atoms.push(conditionAtom(text, rest.from, rest.to));
    start = end;
    first = false;
  }
}

/** "giảm 5% biên chế công chức và 10% biên chế viên chức": the second shares the first's direction and deadline. */
const likeSibling = (atom: Atom, before: Atom | undefined, own: string): Atom =>
  before?.quantity?.kind === 'percent' && atom.quantity?.kind === 'percent' && before.change === 'decrease' && /^\s*và\s*$/u.test(own)
    ? { ...atom, change: before.change, deadline: atom.deadline ?? before.deadline, name: atom.name.replace(/^Tỷ lệ (\p{Ll})/u, (_, letter: string) => letter.toUpperCase()) }
    : atom;

const shift = (quantity: Quantity, by: number): Quantity => ({ ...quantity, from: quantity.from + by, at: quantity.at + by, to: quantity.to + by });

const lastWhole = (atoms: Atom[]): number | null => {
  const at = atoms.findLastIndex((atom) => atom.parent === null && atom.quantity !== undefined);
  return at === -1 ? null : at;
};

/** "100% tàu cá từ 15 m trở lên duy trì kết nối": the second number says which ones. */
const isSize = (text: string, before: Quantity | undefined, quantity: Quantity): boolean =>
  before?.kind === 'percent' && quantity.op === '>=' && quantity.kind !== 'percent' && /^\s*(?:[\p{L}]+\s+){1,5}$/u.test(text.slice(before.to, quantity.from)) && /^từ\s/u.test(text.slice(quantity.from));

/** "giảm từ 23 xuống 18": the first number is where it comes from. */
const isOldValue = (text: string, quantity: Quantity, next: Quantity): boolean =>
  /^\s*(?:\([^)]*\)\s*)?(?:năm \d{4}\s*)?(?:xuống|lên|còn|xuống còn|tăng lên|lên đến|lên tới)\s*(?:còn\s*|đến\s*)?$/u.test(text.slice(quantity.to, next.from)) && /từ\s*$/u.test(text.slice(Math.max(0, quantity.at - 4), quantity.at));

/** Where the words of the next quantity begin. */
function boundary(text: string, quantity: Quantity, next: Quantity, leading: boolean): number {
  const between = text.slice(quantity.to, next.from);
  const joints = [...between.matchAll(/,\s*|\s+và\s+|\u0002\s*|\s+(?=tương đương)|;\s*|:\s*|\.\s+/gu)].map((match) => match.index + match[0].length);
  if (joints.length === 0) return quantity.to;
  const leads = joints.filter((at) => {
    const own = between.slice(at);
    return isLeading(own) || /^(?:tăng|giảm|tương đương)\s*(?:thêm\s*)?$/u.test(own.trim());
  });
  if (leads[0] !== undefined) return quantity.to + leads[0];
  const named = joints.find((at) => namesIndicator(between.slice(at).replace(/^(?:và|phấn đấu|duy trì)\s+/u, '')));
  if (named !== undefined) return quantity.to + named;
  const open = leading && !hasPredicate(between.slice(0, joints[0]));
  return quantity.to + ((open ? joints.at(-1) : joints[0]) ?? 0);
}

/** True where nothing but lead words stands before a number, so that its noun follows it. */
const isLeading = (own: string): boolean => own.slice(afterLead(own)).trim() === '';

const predicate = /(?:^|\s)(?:đạt|được|có|hoàn thành|tham gia|sử dụng|trở thành|vững mạnh|nông thôn mới|triển khai|áp dụng|thực hiện|cung cấp|kết nối|là)(?!\p{L})/u;
const hasPredicate = (text: string): boolean => predicate.test(text);

type Around = { text: string; main: string; start: number; end: number; quantity: Quantity; head: Clause['head']; first: boolean; brackets: Bracket[]; before: Atom[]; parent: number | null };

function quantityAtom(around: Around): Atom {
  const { text, main, start, end, quantity, brackets } = around;
  const own = main.slice(start, quantity.from);
  const lead = afterLead(own);
  const words = withoutTail(own.slice(lead));
  const note = brackets.find((bracket) => !bracket.hasNumber && bracket.from >= quantity.to && main.slice(quantity.to, bracket.from).trim() === '');
  const named = nameAtom(around, words, note);
  const from = named.valueFirst ? quantity.from : start + lead;
  const withHead = around.first && around.head?.here ? around.head.from + afterLead(text.slice(around.head.from, around.head.to)) : from;
  return {
    from: Math.min(withHead, skipBlank(text, from)),
    to: named.to,
    name: named.name,
    variant: named.variant,
    quantity,
    change: named.restates ? named.restates : changeOf(own.replace(/\([^)]*\)|\u0002+/gu, ' '), named.name, quantity),
    base: baseAfter(main.slice(note?.to ?? quantity.to, end)) ?? inheritedBase(around),
    deadline: deadlineIn(main.slice(start, conditionAfter(main, named.to, end, quantity)?.from ?? end)),
    parent: named.parent,
  };
}

const skipBlank = (text: string, at: number): number => at + (/^[\s,;:]*/u.exec(text.slice(at))?.[0].length ?? 0);

type Named = { name: string; variant: string | null; to: number; valueFirst: boolean; parent: number | null; restates?: Change };

/** The name of a quantity from what stands before it, behind it, or before the whole sentence. */
function nameAtom(around: Around, words: string, note: Bracket | undefined): Named {
  const { text, main, quantity, head, before, parent, end } = around;
  const previous = before.at(-1);
  const remark = note ? tidyVariant(text.slice(note.from + 1, note.to - 1)) : null;
  const close = note ? note.to : quantity.to;
  const plain = { to: close, valueFirst: false, parent };
  const own = squeeze(words.replace(/\u0002+/gu, ' '));
  if (/^(?:tương đương|tức(?: là)?)/iu.test(own) && previous) {
    const counted = quantity.kind === 'count' && previous.quantity?.kind === 'percent' && /^Tỷ lệ /u.test(previous.name);
    previous.variant ??= remark;
    return { ...plain, name: counted ? previous.name.replace(/^Tỷ lệ (?:số )?/u, 'Số ') : previous.name, variant: remark ?? previous.variant, parent: before.length - 1, restates: previous.change };
  }
  if (own === '' || /^(?:tăng|giảm)$/iu.test(own)) {
    const noun = nounBehind(main, quantity, end);
    const headName = head && tidyName(withoutTail(main.slice(head.from, head.to)));
    if (noun.text === '' && previous && quantity.kind !== 'count') {
      const grows = /(?:tăng|giảm)/iu.test(main.slice(around.start, quantity.from));
      return { ...plain, name: previous.name, variant: remark ?? (grows ? previous.variant : null), parent: parent ?? (grows ? before.length - 1 : null) };
    }
    const things = squeeze(`${quantity.kind === 'count' ? (quantity.unit ?? '').replace(/^(?:tỷ|triệu|nghìn)\s+/u, '').replace(/\/.*$/u, '') : ''} ${noun.text}`);
    if (headName) return { to: noun.to, valueFirst: true, parent, name: quantity.kind === 'percent' && !namesIndicator(headName) ? `Tỷ lệ ${headName.charAt(0).toLowerCase()}${headName.slice(1)}` : headName, variant: tidyVariant(things) };
    return { to: noun.to, valueFirst: true, parent, name: tidyName(quantity.unit?.includes('/') && quantity.kind === 'count' ? `Số ${quantity.unit}` : nameOfNoun(things, quantity)), variant: remark };
  }
  const acted = actedOn(around, own);
  if (acted) return { ...plain, ...acted, variant: remark };
  if (quantity.kind === 'count' && isVerb(own)) {
    const noun = nounBehind(main, quantity, end);
    return { ...plain, to: noun.to, name: tidyName(countName(own, `${(quantity.unit ?? '').replace(/^(?:tỷ|triệu|nghìn)\s+/u, '')} ${noun.text}`)), variant: remark };
  }
  if (quantity.kind === 'measure' && verbs.test(own)) {
    const noun = nounBehind(main, quantity, end);
    if (object.test(noun.text)) return { ...plain, to: noun.to, name: tidyName(`${noun.text} ${own.charAt(0).toLowerCase()}${own.slice(1)}`), variant: remark };
  }
  return { ...plain, ...nameInFront(around, own, remark) };
}

const object = /^(?!so |trong |trở |của |\/)[\p{Ll}]/u;

/** A share behind a verb: "giảm 5% biên chế công chức", "số hóa 100% hồ sơ". */
function actedOn({ main, start, end, quantity, head, parent }: Around, own: string): { name: string; to: number } | undefined {
  if (quantity.kind !== 'percent' || head || parent !== null || namesIndicator(own)) return undefined;
  const noun = nounBehind(main, quantity, end);
  if (!object.test(noun.text)) return undefined;
  const before = main.slice(start, quantity.from);
  if (/(?:^|\s)(?:cắt giảm|giảm|tăng)\s*$/u.test(before) && !/(?:tỷ|tỉ|số|mức|tốc độ)\s/iu.test(own)) return { name: tidyName(noun.text), to: noun.to };
  if (own.split(' ').length > 3 || withoutTail(before) !== before.trimEnd()) return undefined;
  return { name: tidyName(`Tỷ lệ ${own.charAt(0).toLowerCase()}${own.slice(1)} ${noun.text}`), to: noun.to };
}

function nameInFront({ main, head, before, parent, quantity }: Around, own: string, remark: string | null): Pick<Named, 'name' | 'variant'> {
  const alone = (): string => (quantity.kind === 'percent' && !/tăng|giảm/iu.test(own) ? shareName(tidyName(own)) : tidyName(own));
  if (head && (head.here || !ownIndicator.test(own))) return { name: tidyName(withoutTail(main.slice(head.from, head.to))), variant: tidyVariant(own) };
  const whole = parent === null ? undefined : before[parent];
  const previous = before.at(-1);
  if (namesIndicator(own) || (!whole && !previous)) return { name: alone(), variant: remark };
  const named = whole ?? previous;
  if (!named || (!whole && own.split(' ').length > 9)) return { name: alone(), variant: remark };
  const area = splitArea(named.name, own);
  if (area) named.variant = named.variant ?? area.variant;
  if (area) named.name = area.name;
  return { name: named.name, variant: tidyVariant(own) };
}

/** Names that no head before them needs to complete. */
const ownIndicator = /^(?:tỷ lệ|tỉ lệ|tỷ trọng|tổng|tốc độ|số\s+\p{Ll})/iu;

const verbs = /^(?:phát triển|thành lập|tạo|giải quyết|kết nạp|đưa|trồng|xây dựng|thu hút|đào tạo|hỗ trợ|hoàn thành|chuyển đổi|công nhận|nâng|vận động|xóa|xoá|sửa chữa|hình thành|tổ chức|cấp|lắp đặt|bồi dưỡng|tuyển|đầu tư|đăng ký|thành lập mới)(?!\p{L})/iu;
/** A count is made by a verb before it ("mở thêm 02 tuyến phố"), of which not all can be listed: a few words that name no indicator. */
const isVerb = (own: string): boolean => !/[,;]/u.test(own) && (verbs.test(own) ? own.split(' ').length <= 9 : own.split(' ').length <= 3 && !namesIndicator(own));

/** "… về quốc phòng, an ninh.": a few words that only lengthen the list before them. */
const goesOnAfterComma = /^,\s*(?!phấn đấu|duy trì|tăng|giảm|đạt|có|trong đó|góp phần|bảo đảm|đảm bảo|nâng|hoàn thành|tỉnh|huyện|thị xã|thành phố|giải quyết|phát triển|thực hiện|tiếp tục)(?:[\p{L}-]+\s?){1,4}(?=[,;.)\u0002]|$)/iu;

/** The noun phrase that a leading number counts, up to the next joint. */
function nounBehind(main: string, quantity: Quantity, end: number): { text: string; to: number } {
  const rest = main.slice(quantity.to, end);
  const stops = [...rest.matchAll(/[,;:)]|\.(?=\s|$)|\u0002|\s(?=(?:so với|trước năm|vào năm|đến năm|tính đến|để |nhằm |và\s*$))/gu)].map((match) => match.index);
  let to = rest.length;
  for (const at of stops) {
    const open = rest[at] === ',' && quantity.kind !== 'measure' && (quantity.kind === 'percent' || quantity.of !== null) && !hasPredicate(rest.slice(0, at));
    if (open || (rest[at] === ',' && quantity.kind !== 'measure' && goesOnAfterComma.test(rest.slice(at)))) continue;
    to = at;
    break;
  }
  const text = rest.slice(0, to).replace(/\s+và\s*$/u, '').trimEnd();
  return { text: squeeze(text), to: text === '' ? quantity.to : quantity.to + text.length };
}

const base = /^[\s,]*(so (?:với )?(?:cùng kỳ(?: năm (?:trước|\d{4}))?|(?:ước )?(?:thực hiện|TH|dự toán|kế hoạch|năm|ước|đầu năm|giai đoạn|bình quân)[^,;.)]{0,50}))/u;

const baseAfter = (text: string): string | null => {
  const found = base.exec(text)?.[1];
  return found ? squeeze(found.replace(/\u0002+/gu, ' ')) : null;
};

/** Parts of a growth target compare with what their whole compares with. */
const inheritedBase = ({ parent, before }: Around): string | null => (parent === null ? null : (before[parent]?.base ?? null));

const state = /(?<!\p{L})(?:hoàn thành|đạt chuẩn|đạt tiêu chuẩn|đạt|trở thành|được công nhận|ổn định|giữ vững|bảo đảm|không để|không có|duy trì|củng cố|nâng|giảm|tăng)(?!\p{L})/iu;
const statesCondition = (text: string): boolean => state.test(text) && text.trim().split(/\s+/u).length >= 3;

const placed = /^(?:,\s*|\s*và\s+|\s+)*(?:phấn đấu\s+)?(?:có thêm\s+)?(?:đưa\s+)?(?:tỉnh|huyện|thị xã|thành phố|thị trấn|xã|phường)\s/iu;

/** "có thêm huyện Trà Cú đạt chuẩn nông thôn mới và 10 xã …": a condition of its own before a leading number. */
function conditionBefore(text: string, start: number, quantity: Quantity): number | undefined {
  const own = text.slice(start, quantity.from);
  const lead = /(?:,\s*|\s+và\s+)$/u.exec(own);
  return lead && placed.test(own) && /đạt|hoàn thành|trở thành|được công nhận/u.test(own) ? start + lead.index : undefined;
}

/** "…, 51% xã nông thôn mới nâng cao, tỉnh hoàn thành nhiệm vụ …": the same behind the number's noun. */
function conditionAfter(text: string, from: number, end: number, quantity: Quantity): { from: number; to: number } | undefined {
  const rest = text.slice(Math.max(from, quantity.to), end);
  return /^\s*(?:,|và)\s/u.test(rest) && placed.test(rest) && /đạt|hoàn thành|trở thành|được công nhận/u.test(rest) ? { from: Math.max(from, quantity.to), to: end } : undefined;
}

/** A condition without a number: an end state to reach or keep. */
export function conditionAtom(text: string, from: number, to: number): Atom {
  const stretch = text.slice(from, to);
  const keeps = /^\s*(?:giữ vững|bảo đảm|củng cố|duy trì|đảm bảo)(?!\p{L})/iu.test(stretch);
  const lead = keeps ? (/^\s*/u.exec(stretch)?.[0].length ?? 0) : afterLead(stretch);
  const words = stretch.slice(lead).replace(/[.;,\s/]+$/u, '');
  const late = /\s+(?:trước|vào|đến|trong)\s+(?:hết\s+)?năm\s+\d{4}$/u.exec(words);
  const kept = late ? words.slice(0, late.index) : words;
  return {
    from: from + lead,
    to: from + lead + (late ? late.index : words.length),
    name: tidyName(kept.replace(/^(?:giữ vững|giữ|bảo đảm|duy trì|củng cố và nâng|củng cố)\s+/iu, '')),
    variant: null,
    quantity: undefined,
    change: /^\s*(?:giai đoạn[^g]*)?giảm/iu.test(stretch) ? 'decrease' : 'level',
    base: null,
    deadline: deadlineIn(stretch),
    parent: null,
  };
}

/** "99,3% dân cư thành thị; 99,8% dân cư nông thôn được sử dụng nước sạch": the predicate of the second is the first's too. */
function sharePredicate(atoms: Atom[]): Atom[] {
  return atoms.map((atom, i) => {
    const next = atoms[i + 1];
    const share = atom.quantity?.kind === 'percent' && next?.quantity?.kind === 'percent' && /^Tỷ lệ /u.test(atom.name) && /^Tỷ lệ /u.test(next.name) && next.from - atom.to < 8;
    if (!share || hasPredicate(atom.name) || !hasPredicate(next.name) || atom.variant !== null) return atom;
    const shared = predicate.exec(next.name);
    return shared && atom.name !== next.name && atom.name.split(' ').length < 9 ? { ...atom, name: `${atom.name}${next.name.slice(shared.index)}` } : atom;
  });
}

const perPeople = / trên \d[\d.]* dân$/u;

/** "35 giường bệnh, 14 - 16 bác sĩ, 24 điều dưỡng viên trên 10.000 dân": the last one's denominator is everyone's. */
function shareDenominator(atoms: Atom[]): Atom[] {
  const shared = perPeople.exec(atoms.at(-1)?.name ?? '')?.[0];
  if (!shared) return atoms;
  return atoms.map((atom) => (atom.quantity?.kind === 'count' && !atom.name.includes('/') && !perPeople.test(atom.name) ? { ...atom, name: atom.name + shared } : atom));
}
