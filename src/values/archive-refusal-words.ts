import { formatNumber, type Language } from './format.ts';

type Detail = Record<string, string | number>;

const counted = ({ rows, expected }: Detail, language: Language): string =>
  rows === undefined || rows === expected
    ? ''
    : ` (${formatNumber(Number(rows), language)} / ${formatNumber(Number(expected), language)})`;

/** Backups, and what they are restored into. */
export const archiveRefusals = {
  vi: {
    databaseAbsent: () => 'Chưa có cơ sở dữ liệu nào ở đây để sao lưu. Kiểm tra --data hoặc DATABASE_URL.',
    databaseNotEmpty: () =>
      'Cơ sở dữ liệu này đã có dữ liệu, nên không khôi phục đè lên. Hãy dùng thư mục dữ liệu mới (--data) hoặc một cơ sở dữ liệu trống (createdb).',
    archiveForeign: () =>
      'Tệp này không phải bản sao lưu của Tiến Độ, hoặc do chương trình khác đã sửa. Chọn tệp .tar.gz hoặc .tar.gz.age do "tiendo backup", "tiendo export" ghi.',
    archiveBroken: (detail: Detail) =>
      `Tệp sao lưu bị hỏng, bị cắt hoặc bị sửa, kể từ: ${detail.where ?? '?'}${counted(detail, 'vi')}. Không có gì được ghi; hãy dùng bản khác.`,
    archiveNewer: ({ archive, program }: Detail) =>
      `Bản sao lưu do chương trình mới hơn ghi (bước ${archive ?? '?'}, chương trình này biết đến ${program ?? '?'}). Hãy cài bản mới rồi khôi phục.`,
    archiveKeyMissing: () => 'Bản sao lưu này được mã hóa. Cho biết tệp khóa bằng --key hoặc TIENDO_BACKUP_KEY.',
    archiveKeyWrong: () =>
      'Khóa này không mở được bản sao lưu. Cần đúng tệp khóa bí mật (hoặc mật khẩu) của lúc sao lưu; khóa công khai age1… chỉ để ghi.',
    archiveKeyFaulty: ({ file }: Detail) =>
      `Tệp khóa ${file ?? '?'} không đọc được. Cần một khóa age (tạo bằng "tiendo backup new-key TỆP"), hoặc một mật khẩu từ 12 ký tự ở dòng đầu.`,
    secretKeyElse: ({ file }: Detail) =>
      `Ở ${file ?? '?'} đã có một khóa bí mật khác với khóa trong bản sao lưu. Hãy chuyển tệp đó đi, hoặc chọn thư mục dữ liệu khác.`,
    serversRunning: () =>
      'Còn máy chủ đang chạy với cơ sở dữ liệu này nên khóa chưa đổi. Hãy dừng mọi máy chủ (systemctl stop tiendo trên từng máy) rồi chạy lại lệnh.',
  },
  en: {
    databaseAbsent: () => 'There is no database here to back up. Check --data or DATABASE_URL.',
    databaseNotEmpty: () =>
      'This database is not empty, and nothing is restored over what is there. Use a new data folder (--data) or an empty database (createdb).',
    archiveForeign: () =>
      'This is no backup of Tiến Độ, or another program changed it. Choose a .tar.gz or .tar.gz.age written by "tiendo backup" or "tiendo export".',
    archiveBroken: (detail: Detail) =>
      `The backup is damaged, cut off or altered, from here on: ${detail.where ?? '?'}${counted(detail, 'en')}. Nothing was stored; use another one.`,
    archiveNewer: ({ archive, program }: Detail) =>
      `A newer program wrote this backup (step ${archive ?? '?'}, this one knows ${program ?? '?'}). Install the newer one, then restore.`,
    archiveKeyMissing: () => 'This backup is encrypted. Give its key file with --key or TIENDO_BACKUP_KEY.',
    archiveKeyWrong: () =>
      'This key does not open the backup. It takes the secret key (or passphrase) of when it was made; a public key age1… only writes.',
    archiveKeyFaulty: ({ file }: Detail) =>
      `The key file ${file ?? '?'} holds no key. It takes a key of age (made by "tiendo backup new-key FILE") or a passphrase of at least 12 letters in its first line.`,
    secretKeyElse: ({ file }: Detail) =>
      `At ${file ?? '?'} lies another secret key than the backup's. Move that file away, or choose another data folder.`,
    serversRunning: () =>
      'A server still runs with this database, so the key was not changed. Stop all servers (systemctl stop tiendo on each machine), then run the command again.',
  },
} satisfies Record<Language, Record<string, (detail: Detail) => string>>;
