import type { AgendaReason } from '../../../src/registry/stocktake.ts';
import { formatDay, formatNumber, type Language } from '../../../src/values/format.ts';
import type { Words } from '../../words/vi.ts';

/** Why something is on an agenda, or proposed for it, in words. */
export function reasonWords(reason: AgendaReason, words: Words, language: Language): string {
  const own = words.stocktakes.reasons;
  const number = (value: number) => formatNumber(value, language);
  switch (reason.kind) {
    case 'followed':
    case 'added':
      return own[reason.kind];
    case 'overdue':
      return own.overdue(number(reason.days));
    case 'farBehind':
      return reason.gap === null ? own.farBehindOnly : own.farBehind(number(Math.round(reason.gap)));
    case 'obstacle':
      return own.obstacle(number(reason.days), reason.what);
    case 'extension':
      return reason.due
        ? own.extension(formatDay(reason.due, language), reason.reason)
        : own.extensionOnly(reason.reason);
  }
}
