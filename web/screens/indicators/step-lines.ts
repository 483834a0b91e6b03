/** The years of the chart of an indicator. */

const most = 60;

/** Every year from the first to the last, so that a step is as long as its years. */
export function yearsBetween(years: readonly number[]): number[] {
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (last - first > most) return [...new Set(years)].sort((a, b) => a - b);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
