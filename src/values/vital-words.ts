import { formatMoment, formatNumber, type Language } from './format.ts';

/** What the doctor says of each thing: what was seen, and what to do about it. For the terminal and for the page. */

type Values = Record<string, string | number>;
type Words = { seen: (values: Values) => string; todo?: string };
type Both = Record<Language, Words>;

const at = (moment: string | number | undefined, language: Language): string =>
  formatMoment(String(moment ?? ''), language);
const vi = (value: string | number | undefined): string => formatNumber(Number(value ?? 0), 'vi');
const en = (value: string | number | undefined): string => formatNumber(Number(value ?? 0), 'en');

const restart = {
  vi: 'Xem postgres.log trong thư mục dữ liệu, hoặc kiểm tra DATABASE_URL, mật khẩu, tường lửa và máy chủ PostgreSQL.',
  en: 'Read postgres.log in the data folder, or check DATABASE_URL, the password, the firewall and the PostgreSQL server.',
};
const backUp = {
  vi: 'Chạy “tiendo backup”, và đặt lịch hằng ngày (docs/OPERATION.md); giữ một bản ở nơi khác.',
  en: 'Run “tiendo backup”, and every day by a timer (docs/OPERATION.md); keep a copy elsewhere.',
};
const archive = {
  vi: 'Xem nhật ký của PostgreSQL, archive_command và chỗ trống ở nơi lưu (docs/OPERATION.md).',
  en: "Read PostgreSQL's messages, archive_command, and see whether there is room where it is kept (docs/OPERATION.md).",
};
const makeRoom = {
  vi: 'Xóa tệp không cần, chuyển bản sao lưu đi nơi khác, hoặc mở rộng ổ đĩa.',
  en: 'Remove what is not needed, move backups elsewhere, or enlarge the disk.',
};

