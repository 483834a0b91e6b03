/** The year in which something is to be reached, as a sentence or heading says it. */
export type Deadline = { year: number; yearFrom: number | null };

const range =
  /(?:(?:giai đoạn|thời kỳ)\s+|(?<=^|[,;]\s|\svà\s)(?=20\d{2}\s*[-–—]\s*20\d{2}\s+(?:đạt|tăng|giảm|là|còn)\s))(?:(?:\d|[IVX]{1,4})\s*[:,(]?\s*)?(?:từ\s+)?(?:năm\s+)?(?<from>(?:19|20)\d{2})\s*(?:[-–—]|đến(?: hết)?(?: năm)?)\s*(?<to>(?:19|20)\d{2})/giu;
const before = /trước\s+(?:tháng\s+\d{1,2}\s*(?:\/|năm)\s*|năm\s+)(?<year>(?:19|20)\d{2})/giu;
const until =
  /(?:đến|tới|vào|trong|hết|cuối)\s+(?:hết\s+|cuối\s+)?(?:quý\s+[IV]+\s*[/,]?\s*)?năm\s+(?<year>(?:19|20)\d{2})/giu;

/** "trước ngày 30/9/2026", "trong quý III/2026", "đến tháng 12 năm 2026". */
const day =
  /(?:trước|đến|hết|chậm nhất|trong)\s+(?:(?:hết|ngày|là|vào)\s+)*(?:\d{1,2}\s*[/.-]\s*)?(?:(?:tháng\s+)?\d{1,2}|quý\s+(?:[IV]+|\d))\s*(?:[/.,-]|năm)\s*(?:năm\s+)?(?<year>20\d{2})/giu;

/** A heading's deadline; of "Tầm nhìn đến năm 2045" above a list that year, too. */
export function deadlineOfHeading(title: string): Deadline | undefined {
  const year = /^(?:\W*)(?:tầm nhìn|định hướng)\s+(?:đến\s+|tới\s+)?(?:năm\s+)?(?<year>20\d{2})/iu.exec(title)?.groups
    ?.year;
  const bare = /^(?:\W*)(?:giai đoạn )?(?:từ nay )?(?:đến|tới) (?<year>20\d{2})$/iu.exec(title)?.groups?.year;
  const named = year ?? bare;
  return named === undefined ? deadlineIn(title) : { year: Number(named), yearFrom: null };
}

/** The last deadline that the text names; "tầm nhìn đến năm …" and comparisons are none. */
export function deadlineIn(text: string): Deadline | undefined {
  const clean = text.replace(
    /(?:tiêu chí|chuẩn nghèo)(?:\s+\p{L}+){0,8}?\s+giai đoạn\s+20\d{2}\s*[-–]\s*20\d{2}|(?:tầm nhìn|định hướng|so với|so|và (?:tiếp tục )?duy trì)[^,;.]*?(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?/giu,
    (hit) => ' '.repeat(hit.length),
  );
  const found: { at: number; deadline: Deadline }[] = [];
  for (const { index, groups } of clean.matchAll(range))
    found.push({ at: index, deadline: { year: Number(groups?.to), yearFrom: Number(groups?.from) } });
  for (const { index, groups } of clean.matchAll(before))
    found.push({ at: index, deadline: { year: Number(groups?.year) - 1, yearFrom: null } });
  for (const { index, groups } of clean.matchAll(until))
    found.push({ at: index, deadline: { year: Number(groups?.year), yearFrom: null } });
  for (const { index, groups } of clean.matchAll(day))
    found.push({ at: index, deadline: { year: Number(groups?.year), yearFrom: null } });
  return found.sort((a, b) => a.at - b.at).at(-1)?.deadline;
}
