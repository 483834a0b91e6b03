// npm start: everything that a bare machine lacks, then the server.
import { prepare } from './prepare.mjs';

try {
  // Help needs no pages.
  prepare({ web: !process.argv.slice(2).some((word) => word === '--help' || word === '-h') });
  const { tiendo } = await import('./tiendo.mjs');
  process.exitCode = await tiendo(['serve', ...process.argv.slice(2)]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
