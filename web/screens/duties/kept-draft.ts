import { z } from 'zod';
import { ProgressFields } from '../../../src/registry/progress.ts';

/** What was typed and may not have arrived: kept on this device until the server says that it has it. */
export const KeptDraft = z.object({
  id: z.uuid(),
  window: z.uuid(),
  number: z.int(),
  version: z.int(),
  fields: ProgressFields,
});
export type KeptDraft = z.infer<typeof KeptDraft>;

/** One person's words are not shown to the next on the same machine. */
const keyOf = (dutyId: string, userId: string): string => `tiendo.draft.${userId}.${dutyId}`;

export function readKept(dutyId: string, userId: string): KeptDraft | undefined {
  try {
    const kept = KeptDraft.safeParse(JSON.parse(localStorage.getItem(keyOf(dutyId, userId)) ?? 'null'));
    return kept.success ? kept.data : undefined;
  } catch {
    // Somebody wrote something else there, or the browser keeps nothing.
    return undefined;
  }
}

export function keep(dutyId: string, userId: string, draft: KeptDraft): void {
  try {
    localStorage.setItem(keyOf(dutyId, userId), JSON.stringify(draft));
  } catch {
    // Full or forbidden: what is typed still goes to the server.
  }
}

export function forget(dutyId: string, userId: string): void {
  try {
    localStorage.removeItem(keyOf(dutyId, userId));
  } catch {
    // As above.
  }
}
