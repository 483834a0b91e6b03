import { unzipSync, zipSync } from 'fflate';

/** Numbers from 0 up to 1 that a seed repeats, so that a damaged file can be made again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
type Damage = (bytes: Uint8Array, random: Random) => Uint8Array;

const below = (random: Random, limit: number): number => Math.floor(random() * limit);

const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** A stretch of up to `most` bytes. */
function stretch(bytes: Uint8Array, random: Random, most: number): [number, number] {
  const from = below(random, bytes.length);
  return [from, Math.min(bytes.length, from + 1 + below(random, most))];
}

const changeBytes: Damage = (bytes, random) => {
  const copy = Uint8Array.from(bytes);
  for (let count = 1 + below(random, 12); count > 0; count--) copy[below(random, copy.length)] = below(random, 256);
  return copy;
};

const cut: Damage = (bytes, random) => bytes.slice(0, 1 + below(random, bytes.length));

const leaveOut: Damage = (bytes, random) => {
  const [from, to] = stretch(bytes, random, 1 + bytes.length / 4);
  return joined(bytes.subarray(0, from), bytes.subarray(to));
};

const repeat: Damage = (bytes, random) => {
  const [from, to] = stretch(bytes, random, 400);
  const times = 1 + below(random, random() < 0.1 ? 2000 : 40);
  const part = bytes.subarray(from, to);
  return joined(bytes.subarray(0, to), ...Array.from({ length: times }, () => part), bytes.subarray(to));
};

const swap: Damage = (bytes, random) => {
  const [[a, b], [c, d]] = [stretch(bytes, random, 200), stretch(bytes, random, 200)];
  const [first, second] =
    a <= c ? [[a, Math.min(b, c)] as const, [c, d] as const] : [[c, Math.min(d, a)] as const, [a, b] as const];
  const part = (from: number, to: number): Uint8Array => bytes.subarray(from, to);
  return joined(
    part(0, first[0]),
    part(...second),
    part(first[1], second[0]),
    part(...first),
    part(second[1], bytes.length),
  );
};

/** Numbers rule lengths, merged cells, sizes and places. */
const changeNumber: Damage = (bytes, random) => {
  const text = Buffer.from(bytes).toString('latin1');
  const numbers = [...text.matchAll(/\d+/g)];
  const one = numbers[below(random, numbers.length)];
  if (!one) return changeBytes(bytes, random);
  const values = [
    '0',
    '-1',
    '999999999',
    '65536',
    '1e9',
    '4294967296',
    '00000000000000000000',
    String(below(random, 1000)),
  ];
  const value = values[below(random, values.length)] ?? '0';
  return new Uint8Array(
    Buffer.from(text.slice(0, one.index) + value + text.slice(one.index + one[0].length), 'latin1'),
  );
};

const damages: readonly Damage[] = [changeBytes, cut, leaveOut, repeat, swap, changeNumber];

/** A damaged copy: of a zip, mostly one of its parts is, so that what stands inside is reached. */
export function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && random() < 0.8) return withDamagedPart(bytes, random);
  let copy = bytes;
  for (let count = 1 + below(random, 3); count > 0 && copy.length > 0; count--)
    copy = (damages[below(random, damages.length)] ?? changeBytes)(copy, random);
  return copy;
}

function withDamagedPart(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => (parts[name]?.length ?? 0) > 0);
  const name = names[below(random, names.length)];
  const part = name === undefined ? undefined : parts[name];
  if (name === undefined || !part) return changeBytes(bytes, random);
  return zipSync(
    { ...parts, [name]: (damages[below(random, damages.length)] ?? changeBytes)(part, random) },
    { level: 1 },
  );
}
