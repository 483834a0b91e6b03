import type { z } from 'zod';

/**
 * What was typed and may not have arrived: kept on this device until the server says that it has it. One person's words are not shown to
 * the next on the same machine.
 * @param what no two kinds of such words have the same name
 */
export function keptHere<T>(what: string, schema: z.ZodType<T>) {
  const keyOf = (place: string, userId: string): string => `tiendo.${what}.${userId}.${place}`;
  return {
    readKept: (place: string, userId: string): T | undefined => {
      try {
        const kept = schema.safeParse(JSON.parse(localStorage.getItem(keyOf(place, userId)) ?? 'null'));
        return kept.success ? kept.data : undefined;
      } catch {
        // Somebody wrote something else there, or the browser keeps nothing.
        return undefined;
      }
    },
    keep: (place: string, userId: string, typed: T): void => {
      try {
        localStorage.setItem(keyOf(place, userId), JSON.stringify(typed));
      } catch {
        // Full or forbidden: what is typed still goes to the server.
      }
    },
    forget: (place: string, userId: string): void => {
      try {
        localStorage.removeItem(keyOf(place, userId));
      } catch {
        // As above.
      }
    },
  };
}
