import { squeeze } from '../values/vietnamese.ts';

/** A unit taken apart: what it measures, and how many of it one of these is. */
type Scaled = { base: string; scale: number };

const multiples: readonly [RegExp, number][] = [
  [/^(?:nghìn tỷ|ngàn tỷ) /u, 1e12],
  [/^(?:tỷ|tỉ) /u, 1e9],
  [/^triệu /u, 1e6],
  [/^(?:nghìn|ngàn) /u, 1e3],
  [/^vạn /u, 1e4],
];

const measures: Record<string, Scaled> = {
  gwh: { base: 'wh', scale: 1e9 },
  mwh: { base: 'wh', scale: 1e6 },
  kwh: { base: 'wh', scale: 1e3 },
  gw: { base: 'w', scale: 1e9 },
  mw: { base: 'w', scale: 1e6 },
  kw: { base: 'w', scale: 1e3 },
  tấn: { base: 'kg', scale: 1e3 },
  tạ: { base: 'kg', scale: 1e2 },
  km: { base: 'm', scale: 1e3 },
  ha: { base: 'm²', scale: 1e4 },
  'km²': { base: 'm²', scale: 1e6 },
  '‰': { base: '%', scale: 0.1 },
};

/** "/vạn dân", "/10.000 dân", "/100.000 dân": for how many. */
const perMany = /\/(vạn|[\d.]+) /u;

/** One spelling of a unit: "10.000 dân" and "vạn dân", "m2" and "m²", "tỉ" and "tỷ". */
const unitKey = (unit: string): string =>
  squeeze(unit)
    .toLowerCase()
    .replace(/\s*\/\s*/gu, '/')
    .replace(/(?<=m|km)2(?!\d)/gu, '²')
    .replace(/(?<=m)3(?!\d)/gu, '³')
    .replace(/^tỉ(?= )/u, 'tỷ')
    .replace(/ngàn(?= )/u, 'nghìn')
    .replace(/(?<=bác|dược) sỹ/u, ' sĩ')
    .replace(/\/(?:10\.000|1 vạn) /u, '/vạn ')
    .replace(/phần trăm/u, '%')
    .replace(/^htx$/u, 'hợp tác xã');

function takeApart(unit: string): Scaled {
  let rest = unitKey(unit);
  let scale = 1;
  for (const [pattern, factor] of multiples)
    if (pattern.test(rest)) {
      rest = rest.replace(pattern, '');
      scale *= factor;
    }
  const many = perMany.exec(rest);
  if (many) {
    rest = rest.replace(perMany, '/');
    scale /= many[1] === 'vạn' ? 10_000 : Number(many[1]?.replaceAll('.', ''));
  }
  const [head = '', ...per] = rest.split('/');
  const known = measures[head];
  if (known) return { base: [known.base, ...per].join('/'), scale: scale * known.scale };
  return { base: rest, scale };
}

type Units = { unit: string | null; unitFactors: readonly { unit: string; factor: number }[] };

/** By what a number in `unit` must be multiplied to be in the indicator's own unit; undefined where none leads there. */
export function unitFactor(indicator: Units, unit: string): number | undefined {
  if (indicator.unit === null) return undefined;
  const key = unitKey(unit);
  if (key === unitKey(indicator.unit)) return 1;
  const listed = indicator.unitFactors.find((other) => unitKey(other.unit) === key);
  if (listed) return listed.factor;
  const own = takeApart(indicator.unit);
  const from = takeApart(unit);
  if (from.base === own.base) return from.scale / own.scale;
  // "triệu lượt khách" where "lượt khách" is listed for "lượt".
  const scaled = indicator.unitFactors.find((other) => takeApart(other.unit).base === from.base);
  return scaled && (from.scale / takeApart(scaled.unit).scale) * scaled.factor;
}
