import type { PastFigure, Target, Tier } from '../../values/finding.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import type { Span } from '../../values/span.ts';
import { type FoundFigure, figureOfAtom, figureOfStated } from '../figures/figure.ts';
import type { View } from '../text/view.ts';
import { type Atom, withoutStated } from './atom.ts';
import type { Deadline } from './deadline.ts';
import { normalUnit } from './units.ts';

/** A target before it is numbered; `parent` is the index among the targets it was found with. */
export type FoundTarget = Omit<Target, 'id' | 'parentId' | 'confidence'> & { parent: number | null };

/** What one place holds: what is to be reached, and what is said beside it of the past. */
export type Found = { targets: FoundTarget[]; figures: FoundFigure[] };

/** What all targets of one place share. */
export type Setting = {
  section: string[];
  group: string | null;
  ordinal: string | null;
  listed: boolean;
  tier: Tier;
  agencies: string[];
  /** Where the sentence names no deadline of its own: the row's, the heading's or the plan's last year. */
  deadline: Deadline | undefined;
  /** The day the document was issued: a year before its own is no deadline. */
  issuedOn: PlainDate | null;
};

function targetOfAtom(atom: Atom, view: View, setting: Setting): FoundTarget {
  const { quantity } = atom;
  const deadline = atom.deadline ?? setting.deadline;
  return {
    span: view.span(atom.from, atom.to),
    valueSpan: null,
    section: setting.section,
    group: setting.group,
    ordinal: setting.ordinal,
    listed: setting.listed,
    name: atom.name,
    variant: atom.variant,
    op: quantity?.op ?? 'text',
    value: quantity?.value ?? null,
    value2: quantity?.value2 ?? null,
    of: quantity?.of ?? null,
    unit: quantity ? normalUnit(quantity.unit ?? '', atom.name) || null : null,
    change: atom.change,
    base: atom.base,
    year: deadline?.year ?? null,
    yearFrom: deadline?.yearFrom ?? null,
    tier: setting.tier,
    agencies: setting.agencies,
    parent: atom.parent,
  };
}

/** The findings of several atoms of one text; parents and targets shift by what was found before them. */
export function findsOfAtoms(atoms: Atom[], view: View, setting: Setting): Found {
  const before = endsBefore(atoms);
  const gone = goneOf(atoms, before, view.text, setting);
  const places = indexesOf(gone.map((one) => !one));
  const targets = atoms.flatMap((atom, i) => {
    const parent = atom.parent === null ? null : (places[atom.parent] ?? null);
    return gone[i] ? [] : [targetOfAtom({ ...atom, parent }, view, setting)];
  });
  // Running text that sets nothing only reports; a list of targets may give each year a line of its own.
  if (targets.length === 0 && !setting.listed) return { targets, figures: [] };
  const staying = Map.groupBy(
    places.flatMap((place, at) => (place === null ? [] : [{ at, place }])),
    ({ at }) => atoms[at]?.name,
  );
  const figures = atoms.flatMap((atom, i) => {
    const target = places[i] ?? null;
    const { quantity, stated = [] } = atom;
    if (gone[i] && quantity)
      return figureOfAtom(atom, quantity, before[i] ?? 0, besideOf(atom, i, places, staying), view, setting) ?? [];
    return target === null ? [] : stated.flatMap((one) => figureOfStated(one, { atom, target }, view, setting) ?? []);
  });
  return { targets, figures };
}

/** For each that stays its place among those that stay. */
function indexesOf(stays: boolean[]): (number | null)[] {
  let count = 0;
  return stays.map((stays) => (stays ? count++ : null));
}

/** Which atoms tell of the past. Where all their years are over the text may be an older one that is quoted: then none does by its year alone. */
function goneOf(atoms: Atom[], before: number[], whole: string, setting: Setting): boolean[] {
  const text = withoutStated(whole, atoms);
  const told = atoms.map((atom, i) => atom.past === true || tellsResult(atom, before[i] ?? 0, text));
  const gone = atoms.map((atom, i) => told[i] || isOver(atom, before[i] ?? 0, text, setting));
  return gone.every((one) => one) ? told : gone;
}

