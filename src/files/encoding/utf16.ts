export type Utf16 = 'utf-16le' | 'utf-16be';

/** Enough of a file to know its letters by. */
const looked = 4096;

/**
 * UTF-16 by its mark, or without one by its letters: spaces, digits and most letters have a zero as their upper byte, and
 * no letter has one as its lower.
 */
export function utf16Of(bytes: Uint8Array): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, looked);
  if (bytes.length % 2 === 1 || sample.length < 8) return undefined;
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = 0.3 * (sample.length / 2);
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : undefined;
}
