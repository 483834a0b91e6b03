import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { openInstallation } from '../installation.ts';
import { fileSettingsOf, scanningOf } from '../patient.ts';
import { type App, createApp } from '../services/app.ts';
import { importDocument } from '../services/import-document.ts';
import { settleTerminalUser } from '../services/terminal-user.ts';
import { refusalSentence } from '../values/refusal-words.ts';
import { runCommand } from './terminal.ts';

const usage = 'tiendo import FILE… [--data DIR | --database-url URL]';

export const importFiles = (args: string[]): Promise<number> =>
  runCommand(args, {
    usage,
    vi: 'Đọc các tệp và ghi vào cơ sở dữ liệu; tệp đã có thì bỏ qua. Với cơ sở dữ liệu đi kèm, hãy dừng máy chủ trước.',
    en: 'Reads files and stores what they hold; a file that is there already is left alone. With the embedded database, stop the server first.',
    run: async (config, paths) => {
      if (paths.length === 0) {
        process.stderr.write(`${usage}\n`);
        return 2;
      }
      // A name mistyped is said before anything is started or stored.
      await Promise.all(paths.map((path) => access(path)));
      const installation = await openInstallation(config);
      try {
        const { maxFileBytes, secrets, demo } = config;
        const app = await createApp({
          db: installation.db,
          files: fileSettingsOf(config),
          ...scanningOf(config),
          maxFileBytes,
          secrets,
          demo,
        });
        return await importAll(app, paths).finally(() => app.close());
      } finally {
        await installation.close();
      }
    },
  });

/** The exit code is 0 only where every file is a document now. */
async function importAll(app: App, paths: string[]): Promise<number> {
  const user = await settleTerminalUser(app);
  let refused = 0;
  for (const path of paths) {
    const record = await importDocument(app, user, { name: basename(path), content: createReadStream(path) });
    process.stdout.write(`${basename(path)}: ${outcome(record)}\n`);
    if (record.state === 'refused') refused++;
  }
  return refused > 0 ? 1 : 0;
}

function outcome({ state, refusal, documentId }: Awaited<ReturnType<typeof importDocument>>): string {
  if (refusal)
    return `${refusalSentence(refusal.code, refusal.detail, 'vi')} / ${refusalSentence(refusal.code, refusal.detail, 'en')}`;
  return state === 'alreadyThere' ? `đã có / already there (${documentId})` : `đã nạp / stored (${documentId})`;
}
