import { openInstallation } from '../installation.ts';
import { prepareServerRoles } from '../services/prepare-server-roles.ts';
import { runCommand } from './terminal.ts';

export const migrateDatabase = (args: string[]): Promise<number> =>
  runCommand(args, {
    usage: 'tiendo migrate [--data DIR | --database-url URL]',
    vi: 'Đưa cơ sở dữ liệu lên phiên bản của chương trình rồi thoát.',
    en: "Brings the database to the program's version and ends.",
    run: async (config) => {
      const installation = await openInstallation(config);
      // The embedded database has one account, which nobody reaches from outside.
      if (config.databaseUrl) await prepareServerRoles(installation.db).finally(installation.close);
      else await installation.close();
      for (const name of installation.migrated) process.stdout.write(`${name}\n`);
      if (installation.migrated.length === 0) process.stdout.write('Không có gì phải đổi. / Nothing to do.\n');
      return 0;
    },
  });
