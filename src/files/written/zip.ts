import { zipSync } from 'fflate';

/** Files under their names in one archive. Its own times would make each one another file than the last. */
export const zipFile = (files: Record<string, Uint8Array>): Buffer =>
  Buffer.from(zipSync(files, { level: 6, mtime: '2000-01-01T00:00:00Z' }));
