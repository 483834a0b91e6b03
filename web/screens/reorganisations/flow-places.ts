import type { Flow } from '../../../src/registry/rehearsal.ts';

/** Where the bodies and the bands between them stand in the picture. */

export type Body = { id: string; y: number; height: number };
export type Band = { flow: Flow; d: string };
export type FlowPlaces = { height: number; old: Body[]; heirs: Body[]; bands: Band[]; leftOut: number };

/** Bands more than these are not told apart by eye. */
const mostBands = 24;
const gap = 14;
const least = 22;
const thickest = 46;

export const bandLeft = 300;
export const bandRight = 500;

const sizeOf = ({ tasks, targets }: Flow): number => Math.max(1, tasks + targets);

export function flowPlaces(flows: readonly Flow[]): FlowPlaces {
  const drawn = flows.filter(({ to }) => to !== null).slice(0, mostBands);
  const scale = thickest / Math.max(1, ...drawn.map(sizeOf));
  const width = (flow: Flow): number => Math.max(1.5, sizeOf(flow) * scale);
  const old = column(drawn, ({ from }) => from, width);
  const heirs = column(drawn, ({ to }) => to ?? '', width);
  const used = new Map<string, number>();
  const take = (body: Body | undefined, side: string, size: number): number => {
    if (!body) return 0;
    const key = `${side} ${body.id}`;
    const before = used.get(key) ?? 0;
    used.set(key, before + size);
    const all = drawn
      .filter(({ from, to }) => (side === 'old' ? from : to) === body.id)
      .reduce((sum, flow) => sum + width(flow), 0);
    return body.y + (body.height - all) / 2 + before;
  };
  const bands = drawn.map((flow) => {
    const size = width(flow);
    const top = take(
      old.find(({ id }) => id === flow.from),
      'old',
      size,
    );
    const end = take(
      heirs.find(({ id }) => id === flow.to),
      'heir',
      size,
    );
    return { flow, d: bandPath(top, end, size) };
  });
  return {
    height: Math.max(...[...old, ...heirs].map(({ y, height }) => y + height), 0) + gap,
    ...{ old, heirs, bands },
    leftOut: flows.length - drawn.length,
  };
}

function column(flows: readonly Flow[], bodyOf: (flow: Flow) => string, width: (flow: Flow) => number): Body[] {
  let y = gap;
  return [...Map.groupBy(flows, bodyOf)].map(([id, own]) => {
    const height = Math.max(
      least,
      own.reduce((sum, flow) => sum + width(flow), 0),
    );
    const body = { id, y, height };
    y += height + gap;
    return body;
  });
}

function bandPath(top: number, end: number, size: number): string {
  const middle = (bandLeft + bandRight) / 2;
  return [
    `M${bandLeft},${top}`,
    `C${middle},${top} ${middle},${end} ${bandRight},${end}`,
    `L${bandRight},${end + size}`,
    `C${middle},${end + size} ${middle},${top + size} ${bandLeft},${top + size}Z`,
  ].join('');
}
