import type { Indicator } from './indicator.ts';

type Named = Pick<Indicator, 'id' | 'name'>;

/** A formula as people read it: names in the place of ids. */
export const formulaWords = (formula: string, catalogue: readonly Named[]): string => {
  const names = new Map(catalogue.map(({ id, name }) => [id, name]));
  return formula
    .replaceAll('*', '×')
    .replace(/\{([^{}|]*)(?:\|([^{}]*))?\}/gu, (_, id: string, line: string | undefined) => {
      const name = names.get(id.trim()) ?? id.trim();
      return line?.trim() ? `“${name}, ${line.trim()}”` : `“${name}”`;
    });
};
