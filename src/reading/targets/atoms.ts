import { squeeze } from '../../values/vietnamese.ts';
import { isBaseline, type Stated, statedIn, statedInBrackets } from '../figures/stated.ts';
import { type Bracket, blot, bracketsOf, type Clause, clausesOf } from '../text/clauses.ts';
import { type Around, type Atom, hasPredicate, isLeading, ownWords } from './atom.ts';
import { nameAtom } from './atom-name.ts';
import { likeSibling, shareDenominator, sharePredicate } from './atom-sharing.ts';
import { timeOf } from './atom-time.ts';
import { conditionAfter, conditionAtoms, conditionBefore, isException, statesCondition } from './conditions.ts';
import { describesCounted, describesNamed } from './described.ts';
import { likeBefore, likeWhole, withImpliedUnit } from './implied-unit.ts';
import { shareInTurn } from './in-turn.ts';
import { afterLead, changeOf, isLabel, namesIndicator, withoutTail } from './naming.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';

/** Everything that a listed target's text says is to be reached. */
export function atomsOf(text: string): Atom[] {
  const brackets = bracketsOf(text, (inside) => quantitiesIn(inside).some((quantity) => quantity.kind !== 'bare'));
  const stated = statedIn(text);
  const main = blot(text, [
    ...brackets.filter(
      (bracket) => (bracket.hasNumber && !isStated(bracket, stated)) || followsQuantity(text, bracket),
    ),
    ...stated,
  ]);
  const atoms: Atom[] = [];
  for (const clause of clausesOf(main)) {
    readClause(text, main, clause, brackets, atoms);
    for (const bracket of brackets) {
      if (bracket.hasNumber && !isStated(bracket, stated) && bracket.from >= clause.from && bracket.to <= clause.to + 1)
        readBracket(text, bracket, atoms);
    }
  }
  const ordered = inOrder(shareDenominator(sharePredicate(shareInTurn(atoms, main), text)));
  return beside(ordered, [...stated, ...statedInBrackets(text, brackets)]);
}

const isStated = (bracket: Bracket, stated: Stated[]): boolean =>
  stated.some(({ from, to }) => from < bracket.to && bracket.from < to);

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

/** Gives each value of the past to the number that it is compared with. */
function beside(atoms: Atom[], all: Stated[]): Atom[] {
  const shared = [...atoms];
  for (const stated of all) {
    const at =
      stated.side === 'next'
        ? shared.findIndex(({ quantity }) => quantity !== undefined && quantity.at >= stated.to)
        : comparedBefore(shared, stated);
    const atom = shared[at];
    if (atom)
      shared[at] = {
        ...atom,
        // "tăng từ 65% lên 70%" ends at a level, whatever it rose by.
        ...(stated.side === 'next' && { change: 'level' as const }),
        stated: [...(atom.stated ?? []), stated],
      };
  }
  return shared;
}

/** "85 triệu đồng, tăng 9 triệu đồng so với năm 2025 (76 triệu đồng)": not what it grew by, but what it grew to. */
function comparedBefore(atoms: Atom[], { from, quantity }: Stated): number {
  const last = atoms.findLastIndex((atom) => atom.quantity !== undefined && atom.quantity.to <= from + 1);
  const level = atoms.findLastIndex(
    (atom, i) =>
      i < last && atom.name === atoms[last]?.name && atom.change === 'level' && atom.quantity?.unit === quantity.unit,
  );
  return level !== -1 && atoms[last]?.change !== 'level' ? level : last;
}

function readBracket(text: string, bracket: Bracket, atoms: Atom[]): void {
  const inside = text.slice(bracket.from + 1, bracket.to - 1);
  const whole = atoms.findLastIndex((atom) => atom.to <= bracket.from + 1);
  if (isBaseline(inside)) return;
  for (const clause of clausesOf(inside)) {
    const shifted = {
      ...clause,
      from: clause.from + bracket.from + 1,
      to: clause.to + bracket.from + 1,
      part: true,
      head: undefined,
    };
    readClause(text, text, shifted, [], atoms, whole === -1 ? null : whole);
  }
}

