import type { ChildProcess } from 'node:child_process';
import type { FileFormat } from '../values/block.ts';
import { Refusal } from '../values/refusal.ts';
import { startBeside } from './beside.ts';
import type { PaintAnswer, PaintMessage } from './painting-process.ts';
import { isOfStorage } from './stored-files/stored-files.ts';

export type PageOrder = {
  /** Names the file: the same hash, the same bytes. */
  fileHash: string;
  format: FileFormat;
  bytes: () => Promise<Uint8Array>;
  /** From 0. */
  page: number;
  /** In pixels. */
  width: number;
  turn: number;
};

/** Draws pages of files in a process beside the server's, which a hostile file may take along. */
export type Painter = {
  /** @throws Refusal also when it takes too long or too much memory */
  paint: (order: PageOrder) => Promise<Uint8Array>;
  close: () => void;
};

export type PainterLimits = {
  secondsPerPage: number;
  memoryMebibytes: number;
  /** Pictures that are kept to be asked for again. */
  keptMebibytes: number;
  /** After so long without work the process is ended and its memory given back. */
  idleSeconds: number;
};

/** Milliseconds for which a page that could not be drawn is not tried again. */
const refusedFor = 10 * 60_000;

export function startPainter(limits: PainterLimits): Painter {
  const kept = pictures(limits.keptMebibytes * 1024 * 1024);
  const running = new Map<string, Promise<Uint8Array>>();
  const heavy = new Map<string, Refusal>();
  const process = paintingProcess(limits);
  let last: Promise<unknown> = Promise.resolve();

  const paint = async (name: string, order: PageOrder): Promise<Uint8Array> => {
    try {
      const bytes = await process.paint(order);
      kept.set(name, bytes);
      return bytes;
    } catch (error) {
      // Asked for again and again, a page that takes all time or memory would hold up everybody's.
      if (error instanceof Refusal && !isOfStorage(error)) heavy.set(name, error);
      setTimeout(() => heavy.delete(name), refusedFor).unref();
      throw error;
    } finally {
      running.delete(name);
    }
  };

  return {
    paint: async (order) => {
      const name = [order.fileHash, order.page, order.width, order.turn].join('/');
      const refused = heavy.get(name);
      if (refused) throw refused;
      const there = kept.get(name) ?? running.get(name);
      if (there !== undefined) return there;
      const painted = last.then(() => paint(name, order));
      last = painted.catch(() => undefined);
      running.set(name, painted);
      return painted;
    },
    close: process.end,
  };
}

/** The last pictures made, up to so many bytes; what was asked for longest ago goes first. */
function pictures(most: number) {
  const byName = new Map<string, Uint8Array>();
  let size = 0;
  const drop = (name: string): void => {
    size -= byName.get(name)?.byteLength ?? 0;
    byName.delete(name);
  };
  return {
    get: (name: string): Uint8Array | undefined => {
      const bytes = byName.get(name);
      if (!bytes) return undefined;
      byName.delete(name);
      byName.set(name, bytes);
      return bytes;
    },
    set: (name: string, bytes: Uint8Array): void => {
      drop(name);
      byName.set(name, bytes);
      size += bytes.byteLength;
      for (const oldest of byName.keys()) {
        if (size <= most) break;
        drop(oldest);
      }
    },
  };
}

/** Started when the first page is wanted, and anew after its death. It keeps the last file open. */
function paintingProcess(limits: PainterLimits) {
  let child: ChildProcess | undefined;
  let held: string | undefined;
  let idle: NodeJS.Timeout | undefined;
  const end = (): void => {
    child?.kill('SIGKILL');
    child = undefined;
    held = undefined;
  };
  return {
    end,
    paint: async ({ fileHash, format, bytes, page, width, turn }: PageOrder): Promise<Uint8Array> => {
      clearTimeout(idle);
      if (child?.connected !== true) end();
      const file = held === fileHash ? undefined : { format, bytes: await bytes() };
      child ??= startProcess(limits.memoryMebibytes);
      held = undefined;
      const answer = await ask(child, { ...(file && { file }), page, width, turn }, limits.secondsPerPage).catch(
        (error: unknown) => {
          end();
          throw error;
        },
      );
      if (answer.kind === 'painted') held = fileHash;
      idle = setTimeout(end, limits.idleSeconds * 1000).unref();
      return pictureIn(answer);
    },
  };
}

const startProcess = (memoryMebibytes: number): ChildProcess =>
  startBeside(new URL('./painting-process.ts', import.meta.url), {
    memoryMebibytes,
    // It needs nothing that the server knows, and writes nothing.
    env: {},
    execArgv: ['--permission', '--allow-fs-read=*', '--allow-addons', '--allow-worker'],
  });

function pictureIn(answer: PaintAnswer): Uint8Array {
  if (answer.kind === 'painted') return answer.bytes;
  if (answer.kind === 'refused') throw new Refusal(answer.code, answer.detail);
  throw new Error(answer.message);
}

/** Rejects where the process cannot be used any more: it died, or must be stopped. */
function ask(child: ChildProcess, message: PaintMessage, seconds: number): Promise<PaintAnswer> {
  return new Promise((resolve, reject) => {
    const onMessage = (answer: PaintAnswer) => end(() => resolve(answer));
    const onExit = () => end(() => reject(new Refusal('fileUnpacksTooLarge', { what: 'memory' })));
    const tooLong = () => end(() => reject(new Refusal('fileTakesTooLong', { seconds })));
    const timer = setTimeout(tooLong, seconds * 1000);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit);
      settle();
    };
    child.on('message', onMessage).on('exit', onExit);
    child.send(message, (error) => error && onExit());
  });
}
