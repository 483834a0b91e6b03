/** One entry of the directory: a stream and where it begins. */
type StreamEntry = { name: string; sector: number };

/**
 * Names of the streams in an OLE2 compound file ([MS-CFB]), the container of old Office files and of encrypted new ones.
 * A file that breaks the format gives the names read so far.
 */
export const streamNames = (bytes: Uint8Array): string[] => streamEntries(bytes).map(({ name }) => name);

function streamEntries(bytes: Uint8Array): StreamEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 512) return [];
  const sectorSize = 1 << Math.min(view.getUint16(30, true), 12);
  const entries: StreamEntry[] = [];
  let sector = view.getUint32(48, true);
  for (let step = 0; step < maxSectors && sector < endOfChain; step++) {
    const at = (sector + 1) * sectorSize;
    if (at + sectorSize > view.byteLength) break;
    for (let entry = at; entry + 128 <= at + sectorSize; entry += 128) {
      entries.push({ name: nameAt(view, entry), sector: view.getUint32(entry + 116, true) });
    }
    sector = nextSector(view, sector, sectorSize);
  }
  return entries.filter(({ name }) => name !== '');
}

const endOfChain = 0xfffffffa;
/** A directory of 4,000 sectors has 16,000 streams; a longer chain runs in a circle. */
const maxSectors = 4000;
/** The header names the first 109 sectors of the allocation table, enough for 6.8 MB; directories stand before that. */
const tableSectorsInHeader = 109;

function nextSector(view: DataView, sector: number, sectorSize: number): number {
  const perSector = sectorSize / 4;
  const index = Math.floor(sector / perSector);
  if (index >= tableSectorsInHeader) return endOfChain;
  const table = view.getUint32(76 + index * 4, true);
  const at = (table + 1) * sectorSize + (sector % perSector) * 4;
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : endOfChain;
}

/** UTF-16 in 64 bytes, its length in bytes with the closing zero at 64. */
function nameAt(view: DataView, entry: number): string {
  const length = Math.min(view.getUint16(entry + 64, true), 64) / 2 - 1;
  let name = '';
  for (let i = 0; i < length; i++) name += String.fromCharCode(view.getUint16(entry + i * 2, true));
  return name;
}

/** Whether a Word 97-2003 file is encrypted: a flag near the start of its main stream ([MS-DOC], 2.5.2). */
export function isWordEncrypted(bytes: Uint8Array): boolean {
  const main = streamEntries(bytes).find(({ name }) => name === 'WordDocument');
  if (!main) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (main.sector + 1) * (1 << Math.min(view.getUint16(30, true), 12));
  return (
    at + 12 <= view.byteLength && view.getUint16(at, true) === 0xa5ec && (view.getUint16(at + 10, true) & 0x100) !== 0
  );
}
