import type { Change } from '../../values/finding.ts';
import { lowerFirst, squeeze } from '../../values/vietnamese.ts';
import type { Bracket } from '../text/clauses.ts';
import { type Around, type Atom, hasPredicate, ownWords, predicateIn } from './atom.ts';
import { isObject, nounBehind } from './atom-noun.ts';
import { counted, measured, ofEach, ownTotal, rankedBy } from './count-name.ts';
import type { Named, Naming } from './named.ts';
import {
  afterLead,
  everywhere,
  nameOfNoun,
  namesIndicator,
  shareName,
  splitArea,
  tidyName,
  tidyVariant,
  withoutTail,
} from './naming.ts';
import type { Quantity } from './quantity.ts';

/** Tried in this order; the last always fits. */
const rules: ((naming: Naming) => Named | undefined)[] = [
  restated,
  growthOf,
  rateBeside,
  shareIn,
  continued,
  valueFirst,
  actedOn,
  ofEach,
  counted,
  measured,
];

/** @param words what stands before the number, lead words and verb taken off; @param note a bracket right behind it */
export function nameAtom(around: Around, words: string, note: Bracket | undefined): Named {
  const naming: Naming = {
    around,
    own: squeeze(words.replace(/▒+/gu, ' ')).replace(/^[,;:/\s]+/u, ''),
    remark: note ? remarkOf(around.text.slice(note.from + 1, note.to - 1)) : null,
    plain: { to: note ? note.to : around.quantity.to, valueFirst: false, parent: around.parent },
  };
  for (const rule of rules) {
    const named = rule(naming);
    if (named) return named;
  }
  return { ...naming.plain, ...nameInFront(naming) };
}

/** "70 triệu đồng (năm 2026)": when, and no variant. */
const remarkOf = (inside: string): string | null =>
  /^\s*(?:(?:đến|vào|cuối)\s+)?năm\s+(?:19|20)\d{2}\s*$/iu.test(inside) ? null : tidyVariant(inside);

/** "tương đương 3.782 USD", "90% (54/60 xã)", "54 xã (chiếm 40% tổng số xã)": the figure before in another unit. */
function restated({ around, own, remark, plain }: Naming): Named | undefined {
  const { main, before, quantity, end, parent } = around;
  const at = parent ?? before.length - 1;
  const previous = before[at];
  if (!previous?.quantity) return undefined;
  const sided = previous.quantity.kind !== quantity.kind && [previous.quantity.kind, quantity.kind].includes('percent');
  const bracketed =
    parent !== null &&
    sided &&
    !grows.test(main.slice(around.start, quantity.from)) &&
    /^(?:chiếm|đạt|bằng)?(?: tỷ lệ)?$/u.test(own);
  if (!bracketed && !/^(?:tương đương|tức(?: là)?)/iu.test(own)) return undefined;
  const noun = bracketed ? nounBehind(main, quantity, end) : undefined;
  // "trong đó 70% có việc làm": words of its own make it a part.
  if (noun && noun.text !== '' && !/^(?:tổng|so với|kế hoạch|dự toán)(?!\p{L})/u.test(noun.text)) return undefined;
  return {
    ...plain,
    ...(noun && { to: noun.to }),
    name: inOtherKind(previous.name, quantity),
    variant: remark ?? previous.variant,
    parent: at,
    restates: previous.change,
    ...(remark && previous.variant === null && { amends: { at, change: { variant: remark } } }),
  };
}

function inOtherKind(name: string, { kind }: Quantity): string {
  if (kind === 'count') return name.replace(/^Tỷ lệ (?:số )?/u, 'Số ');
  return kind === 'percent' ? name.replace(/^(?:Tổng s|S)ố /u, 'Tỷ lệ ') : name;
}

const growth =
  /^(?:với\s+)?(?<rate>(?:tốc độ|nhịp độ|mức|tỷ lệ)\s+tăng(?: trưởng)?)(?<mean>\s+(?:bình quân|trung bình))?(?:\s+(?:hàng|hằng) năm)?$/iu;

const withoutLink = (own: string): string => squeeze(own).replace(/^[\s,;.]+|(?:\s*(?:ước|đạt|là|ở mức))+$/giu, '');

/** "kim ngạch đạt 48 triệu USD, tốc độ tăng bình quân 5 - 6%/năm": the rate at which the figure before grows. */
function growthOf({ around, remark, plain }: Naming): Named | undefined {
  const { before } = around;
  const words = growth.exec(withoutLink(ownWords(around)))?.groups;
  const previous = before.at(-1);
  if (!words?.rate || !previous?.quantity || /^tốc độ tăng/iu.test(previous.name)) return undefined;
  const name = `${words.rate}${words.mean ?? ''} ${lowerFirst(previous.name)}`;
  return {
    ...plain,
    name: tidyName(name),
    variant: remark ?? previous.variant,
    parent: plain.parent ?? before.length - 1,
  };
}

