import { passagesOf } from '../registry/passages.ts';
import type { Db } from '../store/database.ts';
import { getText } from '../store/documents.ts';
import { documentsWithoutPassages, insertPassages } from '../store/passages.ts';

const atOnce = 100;

/** Documents that came in before their text could be searched. Ends early on the signal; the next start goes on. */
export async function indexPassages(db: Db, signal: AbortSignal): Promise<void> {
  for (let after: string | null = null; ; ) {
    const ids: string[] = await documentsWithoutPassages(db, after, atOnce);
    for (const id of ids) {
      if (signal.aborted) return;
      const { text, blocks } = await getText(db, id);
      await db.transaction().execute((trx) => insertPassages(trx, id, passagesOf(text, blocks)));
    }
    after = ids.at(-1) ?? null;
    if (ids.length < atOnce) return;
  }
}
