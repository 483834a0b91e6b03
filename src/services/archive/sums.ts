import { createHash, type Hash } from 'node:crypto';
import type { TableSum } from '../../registry/archive.ts';

/** Counts and hashes the lines of a table as they go by. */
export type Summing = { add: (lines: readonly string[]) => void; sum: () => TableSum };

export function summing(): Summing {
  const hash: Hash = createHash('sha256');
  let rows = 0;
  return {
    add: (lines) => {
      rows += lines.length;
      if (lines.length > 0) hash.update(textOf(lines));
    },
    sum: () => ({ rows, sha256: hash.copy().digest('hex') }),
  };
}

export const textOf = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

export const linesIn = (content: Buffer): string[] => content.toString('utf8').split('\n').slice(0, -1);

/** A part of a table: as many lines as make about four megabytes, at least one. */
const partLetters = 4_000_000;

export async function* inParts(lines: AsyncIterable<string>): AsyncGenerator<string[]> {
  let part: string[] = [];
  let letters = 0;
  for await (const line of lines) {
    part.push(line);
    letters += line.length;
    if (letters < partLetters) continue;
    yield part;
    part = [];
    letters = 0;
  }
  if (part.length > 0) yield part;
}