const words = {
  unknown: {
    vi: { seen: () => 'chưa xem được vì không đến được cơ sở dữ liệu' },
    en: { seen: () => 'not looked at, because the database was not reached' },
  },
  databaseNone: {
    vi: {
      seen: () => 'thư mục dữ liệu chưa có cơ sở dữ liệu',
      todo: 'Chạy “npm start” để tạo, hoặc “tiendo restore”.',
    },
    en: {
      seen: () => 'no database in the data folder yet',
      todo: 'Make one with “npm start”, or with “tiendo restore”.',
    },
  },
  databaseUnreached: {
    vi: { seen: ({ reason }) => `không đến được: ${reason}`, todo: restart.vi },
    en: { seen: ({ reason }) => `not reached: ${reason}`, todo: restart.en },
  },
  databaseOld: {
    vi: {
      seen: ({ version, oldest }) => `PostgreSQL ${version}, cần từ ${oldest}`,
      todo: 'Nâng cấp PostgreSQL: sao lưu, cài bản mới, “tiendo restore” vào đó.',
    },
    en: {
      seen: ({ version, oldest }) => `PostgreSQL ${version}, needs ${oldest}`,
      todo: 'Upgrade PostgreSQL: back up, install a newer one, “tiendo restore” into it.',
    },
  },
  databaseLetters: {
    vi: {
      seen: ({ encoding, locale }) =>
        `bảng mã ${encoding}, ngôn ngữ ${locale}: không biết chữ hoa chữ thường tiếng Việt`,
      todo: 'Sao lưu, tạo cơ sở dữ liệu mới với UTF8 và C.UTF-8 (docs/OPERATION.md), "tiendo restore" vào đó.',
    },
    en: {
      seen: ({ encoding, locale }) =>
        `encoding ${encoding}, locale ${locale}: does not know great and small Vietnamese letters`,
      todo: 'Back up, make a new database with UTF8 and C.UTF-8 (docs/OPERATION.md), "tiendo restore" into it.',
    },
  },
  databaseReached: {
    vi: { seen: ({ version }) => `PostgreSQL ${version}` },
    en: { seen: ({ version }) => `PostgreSQL ${version}` },
  },
  migrationsAhead: {
    vi: {
      seen: ({ database, program }) => `cơ sở dữ liệu ở bước ${database}, chương trình chỉ biết đến ${program}`,
      todo: 'Cài lại bản chương trình mới; bản cũ không mở được dữ liệu này.',
    },
    en: {
      seen: ({ database, program }) => `the database is at step ${database}, the program knows ${program}`,
      todo: 'Install the newer program again; an older one does not open these data.',
    },
  },
  migrationsBehind: {
    vi: {
      seen: ({ database, program }) => `cơ sở dữ liệu ở bước ${database}, chương trình ở ${program}`,
      todo: 'Lần khởi động tới sẽ nâng lên; xem trước bằng “tiendo upgrade --check” và sao lưu.',
    },
    en: {
      seen: ({ database, program }) => `the database is at step ${database}, the program at ${program}`,
      todo: 'The next start brings it up; look ahead with “tiendo upgrade --check”, and back up.',
    },
  },
  migrationsDone: {
    vi: { seen: ({ database }) => `đúng phiên bản của chương trình (bước ${database})` },
    en: { seen: ({ database }) => `of the program's version (step ${database})` },
  },
  backupNever: {
    vi: { seen: () => 'chưa có bản sao lưu nào bằng “tiendo backup”', todo: backUp.vi },
    en: { seen: () => 'none was made with “tiendo backup”', todo: backUp.en },
  },
  backupOld: {
    vi: { seen: (v) => `bản gần nhất ${at(v.at, 'vi')}, ${vi(v.hours)} giờ trước`, todo: backUp.vi },
    en: { seen: (v) => `the last ${at(v.at, 'en')}, ${en(v.hours)} hours ago`, todo: backUp.en },
  },
  backupFresh: {
    vi: { seen: (v) => `bản gần nhất ${at(v.at, 'vi')}` },
    en: { seen: (v) => `the last ${at(v.at, 'en')}` },
  },
  logArchiveNone: {
    vi: { seen: () => 'không đặt: khi hỏng ổ đĩa, việc làm sau bản sao lưu gần nhất sẽ mất' },
    en: { seen: () => 'not set up: where the disk is lost, so is the work since the last backup' },
  },
  logArchiveEmpty: {
    vi: { seen: () => 'đã bật, chưa lưu tệp nào', todo: archive.vi },
    en: { seen: () => 'switched on, no file kept yet', todo: archive.en },
  },
  logArchiveFails: {
    vi: {
      seen: (v) => `không lưu được, lần thử gần nhất ${at(v.at, 'vi')}; nhật ký đang đầy dần ổ đĩa`,
      todo: archive.vi,
    },
    en: { seen: (v) => `cannot be kept, last tried ${at(v.at, 'en')}; the log is filling the disk`, todo: archive.en },
  },
  logArchiveRuns: {
    vi: { seen: (v) => `tệp gần nhất lưu lúc ${at(v.at, 'vi')}` },
    en: { seen: (v) => `the last file was kept ${at(v.at, 'en')}` },
  },
  jobsFailed: {
    vi: {
      seen: (v) => `${vi(v.failed)} tác vụ thất bại trong 24 giờ, ${vi(v.waiting)} đang chờ`,
      todo: 'Xem lý do và thử lại ở Quản trị › Tác vụ.',
    },
    en: {
      seen: (v) => `${en(v.failed)} jobs failed within 24 hours, ${en(v.waiting)} wait`,
      todo: 'See why and try again at Administration › Jobs.',
    },
  },
  jobsWaiting: {
    vi: {
      seen: (v) => `${vi(v.waiting)} tác vụ đang chờ, lâu nhất ${vi(v.minutes)} phút`,
      todo: 'Kiểm tra máy chủ ứng dụng có đang chạy không, và hàng đợi có bị tạm dừng không.',
    },
    en: {
      seen: (v) => `${en(v.waiting)} jobs wait, the oldest for ${en(v.minutes)} minutes`,
      todo: 'See whether the application server runs, and whether a queue is paused.',
    },
  },
  jobsDone: {
    vi: { seen: (v) => `${vi(v.waiting)} đang chờ, không có thất bại trong 24 giờ` },
    en: { seen: (v) => `${en(v.waiting)} wait, none failed within 24 hours` },
  },
  attachmentsAway: {
    vi: {
      seen: ({ place, reason }) => `không đọc được nơi lưu “${place}”: ${reason}`,
      todo: 'Kiểm tra thư mục hoặc máy chủ lưu tệp, quyền đọc và các thiết lập --files…; tệp đã lưu chưa bị coi là mất.',
    },
    en: {
      seen: ({ place, reason }) => `the place “${place}” cannot be read: ${reason}`,
      todo: 'Check the folder or server of files, the right to read it and the settings --files…; what is stored is not lost by that.',
    },
  },
  attachmentsDamaged: {
    vi: {
      seen: (v) => `xem thử ${vi(v.checked)} tệp, hỏng hoặc mất: ${v.files}`,
      todo: 'Chạy “tiendo files check” để xem hết; lấy lại từng tệp từ bản sao lưu (docs/OPERATION.md) và kiểm tra ổ đĩa.',
    },
    en: {
      seen: (v) => `of a sample of ${en(v.checked)}, damaged or gone: ${v.files}`,
      todo: 'Look at all with “tiendo files check”; take each back from a backup (docs/OPERATION.md), and check the disk.',
    },
  },
  attachmentsWhole: {
    vi: { seen: (v) => `${vi(v.total)} tệp, tệp mới lưu ở “${v.place}”; xem thử ${vi(v.checked)} tệp, đều nguyên vẹn` },
    en: { seen: (v) => `${en(v.total)} files, new ones kept in “${v.place}”; a sample of ${en(v.checked)} is whole` },
  },
  scannerNone: {
    vi: {
      seen: () => 'tệp gửi lên không được quét mã độc',
      todo: 'Cài clamav-daemon và đặt TIENDO_CLAMD (docs/OPERATION.md).',
    },
    en: {
      seen: () => 'files that come in are not scanned for harmful content',
      todo: 'Install clamav-daemon and set TIENDO_CLAMD (docs/OPERATION.md).',
    },
  },
  scannerAnswers: {
    vi: { seen: ({ clamd }) => `ClamAV trả lời ở ${clamd}` },
    en: { seen: ({ clamd }) => `ClamAV answers at ${clamd}` },
  },
  scannerSilent: {
    vi: {
      seen: ({ clamd, reason }) => `ClamAV ở ${clamd} không trả lời: ${reason}`,
      todo: 'Xem “systemctl status clamav-daemon”; tài khoản của chương trình phải được mở socket ấy.',
    },
    en: {
      seen: ({ clamd, reason }) => `ClamAV at ${clamd} does not answer: ${reason}`,
      todo: "See “systemctl status clamav-daemon”; the program's account must be let at that socket.",
    },
  },
  diskFull: {
    vi: { seen: (v) => `còn ${vi(v.free)} GB (${vi(v.percent)}%) ở ${v.folder}`, todo: makeRoom.vi },
    en: { seen: (v) => `${en(v.free)} GB (${en(v.percent)}%) free at ${v.folder}`, todo: makeRoom.en },
  },
  diskTight: {
    vi: {
      seen: (v) => `còn ${vi(v.free)} GB (${vi(v.percent)}%) ở ${v.folder}, cơ sở dữ liệu ${vi(v.database)} GB`,
      todo: makeRoom.vi,
    },
    en: {
      seen: (v) => `${en(v.free)} GB (${en(v.percent)}%) free at ${v.folder}, the database has ${en(v.database)} GB`,
      todo: makeRoom.en,
    },
  },
  diskFree: {
    vi: { seen: (v) => `còn ${vi(v.free)} GB (${vi(v.percent)}%), cơ sở dữ liệu ${vi(v.database)} GB` },
    en: { seen: (v) => `${en(v.free)} GB (${en(v.percent)}%) free, the database has ${en(v.database)} GB` },
  },
  clockApart: {
    vi: {
      seen: (v) => `lệch ${vi(v.seconds)} giây so với cơ sở dữ liệu`,
      todo: 'Đồng bộ giờ cả hai máy (systemd-timesyncd hoặc chrony): hạn và nhật ký dựa vào đó.',
    },
    en: {
      seen: (v) => `${en(v.seconds)} seconds apart from the database's`,
      todo: 'Synchronise both machines (systemd-timesyncd or chrony): deadlines and the log rest on it.',
    },
  },
  clockTogether: {
    vi: { seen: () => 'khớp với cơ sở dữ liệu' },
    en: { seen: () => "agrees with the database's" },
  },
  filesOpen: {
    vi: {
      seen: ({ files }) => `người khác trên máy đọc hoặc ghi được: ${files}`,
      todo: 'Chạy chmod 600 với tệp, chmod 750 với thư mục; nếu khóa đã lộ thì làm lại các lớp xác thực thứ hai.',
    },
    en: {
      seen: ({ files }) => `others on this machine can read or write: ${files}`,
      todo: 'chmod 600 for files, 750 for folders; where the key was seen by others, set second factors anew.',
    },
  },
  filesUnreadable: {
    vi: {
      seen: ({ files }) => `không đọc được: ${files}`,
      todo: 'Chạy bằng đúng tài khoản của dịch vụ, hoặc chown lại tệp.',
    },
    en: {
      seen: ({ files }) => `cannot be read: ${files}`,
      todo: "Run as the service's own account, or chown the files to it.",
    },
  },
  filesClosed: {
    vi: { seen: () => 'chỉ tài khoản của dịch vụ đọc được khóa' },
    en: { seen: () => "only the service's account reads the keys" },
  },
  fontsThere: {
    vi: { seen: ({ font }) => `văn bản PDF dùng ${font}` },
    en: { seen: ({ font }) => `PDF documents are set in ${font}` },
  },
  fontsMissing: {
    vi: {
      seen: ({ font }) => `không có phông thay Times New Roman đủ chữ Việt (đang có: ${font})`,
      todo: 'apt-get install fonts-liberation2',
    },
    en: {
      seen: ({ font }) => `nothing like Times New Roman with Vietnamese letters (found: ${font})`,
      todo: 'apt-get install fonts-liberation2',
    },
  },
  recognitionThere: {
    vi: { seen: () => 'đọc được bản quét tiếng Việt' },
    en: { seen: () => 'reads scans in Vietnamese' },
  },
  recognitionMissing: {
    vi: {
      seen: ({ what }) => `thiếu ${what}: không đọc được bản quét`,
      todo: 'apt-get install tesseract-ocr tesseract-ocr-vie',
    },
    en: {
      seen: ({ what }) => `${what} is missing: scans are not read`,
      todo: 'apt-get install tesseract-ocr tesseract-ocr-vie',
    },
  },
  officeThere: {
    vi: { seen: ({ program }) => String(program) },
    en: { seen: ({ program }) => String(program) },
  },
  officeMissing: {
    vi: {
      seen: () => 'không có: không xuất PDF, tệp .doc chỉ đọc được chữ',
      todo: 'apt-get install libreoffice-writer-nogui',
    },
    en: {
      seen: () => 'not there: no PDFs are made, of .doc only the text is read',
      todo: 'apt-get install libreoffice-writer-nogui',
    },
  },
  mailNone: {
    vi: { seen: () => 'chưa cấu hình: thư nằm chờ', todo: 'Đặt TIENDO_SMTP_URL và TIENDO_MAIL_FROM.' },
    en: { seen: () => 'none configured: letters wait', todo: 'Set TIENDO_SMTP_URL and TIENDO_MAIL_FROM.' },
  },
  mailAnswers: {
    vi: { seen: ({ server }) => `${server} trả lời` },
    en: { seen: ({ server }) => `${server} answers` },
  },
  mailSilent: {
    vi: {
      seen: ({ server, reason }) => `${server} không trả lời: ${reason}`,
      todo: 'Kiểm tra địa chỉ, cổng và chứng thư của TIENDO_SMTP_URL; thư chưa gửi vẫn nằm chờ.',
    },
    en: {
      seen: ({ server, reason }) => `${server} does not answer: ${reason}`,
      todo: 'Check address, port and certificate of TIENDO_SMTP_URL; letters wait meanwhile.',
    },
  },
} satisfies Record<string, Both>;

