import { access, constants, stat, statfs } from 'node:fs/promises';

export type DiskSpace = { freeBytes: number; totalBytes: number };

/** Of the disk that a folder lies on, as an ordinary account may use it. */
export async function diskSpace(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

export type FileRights = { open: string[]; unreadable: string[] };

/** Secrets that others on this machine can read or we cannot, and folders that others can write in. What is absent is fine. */
export async function fileRights(folders: readonly string[], secrets: readonly string[]): Promise<FileRights> {
  const open: string[] = [];
  const unreadable: string[] = [];
  for (const folder of folders) if (((await modeOf(folder)) & 0o022) !== 0) open.push(folder);
  for (const file of secrets) {
    const mode = await modeOf(file);
    if ((mode & 0o077) !== 0) open.push(file);
    else if (mode !== 0 && !(await isReadable(file))) unreadable.push(file);
  }
  return { open, unreadable };
}

/** 0 where there is none. */
const modeOf = async (path: string): Promise<number> =>
  stat(path).then(
    ({ mode }) => mode,
    () => 0,
  );

const isReadable = (path: string): Promise<boolean> =>
  access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
