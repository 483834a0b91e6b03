import { Config } from '../../src/config.ts';
import { openInstallation } from '../../src/installation.ts';
import { createUser } from '../../src/services/sign-in.ts';
import { addPost } from '../../src/store/posts.ts';

/** node create-account.ts DATA_FOLDER ACCOUNT_JSON: before the program itself takes the folder. */
const [dataFolder, account] = process.argv.slice(2);
const installation = await openInstallation(Config.parse({ dataFolder }));
const { id: userId } = await createUser(installation.db, JSON.parse(account ?? ''));
for (const role of ['coordinator', 'administrator'] as const)
  await addPost(installation.db, {
    userId,
    role,
    agencyId: 'ubnd.vinh-long-2025',
    validFrom: '2025-07-01',
    givenBy: null,
  });
await installation.close();
