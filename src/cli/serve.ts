import { flushCompileCache } from 'node:module';
import { type RunningServer, startServer } from '../main.ts';
import { runCommand } from './terminal.ts';

export const serve = (args: string[]): Promise<number> =>
  runCommand(args, {
    usage: 'npm start -- [--port N] [--data DIR] …   |   tiendo serve [--port N] [--data DIR] …',
    vi: 'Chạy ứng dụng web cho đến khi được dừng (Ctrl-C).',
    en: 'Runs the web application until it is stopped (Ctrl-C).',
    run: async (config) => {
      const stopAsked = signalled();
      const server = await startServer(config, (line) => process.stdout.write(`${line}\n`));
      greet(server);
      // A server that is killed keeps nothing for its next start.
      flushCompileCache();
      await stopAsked;
      await server.stop();
      return 0;
    },
  });

function greet({ address, demoAccounts }: RunningServer): void {
  const lines = [`Tiến Độ đang chạy tại / is running at  ${address}`];
  if (demoAccounts.length > 0) lines.push('Tài khoản dùng thử / demo accounts:');
  for (const { email, password, name, agencyName } of demoAccounts)
    lines.push(`  ${email}  ${password}  (${name}, ${agencyName})`);
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}

/** Ctrl-C may arrive twice, from the terminal and from npm; the first counts, and the stop is not cut short. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
