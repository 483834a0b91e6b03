import { openInstallation } from '../installation.ts';
import { secretFileOf } from '../patient.ts';
import { changeSecretKey } from '../services/accounts/secret-key.ts';
import { runCommand } from './terminal.ts';

const usage = 'tiendo key rotate [--data DIR | --database-url URL] [--secret-file FILE]';

export const secretKey = (args: string[]): Promise<number> =>
  runCommand(args, {
    usage,
    vi: 'Đổi khóa bí mật của hệ thống: niêm phong lại mọi thứ bằng khóa mới trong một giao dịch. Hãy dừng mọi máy chủ và sao lưu trước. Mã khôi phục của mọi người hết hiệu lực, ai dùng thì tạo lại ở trang Tài khoản.',
    en: "Changes the installation's secret key: seals everything anew in one transaction. Stop all servers and back up first. Everybody's recovery codes end; whoever uses them makes new ones on the page of the account.",
    run: async (config, [verb, ...more]) => {
      if (verb !== 'rotate' || more.length > 0) {
        process.stderr.write(`${usage}\n`);
        return 2;
      }
      const file = secretFileOf(config);
      const installation = await openInstallation(config);
      try {
        const { sealed, withoutCodes } = await changeSecretKey(installation, file);
        process.stdout.write(
          `Đã đổi khóa trong ${file}: ${sealed} mục được niêm phong lại, ${withoutCodes} người cần tạo lại mã khôi phục. Máy chủ khác dùng chung cơ sở dữ liệu: chép tệp này sang trước khi chạy lại. Sao lưu ngay.\n` +
            `Changed the key in ${file}: ${sealed} things sealed anew, ${withoutCodes} people need new recovery codes. Copy this file to the other servers of this database before they start. Back up now.\n`,
        );
        return 0;
      } finally {
        await installation.close();
      }
    },
  });
