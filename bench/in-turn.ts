import { median } from './times.ts';
import type { Question } from './work-questions.ts';

/** Both ways in turn, so that whatever else the machine does falls on both. */

const rounds = 5;

export type Timed = { what: string; asked: number; bare: number };

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** Of each question the median of several times, in milliseconds, after one that warms up. */
export async function timeInTurn(questions: readonly Question[]): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (const { what, asked, bare } of questions) {
    await asked();
    await bare();
    const times = { asked: [] as number[], bare: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      times.asked.push(await took(asked));
      times.bare.push(await took(bare));
    }
    timed.push({ what, asked: median(times.asked), bare: median(times.bare) });
  }
  return timed;
}
