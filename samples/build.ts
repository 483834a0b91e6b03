import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Built, buildAll } from './builder/all.ts';

/** `node samples/build.ts`: writes every sample as text and as Word file, and its gold, from `source/`. */
const root = join(import.meta.dirname, '..');
const gold = join(root, 'test', 'gold', 'samples');
mkdirSync(gold, { recursive: true });
for (const built of await buildAll()) write(built);

function write({ file, text, word, gold: annotation }: Built): void {
  writeFileSync(join(root, 'samples', `${file}.txt`), text);
  writeFileSync(join(root, 'samples', `${file}.docx`), word);
  writeFileSync(join(gold, `${file}.json`), annotation);
}