/** "tốc độ tăng về khách quốc tế 12%/năm và khách nội địa 6%/năm": the second grows as the first. */
function rateBeside({ around: { main, start, before, quantity }, own, remark, plain }: Naming): Named | undefined {
  const previous = before.at(-1);
  const head = /^(?<head>(?:tốc|nhịp) độ (?:tăng|phát triển)[^,]*?\s(?:về|của))\s\p{L}/iu.exec(previous?.name ?? '')
    ?.groups?.head;
  const beside = /\svà\s+$/u.test(main.slice(previous?.quantity?.to ?? start, start));
  if (!head || !beside || quantity.unit !== previous?.quantity?.unit || own === '' || own.split(' ').length > 5)
    return undefined;
  return grows.test(own) ? undefined : { ...plain, name: tidyName(`${head} ${own}`), variant: remark };
}

const wholes = /^\s*(?:GDP|GRDP|tổng (?:thu|chi|kim ngạch|vốn|sản phẩm|giá trị))(?!\p{L})/u;

/** "đóng góp khoảng 55 - 58% GDP, 35 - 40% tổng thu ngân sách": what the noun behind names is the whole. */
function shareIn({ around: { main, quantity, end, before }, own, remark, plain }: Naming): Named | undefined {
  if (quantity.kind !== 'percent' || !wholes.test(main.slice(quantity.to, end))) return undefined;
  const previous = before.at(-1)?.name;
  const gives = /^đóng góp/iu;
  const giver = /^(?<who>.+?)\s+đóng góp$/iu.exec(own)?.groups?.who;
  const given = giver === undefined ? own : `đóng góp của ${lowerFirst(giver)}`;
  const subject = gives.test(given)
    ? given
    : isBare(own) && previous && gives.test(previous)
      ? previous.replace(/ trong .*$/u, '')
      : '';
  if (subject === '') return undefined;
  const noun = nounBehind(main, quantity, end);
  return {
    ...plain,
    to: noun.to,
    valueFirst: isBare(own),
    name: tidyName(`${subject} trong ${noun.text}`),
    variant: remark,
  };
}

const grows = /(?:tăng|giảm)/iu;
const isBare = (own: string): boolean =>
  own === '' ||
  /^(?:(?:tăng|giảm)(?: trưởng)?(?: bình quân)?|(?:tăng |bằng )?gấp|bằng)$|\s(?:để|chỉ tiêu|mục tiêu)$/iu.test(own);

/** "; 7,75% (không tính …)", ", tăng 9,27%": a number without words of its own goes on with the one before. */
function continued({ around, own, remark, plain }: Naming): Named | undefined {
  const { main, quantity, before, parent, end } = around;
  const previous = before.at(-1);
  if (!previous || !isBare(own) || (around.head?.here && around.first)) return undefined;
  if (quantity.unit === 'thứ hạng' && previous.quantity?.unit === 'thứ hạng')
    return { ...plain, name: previous.name, variant: remark };
  if (quantity.unit === 'lần' && previous.quantity)
    return { ...plain, name: previous.name, variant: remark ?? previous.variant, parent: parent ?? before.length - 1 };
  const borrowed = !/[\p{L}%]/u.test(main.slice(quantity.at, quantity.to)) && quantity.unit === previous.quantity?.unit;
  const added = grows.test(ownWords(around)) && quantity.unit === previous.quantity?.unit;
  const noun = datedAgain(around, previous) ? '' : nounBehind(main, quantity, end).text;
  if ((quantity.kind === 'count' && !borrowed && !added) || noun !== '') return undefined;
  const growth = grows.test(ownWords(around));
  return {
    ...plain,
    name: previous.name,
    variant: remark ?? (growth ? previous.variant : null),
    parent:
      parent ??
      (growth && (previous.quantity?.kind !== quantity.kind || previous.change === 'level') ? before.length - 1 : null),
  };
}

/** "đến năm 2028 đạt 28% và năm 2030 đạt 33% dân số": the same once more, whatever it is measured by. */
const datedAgain = ({ main, quantity }: Around, { name, to, quantity: before }: Atom): boolean =>
  before !== undefined &&
  to === before.to &&
  before.unit === quantity.unit &&
  !/^(?:Tỷ lệ|Số)$/u.test(name) &&
  /^\s*(?:,|;|và|,\s*và)\s+(?:(?:đến|vào)\s+)?năm\s+20\d{2}\s+(?:đạt\s+)?(?:từ\s+)?$/u.test(
    main.slice(before.to, quantity.from),
  );