/** "Năm 2023 đạt 7,8%" in a plan of 2025: a year that was over when the plan was issued; "đến năm 2023" is a milestone. */
function isOver({ deadline, quantity }: Atom, before: number, text: string, { issuedOn }: Setting): boolean {
  if (!quantity || issuedOn === null) return false;
  const issued = Number(issuedOn.slice(0, 4));
  const opens = yearOpening.exec(text.slice(Math.max(0, quantity.at - reach), quantity.at))?.groups?.year;
  if (opens !== undefined && Number(opens) < issued) return true;
  if (!deadline || deadline.year >= issued) return false;
  if (/phấn đấu|mục tiêu/iu.test(text.slice(before, quantity.at))) return false;
  const near = text.slice(Math.max(0, quantity.at - reach), quantity.to + 15);
  const said = [...near.matchAll(yearSaid)].findLast(({ groups }) => Number(groups?.year) === deadline.year);
  return said !== undefined && said.groups?.until === undefined;
}

/** "(năm 2025 trồng được 950 ha)": the bracket says first when. */
const yearOpening = /\(\s*(?:(?:cuối|hết)\s+)?năm\s+(?<year>(?:19|20)\d{2})(?!\s*[-–])[^();]*$/iu;

/** How far from its number a year may stand. */
const reach = 300;
const yearSaid =
  /(?<until>(?<!\p{L}|tính\s)(?:đến|tới|vào|hết|trước|trong|từ|giai đoạn)\s+(?:(?:hết|cuối|đầu)\s+)?)?(?:năm\s+)?(?<year>(?:19|20)\d{2})/giu;

/** "Hiện nay đạt 45%", "đến nay có 54 xã": nothing to be reached, even in a list of targets. */
function tellsResult({ quantity, deadline }: Atom, before: number, text: string): boolean {
  if (!quantity || deadline) return false;
  const clause = text
    .slice(Math.max(before, quantity.at - 120), quantity.at)
    .split(/[;.:(]\s+|,\s+(?=phấn đấu)/u)
    .at(-1);
  return clause !== undefined && result.test(clause) && !/phấn đấu|mục tiêu|theo chuẩn/iu.test(clause);
}
const result = /(?<!\p{L})(?:hiện nay|hiện tại|hiện có|hiện đạt|hiện mới|(?:tính )?đến nay|đã đạt)(?!\p{L})/iu;

/** For each atom where those before it end. */
function endsBefore(atoms: Atom[]): number[] {
  let end = 0;
  return atoms.map(({ quantity, to }) => {
    const before = end;
    end = Math.max(end, quantity?.to ?? to);
    return before;
  });
}

type Staying = ReadonlyMap<string | undefined, { at: number; place: number }[]>;

/** What a value of the past stands beside: its whole, or the next of its name. */
function besideOf({ parent, name }: Atom, at: number, places: (number | null)[], staying: Staying): number | null {
  const whole = parent === null ? null : (places[parent] ?? null);
  if (whole !== null) return whole;
  const same = staying.get(name);
  return (same?.find((one) => one.at > at) ?? same?.at(-1))?.place ?? null;
}

/** Puts lists of findings behind one another, parents and targets pointing into the whole. */
export function concatenated(lists: Found[]): Found {
  const all: Found = { targets: [], figures: [] };
  for (const { targets, figures } of lists) {
    const shift = all.targets.length;
    const moved = (at: number | null): number | null => (at === null ? null : at + shift);
    for (const target of targets) all.targets.push({ ...target, parent: moved(target.parent) });
    for (const figure of figures) all.figures.push({ ...figure, target: moved(figure.target) });
  }
  return all;
}

/** In order of appearance, numbered "t1", "t2", …, and "f1", "f2", … */
export function numbered({ targets, figures }: Found): {
  targets: Omit<Target, 'confidence'>[];
  figures: PastFigure[];
} {
  const order = inOrder(targets);
  const ids = new Map(order.map(({ at }, i) => [at, `t${i + 1}`]));
  const idOf = (at: number | null): string | null => (at === null ? null : (ids.get(at) ?? null));
  return {
    targets: order.map(({ found: { parent, ...target }, at }) => ({
      ...target,
      id: ids.get(at) ?? '',
      parentId: idOf(parent),
    })),
    figures: inOrder(figures).map(({ found: { target, ...figure } }, i) => ({
      ...figure,
      id: `f${i + 1}`,
      targetId: idOf(target),
    })),
  };
}

const inOrder = <T extends { span: Span; valueSpan: Span | null }>(all: T[]): { found: T; at: number }[] =>
  all
    .map((found, at) => ({ found, at }))
    .sort((a, b) => place(a.found.span, b.found.span) || place(a.found.valueSpan, b.found.valueSpan) || a.at - b.at);

const place = (a: Span | null, b: Span | null): number => (a?.start ?? 0) - (b?.start ?? 0);
