import { z } from 'zod';
import { SectionContent } from '../../../src/registry/section-content.ts';

/** What was typed and may not have arrived: kept on this device until the server says that it has it. */
const KeptText = z.object({ content: SectionContent, version: z.int() });
export type KeptText = z.infer<typeof KeptText>;

/** One person's words are not shown to the next on the same machine. */
const keyOf = (place: string, userId: string): string => `tiendo.text.${userId}.${place}`;

export function readKept(place: string, userId: string): KeptText | undefined {
  try {
    const kept = KeptText.safeParse(JSON.parse(localStorage.getItem(keyOf(place, userId)) ?? 'null'));
    return kept.success ? kept.data : undefined;
  } catch {
    // Somebody wrote something else there, or the browser keeps nothing.
    return undefined;
  }
}

export function keep(place: string, userId: string, text: KeptText): void {
  try {
    localStorage.setItem(keyOf(place, userId), JSON.stringify(text));
  } catch {
    // Full or forbidden: what is typed still goes to the server.
  }
}

export function forget(place: string, userId: string): void {
  try {
    localStorage.removeItem(keyOf(place, userId));
  } catch {
    // As above.
  }
}
