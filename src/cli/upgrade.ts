import { migrationsFolder, reachDatabase } from '../installation.ts';
import { patientOf } from '../patient.ts';
import { upgradeAhead } from '../services/upgrade-ahead.ts';
import { Refusal } from '../values/refusal.ts';
import { vitalLine } from './doctor.ts';
import { runCommand } from './terminal.ts';

const usage = 'tiendo upgrade --check [--data DIR | --database-url URL]';

export const upgrade = (args: string[]): Promise<number> =>
  runCommand(args, {
    usage,
    vi: 'Xem trước: lần khởi động tới của chương trình này sẽ đổi gì trong cơ sở dữ liệu, còn đủ chỗ và có bản sao lưu mới không. Không đổi gì. Mã thoát 0: có thể nâng cấp.',
    en: 'Looks ahead: what the next start of this program would change in the database, whether there is room and a fresh backup. Changes nothing. Exit code 0: it may begin.',
    flags: { check: 'switch' },
    run: async (config, rest, { check }) => {
      if (!check || rest.length > 0) {
        process.stderr.write(`${usage}\n`);
        return 2;
      }
      const reached = await reachDatabase(config);
      if (!reached) throw new Refusal('databaseAbsent');
      try {
        const { pending, vitals, ready } = await upgradeAhead(await patientOf(config), migrationsFolder, reached);
        process.stdout.write(`${vitals.map(vitalLine).join('\n')}\n\n`);
        process.stdout.write(
          pending.length === 0
            ? 'Không có bước nào phải chạy. / Nothing to migrate.\n'
            : `Sẽ chạy ${pending.length} bước / would apply ${pending.length} migrations:\n  ${pending.join('\n  ')}\n`,
        );
        process.stdout.write(
          ready
            ? 'Có thể nâng cấp. / It may begin.\n'
            : 'CHƯA nên nâng cấp: xem các dòng có → ở trên. / NOT yet: see the lines with → above.\n',
        );
        return ready ? 0 : 1;
      } finally {
        await reached.close();
      }
    },
  });
