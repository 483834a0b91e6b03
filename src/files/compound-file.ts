/**
 * Names of the streams in an OLE2 compound file ([MS-CFB]), the container of old Office files and of encrypted new ones.
 * A file that breaks the format gives the names read so far.
 */
export function streamNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 512) return [];
  const sectorSize = 1 << Math.min(view.getUint16(30, true), 12);
  const names: string[] = [];
  let sector = view.getUint32(48, true);
  for (let step = 0; step < maxSectors && sector < endOfChain; step++) {
    const at = (sector + 1) * sectorSize;
    if (at + sectorSize > view.byteLength) break;
    for (let entry = at; entry + 128 <= at + sectorSize; entry += 128) names.push(nameAt(view, entry));
    sector = nextSector(view, sector, sectorSize);
  }
  return names.filter((name) => name !== '');
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
