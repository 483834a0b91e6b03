import type { Target } from '../values/finding.ts';

export type Period = { from: number; to: number };

/** The years that a document's targets are set for, from its title; otherwise from the deadlines it names. */
export function periodOf(title: string | null, text: string, issuedOn: string | null): Period | null {
  const words = (title ?? '')
    .replace(
      /(?:thực hiện|của)\s+(?:Nghị quyết|Quyết định|Chỉ thị|Kết luận|Chương trình hành động)[^,]*?ngày[^,]*?\d{4}/giu,
      ' ',
    )
    .replace(/tầm nhìn[^,;]*/giu, ' ')
    .replace(/ngày\s+(?:\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{1,2}\/\d{1,2}\/\d{4})/giu, ' ');
  const range = /(?:giai đoạn|thời kỳ|5 năm|05 năm)?\s*((?:19|20)\d{2})\s*[-–—]\s*((?:19|20)\d{2})/iu.exec(words);
  if (range) return { from: Number(range[1]), to: Number(range[2]) };
  const until = /đến năm\s+((?:19|20)\d{2})/iu.exec(words);
  if (until)
    return { from: startOf(text, Number(until[1])) ?? yearOf(issuedOn) ?? Number(until[1]), to: Number(until[1]) };
  const one = /năm\s+((?:19|20)\d{2})/iu.exec(words);
  return one ? { from: Number(one[1]), to: Number(one[1]) } : null;
}

const yearOf = (date: string | null): number | undefined => (date === null ? undefined : Number(date.slice(0, 4)));

/** The "giai đoạn 2021 - 2030" that the text of a plan to 2030 names most often. */
function startOf(text: string, to: number): number | undefined {
  const counts = new Map<number, number>();
  for (const match of text.matchAll(
    new RegExp(`(?:giai đoạn|thời kỳ)\\s+((?:19|20)\\d{2})\\s*[-–—]\\s*${to}`, 'giu'),
  )) {
    const year = Number(match[1]);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** Where neither title nor headings say it: the years of the targets themselves. */
export function periodOfTargets(targets: Pick<Target, 'year' | 'yearFrom'>[]): Period | null {
  const years = targets.flatMap((target) =>
    target.year === null ? [] : [target.yearFrom ?? target.year, target.year],
  );
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) };
}
