import type { Due } from '../values/due.ts';
import type { Target } from '../values/finding.ts';
import { formatNumber } from '../values/format.ts';
import { formatDate } from '../values/plain-date.ts';

/** How a plan says values and times, so that the reader takes them for the same. */

/** What its value says, but for the unit. */
type PlanValue = Pick<Target, 'op' | 'value' | 'value2' | 'of' | 'change' | 'base'>;

/** "98 trở lên", "tăng 8,5 so với năm 2025": the unit stands in a column of its own. */
export function valueWords({ op, value, value2, of, change, base }: PlanValue): string {
  if (value === null || op === 'text') return { level: 'Đạt', increase: 'Tăng', decrease: 'Giảm' }[change];
  const number = formatNumber(value);
  const share = of === null ? number : `${number}/${formatNumber(of)}`;
  const compared = {
    '=': share,
    '>=': `${share} trở lên`,
    '>': `trên ${share}`,
    '<=': `không quá ${share}`,
    '<': `dưới ${share}`,
    '~': `khoảng ${share}`,
    range: `${number} - ${formatNumber(value2 ?? value)}`,
  }[op];
  const moved = { level: '', increase: 'tăng ', decrease: 'giảm ' }[change];
  return [moved + compared, base].filter(Boolean).join(' ');
}

const everyWords = {
  day: 'Hằng ngày',
  week: 'Hằng tuần',
  month: 'Hằng tháng',
  quarter: 'Hằng quý',
  half_year: '6 tháng một lần',
  year: 'Hằng năm',
};

/** As a cell of the column of times says it. */
export function timeWords(time: Due): string {
  switch (time.kind) {
    case 'by':
      return `Chậm nhất ngày ${formatDate(time.to)}`;
    case 'during': {
      const [from, to] = [time.from.slice(0, 4), time.to.slice(0, 4)];
      if (!time.from.endsWith('-01-01') || !time.to.endsWith('-12-31'))
        return `Từ ngày ${formatDate(time.from)} đến ngày ${formatDate(time.to)}`;
      return from === to ? `Năm ${from}` : `${from} - ${to}`;
    }
    case 'ongoing':
      return 'Thường xuyên';
    case 'recurring':
      return everyWords[time.every];
    case 'conditional':
    case 'reference':
      return time.condition;
    case 'none':
      return '';
  }
}
