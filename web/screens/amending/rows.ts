import type { Amending } from '../../../src/api/counterparts.ts';
import type { Amended } from '../../../src/registry/amendment.ts';
import type { Language } from '../../../src/values/format.ts';
import { type Item, type ItemKind, itemsOf } from '../../parts/comparison/items.ts';

export type AmendedRow = { amended: Amended; earlier: Item | undefined; later: Item | undefined };

/** A row for each finding of the earlier document, then those that are new. */
export function rowsOf(found: Amending, kind: ItemKind, language: Language): AmendedRow[] {
  const byId = (items: Item[]) => new Map(items.map((item) => [item.id, item]));
  const [earlier, later] = [byId(itemsOf(found.earlier, kind, language)), byId(itemsOf(found.later, kind, language))];
  return (kind === 'target' ? found.targets : found.tasks).map((amended) => ({
    amended,
    earlier: earlier.get(amended.id ?? ''),
    later: later.get(amended.otherId ?? ''),
  }));
}