const thingOf = ({ kind, unit }: Quantity): string =>
  kind === 'count' ? (unit ?? '').replace(/^(?:tỷ|triệu|nghìn)\s+/u, '').replace(/\/.*$/u, '') : '';

/** "… 85% xã đạt chuẩn, trong đó 40% đạt nâng cao": the things are those of the figure before. */
function withSubject(noun: string, { before, parent, quantity }: Around): string {
  const name = before[parent ?? before.length - 1]?.name;
  if (quantity.kind !== 'percent' || name === undefined || !/^(?:đạt|được|có|sử dụng|tham gia)(?!\p{L})/u.test(noun))
    return noun;
  const predicate = predicateIn(name);
  const things = /^(?:Tỷ lệ|Số)\s+(?<things>.+)$/u.exec(name.slice(0, name.length - (predicate?.length ?? 0)))?.groups
    ?.things;
  return things === undefined ? noun : `${things} ${noun}`;
}

/** "100% xã đạt chuẩn nông thôn mới", "Cơ sở giáo dục đạt chuẩn: 72,72% mầm non": the name follows the number. */
function valueFirst({ around, own, remark }: Naming): Named | undefined {
  const { main, quantity, head, parent, end, before } = around;
  if (!isBare(own) && !(quantity.kind === 'percent' && isEverywhere.test(own))) return undefined;
  const noun = nounBehind(main, quantity, end);
  const kind = /^là\s+(?<kind>.+)$/u.exec(noun.text)?.groups?.kind;
  const whole = parent === null ? undefined : before[parent];
  if (kind && whole && quantity.kind === 'percent')
    return { to: noun.to, valueFirst: true, parent, name: whole.name, variant: tidyVariant(kind) };
  const things = squeeze(`${thingOf(quantity)} ${withSubject(noun.text, around)}`);
  const place = { to: noun.to, valueFirst: true, parent };
  const ranked = quantity.unit === 'thứ hạng' ? rankedBy.exec(main.slice(quantity.to, end))?.groups?.what : undefined;
  if (ranked) return { ...place, name: tidyName(`Xếp hạng ${lowerFirst(ranked)}`), variant: remark };
  if (quantity.unit === 'thứ hạng' && !head && noun.text === '') return { ...place, name: 'Xếp hạng', variant: remark };
  const name = head === undefined ? '' : headName(main, head);
  const share = quantity.kind === 'percent' && !namesIndicator(name);
  // "Cải cách thể chế: 100% văn bản được ban hành …": what the head is about, and no name of the share.
  if (head && !(share && hasPredicate(noun.text) && !hasPredicate(name))) {
    const said = name.toLowerCase().includes(things.toLowerCase());
    return { ...place, name: share ? `Tỷ lệ ${lowerFirst(name)}` : name, variant: said ? null : tidyVariant(things) };
  }
  // "Tăng gấp đôi kim ngạch xuất khẩu": what is multiplied is no number of times.
  if (quantity.unit === 'lần' && isObject(noun))
    return { ...place, valueFirst: false, name: tidyName(noun.text), variant: remark };
  const density = quantity.kind === 'count' && quantity.unit?.includes('/');
  // "Giảm 5% biên chế": what falls is the thing itself, not a share of it.
  const moves = grows.test(ownWords(around)) && quantity.kind === 'percent' && isObject(noun);
  if (moves) return { ...place, valueFirst: false, name: tidyName(noun.text), variant: remark };
  return {
    ...place,
    name: tidyName(density ? `Số ${quantity.unit} ${noun.text}` : nameOfNoun(things, quantity)),
    variant: remark,
  };
}

/** "cả nước có ít nhất 80% số xã …". */
const isEverywhere = new RegExp(`^(?:${everywhere})$`, 'iu');

/** What stands before a colon, without the words that lead to it: "Duy trì tốc độ tăng đàn: trâu …". */
function headName(main: string, head: { from: number; to: number }): string {
  const words = main.slice(head.from, head.to);
  return tidyName(withoutTail(words.slice(afterLead(words))));
}

const making = /^(?:xây dựng|đưa|nâng|hình thành|phát triển|hoàn thành|thực hiện)$/iu;

