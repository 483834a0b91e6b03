import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A case of a text file: a name line "# …", what is read, "==>", what must be found. */
export type Case = { name: string; input: string; expected: string[] };

/** Everything before the first name line explains the file to its reader. "→" stands for a TAB, which nobody sees. */
function casesOf(text: string): Case[] {
  const [, ...parts] = `\n${text}`.split(/\n# /u);
  return parts.map((part) => {
    const [name = '', ...rest] = part.split('\n');
    const [input = '', expected] = rest.join('\n').split(/^==>[ ]*$/mu);
    if (expected === undefined) throw new Error(`Case "${name}" has no line "==>".`);
    return {
      name: name.trim(),
      input: input.replace(/^\n+|\n+$/gu, '').replaceAll('→', '\t'),
      expected: expected
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    };
  });
}

/** Kind -> its cases; a file's name up to the first dot is the kind, the rest says what they are about ("sentences.forms"). */
export const caseFilesIn = (folder: string): { file: string; kind: string; cases: Case[] }[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => basename(name, '.txt'))
    .map((file) => ({
      file,
      kind: file.replace(/\..*$/u, ''),
      cases: casesOf(readFileSync(join(folder, `${file}.txt`), 'utf8')),
    }));
