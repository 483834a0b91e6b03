import { openInstallation } from '../installation.ts';
import { openAccountFromTerminal } from '../services/accounts/from-terminal.ts';
import { createApp } from '../services/app.ts';
import { runCommand } from './terminal.ts';

const usage = 'tiendo account create EMAIL NAME AGENCY [--data DIR | --database-url URL] [--public-url URL]';

export const account = (args: string[]): Promise<number> =>
  runCommand(args, {
    usage,
    vi: 'Mời người quản trị đầu tiên (AGENCY: mã của cơ quan, hoặc tên mà chỉ cơ quan ấy có, như “Ủy ban nhân dân tỉnh Vĩnh Long”), hoặc cho một người bị mất mật khẩu đặt lại; in ra liên kết dùng một lần. Với cơ sở dữ liệu đi kèm, hãy dừng máy chủ trước.',
    en: 'Invites the first administrator (AGENCY: an agency’s id, or a name that no other has, like “Ủy ban nhân dân tỉnh Vĩnh Long”), or lets somebody who lost the password set a new one; prints a link that works once. With the embedded database, stop the server first.',
    run: async (config, [verb, email, name, agency]) => {
      if (verb !== 'create' || email === undefined || name === undefined || agency === undefined) {
        process.stderr.write(`${usage}\n`);
        return 2;
      }
      const installation = await openInstallation(config);
      try {
        const { maxFileBytes, demo, publicUrl, host, port } = config;
        const app = await createApp({ db: installation.db, maxFileBytes, demo });
        const base = publicUrl?.replace(/\/$/, '') ?? `http://${host}:${port}`;
        const link = await openAccountFromTerminal(app, { email, name, agency, base }).finally(() => app.close());
        process.stdout.write(`${link}\n`);
        return 0;
      } finally {
        await installation.close();
      }
    },
  });