/** @param whole index of the atom that a bracket stands behind; undefined outside brackets */
function readClause(
  text: string,
  main: string,
  clause: Clause,
  brackets: Bracket[],
  atoms: Atom[],
  whole?: number | null,
): void {
  if (isException(main.slice(clause.from, clause.to))) return;
  const quantities = quantitiesIn(main.slice(clause.from, clause.to))
    .map((quantity) => shift(quantity, clause.from))
    .flatMap((quantity, i, all) =>
      quantity.kind === 'bare'
        ? (withImpliedUnit(main, clause.from, quantity) ??
          likeBefore(main, quantity, all[i - 1]) ??
          likeWhole(main, quantity, clause.part ? atoms[lastWhole(atoms) ?? -1]?.quantity : undefined) ??
          [])
        : [quantity],
    );
  if (quantities.length === 0 && !clause.part && statesCondition(main.slice(clause.from, clause.to)))
    atoms.push(...conditionAtoms(text, clause.from, clause.to));
  const parent = whole !== undefined ? whole : clause.part ? lastWhole(atoms) : null;
  let start = clause.from;
  let first = true;
  for (let i = 0; i < quantities.length; i++) {
    const quantity = quantities[i];
    let next = quantities[i + 1];
    if (!quantity) break;
    if (next && describesNamed(main, start, quantity, next)) continue;
    while (next && describesCounted(main, start, quantity, next)) next = quantities[++i + 1];
    const end = next ? boundary(main, quantity, next, isLeading(main.slice(start, quantity.from))) : clause.to;
    readQuantity(
      { text, main, start, end, quantity, head: clause.head, first, brackets, before: atoms, parent },
      atoms,
    );
    start = end;
    first = false;
  }
}

/** A number's atom, with the conditions that stand before and behind it in its stretch. */
function readQuantity(around: Around, atoms: Atom[]): void {
  const { text, main, quantity, end } = around;
  const condition = conditionBefore(main, around.start, quantity);
  if (condition !== undefined) atoms.push(...conditionAtoms(text, around.start, condition));
  const start = condition ?? behindComma(main, around.start, quantity);
  const own = main.slice(start, quantity.from);
  const previous = atoms.at(-1);
  const apart = /[;.]\s/u.test(main.slice(previous?.to ?? start, quantity.from));
  const added = /thêm/u.test(main.slice(around.start, start)) || (!apart && addsLike(previous, quantity, own));
  const since = condition === undefined ? around.start : start;
  const { atom, amends } = quantityAtom({ ...around, start, since });
  const amended = amends && atoms[amends.at];
  if (amends && amended) atoms[amends.at] = { ...amended, ...amends.change };
  atoms.push(
    added
      ? { ...atom, change: 'increase' }
      : likeSibling(atom, previous, main.slice(previous?.to ?? start, quantity.from)),
  );
  const rest = conditionAfter(main, Math.max(atom.to, quantity.to), end);
  if (rest !== undefined) atoms.push(...conditionAtoms(text, rest, end));
}

/** "…, hạn chế sự cố lưới điện, 100% các điểm xung yếu được gia cố": a number right behind a comma begins its own words. */
function behindComma(main: string, start: number, quantity: Quantity): number {
  const own = main.slice(start, quantity.from);
  const comma = [...own.matchAll(/,\s+/gu)].findLast((match) => isLeading(own.slice(match.index + match[0].length)));
  return comma && (quantity.kind === 'percent' || quantity.unit === 'thứ hạng') && !isLeading(own)
    ? start + comma.index + comma[0].length
    : start;
}

/** "có thêm 05 xã nâng cao, 06 xã kiểu mẫu": the second is added as the first. */
const addsLike = (previous: Atom | undefined, quantity: Quantity, own: string): boolean =>
  previous?.quantity !== undefined &&
  previous.quantity.kind !== 'percent' &&
  previous.change === 'increase' &&
  quantity.kind === 'count' &&
  !quantity.of &&
  isLeading(own);

const shift = (quantity: Quantity, by: number): Quantity => ({
  ...quantity,
  from: quantity.from + by,
  at: quantity.at + by,
  to: quantity.to + by,
});

const lastWhole = (atoms: Atom[]): number | null => {
  const at = atoms.findLastIndex((atom) => atom.parent === null && atom.quantity !== undefined);
  return at === -1 ? null : at;
};

