import { Config } from '../../src/config.ts';
import { openInstallation } from '../../src/installation.ts';
import { createUser } from '../../src/services/sign-in.ts';

/** node create-account.ts DATA_FOLDER ACCOUNT_JSON: before the program itself takes the folder. */
const [dataFolder, account] = process.argv.slice(2);
const installation = await openInstallation(Config.parse({ dataFolder }));
await createUser(installation.db, JSON.parse(account ?? ''));
await installation.close();
