import { randomUUID } from 'node:crypto';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';
import { dutiesOf, makeWorld, type Program, signIn, startOn } from './fault-world.ts';
import { median, p95 } from './times.ts';

/** Mixed questions and changes of people at their screens, so many a second, while the server's memory and handles are looked at. */

const aSecond = 100;
/** One of so many requests changes something: a search is saved, and taken away again by the next one. */
const everyChange = 20;
/** What an hour may add and still count as flat. */
const mostMebibytesAnHour = 40;
const mostHandlesAnHour = 20;
/** Compiled code and kept plans grow at first; what counts comes after. */
const warmingShare = 1 / 4;

type Sample = { at: number; mebibytes: number; resident: number; handles: number };

/** True where it stayed flat. */
export async function soak(seconds: number): Promise<boolean> {
  const world = await makeWorld();
  const collects = new URL('fault-collect.mjs', import.meta.url).href;
  const program = await startOn(world, { nodeArgs: ['--expose-gc', '--import', collects] });
  try {
    const cookie = await signIn(program.url, 'lanh-dao');
    const duties = await dutiesOf(program.url, cookie);
    const paths = [
      '/api/overview',
      '/api/session',
      '/api/my-work',
      '/api/notices',
      '/api/duties?limit=50',
      '/cong-khai',
    ];
    const mixed = [...paths, ...duties.slice(0, 10).map((id) => `/api/duties/${id}`)];
    const times: number[] = [];
    const statuses = new Map<number, number>();
    let inFlight = 0;
    let late = 0;
    const saved: string[] = [];
    const send = (method: string, path: string, body?: object): Promise<Response> =>
      fetch(program.url + path, {
        method,
        headers: {
          cookie,
          ...(method === 'GET' ? {} : { origin: program.url, 'idempotency-key': randomUUID() }),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    const change = async (): Promise<number> => {
      const id = saved.pop();
      if (id !== undefined) {
        const response = await send('DELETE', `/api/saved-searches/${id}`);
        await response.arrayBuffer();
        return response.status;
      }
      const name = randomUUID();
      const response = await send('POST', '/api/saved-searches', { name, query: 'q=thu' });
      const { searches = [] } = (await response.json()) as { searches?: { id: string; name: string }[] };
      saved.push(...searches.flatMap((one) => (one.name === name ? one.id : [])));
      return response.status;
    };
    const look = async (path: string): Promise<number> => {
      const response = await send('GET', path);
      await response.arrayBuffer();
      return response.status;
    };
    const ask = async (nth: number): Promise<void> => {
      inFlight++;
      const from = performance.now();
      const asked = nth % everyChange === 0 ? change() : look(mixed[nth % mixed.length] ?? '/');
      const status = await asked.catch(() => 0);
      inFlight--;
      times.push(performance.now() - from);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    };
    const samples: Sample[] = [];
    const begin = performance.now();
    const every = Math.max(5, seconds / 60);
    let nextSample = every;
    for (let nth = 0; ; nth++) {
      const due = begin + (nth * 1000) / aSecond;
      if (due - begin > seconds * 1000) break;
      const wait = due - performance.now();
      if (wait > 1) await after(wait);
      // Bounded: a server that cannot keep up is not buried.
      if (inFlight < 50) void ask(nth);
      else late++;
      if ((performance.now() - begin) / 1000 > nextSample) {
        nextSample += every;
        samples.push(await sampled(program, (performance.now() - begin) / 1000));
      }
    }
    while (inFlight > 0) await after(50);
    return told({ seconds, times, statuses, late, samples });
  } finally {
    await program.stop();
    await world.end();
  }
}

/** Memory after everything that nobody holds was let go: the server collects when it is told so by a signal. */
async function sampled({ child, url }: Program, at: number): Promise<Sample> {
  const pid = child.pid ?? 0;
  const heard = new Promise<number>((resolve) => {
    const hear = (chunk: Buffer) => {
      const held = /held (\d+)/.exec(chunk.toString())?.[1];
      if (held === undefined) return;
      child.stdout?.off('data', hear);
      resolve(Number(held) / 1_048_576);
    };
    child.stdout?.on('data', hear);
  });
  child.kill('SIGUSR2');
  const mebibytes = await heard;
  const resident = Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  return { at, mebibytes, resident, handles: await ownHandles(pid, Number(new URL(url).port)) };
}

/** Without the lines of those who ask just now: there are as many of them as questions under way, which says how busy the machine is. */
async function ownHandles(pid: number, port: number): Promise<number> {
  const local = port.toString(16).toUpperCase().padStart(4, '0');
  const connections = (await readFile('/proc/net/tcp', 'utf8')).split('\n').map((line) => line.trim().split(/\s+/));
  const ofClients = new Set(
    connections.flatMap((one) => (one[1]?.endsWith(`:${local}`) ? [`socket:[${one[9]}]`] : [])),
  );
  const handles = await readdir(`/proc/${pid}/fd`);
  const kinds = await Promise.all(
    handles.map((handle) => readlink(`/proc/${pid}/fd/${handle}`).catch(() => undefined)),
  );
  return kinds.filter((kind) => kind !== undefined && !ofClients.has(kind)).length;
}

type Outcome = { seconds: number; times: number[]; statuses: Map<number, number>; late: number; samples: Sample[] };

function told({ seconds, times, statuses, late, samples }: Outcome): boolean {
  const counted = samples.filter(({ at }) => at > seconds * warmingShare);
  const memory = slope(counted, ({ mebibytes }) => mebibytes) * 3600;
  const handles = slope(counted, (one) => one.handles) * 3600;
  const [first, last] = [counted[0], counted.at(-1)];
  const answers = [...statuses].map(([status, count]) => `${status}: ${count}`).join(', ');
  console.log(
    `\nSoak of ${seconds} s at ${aSecond} requests a second: ${times.length} answered (${answers}), ${late} not sent for want of room`,
  );
  console.log(`median ${median(times).toFixed(0)} ms, p95 ${p95(times).toFixed(0)} ms`);
  console.log(
    `heap after collecting ${first?.mebibytes.toFixed(1)} -> ${last?.mebibytes.toFixed(1)} MiB (${memory.toFixed(1)} MiB an hour, at most ${mostMebibytesAnHour}), resident ${first?.resident.toFixed(0)} -> ${last?.resident.toFixed(0)} MiB, handles ${first?.handles} -> ${last?.handles} (${handles.toFixed(1)} an hour, at most ${mostHandlesAnHour}), ${counted.length} samples`,
  );
  return memory <= mostMebibytesAnHour && handles <= mostHandlesAnHour;
}

/** Of the straight line with the least squares, a second. */
function slope(samples: readonly Sample[], of: (sample: Sample) => number): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  const [x, y] = [mean(samples.map(({ at }) => at)), mean(samples.map(of))];
  const spread = samples.reduce((sum, { at }) => sum + (at - x) ** 2, 0);
  return spread === 0 ? 0 : samples.reduce((sum, one) => sum + (one.at - x) * (of(one) - y), 0) / spread;
}
