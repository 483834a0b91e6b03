import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { dutiesOf, type Found, judge, makeWorld, type Program, signIn, startOn, write } from './fault-world.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

type Report = { testResults: { assertionResults: { status: string; failureMessages: string[] }[] }[] };
const of =
  (wanted: string) =>
  ({ status }: { status: string }): boolean =>
    status === wanted;

/** The tests that kill, in their long form. */
export async function killsOfTests(what: string, file: string, project: string, rounds: number): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-kills-'));
  const path = join(folder, 'report.json');
  const runner = ['node_modules/vitest/vitest.mjs', 'run', '--project', project];
  const child = spawn(process.execPath, [...runner, '--reporter=json', `--outputFile=${path}`, file], {
    cwd: root,
    env: { ...process.env, TIENDO_KILLS: String(rounds) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-2000)));
  await once(child, 'close');
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${file} ended without a report: ${complaints}`);
  });
  await rm(folder, { recursive: true });
  const all = (JSON.parse(text) as Report).testResults.flatMap(({ assertionResults }) => assertionResults);
  const [passed, failed] = [all.filter(of('passed')).length, all.filter(of('failed'))];
  const said = failed.map(({ failureMessages: [first = ''] }) => stripVTControlCharacters(first).split('\n', 1)[0]);
  const note = failed.length === 0 ? 'each round checked by its test' : said.join('; ');
  return { what, rounds: passed + failed.length, acknowledged: passed, lost: failed.length, half: 0, note };
}

type Blow = { what: string; servers: number; strike: 'server' | 'database'; rounds: number };

/** Writers go on while the server or the database is killed at random moments and started again. */
export async function killsUnderLoad({ what, servers, strike, rounds }: Blow): Promise<Found> {
  const world = await makeWorld();
  let programs: Program[] = [];
  try {
    for (let nth = 0; nth < servers; nth++) programs.push(await startOn(world));
    const [first] = programs;
    const cookie = await signIn(first?.url ?? '', 'lanh-dao');
    const duties = await dutiesOf(first?.url ?? '', cookie);
    const urls = () => programs.map(({ url }) => url);
    const writers = Array.from({ length: 4 }, () => write(urls, () => cookie, duties));
    const acknowledged = () => writers.flatMap((one) => one.acknowledged);
    let resumed = 0;
    for (let round = 0; round < rounds; round++) {
      await after(500 + Math.random() * 2000);
      if (strike === 'database') process.kill(await world.postmaster(), 'SIGKILL');
      else {
        const hit = programs[0];
        programs = programs.slice(1);
        await hit?.kill();
        // Where another is there it has all the work meanwhile.
        if (servers > 1) await moreThan(acknowledged().length + 10, acknowledged);
        programs.push(await startOn(world));
      }
      await moreThan(acknowledged().length + 5, acknowledged);
      resumed++;
    }
    for (const writer of writers) await writer.end();
    const found = await judge(world, acknowledged());
    const refused = [...new Set(writers.flatMap(({ refused: all }) => [...all.keys()]))].sort().join(', ');
    const note = `${resumed} times resumed; refused meanwhile with ${refused || 'nothing'}`;
    return { what, rounds, acknowledged: acknowledged().length, ...found, note };
  } finally {
    for (const program of programs) await program.stop();
    await world.end();
  }
}

/** It stops by itself where nothing goes on. */
async function moreThan(count: number, list: () => readonly unknown[]): Promise<void> {
  const end = Date.now() + 120_000;
  while (list().length < count) {
    if (Date.now() > end) throw new Error('nothing was acknowledged any more within two minutes');
    await after(50);
  }
}
