import type { RawCell } from '../../values/raw-cell.ts';
import { decodeText } from './decode.ts';

const separators = [';', ',', '\t', '|'] as const;

/**
 * The rows of a list in a text file, parted by semicolons, commas, tabs or bars. Empty lines stay, so that rows count as Excel counts.
 * @throws Refusal fileEncodingInvalid
 */
export async function readCsv(bytes: Uint8Array, most: number): Promise<RawCell[][]> {
  const { default: papa } = await import('papaparse');
  const text = decodeText(bytes).text.replace(/^\uFEFF/, '');
  // Excel writes the separator that it used in a line of its own where people ask it to.
  const said = /^sep=(.)\r?\n/i.exec(text);
  const delimiter = said?.[1] ?? separatorOf(text);
  const { data } = papa.parse<string[]>(said ? text.slice(said[0].length) : text, {
    delimiter,
    preview: most,
  });
  if (data.at(-1)?.every((cell) => cell === '')) data.pop();
  return said ? [[], ...data] : data;
}

/** That which parts the first lines into the most columns, and into as many in each of them. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/, 20)
    .filter((line) => line.trim() !== '');
  const columns = (separator: string) => lines.map((line) => outsideQuotes(line).split(separator).length);
  const score = (separator: string): number => {
    const counts = columns(separator);
    const most = Math.max(0, ...counts);
    return most < 2 ? 0 : counts.filter((count) => count === most).length + most / 1000;
  };
  return separators.reduce<string>((best, one) => (score(one) > score(best) ? one : best), ';');
}

const outsideQuotes = (line: string): string => line.replace(/"(?:[^"]|"")*"/g, '');
