import { crc32, inflateRawSync } from 'node:zlib';
import { Refusal } from '../../values/refusal.ts';
import { type OpenLimits, ratioFreeBytes } from '../open-limits.ts';

type Entry = { name: string; method: number; crc: number; packed: number; unpacked: number; headerAt: number };

/** A zip whose directory was checked; a part is inflated only when it is asked for. */
export type Zip = {
  names: readonly string[];
  has: (name: string) => boolean;
  /** undefined where there is no such part. */
  find: (name: string) => Uint8Array | undefined;
};

const broken = (reason: string, part = 'zip'): Refusal => new Refusal('fileBroken', { part, reason });
const tooLarge = (what: string, limit: number, part = 'zip'): Refusal =>
  new Refusal('fileUnpacksTooLarge', { part, what, limit });

/** Names of parts are compared without case (OPC, ISO/IEC 29500-2, 6.2.2.3); some writers use backslashes. */
const keyOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

export function openZip(bytes: Uint8Array, limits: OpenLimits): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, limits);
  const byKey = new Map<string, Entry>();
  for (const entry of entries) if (!byKey.has(keyOf(entry.name))) byKey.set(keyOf(entry.name), entry);
  return {
    names: entries.map((entry) => entry.name),
    has: (name) => byKey.has(keyOf(name)),
    find: (name) => {
      const entry = byKey.get(keyOf(name));
      return entry && inflate(bytes, view, entry, limits);
    },
  };
}

const endSignature = 0x06054b50;
const end64LocatorSignature = 0x07064b50;
const end64Signature = 0x06064b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/** Where the end record begins: it is followed by nothing but a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw broken('endMissing');
}

/** 64-bit numbers of zips over 4 GiB and of writers that do not know the size beforehand. */
function uint64(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw broken('truncated');
  return Number(view.getBigUint64(at, true));
}

function findDirectory(view: DataView): { at: number; count: number } {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  if (count !== 0xffff && at !== 0xffffffff) return { at, count };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== end64LocatorSignature) return { at, count };
  const end64 = uint64(view, locator + 8);
  if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== end64Signature) throw broken('endMissing');
  return { at: uint64(view, end64 + 48), count: uint64(view, end64 + 32) };
}

function readDirectory(bytes: Uint8Array, view: DataView, limits: OpenLimits): Entry[] {
  const directory = findDirectory(view);
  if (directory.count > limits.parts) throw tooLarge('parts', limits.parts);
  const entries: Entry[] = [];
  let at = directory.at;
  let total = 0;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) throw broken('directory');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extraAt = at + 46 + nameLength;
    const next = extraAt + extraLength + view.getUint16(at + 32, true);
    if (next > view.byteLength) throw broken('directory');
    const name = new TextDecoder().decode(bytes.subarray(at + 46, extraAt));
    if (view.getUint16(at + 8, true) & 1) throw new Refusal('filePasswordProtected', { part: name });
    const entry: Entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    };
    widen(entry, view, extraAt, extraLength);
    total += entry.unpacked;
    checkSizes(entry, limits);
    if (total > limits.unpackedBytes) throw tooLarge('bytes', limits.unpackedBytes);
    entries.push(entry);
    at = next;
  }
  return entries;
}

/** Takes the sizes from the zip64 field where the plain ones say "look there". */
function widen(entry: Entry, view: DataView, extraAt: number, extraLength: number): void {
  let at = extraAt;
  while (at + 4 <= extraAt + extraLength) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let field = at + 4;
      for (const key of ['unpacked', 'packed', 'headerAt'] as const) {
        if (entry[key] !== 0xffffffff) continue;
        entry[key] = uint64(view, field);
        field += 8;
      }
    }
    at += 4 + size;
  }
}

function checkSizes(entry: Entry, limits: OpenLimits): void {
  if (entry.unpacked > limits.partBytes) throw tooLarge('bytes', limits.partBytes, entry.name);
  if (entry.unpacked > ratioFreeBytes && entry.unpacked > entry.packed * limits.ratio) {
    throw tooLarge('ratio', limits.ratio, entry.name);
  }
}

/** The directory may lie: no more is inflated than it announced, and what comes out must be what it announced. */
function inflate(bytes: Uint8Array, view: DataView, entry: Entry, limits: OpenLimits): Uint8Array {
  const { headerAt, name } = entry;
  if (headerAt + 30 > view.byteLength || view.getUint32(headerAt, true) !== localSignature)
    throw broken('header', name);
  const from = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  if (from + entry.packed > view.byteLength) throw broken('truncated', name);
  const packed = bytes.subarray(from, from + entry.packed);
  const data = entry.method === 0 ? packed : entry.method === 8 ? inflateBounded(packed, entry, limits) : undefined;
  if (!data) throw broken('method', name);
  if (data.length !== entry.unpacked) throw broken('size', name);
  if (crc32(data) !== entry.crc) throw broken('checksum', name);
  return data;
}

function inflateBounded(packed: Uint8Array, entry: Entry, limits: OpenLimits): Uint8Array {
  const most = Math.min(limits.partBytes, Math.max(packed.length * limits.ratio, ratioFreeBytes));
  try {
    // One byte more than announced is let through so that a liar is told from an honest part.
    return inflateRawSync(packed, {
      maxOutputLength: Math.min(most, entry.unpacked + 1),
      chunkSize: Math.max(64, Math.min(entry.unpacked + 1, 4 * 1024 * 1024)),
    });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge('bytes', entry.unpacked, entry.name);
    throw broken('inflate', entry.name);
  }
}
