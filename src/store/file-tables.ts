import type { FilePlaceName } from '../values/file-place.ts';

/** Where the bytes of files lie, as migration 053 defines it. */
export interface FileTables {
  stored_file: StoredFileTable;
  stored_part: { hash: string; part: number; bytes: Buffer };
  stored_room: { id: string };
}

interface StoredFileTable {
  hash: string;
  size: number;
  place: FilePlaceName;
  also_at: FilePlaceName | null;
  kept_at: Date;
}
