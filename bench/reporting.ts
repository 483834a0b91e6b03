import { Config } from '../src/config.ts';
import { openInstallation } from '../src/installation.ts';
import { createApp } from '../src/services/app.ts';
import { measureImports } from './importing-figures.ts';
import { measureRounds } from './measuring-rounds.ts';
import { prepareProvince } from './province-year.ts';
import { openCluster } from './work-cluster.ts';

/**
 * A province's year of reporting on a throwaway database: lists of figures in, a round from its opening to the report. `-- --small` tries it
 * with a tenth, `-- --rounds` leaves the lists out.
 */

const small = process.argv.includes('--small');
const figureCount = small ? 10_000 : 100_000;
const agencyCount = small ? 14 : 136;

const cluster = await openCluster();
let held = true;
try {
  const installation = await openInstallation(Config.parse({ databaseUrl: cluster.url }));
  const app = await createApp({ db: installation.db, maxFileBytes: 50_000_000, demo: false });
  try {
    console.log(`${cluster.name}: a province of ${agencyCount} agencies`);
    const province = await prepareProvince(app.db, agencyCount);
    if (!process.argv.includes('--rounds') && !(await measureImports(app, province, figureCount))) held = false;
    if (!(await measureRounds(app, province, cluster))) held = false;
    console.log(`\nEverything asked for: ${held ? 'holds' : 'NOT HELD'}`);
  } finally {
    await app.close();
    await installation.close();
  }
} finally {
  await cluster.stop();
}
if (!held) process.exitCode = 1;
