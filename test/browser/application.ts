import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type Application = { url: string; signIn: (page: Page) => Promise<void>; stop: () => Promise<void> };

/** The one account of an installation that begins empty. */
const account = { name: 'Cán bộ Kế hoạch', email: 'can-bo@thu.vn', password: 'mat-khau-thu' };

/** The program of `demo: off` has one account. */
export const createAccount = (folder: string): Promise<void> =>
  fillFolder(folder, new URL('./create-account.ts', import.meta.url));

async function fillFolder(folder: string, program: URL): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(program), folder, JSON.stringify(account)], {
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
}

async function signIn(page: Page, url: string, demo: 'on' | 'off'): Promise<void> {
  await page.goto(url);
  if (demo === 'on') {
    await page.getByRole('button', { name: /can-bo@/ }).click();
  } else {
    await page.getByLabel('Thư điện tử').fill(account.email);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(account.password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
  }
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).waitFor();
}

/** Where `prepare-folders.ts` has started the program once in each way: its data folders are copied, not made anew. */
const prepared = process.env.TIENDO_PREPARED ?? '';

/** @param into is empty. The database's files keep their owner, which only `cp -a` does. */
async function copyPrepared(demo: 'on' | 'off', into: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', `${join(prepared, demo)}/.`, into]);
}

/**
 * The program as people start it, on a data folder and a port of its own.
 * @param demo on: with the sample documents and their accounts; off: empty, with one account
 * @param filling a program beside this one that puts something into the empty installation
 */
export async function startApplication(demo: 'on' | 'off', filling?: URL): Promise<Application> {
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-browser-'));
  await copyPrepared(demo, folder);
  if (filling) await fillFolder(folder, filling);
  const { url, stop } = await runProgram(folder, demo);
  return {
    url,
    signIn: (page) => signIn(page, url, demo),
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The program on a data folder, until it is stopped in order. */
export async function runProgram(
  folder: string,
  demo: 'on' | 'off',
): Promise<{ url: string; stop: () => Promise<void> }> {
  const args = [
    'bin/tiendo.mjs',
    'serve',
    '--port',
    '0',
    '--data',
    folder,
    '--demo',
    demo,
    '--second-factor-for',
    'nobody',
  ];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /is running at\s+(http:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`The program ended with ${code}:\n${said}`)));
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
