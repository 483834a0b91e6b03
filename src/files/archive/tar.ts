import { Refusal } from '../../values/refusal.ts';
import { readBytes } from './byte-reader.ts';

/** The plainest form of tar (POSIX ustar), which every system unpacks: files of less than 8 GB, names of at most 100 signs. */

export type ArchiveEntry = { name: string; content: Buffer };

const block = 512;
const checksumAt = { from: 148, length: 8 };
const mostBytes = 8 ** 11 - 1;

const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;

function headerOf(name: string, size: number, seconds: number): Buffer {
  if (Buffer.byteLength(name) > 100 || size > mostBytes) throw new Error(`${name} does not fit into a tar file`);
  const header = Buffer.alloc(block);
  const fields = [
    { at: 0, text: name },
    { at: 100, text: octal(0o600, 8) },
    { at: 108, text: octal(0, 8) },
    { at: 116, text: octal(0, 8) },
    { at: 124, text: octal(size, 12) },
    { at: 136, text: octal(seconds, 12) },
    { at: checksumAt.from, text: ' '.repeat(checksumAt.length) },
    { at: 156, text: '0' },
    { at: 257, text: 'ustar\u000000' },
  ];
  for (const { at, text } of fields) header.write(text, at, 'utf8');
  header.write(`${octal(sumOf(header), 7)} `, checksumAt.from, 'latin1');
  return header;
}

/** Of all bytes, those of the sum itself counted as spaces. */
function sumOf(header: Buffer): number {
  let sum = 0;
  for (let at = 0; at < block; at++) {
    const own = at >= checksumAt.from && at < checksumAt.from + checksumAt.length;
    sum += own ? 32 : (header[at] ?? 0);
  }
  return sum;
}

const padding = (size: number): number => (block - (size % block)) % block;

/** @param at when it was written */
export async function* tarOf(entries: AsyncIterable<ArchiveEntry>, at: Date): AsyncGenerator<Uint8Array> {
  for await (const { name, content } of entries) {
    yield headerOf(name, content.length, Math.floor(at.getTime() / 1000));
    yield content;
    if (padding(content.length) > 0) yield Buffer.alloc(padding(content.length));
  }
  yield Buffer.alloc(2 * block);
}

/** One entry after the other; ours are small. @throws Refusal archiveBroken, saying behind which entry */
export async function* entriesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveEntry> {
  const { take } = readBytes(source);
  let last = 'tar';
  for (;;) {
    const header = await take(block);
    if (header.length === block && header.every((byte) => byte === 0)) return;
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
    const sum = Number.parseInt(header.toString('latin1', checksumAt.from, checksumAt.from + 7), 8);
    if (header.length < block || sum !== sumOf(header) || Number.isNaN(size))
      throw new Refusal('archiveBroken', { where: last });
    last = header.toString('utf8', 0, Math.max(header.indexOf(0), 0));
    const content = await take(size + padding(size));
    if (content.length < size + padding(size)) throw new Refusal('archiveBroken', { where: last });
    yield { name: last, content: content.subarray(0, size) };
  }
}
