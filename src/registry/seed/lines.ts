/** The form that the seed's files share: a fact a line, fields parted by "|", lists by ";", remarks after "#". */

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

export const fieldsOf = (line: string): string[] => line.split('|').map((field) => field.trim());

export const listOf = (field = ''): string[] =>
  field
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');

export const wordsOf = (field = ''): string[] => field.split(/\s+/u).filter((word) => word !== '');

/** Null where nothing is given. */
export const given = (field: string | undefined): string | null => (field ? field : null);

/** The seed is ours: what it cannot mean is a defect of the seed. */
export function oneOf<T extends string>(values: readonly T[], word: string | undefined): T {
  const found = values.find((value) => value === word);
  if (found === undefined) throw new Error(`seed: "${word}" is none of ${values.join(', ')}`);
  return found;
}
