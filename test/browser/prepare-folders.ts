import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount, runProgram } from './application.ts';

/** Before all walks: an installation with the demo and one without are begun once, as a first start takes ten seconds. */
export default async function prepareFolders(): Promise<() => Promise<void>> {
  const base = await mkdtemp(join(tmpdir(), 'tiendo-prepared-'));
  // The database may run as another account, which must get through.
  await chmod(base, 0o755);
  for (const demo of ['on', 'off'] as const) {
    const { stop } = await runProgram(join(base, demo), demo);
    await stop();
  }
  await createAccount(join(base, 'off'));
  process.env.TIENDO_PREPARED = base;
  return () => rm(base, { recursive: true, force: true });
}
