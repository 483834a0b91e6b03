import { flushCompileCache } from 'node:module';
import { openPagePictures, type PagePictures } from '../files/page-pictures.ts';
import type { FileFormat } from '../values/block.ts';
import { Refusal, type RefusalCode } from '../values/refusal.ts';
import { endWithServer } from './beside.ts';

/** Runs as a process of its own, one page at a time. What the server asks of it: */
export type PaintMessage = {
  /** Given where it is another file than the one before. */
  file?: { format: FileFormat; bytes: Uint8Array };
  page: number;
  width: number;
  turn: number;
};

/** What it answers. */
export type PaintAnswer =
  | { kind: 'painted'; bytes: Uint8Array }
  | { kind: 'refused'; code: RefusalCode; detail: Record<string, string | number> }
  | { kind: 'failed'; message: string };

endWithServer();

let open: PagePictures | undefined;

process.on('message', async (message: PaintMessage) => {
  process.send?.(await answerTo(message));
  // As the reading process.
  flushCompileCache();
});

async function answerTo({ file, page, width, turn }: PaintMessage): Promise<PaintAnswer> {
  try {
    if (file) {
      await open?.close();
      open = undefined;
      open = await openPagePictures(file.format, file.bytes);
    }
    if (!open) throw new Refusal('notFound');
    return { kind: 'painted', bytes: await open.webp(page, width, turn) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, detail: error.detail };
    return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