/** A share behind a verb: "giảm 5% biên chế công chức", "số hóa 100% hồ sơ". */
function actedOn({ around, own, remark, plain }: Naming): Named | undefined {
  const { main, end, quantity, head, parent } = around;
  if (quantity.kind !== 'percent' || head || parent !== null) return undefined;
  const noun = nounBehind(main, quantity, end);
  if (!isObject(noun)) return undefined;
  const before = ownWords(around);
  const moves = /(?:^|\s)(?:cắt giảm|giảm|tăng)\s*$/u.test(before) && !/(?:tỷ|tỉ|số|mức|tốc độ)\s/iu.test(own);
  if (moves) return { ...plain, to: noun.to, name: tidyName(noun.text), variant: remark };
  const served = /^(?:hoàn thành\s+)?(?<work>.+)\s+cho$/iu.exec(own)?.groups?.work;
  if (served)
    return { ...plain, to: noun.to, name: tidyName(`Tỷ lệ ${noun.text} được ${lowerFirst(served)}`), variant: remark };
  if (namesIndicator(own) && own.split(' ').length > 2) return undefined;
  if (own.split(' ').length > 6 || withoutTail(before) !== before.trimEnd()) return undefined;
  // "Xây dựng 85% xã đạt chuẩn": what the things are to be says enough.
  const made = hasPredicate(noun.text) && making.test(own) ? noun.text : `${lowerFirst(own)} ${noun.text}`;
  return { ...plain, to: noun.to, name: tidyName(`Tỷ lệ ${made}`), variant: remark };
}

/** Names that no head before them needs to complete. */
const ownIndicator =
  /^(?:và\s+)?(?:tỷ lệ|tỉ lệ|tỷ trọng|tổng|tốc độ|số\s+\p{Ll}|thu ngân sách|giá trị|doanh thu|sản lượng|diện tích|năng suất|dân số|thu nhập bình quân|g?rdp bình quân|kim ngạch|tuổi thọ)/iu;

/** "thu ngân sách tăng 10%; hộ nghèo giảm 4%": what falls is something else than what rises. */
const turns = (said: string, before: Change): boolean =>
  (before === 'increase' && /giảm/u.test(said)) || (before === 'decrease' && /tăng/u.test(said));

/** Behind a semicolon more than a few words are a name of their own, unless they say where or among whom. */
const varies =
  /^(?:cấp|khu vực|vùng|ở|tại|đối với|riêng|đô thị|thành thị|nông thôn|các |khối |ngành |trẻ |nhóm |người |hộ )/iu;

/** "… giảm còn 8%. Lao động qua đào tạo đạt 65%.": behind a full stop words that do not only say where are a name of their own. */
const isSentence = ({ main, start }: Around, own: string, { to }: Atom): boolean =>
  /\.\s+$/u.test(main.slice(to, start)) && /^\p{Lu}/u.test(own) && own.split(' ').length > 2 && !varies.test(own);

/** The words before the number: an indicator of their own, or what varies the head or the atom before ("nông thôn đạt 83,25%"). */
function nameInFront({ around, own, remark }: Naming): Pick<Named, 'name' | 'variant' | 'amends'> {
  const { main, head, before, parent, quantity, first } = around;
  const said = ownWords(around);
  if (head && (head.here ? !ownTotal.test(own) : !ownIndicator.test(own)))
    return { name: headName(main, head), variant: tidyVariant(own) };
  const at = parent ?? before.length - 1;
  const whole = before[at];
  const part = quantity.kind === 'percent' && parent === null && !namesIndicator(own) && own.split(' ').length < 8;
  if (
    part &&
    (/chiếm(?:\s+(?:khoảng|trên|dưới))?\s*$/iu.test(said) || /^Tỷ trọng /u.test(whole?.name ?? '')) &&
    !grows.test(said)
  )
    return { name: tidyName(`Tỷ trọng ${lowerFirst(own)}`), variant: remark };
  if (
    !whole ||
    (first && parent === null && isSentence(around, own, whole)) ||
    (first && turns(said, whole.change)) ||
    namesIndicator(own.replace(/^(?:nâng|đưa|gia tăng|tăng|kéo giảm|giảm)\s+/iu, '')) ||
    (parent === null && own.split(' ').length > (first && !varies.test(own) ? 5 : 9))
  ) {
    const share = quantity.kind === 'percent' && !grows.test(said);
    return { name: share ? shareName(tidyName(own)) : tidyName(own), variant: remark };
  }
  const area = splitArea(whole.name, own);
  return {
    name: area?.name ?? whole.name,
    variant: tidyVariant(own),
    ...(area && { amends: { at, change: { name: area.name, variant: whole.variant ?? area.variant } } }),
  };
}
