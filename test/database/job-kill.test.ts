import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createJobs } from '../../src/services/job-runner.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { until } from '../condition.ts';
import { engines, freshDatabase } from '../engines.ts';

const runner = new URL('../../src/services/job-runner.ts', import.meta.url).href;
const database = new URL('../../src/store/database.ts', import.meta.url).href;
const pace = { heartbeatSeconds: 10, monitorSeconds: 1, answerSeconds: 60 };

// Side by side: most of it is waiting until a silent server is given up.
describe.concurrent.each(engines)('a server killed in the middle of a job on $name', (engine) => {
  it('loses nothing: another server does the job', async () => {
    const { db, url, drop } = await freshDatabase(engine);
    const code = `
      const { createJobs } = await import(${JSON.stringify(runner)});
      const { openDatabase } = await import(${JSON.stringify(database)});
      const jobs = createJobs(openDatabase(${JSON.stringify(url)}, () => undefined));
      await jobs.start({ tell: () => { console.log('begun'); return new Promise(() => undefined); } }, { pace: ${JSON.stringify(pace)} });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await db.transaction().execute((trx) => enqueue(trx, [{ queue: 'tell', data: { n: 7 } }]));
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toContain('begun');
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    const done: unknown[] = [];
    const jobs = createJobs(db);
    await jobs.start({ tell: async ({ data }) => void done.push(data) }, { pace });
    await until('the job to be done by another', () => done.length > 0 || undefined);
    await until('the end', async () => (await jobs.list({ queue: 'tell', state: 'completed', limit: 1 }))[0]);
    expect(done).toEqual([{ n: 7 }]);
    await jobs.close();
    await drop();
  });
});
