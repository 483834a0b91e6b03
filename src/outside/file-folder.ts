import { randomUUID } from 'node:crypto';
import { access, type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file by its hash, and its bytes in parts. */
type NewFile = { hash: string; parts: AsyncIterable<Uint8Array> };
type Part = { hash: string; from: number; length: number };

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/**
 * Files in a folder, named by their hashes. Each is written beside the others and gets its name when it is whole and on the disk. What
 * the system refuses is thrown as it is.
 */
export const folderOfFiles = (folder: string) => {
  const incoming = join(folder, 'incoming');
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);
  return {
    put: async ({ hash, parts }: NewFile): Promise<void> => {
      const [draft, path] = [join(incoming, randomUUID()), pathOf(hash)];
      for (const made of [incoming, dirname(path)]) await mkdir(made, { recursive: true, mode: 0o700 });
      try {
        await withFile(draft, 'wx', async (file) => {
          for await (const part of parts) await file.writeFile(part);
          await file.sync();
        });
        await rename(draft, path);
        for (const changed of [dirname(path), folder]) await withFile(changed, 'r', (entry) => entry.sync());
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },

    /** Undefined where there is no such file. */
    part: async ({ hash, from, length }: Part): Promise<Buffer | undefined> => {
      try {
        return await withFile(pathOf(hash), 'r', async (file) => {
          const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
          return buffer.subarray(0, bytesRead);
        });
      } catch (error) {
        if (!isAbsent(error)) throw error;
        // A disk that is not mounted has lost nothing.
        await access(folder);
        return undefined;
      }
    },

    remove: (hash: string): Promise<void> => rm(pathOf(hash), { force: true }),

    /** Drafts that a process left which is gone. */
    tidy: async (before: Date): Promise<void> => {
      const drafts = await readdir(incoming).catch((error: unknown) => {
        if (isAbsent(error)) return [];
        throw error;
      });
      for (const draft of drafts) {
        const { mtime } = await stat(join(incoming, draft));
        if (mtime < before) await rm(join(incoming, draft), { force: true });
      }
    },
  };
};

async function withFile<T>(path: string, flags: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, flags, 0o600);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}
