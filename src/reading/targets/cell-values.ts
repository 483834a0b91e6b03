import { lowerFirst, squeeze } from '../../values/vietnamese.ts';
import { subview, type View } from '../text/view.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';

/** One value of a cell, and what tells it from the others in it. */
export type CellValue = { view: View; remark: string | null };

/** "≤ 3 Đông Nam Á; ≤ 50 Thế giới", "Năm 2026: 95 / Năm 2030: 98": each value by itself; any other cell is one value. */
export function valuesOfCell(view: View): CellValue[] {
  const starts = [
    0,
    ...[...view.text.matchAll(/\s*;\s*|\s+\/\s+|[.,]?\s+(?=(?:đến\s+)?năm\s+20\d{2}\s*:)/giu)].map(
      ({ index, 0: mark }) => index + mark.length,
    ),
  ];
  const values = starts.flatMap((from, i): CellValue[] => {
    const part = subview(view, from, starts[i + 1] ?? view.text.length);
    const [quantity, ...more] = valueIn(part.text);
    if (
      !quantity ||
      more.length > 0 ||
      !/^(?:(?:đến\s+)?năm\s+20\d{2}\s*:?)?\s*$/iu.test(part.text.slice(0, quantity.from))
    )
      return [];
    const remark = lowerFirst(squeeze(part.text.slice(quantity.to).replace(/[;,./\s]+$/gu, '')));
    return [
      { view: subview(part, 0, part.text.replace(/[;/\s]+$/u, '').length), remark: remark === '' ? null : remark },
    ];
  });
  return values.length > 1 && values.length === starts.length ? values : [{ view, remark: null }];
}

const valueIn = (text: string): Quantity[] =>
  quantitiesIn(text).filter(({ value, unit }) => unit !== null || !/^(?:19|20)\d{2}$/u.test(String(value)));
