import type { Target } from '../../values/finding.ts';

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
    return {
      from: startOf(text, Number(until[1]), yearOf(issuedOn)) ?? yearOf(issuedOn) ?? Number(until[1]),
      to: Number(until[1]),
    };
  const one = /năm\s+((?:19|20)\d{2})/iu.exec(words);
  return one ? { from: Number(one[1]), to: Number(one[1]) } : null;
}

const yearOf = (date: string | null): number | undefined => (date === null ? undefined : Number(date.slice(0, 4)));

const phases = /(?:giai đoạn|thời kỳ)\s+(?:năm\s+)?(?<from>(?:19|20)\d{2})\s*[-–—]\s*(?<to>(?:19|20)\d{2})/giu;

/**
 * The "giai đoạn 2021 - 2030" that the text of a plan to 2030 names most often, and the phases that lead up to it
 * ("2011 - 2015", "2016 - 2020"), none of them over when the document was issued.
 */
function startOf(text: string, to: number, issued: number | undefined): number | undefined {
  const counts = new Map<string, number>();
  for (const { groups } of text.matchAll(phases)) {
    const key = `${groups?.from}-${groups?.to}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const spans = [...counts].map(([key, count]) => ({ from: Number(key.slice(0, 4)), to: Number(key.slice(5)), count }));
  const last = spans.filter((one) => one.to === to).sort((a, b) => b.count - a.count || a.from - b.from)[0];
  let start = last?.from;
  for (;;) {
    const before = spans.find(
      (one) =>
        start !== undefined &&
        one.from < start &&
        (one.to === start || one.to === start - 1) &&
        one.to >= (issued ?? 0),
    );
    if (!before) return start;
    start = before.from;
  }
}

/** True for a plan "to 2030", whose lists may set targets for 2045 as well. */
export const isOpen = (title: string | null): boolean => /đến năm\s+(?:19|20)\d{2}/iu.test(title ?? '');

/** "giai đoạn 2022 - 2025, định hướng đến năm 2030": the later year is set targets for, too; a vision is not. */
export function orientedTo(title: string | null): number | undefined {
  const year = /định hướng(?: đến)?(?: năm)?\s+(?<year>(?:19|20)\d{2})/iu.exec(title ?? '')?.groups?.year;
  return year === undefined ? undefined : Number(year);
}

/** The period as far as the listed targets reach. */
export const reaching = (period: Period, targets: Pick<Target, 'year' | 'listed'>[]): Period => ({
  from: period.from,
  to: Math.max(period.to, ...targets.flatMap((target) => (target.listed && target.year !== null ? [target.year] : []))),
});

/** "(Kèm theo Nghị quyết số /NQ-CP ngày 01 tháng 01 năm 2025)": an appendix alone still tells when its document was issued. */
export function dateOfEnclosure(text: string): string | null {
  const year = /\([Kk]èm theo[^()]{0,200}?\s(?:tháng\s+\d{1,2}\s+năm\s+|\/\d{1,2}\/)(?<year>(?:19|20)\d{2})/u.exec(text)
    ?.groups?.year;
  return year === undefined ? null : `${year}-01-01`;
}

/** Where neither title nor headings say it: the years of the targets themselves. */
export function periodOfTargets(targets: Pick<Target, 'year' | 'yearFrom'>[], issuedOn: string | null): Period | null {
  const years = targets.flatMap((target) =>
    target.year === null ? [] : [target.yearFrom ?? target.year, target.year],
  );
  if (years.length === 0) return null;
  const first = Math.min(...years);
  const issued = yearOf(issuedOn);
  // What is to be reached in years to come begins when the document is issued.
  return { from: issued !== undefined && first > issued + 1 ? issued : first, to: Math.max(...years) };
}
