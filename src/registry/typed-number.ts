import { squeeze } from '../values/vietnamese.ts';
import { blank, type FigureValue } from './figure.ts';
import { unitFactor } from './indicator-units.ts';

/** What people type into a cell, or paste from a workbook: a number as Vietnamese or English programs write it, or a word. */

type Units = { unit: string | null; unitFactors: readonly { unit: string; factor: number }[] };

/** `notANumber`: nothing of ours; `unitUnknown`: a number with a unit that does not lead to the indicator's own. */
export type TypedFault = 'notANumber' | 'unitUnknown';
export type Typed = { figure: FigureValue } | { fault: TypedFault };

/** "-" and "…" are the signs of the statistical yearbook: nothing of it happened; it happened and is not known. */
const notApplicable =
  /^(?:[-–—x]|kps|k\/?p\/?s|n\/?a|không (?:phát sinh|có|áp dụng)|khong (?:phat sinh|co|ap dung)|not applicable)$/iu;
const notYet =
  /^(?:…|\.{2,}|ccsl|chưa có(?: số(?: liệu)?)?|chua co(?: so(?: lieu)?)?|chưa (?:thống kê|tổng hợp)|not (?:yet )?available)$/iu;

const amount = /^(?<sign>[-−–+]|tăng |giảm )? ?(?<digits>\d[\d.,  ']*|[.,]\d+)(?<unit>[^\d].*)?$/iu;

/** Blank where nothing is written. */
export function readTyped(text: string, indicator: Units): Typed {
  const said = squeeze(text.normalize('NFC').replaceAll(' ', ' ').replaceAll(' ', ' '));
  if (said === '') return { figure: blank };
  if (notApplicable.test(said)) return { figure: { value: null, missing: 'notApplicable' } };
  if (notYet.test(said)) return { figure: { value: null, missing: 'notYet' } };
  return readAmount(said, indicator);
}

function readAmount(said: string, indicator: Units): Typed {
  const inBrackets = /^\((.*)\)$/u.exec(said)?.[1];
  const parts = amount.exec(inBrackets ?? said)?.groups;
  const size = parts && readDigits(parts.digits ?? '');
  if (!parts || size === undefined) return { fault: 'notANumber' };
  const factor = factorOf(squeeze(parts.unit ?? ''), indicator);
  if (factor === undefined) return { fault: 'unitUnknown' };
  const below = inBrackets !== undefined || /^(?:[-−–]|giảm )$/iu.test(parts.sign ?? '');
  // A factor of 0.001 must not make 5.120000000000001 of 5120.
  const value = Number((size * factor).toPrecision(15));
  return { figure: { value: below && value !== 0 ? -value : value, missing: null } };
}

/**
 * "1.234,5", "1 234,5", "1,234.5", "1234.5". One mark alone is Vietnamese: "1.500" is 1500, "1,5" is 1.5; "1.5" can only
 * be a decimal, "1,234,567" only thousands.
 */
function readDigits(written: string): number | undefined {
  const text = written.trim().replace(/[.,]$/u, '');
  const plain = text.replace(/(?<=\d)[ '](?=\d{3}(?!\d))/gu, '');
  const forms: readonly [RegExp, (text: string) => string][] = [
    [/^\d+$/u, (one) => one],
    [/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u, (one) => one.replaceAll('.', '').replace(',', '.')],
    [/^\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$|^\d{1,3},\d{3}\.\d+$/u, (one) => one.replaceAll(',', '')],
    [/^\d*[.,]\d+$/u, (one) => one.replace(',', '.')],
  ];
  const form = forms.find(([pattern]) => pattern.test(plain));
  if (!form) return undefined;
  // "0.500" is no half thousand.
  const value = Number(/^0\.\d+$/u.test(plain) ? plain : form[1](plain));
  return Number.isFinite(value) ? value : undefined;
}

/** "tỷ" alone is so many of what the indicator is counted in: đồng, USD. */
const multiples = /^(?:nghìn tỷ|ngàn tỷ|tỷ|tỉ|triệu|nghìn|ngàn|vạn)$/iu;
const foldedMultiples: Record<string, string> = { ty: 'tỷ', ti: 'tỷ', tr: 'triệu', trieu: 'triệu', nghin: 'nghìn' };

function factorOf(unit: string, indicator: Units): number | undefined {
  if (unit === '') return 1;
  const spelled = foldedMultiples[unit.toLowerCase()] ?? unit;
  if (!multiples.test(spelled)) return unitFactor(indicator, spelled);
  const counted = /(?:(?:tỷ|tỉ|triệu|nghìn|ngàn|vạn) )*(.+)$/iu.exec(indicator.unit ?? '')?.[1];
  return counted === undefined ? undefined : unitFactor(indicator, `${spelled} ${counted}`);
}
