import type { Reference } from '../../values/finding.ts';
import { type PlainDate, plainDate } from '../../values/plain-date.ts';
import type { View } from '../text/view.ts';
import { citationAt } from './citation.ts';
import { isNumbered, numberSource } from './document-number.ts';

const typeWord = `(?:Nghị quyết|Quyết định|Chỉ thị|Kết luận|Kế hoạch|Chương trình|Thông tư|Nghị định|Công văn|Hướng dẫn|Thông báo|Quy định|Tờ trình|Báo cáo|Đề án|Thông tri|Luật)`;
const full = new RegExp(String.raw`(?<![\p{L}\d/.,-])${numberSource}`, 'gu');
/** "Chỉ thị 27 của …", "Chỉ thị số 09 của …": the symbol was left out. */
const bare = new RegExp(String.raw`${typeWord}\s+(?:số\s+)?(\d{1,4})(?=\s+(?:của|ngày)\s)`, 'gu');
/** "895/HD ngày …": half a symbol. */
const half = /(?<=số\s+)\d{1,5}\/\p{Lu}{2,6}(?=\s+ngày)/gu;
const dateAfter =
  /^\s*,?\s*ngày\s+(?:(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|(\d{1,2})\s+tháng\s+(\d{1,2})\s*,?\s*(?:năm\s+)?(\d{4}))/u;

const changing = new Set<Reference['relation']>(['amends', 'replaces', 'repeals']);

/** Every other document cited by number, once each, first mention first. @param own the document's own number */
export function referencesIn(views: View[], own: string | null): Reference[] {
  const references: Reference[] = [];
  const seen = new Map<string, Reference>();
  for (const view of views) {
    for (const found of numbersIn(view)) {
      const key = found.number.toLowerCase();
      const citation = citationAt(view.text, found.from, found.to);
      const known = seen.get(key);
      // Cited as a basis first, ended by a later article: what changes it outweighs.
      if (known && changing.has(citation.relation)) known.relation = citation.relation;
      if (known || key === own?.toLowerCase()) continue;
      const reference = {
        number: found.number,
        date: dateBehind(view.text.slice(found.to)),
        span: view.span(found.from, found.to),
        ...citation,
      };
      seen.set(key, reference);
      references.push(reference);
    }
  }
  return references;
}

type Found = { number: string; from: number; to: number };

function numbersIn(view: View): Found[] {
  const found: Found[] = [];
  for (const match of view.text.matchAll(full)) {
    if (
      isNumbered(match[0]) ||
      /(?:văn bản|công văn|tờ trình|quyết định|kế hoạch)\s+số\s*:?\s*$/iu.test(view.text.slice(0, match.index))
    )
      found.push({
        number: match[0].replace(/\s+(?=[/-])|(?<=[/-])\s+/gu, ''),
        from: match.index,
        to: match.index + match[0].length,
      });
  }
  for (const match of view.text.matchAll(bare)) {
    const number = match[1] ?? '';
    const to = match.index + match[0].length;
    found.push({ number, from: to - number.length, to });
  }
  for (const match of view.text.matchAll(half))
    found.push({ number: match[0], from: match.index, to: match.index + match[0].length });
  return found.sort((a, b) => a.from - b.from).filter((one, i, all) => i === 0 || one.from >= (all[i - 1]?.to ?? 0));
}

function dateBehind(text: string): PlainDate | null {
  const match = dateAfter.exec(text);
  if (!match) return null;
  const [, d1, m1, y1, d2, m2, y2] = match;
  return plainDate(Number(y1 ?? y2), Number(m1 ?? m2), Number(d1 ?? d2)) ?? null;
}
