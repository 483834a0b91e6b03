import { changeOf } from '../reading/targets/naming.ts';
import { quantitiesIn } from '../reading/targets/quantity.ts';
import { dueOf } from '../reading/tasks/due.ts';
import type { DraftTarget, DraftTask } from '../registry/plan-draft.ts';
import type { Due } from '../values/due.ts';
import type { Target } from '../values/finding.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { squeeze } from '../values/vietnamese.ts';

/** What is typed into a draft means what the reader takes it for: the plan is read by it again when it has been signed. */

export type PlanValue = Pick<Target, 'op' | 'value' | 'value2' | 'of' | 'unit' | 'change' | 'base'>;

const conditions: Record<string, Target['change']> = { đạt: 'level', tăng: 'increase', giảm: 'decrease' };

/** "98% trở lên", "tăng 8,5% so với năm 2026", "Đạt"; undefined where it says something else. */
export function valueOfWords({
  value,
  unit,
  name,
}: Pick<DraftTarget, 'value' | 'unit' | 'name'>): PlanValue | undefined {
  const words = squeeze(value);
  const condition = conditions[words.toLowerCase()];
  if (condition !== undefined)
    return { op: 'text', value: null, value2: null, of: null, unit: null, change: condition, base: null };
  const [quantity, more] = quantitiesIn(words.replace(/\s*so với.*$/u, ''));
  if (!quantity || more) return undefined;
  const own = words.slice(0, quantity.from);
  const rest = /^(?<left>.*?)\s*(?<base>so với .+)?$/u.exec(words.slice(quantity.to).trim())?.groups;
  const left = rest?.left?.trim() ?? '';
  const named = quantity.unit ?? (left || unit);
  if (!/^(?:(?:tăng|giảm|đạt|còn|thêm|lên|xuống|phấn đấu|bình quân)\s*)*$/iu.test(own)) return undefined;
  if (left !== '' && (quantity.unit !== null || /\d/u.test(left))) return undefined;
  const { op, value: number, value2, of } = quantity;
  const moved = own.trim() === '' ? 'level' : changeOf(own, name, quantity);
  return { op, value: number, value2, of, unit: named, change: moved, base: rest?.base ?? null };
}

/** Without words there is no deadline; undefined where the words are no time. */
export function timeOfWords({ time }: Pick<DraftTask, 'time'>, issuedOn: PlainDate | null): Due | undefined {
  const words = squeeze(time);
  if (words === '') return { kind: 'none' };
  return dueOf(words, { issuedOn, planYear: null });
}
