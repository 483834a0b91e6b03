import type { Target, Tier } from '../../values/finding.ts';
import type { Span } from '../../values/span.ts';
import type { View } from '../text/view.ts';
import type { Atom } from './atom.ts';
import type { Deadline } from './deadline.ts';
import { normalUnit } from './units.ts';

/** A target before it is numbered; `parent` is the index among the targets it was found with. */
export type FoundTarget = Omit<Target, 'id' | 'parentId' | 'confidence'> & { parent: number | null };

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

/** The targets of several atoms of one text; parents shift by what was found before them. */
export const targetsOfAtoms = (atoms: Atom[], view: View, setting: Setting): FoundTarget[] =>
  atoms.map((atom) => targetOfAtom(atom, view, setting));

/** Puts lists of found targets behind one another, parents pointing into the whole. */
export function concatenated(lists: FoundTarget[][]): FoundTarget[] {
  const all: FoundTarget[] = [];
  for (const list of lists) {
    const shift = all.length;
    for (const target of list) all.push({ ...target, parent: target.parent === null ? null : target.parent + shift });
  }
  return all;
}

/** In order of appearance, numbered "t1", "t2", … */
export function numbered(found: FoundTarget[]): Omit<Target, 'confidence'>[] {
  const order = found
    .map((target, at) => ({ target, at }))
    .sort(
      (a, b) => place(a.target.span, b.target.span) || place(a.target.valueSpan, b.target.valueSpan) || a.at - b.at,
    );
  const ids = new Map(order.map(({ at }, i) => [at, `t${i + 1}`]));
  return order.map(({ target: { parent, ...target }, at }) => ({
    ...target,
    id: ids.get(at) ?? '',
    parentId: parent === null ? null : (ids.get(parent) ?? null),
  }));
}

const place = (a: Span | null, b: Span | null): number => (a?.start ?? 0) - (b?.start ?? 0);
