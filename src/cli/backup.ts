import type { Config, FlagValues } from '../config.ts';
import { reachDatabase } from '../installation.ts';
import { fileSettingsOf, secretFileOf } from '../patient.ts';
import { backUp, exportAll, keepNewest, verifyArchive, type WrittenArchive } from '../services/archive/backup.ts';
import { readBackupKey, writeBackupKey } from '../services/archive/keys.ts';
import { systemClock } from '../services/clock.ts';
import { openStoredFiles } from '../services/stored-files/stored-files.ts';
import { formatMoment, formatNumber } from '../values/format.ts';
import { Refusal } from '../values/refusal.ts';
import { runCommand } from './terminal.ts';

const usage = `tiendo backup TỆP|THƯ-MỤC --key FILE [--keep N]   sao lưu đã mã hóa / an encrypted backup, beside a running server
tiendo backup verify TỆP --key FILE              đọc lại toàn bộ, so từng bảng / read all of it again, table by table
tiendo backup new-key TỆP                        tạo khóa age / make a key of age`;

const flags = { key: 'text', keep: 'text' } as const;

/** The key that was named, or the one of the timer. */
export async function keyOf({ key }: FlagValues): Promise<Awaited<ReturnType<typeof readBackupKey>> | null> {
  const file = typeof key === 'string' ? key : process.env.TIENDO_BACKUP_KEY;
  return file ? readBackupKey(file) : null;
}

export const backup = (args: string[]): Promise<number> =>
  runCommand(args, {
    usage,
    vi: 'Một tệp chứa toàn bộ (cả tệp đính kèm và khóa bí mật của hệ thống), chụp tại một thời điểm, mã hóa theo định dạng age. --key (hoặc TIENDO_BACKUP_KEY): khóa age (khóa công khai age1… là đủ để ghi) hoặc mật khẩu ở dòng đầu. --keep N: trong thư mục chỉ giữ N bản mới nhất.',
    en: "One file with everything (attachments and the installation's secret key, too), as of one moment, encrypted in the form of age. --key (or TIENDO_BACKUP_KEY): a key of age (a public one, age1…, is enough to write) or a passphrase in its first line. --keep N: leave the newest N in the folder.",
    flags,
    run: async (config, [first, second, ...more], given) => {
      const wrong = more.length > 0 || (given.keep !== undefined && !/^[1-9]\d*$/.test(String(given.keep)));
      if (wrong || !first) return wrongly();
      if (first === 'new-key' && second) return makeKey(second);
      if (first === 'verify' && second) return verify(second, given);
      return second ? wrongly() : write(config, first, given);
    },
  });

export const exportEverything = (args: string[]): Promise<number> =>
  runCommand(args, {
    usage: 'tiendo export TỆP|THƯ-MỤC',
    vi: 'Toàn bộ dữ liệu ở dạng mở, KHÔNG mã hóa (.tar.gz, mỗi bảng là các dòng JSON; xem docs/OPERATION.md): để chuyển sang máy chủ khác bằng "tiendo restore", hoặc đọc bằng chương trình khác.',
    en: 'Everything in an open form, NOT encrypted (.tar.gz, each table as lines of JSON; see docs/OPERATION.md): to move with "tiendo restore", or to be read by other programs.',
    run: async (config, [path, ...more]) => {
      if (!path || more.length > 0) {
        process.stderr.write('tiendo export TỆP|THƯ-MỤC\n');
        return 2;
      }
      return told(await withDatabase(config, (source) => exportAll(source, path)));
    },
  });

function wrongly(): number {
  process.stderr.write(`${usage}\n`);
  return 2;
}

async function makeKey(file: string): Promise<number> {
  await writeBackupKey(file);
  process.stdout.write(
    `Đã tạo ${file}. Giữ một bản ở nơi khác: không có nó thì không mở được bản sao lưu nào.\nMade ${file}. Keep a copy elsewhere: without it no backup can be opened.\n`,
  );
  return 0;
}

async function withDatabase<T>(
  config: Config,
  work: (source: Parameters<typeof exportAll>[0]) => Promise<T>,
): Promise<T> {
  const reached = await reachDatabase(config);
  if (!reached) throw new Refusal('databaseAbsent');
  const { db } = reached;
  const files = openStoredFiles(db, fileSettingsOf(config));
  return work({ db, files, clock: systemClock }).finally(() => reached.close());
}

async function write(config: Config, path: string, given: FlagValues): Promise<number> {
  const key = await keyOf(given);
  if (!key) throw new Refusal('archiveKeyMissing');
  const written = await withDatabase(config, (source) =>
    backUp(source, path, { key, secretFile: secretFileOf(config) }),
  );
  if (given.keep !== undefined)
    for (const name of await keepNewest(path, Number(given.keep))) process.stdout.write(`đã xóa / removed ${name}\n`);
  return told(written);
}

/** What is damaged already is no reason to have no backup, and is told. */
export function tellDamaged(damaged: readonly string[]): void {
  for (const hash of damaged)
    process.stderr.write(
      `Tệp đính kèm đã hỏng, không có trong bản này / damaged, not in it: ${hash} (tiendo files check)\n`,
    );
}

function told({ file, bytes, damaged }: WrittenArchive): number {
  tellDamaged(damaged);
  process.stdout.write(`${file}  ${formatNumber(Math.round(bytes / 1e5) / 10, 'vi')} MB\n`);
  return 0;
}

async function verify(file: string, given: FlagValues): Promise<number> {
  const { manifest, tables, rows, files, damaged } = await verifyArchive(file, await keyOf(given));
  for (const [name, sum] of Object.entries(tables))
    process.stdout.write(`${name.padEnd(28)} ${String(sum.rows).padStart(10)}  ${sum.sha256.slice(0, 16)}\n`);
  tellDamaged(damaged);
  process.stdout.write(
    `Nguyên vẹn: ${formatNumber(rows, 'vi')} dòng, ${Object.keys(tables).length} bảng, ${formatNumber(files, 'vi')} tệp đính kèm, chụp lúc ${formatMoment(manifest.madeAt, 'vi')}, bước ${manifest.migration}.\n` +
      `Whole: ${formatNumber(rows, 'en')} rows, ${Object.keys(tables).length} tables, ${formatNumber(files, 'en')} attachments, of ${formatMoment(manifest.madeAt, 'en')}, step ${manifest.migration}.\n`,
  );
  return 0;
}
