import { join } from 'node:path';
import { Config } from '../../src/config.ts';
import { openInstallation } from '../../src/installation.ts';
import { settleSecretKey } from '../../src/outside/secret-key.ts';
import { sealSecret } from '../../src/services/accounts/second-factor.ts';
import { createApp } from '../../src/services/app.ts';
import { importDocument } from '../../src/services/import-document.ts';
import { createUser } from '../../src/services/sign-in.ts';
import { addPost } from '../../src/store/posts.ts';
import { beginSecondFactor, confirmSecondFactor } from '../../src/store/second-factors.ts';
import { walkedPlan } from './walked-plan.ts';
import { factorOf, password, people } from './walking-people.ts';

/** node create-people.ts DATA_FOLDER: a person of every role with a second factor, and a plan that waits to be issued. */
const [dataFolder = ''] = process.argv.slice(2);
const installation = await openInstallation(Config.parse({ dataFolder }));
const { db } = installation;
const file = join(dataFolder, 'secret.key');
const secretKey = { key: await settleSecretKey(file), file };
const app = await createApp({ db, maxFileBytes: 1_000_000, demo: false, secretKey });
for (const one of Object.values(people)) {
  const user = await createUser(db, { name: one.name, email: one.email, password });
  await beginSecondFactor(db, user.id, sealSecret(app, factorOf(one)));
  await confirmSecondFactor(db, user.id, new Date());
  if (one.post) await addPost(db, { userId: user.id, ...one.post, validFrom: '2025-07-01', givenBy: null });
  if (one !== people.coordinator) continue;
  const content = [Buffer.from(walkedPlan)];
  await importDocument(app, user, {
    name: 'ke-hoach.txt',
    content: (async function* () {
      yield* content;
    })(),
  });
}
await app.close();
await installation.close();
