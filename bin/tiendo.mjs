#!/usr/bin/env node
// The command line. Under Node 24 it is src/cli/tiendo.ts itself; an older Node starts it again with the right one.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { endWithParent, isNodeNewEnough, keepCompiled, nodeProgram, run } from './launch.mjs';

const thisFile = fileURLToPath(import.meta.url);

/** @param {string[]} args */
export async function tiendo(args) {
  endWithParent();
  if (!isNodeNewEnough()) {
    const env = { ...process.env, TIENDO_LAUNCHED: '1' };
    return run(nodeProgram(), [thisFile, ...args], { env, cwd: process.cwd() });
  }
  keepCompiled();
  const program = await import('../src/cli/tiendo.ts');
  return program.tiendo(args);
}

if (process.argv[1] && realpathSync(process.argv[1]) === thisFile) {
  try {
    const { prepare } = await import('./prepare.mjs');
    const args = process.argv.slice(2);
    // Whoever reads the output may stop before its end ("tiendo read … | head"); a server goes on without a reader.
    process.stdout.on('error', (error) => {
      if (!('code' in error) || error.code !== 'EPIPE') throw error;
      if (args[0] !== 'serve') process.exit(0);
    });
    prepare({ web: args[0] === 'serve' });
    process.exitCode = await tiendo(args);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
