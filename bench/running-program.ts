import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Its pages may have to be built first. */
const startLimit = 300_000;

/** The program as people start it, beside this process. */
export async function startProgram(
  databaseUrl: string,
  folder: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const options = ['--port', '0', '--data', folder, '--demo', 'off', '--second-factor-for', 'nobody'];
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit'];
  const child = spawn(process.execPath, ['bin/tiendo.mjs', 'serve', ...options], { cwd: root, env, stdio });
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /is running at\s+(http:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`The program ended with ${code}:\n${said}`)));
    setTimeout(
      () => reject(new Error(`The program did not start within ${startLimit / 1000} s:\n${said}`)),
      startLimit,
    ).unref();
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, stop };
}
