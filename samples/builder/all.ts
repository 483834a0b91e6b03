import { sample as resolution } from '../source/01-nghi-quyet-hdnd-2025.ts';
import { sample as plan } from '../source/02-ke-hoach-hanh-dong-2026.ts';
import { sample as decision } from '../source/03-quyet-dinh-den-nam-2030.ts';
import { sample as city } from '../source/04-ke-hoach-thanh-pho-2025.ts';
import { sample as party } from '../source/05-nghi-quyet-tinh-uy-2024.ts';
import { makeGold } from './gold.ts';
import { parse } from './parse.ts';
import { makeText } from './text.ts';
import { makeWord } from './word.ts';

export interface Built {
  file: string;
  text: string;
  word: Uint8Array;
  gold: string;
}

export async function buildAll(): Promise<Built[]> {
  const built: Built[] = [];
  for (const sample of [resolution, plan, decision, city, party]) {
    const nodes = parse(sample.body.split('\n'));
    const made = makeText(sample, nodes);
    const gold = makeGold(sample, nodes, made);
    built.push({
      file: sample.file,
      text: made.text,
      word: await makeWord(sample, nodes),
      gold: `${JSON.stringify(gold, null, 1)}\n`,
    });
  }
  return built;
}
