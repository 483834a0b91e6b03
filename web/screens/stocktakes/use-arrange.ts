import { call } from '../../../src/api/client.ts';
import { arrangeStocktake } from '../../../src/api/stocktakes.ts';
import { type Matter, matterKey } from '../../../src/registry/matter.ts';
import type { StocktakePage } from '../../../src/registry/stocktake.ts';
import { useStep } from './use-stocktake.ts';

/** `kept`: the agenda in a new order; `take` and `drop`: what comes on it, at its end, and what goes. */
type Change = { kept?: Matter[]; take?: Matter[]; drop?: Matter[] };

export function useArrange({ stocktake: { id, version }, items }: StocktakePage) {
  return useStep(id, ({ kept, take = [], drop = [] }: Change) => {
    const of = (wanted: boolean) => items.filter((item) => item.kept === wanted).map(({ facts }) => facts.matter);
    const without = (some: readonly Matter[], gone: readonly Matter[]) => {
      const keys = new Set(gone.map(matterKey));
      return some.filter((one) => !keys.has(matterKey(one)));
    };
    const body = {
      kept: [...without(kept ?? of(true), [...drop, ...take]), ...take],
      dropped: [...without(of(false), [...take, ...drop]), ...drop],
      version,
    };
    return call(arrangeStocktake, { params: { id }, body });
  });
}
