/** BIP 173: how keys of age are written, with a checksum that finds what was mistyped. */

const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

function polymod(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (let bit = 0; bit < 5; bit++) if ((top >>> bit) & 1) check ^= generator[bit] ?? 0;
  }
  return check >>> 0;
}

const spread = (prefix: string): number[] => [
  ...[...prefix].map((letter) => letter.charCodeAt(0) >>> 5),
  0,
  ...[...prefix].map((letter) => letter.charCodeAt(0) & 31),
];

/** Bits in groups of one size in groups of another; what is left over is filled with zeros, or has to be zeros. */
function regroup(values: Iterable<number>, from: number, to: number, fill: boolean): number[] | undefined {
  const grouped: number[] = [];
  let held = 0;
  let bits = 0;
  for (const value of values) {
    held = (held << from) | value;
    bits += from;
    while (bits >= to) {
      bits -= to;
      grouped.push((held >>> bits) & (2 ** to - 1));
    }
    held &= 2 ** bits - 1;
  }
  if (fill && bits > 0) grouped.push((held << (to - bits)) & (2 ** to - 1));
  return !fill && (bits >= from || held !== 0) ? undefined : grouped;
}

export function bech32(prefix: string, bytes: Uint8Array): string {
  const data = regroup(bytes, 8, 5, true) ?? [];
  const sum = polymod([...spread(prefix), ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const check = Array.from({ length: 6 }, (_, at) => (sum >>> (5 * (5 - at))) & 31);
  return `${prefix}1${[...data, ...check].map((value) => letters[value]).join('')}`;
}

/** Undefined where it is no such thing, or mistyped. */
export function fromBech32(prefix: string, text: string): Buffer | undefined {
  const lower = text.toLowerCase();
  if (!lower.startsWith(`${prefix}1`)) return undefined;
  const values = [...lower.slice(prefix.length + 1)].map((letter) => letters.indexOf(letter));
  if (values.includes(-1) || values.length < 6 || polymod([...spread(prefix), ...values]) !== 1) return undefined;
  const bytes = regroup(values.slice(0, -6), 5, 8, false);
  return bytes && Buffer.from(bytes);
}
