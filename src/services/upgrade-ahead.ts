import type { Vital, VitalName } from '../registry/vital.ts';
import { migrationsIn } from '../store/migrate.ts';
import { databaseVitals } from '../store/vitals.ts';
import { type DatabaseFound, lookAtVitals, type Patient } from './look-at-vitals.ts';

/** What an upgrade rests on. */
const restsOn: readonly VitalName[] = ['database', 'migrations', 'backup', 'disk'];

export type UpgradeAhead = {
  /** Migrations that the next start of this program applies, in their order. */
  pending: string[];
  vitals: Vital[];
  /** Whether it may begin: nothing is bad, and where the data change there is a fresh backup. */
  ready: boolean;
};

/** What this program would do to a database, looked at and left as it is. */
export async function upgradeAhead(
  patient: Patient,
  migrationsFolder: string,
  found: DatabaseFound,
): Promise<UpgradeAhead> {
  const vitals = (await lookAtVitals(patient, found)).filter(({ name }) => restsOn.includes(name));
  const done = found && 'db' in found ? (await databaseVitals(found.db)).migration : 0;
  const pending = (await migrationsIn(migrationsFolder)).slice(done).map(({ name }) => name);
  const isBad = vitals.some(({ state }) => state === 'bad');
  const isFresh = vitals.some(({ name, state }) => name === 'backup' && state === 'good');
  return { pending, vitals, ready: !isBad && (pending.length === 0 || isFresh) };
}
