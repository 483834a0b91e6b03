/** Where each item and each ribbon of the picture lies: columns from the highest tier to the lowest, partners near one another. */

export type FlowItem = { key: string; name: string; document: string };
export type FlowLink = { from: string; to: string | null };

type Slots = { from: number; to: number | null };
export type PlacedItem = FlowItem & { column: number; top: number; height: number };
export type Ribbon<L extends FlowLink> = { link: L; column: number } & Slots;

export const slot = 20;
const gap = 8;
const head = 30;

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/**
 * What nothing above asks for and nothing below answers is left out; of the first column what is answered stands before what is not. `links` go from a column to the
 * next one; without a partner they end beside where they begin.
 */
export function placeFlow<L extends FlowLink>(
  columns: readonly (readonly FlowItem[])[],
  links: readonly L[],
): { items: PlacedItem[]; ribbons: Ribbon<L>[]; height: number } {
  const out = Map.groupBy(links, ({ from }) => from);
  const into = Map.groupBy(
    links.filter(({ to }) => to !== null),
    ({ to }) => to ?? '',
  );
  const placed = new Map<string, PlacedItem>();
  for (const [column, items] of columns.entries()) {
    const above = (key: string): number => {
      const tops = (into.get(key) ?? []).flatMap(({ from }) => placed.get(from)?.top ?? []);
      return tops.length > 0 ? mean(tops) : Number.MAX_SAFE_INTEGER;
    };
    const shown = items.filter(({ key }) => out.has(key) || into.has(key));
    const answered = (key: string): boolean => (out.get(key) ?? []).some(({ to }) => to !== null);
    const ordered = shown.toSorted((a, b) =>
      column === 0 ? Number(answered(b.key)) - Number(answered(a.key)) : above(a.key) - above(b.key),
    );
    let top = head;
    for (const item of ordered) {
      const height = slot * Math.max(1, out.get(item.key)?.length ?? 0, into.get(item.key)?.length ?? 0);
      placed.set(item.key, { ...item, column, top, height });
      top += height + gap;
    }
  }
  const items = [...placed.values()];
  const height = Math.max(head, ...items.map((one) => one.top + one.height)) + gap;
  return { items, ribbons: ribbonsOf(links, placed, out, into), height };
}

function ribbonsOf<L extends FlowLink>(
  links: readonly L[],
  placed: ReadonlyMap<string, PlacedItem>,
  out: ReadonlyMap<string, L[]>,
  into: ReadonlyMap<string, L[]>,
): Ribbon<L>[] {
  const topOf = (key: string | null): number => placed.get(key ?? '')?.top ?? Number.MAX_SAFE_INTEGER;
  const slotOf = (key: string, own: readonly L[], link: L, order: (one: L) => number): number => {
    const at = own.toSorted((a, b) => order(a) - order(b)).indexOf(link);
    return topOf(key) + at * slot + slot / 2;
  };
  return links.flatMap((link) => {
    const begin = placed.get(link.from);
    if (!begin) return [];
    const from = slotOf(link.from, out.get(link.from) ?? [], link, ({ to }) => topOf(to));
    const end = link.to !== null && placed.has(link.to) ? link.to : null;
    const to = end === null ? null : slotOf(end, into.get(end) ?? [], link, (one) => topOf(one.from));
    return [{ link, column: begin.column, from, to }];
  });
}