/** Where the words of the next quantity begin. */
function boundary(text: string, quantity: Quantity, next: Quantity, leading: boolean): number {
  const between = text.slice(quantity.to, next.from);
  const joints = [
    ...between.matchAll(
      /,\s*|\s+và\s+|▒\s*|\s+(?=tương đương|với (?:tổng|số|vốn|kinh phí|diện tích|công suất|doanh thu)\s)|;\s*|:\s*|\.\s+/gu,
    ),
  ].map((match) => match.index + match[0].length);
  if (joints.length === 0) return quantity.to;
  // A colon right before the number parts a name from its figure ("…, Viettel: 33 trạm").
  const colon = /:\s*$/u.exec(between);
  if (colon && joints.length > 1) joints.pop();
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

function quantityAtom(around: Around): { atom: Atom; amends: ReturnType<typeof nameAtom>['amends'] } {
  const { text, main, start, end, quantity, brackets, first } = around;
  const head = around.head && isLabel(main.slice(around.head.from, around.head.to)) ? undefined : around.head;
  const own = ownWords(around);
  const lead = leadOf(own, around.parent !== null);
  const note = brackets.find(
    (bracket) =>
      !bracket.hasNumber && bracket.from >= quantity.to && main.slice(quantity.to, bracket.from).trim() === '',
  );
  const named = nameAtom({ ...around, head }, withoutTail(own.slice(lead).replace(/▒+/gu, ' ')), note);
  const from = skipBlank(text, named.valueFirst ? quantity.from : start + lead);
  const withHead = first && head?.here ? head.from + afterLead(text.slice(head.from, head.to)) : from;
  const atom: Atom = {
    from: Math.min(withHead, from),
    to: named.to,
    name: named.name,
    variant: named.variant,
    quantity,
    change:
      named.restates ??
      partChange(around) ??
      growsAsBefore(around, own) ??
      changeOf(own.replace(/\([^)]*\)|▒+/gu, ' '), named.name, {
        ...quantity,
        op: /dưới/u.test(main.slice(quantity.from, quantity.at)) ? '<' : quantity.op,
      }),
    base:
      baseAfter(main.slice(note?.to ?? quantity.to, end), quantity) ??
      baseAfter(main.slice(named.to, end), quantity) ??
      baseBefore(own) ??
      inheritedBase(around),
    ...timeOf(around, named.to, conditionAfter(main, named.to, end) ?? end),
    parent: named.parent,
  };
  return { atom, amends: named.amends };
}

/** "trong đó có bằng cấp, chứng chỉ đạt 40%": in a part "có" belongs to what tells it from its whole. */
function leadOf(own: string, part: boolean): number {
  const lead = afterLead(own);
  const has = /(?:^|\s)có\s+$/iu.exec(own.slice(0, lead));
  return part && has && lead < own.length ? lead - has[0].trimStart().length : lead;
}

/** Parts of a count that is added are added, too: "58 trạm (VNPT: 25 trạm, …)". */
function partChange({ main, start, parent, before, quantity }: Around): Atom['change'] | undefined {
  const whole = parent === null ? undefined : before[parent];
  const added =
    whole?.quantity?.kind === 'count' &&
    whole.change === 'increase' &&
    quantity.kind === 'count' &&
    !abroad.test(main.slice(start, quantity.from));
  return added ? 'increase' : undefined;
}

/** Who is sent abroad is no new job. */
const abroad = /xuất khẩu lao động|ở nước ngoài/iu;

/** "giá trị sản xuất nông nghiệp tăng 3,2%/năm; giá trị sản xuất công nghiệp 11%/năm": an amount that has a rate grows as the one before. */
function growsAsBefore({ before, quantity }: Around, own: string): Atom['change'] | undefined {
  const previous = before.at(-1);
  const rate =
    quantity.kind === 'percent' && quantity.unit?.includes('năm') && previous?.quantity?.unit === quantity.unit;
  return rate && previous.change === 'increase' && amount.test(own) ? 'increase' : undefined;
}

const amount =
  /^[\s,;]*(?:và\s+)?(?:tổng\s+)?(?:giá trị|kim ngạch|doanh thu|thu|chi|sản lượng|mức|vốn)(?!\p{L})(?!.*(?:chiếm|đạt|giảm|còn|bằng)(?!\p{L}))/iu;

const skipBlank = (text: string, at: number): number => at + (/^[\s,;:]*/u.exec(text.slice(at))?.[0].length ?? 0);

const base =
  /^[\s,]*(so (?:với )?(?:cùng kỳ(?: năm (?:trước|\d{4}))?|(?:ước )?(?:thực hiện|TH|dự toán|kế hoạch|năm|ước|đầu năm|giai đoạn|bình quân)[^,;.)]{0,50}))/u;

/** "gấp 2 lần năm 2010"; behind other units a bare year says when. */
/** The comparison that stands in the words after a value: "so với năm 2023". */
export const baseAfter = (text: string, { unit }: Quantity): string | null => {
  const year = unit === 'lần' ? /^\s*(năm (?:19|20)\d{2})(?=[\s,;.)]|$)/u.exec(text)?.[1] : undefined;
  const found = base.exec(text)?.[1] ?? year;
  return found ? squeeze(found.replace(/▒+/gu, ' ')) : null;
};

/** "mức giảm … so với năm 2025 là 2%": the comparison stands before its number. */
const baseBefore = (own: string): string | null =>
  /(?<!\p{L})(so với năm (?:19|20)\d{2})\s+(?:là|đạt)\s*$/u.exec(own)?.[1] ?? null;

/** Parts of a growth target compare with what their whole compares with. */
const inheritedBase = ({ parent, before }: Around): string | null =>
  parent === null ? null : (before[parent]?.base ?? null);
