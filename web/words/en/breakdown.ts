import { withUnit } from '../../../src/values/format.ts';
import type { breakdown as vi } from '../vi/breakdown.ts';

export const breakdown: typeof vi = {
  title: 'By area, group',
  of: (name) => `${name} by area, group`,
  back: 'Back to the indicator',
  by: 'Broken down by',
  bys: { place: 'Area', line: 'Group, sector', agency: 'Reporting agency' },
  line: 'Part',
  tier: 'Tier of area',
  period: 'Until the end of',
  heads: { name: 'Name', code: 'Code', value: 'Value', estimated: 'Basis' },
  ordered: (day) => `Ordered by the value until the end of ${day}`,
  unknown: (n) => `${n} without a figure until then`,
  multiples: 'How each went',
  multiplesHint: 'All lines are on one scale, so that one can be held against another.',
  all: (n) => `Show all ${n}`,
  fewer: 'Show fewer',
  estimated: 'estimated',
  shownAs: 'Shown as',
  bars: 'Bars',
  map: {
    title: 'Map',
    until: (day) => `Values until the end of ${day}`,
    noData: 'no figure',
    class: (range, unit, n) => `${withUnit(range, unit)} (${n} places)`,
    hint: 'The darker the more; the number on the map is that of the group in the legend, hatched places have no figure. The table below has every place.',
    without: (n) => `${n} places have no boundary loaded and are not on the map.`,
  },
  nothing: 'No detailed figures yet',
  nothingText: 'No agency of the province has reported this indicator in such parts in the last two years.',
};