export type VitalWord = keyof typeof words;
export const vitalWords = Object.keys(words) as VitalWord[];

export const vitalTitles: Record<Language, Record<string, string>> = {
  vi: {
    ...{ database: 'Cơ sở dữ liệu', migrations: 'Phiên bản dữ liệu', backup: 'Sao lưu', jobs: 'Tác vụ', disk: 'Ổ đĩa' },
    ...{
      logArchive: 'Lưu nhật ký liên tục',
      clock: 'Đồng hồ',
      attachments: 'Tệp đính kèm',
      files: 'Quyền tệp',
      fonts: 'Phông chữ',
      recognition: 'Nhận dạng chữ',
    },
    ...{ office: 'LibreOffice', mail: 'Máy chủ thư', scanner: 'Quét mã độc' },
  },
  en: {
    ...{ database: 'Database', migrations: 'Version of the data', backup: 'Backup', jobs: 'Jobs', disk: 'Disk' },
    ...{
      logArchive: 'Archived log',
      clock: 'Clock',
      attachments: 'Attachments',
      files: 'File rights',
      fonts: 'Fonts',
      recognition: 'Text recognition',
    },
    ...{ office: 'LibreOffice', mail: 'Mail server', scanner: 'Scanning of files' },
  },
};

type Said = { word: VitalWord; values: Values };

const wordsOf = (word: VitalWord, language: Language): Words => words[word][language];

export const vitalSeen = ({ word, values }: Said, language: Language): string => wordsOf(word, language).seen(values);

/** Null where there is nothing to do. */
export const vitalTodo = ({ word }: Said, language: Language): string | null => wordsOf(word, language).todo ?? null;
