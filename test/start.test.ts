import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findEmbeddedBinaries } from '../src/outside/postgres-binaries.ts';
import { until } from './condition.ts';

const program = fileURLToPath(new URL('../bin/tiendo.mjs', import.meta.url));
const embedded = (await findEmbeddedBinaries()) !== undefined;
if (!embedded)
  console.warn('LEFT OUT: starting the program on its embedded database, which this kind of machine does not have.');

type Ended = { code: number | null; output: string };

function tiendo(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program, ...args], {
    env: cleanEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return watch(child);
}

/** A test run is started by npm, whose traces would change how the program starts. */
function cleanEnvironment(env: Record<string, string>): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !/^(npm_|TIENDO_|DATABASE_URL|VITEST|NODE_ENV)/.test(name),
  );
  return { ...Object.fromEntries(kept as [string, string][]), ...env };
}

function watch(child: ChildProcess) {
  let output = '';
  const heard: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of heard) listener();
    });
  const ended: Promise<Ended> = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
  /** The first group of a pattern once it has been said; the end of the process before that is a failure. */
  const says = (pattern: RegExp): Promise<string> => {
    const said = new Promise<string>((resolve) => {
      const look = () => {
        const match = pattern.exec(output);
        if (match) resolve(match[1] ?? match[0]);
      };
      heard.push(look);
      look();
    });
    const early = ended.then(({ code }): string => {
      throw new Error(`ended with ${code}: ${output}`);
    });
    early.catch(() => undefined);
    return Promise.race([said, early]);
  };
  return { child, ended, says };
}

const address = /(http:\/\/127\.0\.0\.1:\d+)/;

describe('the command line', () => {
  it('says in both languages how each command is used', async () => {
    for (const command of [[], ['serve'], ['read'], ['import'], ['migrate']]) {
      const { code, output } = await tiendo([...command, '--help']).ended;
      expect({ command, code }).toEqual({ command, code: 0 });
      expect(output).toMatch(/cách dùng|Chạy|[Đđ]ọc|Đưa/);
      expect(output).toMatch(/how to|Runs|[Rr]ead|Brings/);
    }
  });

  it('says what is wrong with a flag, and does nothing', async () => {
    expect(await tiendo(['serve', '--port', 'eighty']).ended).toMatchObject({
      code: 2,
      output: expect.stringContaining('--port / TIENDO_PORT'),
    });
    expect((await tiendo(['serve', '--nonsense']).ended).code).toBe(2);
    expect((await tiendo(['nonsense']).ended).code).toBe(2);
  });
});

describe.skipIf(!embedded)('a running program', () => {
  let made: string;
  let folder: string;
  const serve = () => tiendo(['serve', '--port', '0', '--data', folder, '--demo', 'off']);
  /** An installation that was made before: making it takes longer than all that is asked of it. */
  const copyMade = (into: string) => promisify(execFile)('cp', ['-a', `${made}/.`, into]);

  beforeAll(async () => {
    made = await mkdtemp(join(tmpdir(), 'tiendo-made-'));
    expect((await tiendo(['migrate', '--data', made]).ended).code).toBe(0);
  }, 180_000);
  afterAll(() => rm(made, { recursive: true }));
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tiendo-start-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('answers at the address it prints, refuses a second one on its folder, and ends in order', async () => {
    const first = serve();
    const health = await fetch(`${await first.says(address)}/api/health`);
    expect(await health.json()).toEqual({ state: 'ok' });

    const second = await serve().ended;
    expect(second.code).toBe(1);
    expect(second.output).toContain(`tiến trình ${first.child.pid}`);
    expect(second.output).toContain(`process ${first.child.pid}`);

    first.child.kill('SIGTERM');
    expect((await first.ended).code).toBe(0);
    const migrated = await tiendo(['migrate', '--data', folder]).ended;
    expect(migrated).toMatchObject({ code: 0, output: expect.stringContaining('Nothing to do') });
  });

  it('ends in order while somebody sends a request without end', async () => {
    await copyMade(folder);
    const server = serve();
    const { hostname, port } = new URL(await server.says(address));
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    const head = `POST /api/session HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n`;
    await new Promise<void>((resolve) => socket.write(`${head}\r\n{"email":`, () => resolve()));
    await fetch(`http://${hostname}:${port}/api/health`);
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    socket.destroy();
  });

  it('starts again after it was killed in the moment it was first there', async () => {
    const first = serve();
    await first.says(address);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = serve();
    await second.says(address);
    second.child.kill('SIGINT');
    expect((await second.ended).code).toBe(0);
  });

  it('starts its database again when that was killed, and answers at the same address', async () => {
    await copyMade(folder);
    const server = serve();
    const url = await server.says(address);
    const readPid = async () =>
      Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
    const before = await readPid();
    process.kill(before, 'SIGKILL');
    await server.says(/is being started again/);
    await until('the database', async () => (await fetch(`${url}/api/ready`)).ok || undefined);
    expect(await readPid()).not.toBe(before);
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
  });

  it('ends when the launcher that started it is killed, and leaves the folder free', async () => {
    await copyMade(folder);
    // As npm does it, with a shell between the launcher and the program.
    const line = `sh -c '${process.execPath} ${program} serve --port 0 --data ${folder} --demo off; exit $?'; exit $?`;
    const launcher = watch(
      spawn('sh', ['-c', line], { env: cleanEnvironment({ TIENDO_LAUNCHED: '1' }), stdio: ['ignore', 'pipe', 'pipe'] }),
    );
    await launcher.says(address);
    launcher.child.kill('SIGKILL');
    // Its output ends when the server, which writes there too, is gone.
    await launcher.ended;
    const next = serve();
    await next.says(address);
    next.child.kill('SIGTERM');
    expect((await next.ended).code).toBe(0);
  });

  it('imports files from the terminal: each once, and none of which it says no', async () => {
    const good = join(folder, 'ke-hoach.txt');
    const text =
      'ỦY BAN NHÂN DÂN\nTỈNH AN HÒA\nSố: 12/KH-UBND\nAn Hòa, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2026\n';
    await writeFile(good, text);
    const bad = join(folder, 'hỏng.docx');
    await writeFile(bad, 'not a zip');
    const dataFolder = join(folder, 'data');
    await mkdir(dataFolder);
    await copyMade(dataFolder);
    const data = ['--data', dataFolder];
    expect(await tiendo(['import', good, bad, ...data]).ended).toMatchObject({
      code: 1,
      output: expect.stringMatching(/ke-hoach\.txt: đã nạp[^\n]*\nhỏng\.docx: Tệp/),
    });
    expect(await tiendo(['import', good, ...data]).ended).toMatchObject({
      code: 0,
      output: expect.stringContaining('đã có'),
    });
    expect(await tiendo(['import', join(folder, 'nowhere.docx'), ...data]).ended).toMatchObject({ code: 1 });
  });

  it('names the port that another program has', async () => {
    await copyMade(folder);
    const first = serve();
    const port = new URL(await first.says(address)).port;
    const otherFolder = join(folder, 'other');
    await mkdir(otherFolder);
    await copyMade(otherFolder);
    const other = await tiendo(['serve', '--port', port, '--data', otherFolder, '--demo', 'off']).ended;
    expect(other).toMatchObject({ code: 1, output: expect.stringContaining(`Cổng ${port}`) });
    first.child.kill('SIGTERM');
    await first.ended;
  });
});
