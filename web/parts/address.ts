import type { z } from 'zod';

/** The query part of an address: plain names, a key repeated for several values, no JSON in it. */
export type Search = Record<string, unknown>;

export function parseSearch(text: string): Search {
  const search: Search = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const before = search[key];
    search[key] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return search;
}

export function stringifySearch(search: Search): string {
  const text = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') text.append(key, String(one));
    }
  }
  return text.size > 0 ? `?${text}` : '';
}

type Loose<T> = { [K in keyof T]?: T[K] | undefined };

/**
 * Reads a filter from an address. What the schema does not take is dropped key by key, so that an old or mistyped
 * link still opens the list; what is empty or the default is left out, so that addresses stay short.
 */
export function searchOf<T extends z.ZodRawShape>(
  schema: z.ZodObject<T>,
  search: Search,
): Loose<z.output<z.ZodObject<T>>> {
  const kept: Search = {};
  for (const [key, item] of Object.entries(schema.shape)) {
    const field = item as z.ZodType;
    const parsed = field.safeParse(search[key]);
    const usual = field.safeParse(undefined);
    if (!parsed.success || (usual.success && JSON.stringify(parsed.data) === JSON.stringify(usual.data))) continue;
    kept[key] = parsed.data;
  }
  return kept as Loose<z.output<z.ZodObject<T>>>;
}
