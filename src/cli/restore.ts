import { migrationsFolder, openUnmade } from '../installation.ts';
import { fileSettingsOf, secretFileOf } from '../patient.ts';
import { restoreFile } from '../services/archive/backup.ts';
import { settleArchivedKey } from '../services/archive/keys.ts';
import { formatMoment, formatNumber } from '../values/format.ts';
import { keyOf, tellDamaged } from './backup.ts';
import { runCommand } from './terminal.ts';

const usage = 'tiendo restore TỆP [--key FILE] [--data DIR | --database-url URL]';

export const restore = (args: string[]): Promise<number> =>
  runCommand(args, {
    usage,
    vi: 'Đưa một bản sao lưu hoặc bản xuất vào cơ sở dữ liệu trống, trọn vẹn hoặc không gì cả: từng bảng được đọc lại và so với bản sao lưu, nhật ký được kiểm tra. Lần khởi động sau nâng lên phiên bản của chương trình.',
    en: "Brings a backup or an export into an empty database, all of it or nothing: each table is read again and compared, the audit log is checked. The next start brings it to the program's version.",
    flags: { key: 'text' },
    run: async (config, [file, ...more], given) => {
      if (!file || more.length > 0) {
        process.stderr.write(`${usage}\n`);
        return 2;
      }
      const key = await keyOf(given);
      const secretFile = secretFileOf(config);
      const target = await openUnmade(config);
      try {
        const settleKey = (archived: Buffer | null) => settleArchivedKey(secretFile, archived);
        const { manifest, rows, files, damaged, actions, jobs } = await restoreFile(file, key, {
          ...{ db: target.db, files: fileSettingsOf(config), migrationsFolder, settleKey },
        });
        tellDamaged(damaged);
        const tables = manifest.tables.length;
        process.stdout.write(
          `Đã khôi phục như lúc ${formatMoment(manifest.madeAt, 'vi')}: ${formatNumber(rows, 'vi')} dòng của ${tables} bảng và ${formatNumber(files, 'vi')} tệp đính kèm khớp với bản sao lưu; nhật ký nguyên vẹn, ${formatNumber(actions, 'vi')} việc; ${jobs} tác vụ chưa xong sẽ chạy tiếp.\n` +
            `Restored as of ${formatMoment(manifest.madeAt, 'en')}: ${formatNumber(rows, 'en')} rows of ${tables} tables and ${formatNumber(files, 'en')} attachments equal the backup; the log is whole, ${formatNumber(actions, 'en')} actions; ${jobs} unfinished jobs go on.\n`,
        );
        return 0;
      } finally {
        await target.close();
      }
    },
  });
