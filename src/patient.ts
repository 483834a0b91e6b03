import { join } from 'node:path';
import type { Config } from './config.ts';
import { migrationsFolder } from './installation.ts';
import type { AppOptions } from './services/app.ts';
import { systemClock } from './services/clock.ts';
import type { Patient } from './services/look-at-vitals.ts';
import type { FileSettings } from './services/stored-files/places.ts';
import { migrationsIn } from './store/migrate.ts';

/** Where the installation's key lies. */
export const secretFileOf = ({ secretFile, dataFolder }: Config): string =>
  secretFile ?? join(dataFolder, 'secret.key');

/** Where the bytes of files lie. */
export const fileSettingsOf = ({ dataFolder, ...config }: Config): FileSettings => {
  const { files, filesFolder, filesBucket, filesRegion, filesKeyFile } = config;
  return {
    place: files,
    folder: filesFolder ?? join(dataFolder, 'files'),
    ...(filesBucket &&
      filesKeyFile && { bucket: { address: filesBucket, region: filesRegion, keyFile: filesKeyFile } }),
  };
};

/** What files are scanned by, as options of the app. */
export const scanningOf = ({ clamd, scanAway }: Config): Pick<AppOptions, 'scanning'> =>
  clamd === undefined ? {} : { scanning: { clamd, whenAway: scanAway } };

/** What the doctor looks at in an installation of this configuration. */
export async function patientOf(config: Config): Promise<Patient> {
  const { dataFolder, smtpUrl, ssoFile, filesKeyFile } = config;
  const migration = (await migrationsIn(migrationsFolder)).length;
  const secretFiles = [secretFileOf(config), ssoFile, filesKeyFile].filter((file) => file !== undefined);
  return {
    dataFolder,
    secretFiles,
    smtpUrl,
    clamd: config.clamd,
    files: fileSettingsOf(config),
    migration,
    clock: systemClock,
  };
}
