import type { Config } from '../config.ts';
import { type ReachedDatabase, reachDatabase } from '../installation.ts';
import { fileSettingsOf } from '../patient.ts';
import { checkFiles, whereFilesLie } from '../services/stored-files/check.ts';
import { moveFiles } from '../services/stored-files/move.ts';
import { filePlaces } from '../values/file-place.ts';
import { formatNumber } from '../values/format.ts';
import { Refusal } from '../values/refusal.ts';
import { runCommand } from './terminal.ts';

const usage = `tiendo files                 các tệp đính kèm đang lưu ở đâu / where attachments lie
tiendo files check           đọc hết, so từng tệp / read every one and compare
tiendo files move --to ${filePlaces.join('|')}`;

export const filesCommand = (args: string[]): Promise<number> =>
  runCommand(args, {
    usage,
    vi: 'Chạy được cả khi máy chủ đang chạy. move: chép từng tệp sang nơi mới, đọc lại để so rồi mới xóa ở nơi cũ; bị ngắt thì gọi lại là chạy tiếp. Trước khi chuyển, đặt TIENDO_FILES và khởi động lại máy chủ để tệp mới đến nơi mới.',
    en: 'Also beside a running server. move: each file is copied, read again and compared, and only then removed where it was; cut off, it goes on when called again. Before, set TIENDO_FILES and start the server again, so that new files go to the new place.',
    flags: { to: 'text' },
    run: async (config, [what, ...more], { to }) => {
      const place = filePlaces.find((name) => name === to);
      if (more.length === 0 && what === undefined && to === undefined) return withDatabase(config, tellWhere);
      if (more.length === 0 && what === 'check' && to === undefined) return withDatabase(config, check);
      if (more.length === 0 && what === 'move' && place) return withDatabase({ ...config, files: place }, move);
      process.stderr.write(`${usage}\n`);
      return 2;
    },
  });

async function withDatabase(config: Config, work: (found: ReachedDatabase, config: Config) => Promise<number>) {
  const reached = await reachDatabase(config);
  if (!reached) throw new Refusal('databaseAbsent');
  return work(reached, config).finally(() => reached.close());
}

const megabytes = (bytes: number, language: 'vi' | 'en'): string =>
  formatNumber(Math.round(bytes / 1e5) / 10, language);

async function tellWhere({ db }: ReachedDatabase): Promise<number> {
  for (const { place, files, bytes } of await whereFilesLie(db))
    process.stdout.write(
      `${place.padEnd(9)} ${formatNumber(files, 'vi')} tệp, ${megabytes(bytes, 'vi')} MB / ${formatNumber(files, 'en')} files, ${megabytes(bytes, 'en')} MB\n`,
    );
  return 0;
}

async function check({ db }: ReachedDatabase, config: Config): Promise<number> {
  const { files, damaged } = await checkFiles(db, fileSettingsOf(config));
  for (const file of damaged) process.stdout.write(`hỏng hoặc mất / damaged or gone: ${file}\n`);
  process.stdout.write(
    `Đã đọc ${formatNumber(files, 'vi')} tệp, ${damaged.length} tệp hỏng.\nRead ${formatNumber(files, 'en')} files, ${damaged.length} damaged.\n`,
  );
  return damaged.length > 0 ? 1 : 0;
}

async function move({ db }: ReachedDatabase, config: Config): Promise<number> {
  const tell = (done: number, all: number) => {
    if (done > 0 && done % 100 === 0) process.stdout.write(`${done}/${all}\n`);
  };
  const { moved, bytes, damaged } = await moveFiles(db, fileSettingsOf(config), tell);
  for (const hash of damaged) process.stdout.write(`hỏng, để nguyên chỗ cũ / damaged, left where it was: ${hash}\n`);
  process.stdout.write(
    `Đã chuyển ${formatNumber(moved, 'vi')} tệp (${megabytes(bytes, 'vi')} MB) sang "${config.files}".\n` +
      `Moved ${formatNumber(moved, 'en')} files (${megabytes(bytes, 'en')} MB) to "${config.files}".\n`,
  );
  return damaged.length > 0 ? 1 : 0;
}
