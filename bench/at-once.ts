import { median, p95 } from './times.ts';

/** Many clients at once, first the one way and then the other, again and again: whatever else the machine does falls on both. */

const clients = 8;
const rounds = 3;
const warmUpSeconds = 2;

type Ways = { asked: (turn: number) => Promise<unknown>; bare: (turn: number) => Promise<unknown> };

/** Each client asks one after the other until the time is over; gives the milliseconds of each question. */
async function together(ask: (turn: number) => Promise<unknown>, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  let turn = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        const from = performance.now();
        await ask(turn++);
        times.push(performance.now() - from);
      }
    }),
  );
  return times;
}

export type AtOnce = { asked: number[]; bare: number[] };

/** @param seconds of each round of each way */
export async function timeAtOnce({ asked, bare }: Ways, seconds: number): Promise<AtOnce> {
  // Each connection thinks out once how it answers what it is asked for the first time.
  for (const ask of [asked, bare]) await together(ask, warmUpSeconds);
  const times: AtOnce = { asked: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    times.asked.push(...(await together(asked, seconds)));
    times.bare.push(...(await together(bare, seconds)));
  }
  return times;
}

/** Both ways' middle and p95 in milliseconds, as a line of a table. */
export function linesOf(name: string, { asked, bare }: AtOnce): { line: string; ratio: number } {
  const ratio = p95(asked) / p95(bare);
  const figures = [median(asked), p95(asked), median(bare), p95(bare)].map((ms) => ms.toFixed(1).padStart(10));
  return { line: `${name.padEnd(28)}${figures.join('')}${ratio.toFixed(2).padStart(10)}`, ratio };
}
