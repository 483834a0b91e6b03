type Command = { load: () => Promise<(args: string[]) => Promise<number>>; vi: string; en: string };

/** Each command is loaded when it is called: reading a file needs no database. */
const commands: Record<string, Command> = {
  serve: {
    load: async () => (await import('./serve.ts')).serve,
    vi: 'chạy ứng dụng web',
    en: 'run the web application',
  },
  read: {
    load: async () => (await import('./read.ts')).read,
    vi: 'đọc một văn bản và in ra chỉ tiêu, nhiệm vụ',
    en: 'read a document and print its targets and tasks',
  },
  check: {
    load: async () => (await import('./check.ts')).check,
    vi: 'kiểm tra thể thức, kỹ thuật trình bày của văn bản .docx',
    en: 'check the form of an official document (.docx)',
  },
  import: {
    load: async () => (await import('./import.ts')).importFiles,
    vi: 'đưa các văn bản vào cơ sở dữ liệu',
    en: 'put documents into the database',
  },
  account: {
    load: async () => (await import('./account.ts')).account,
    vi: 'mời người quản trị đầu tiên',
    en: 'invite the first administrator',
  },
  migrate: {
    load: async () => (await import('./migrate.ts')).migrateDatabase,
    vi: 'đưa cơ sở dữ liệu lên phiên bản của chương trình',
    en: "bring the database to the program's version",
  },
  key: {
    load: async () => (await import('./key.ts')).secretKey,
    vi: 'đổi khóa bí mật của hệ thống',
    en: "change the installation's secret key",
  },
  audit: {
    load: async () => (await import('./audit.ts')).auditLog,
    vi: 'kiểm tra nhật ký không bị xóa hay sửa',
    en: 'check that nothing recorded was removed or altered',
  },
  backup: {
    load: async () => (await import('./backup.ts')).backup,
    vi: 'sao lưu toàn bộ, mã hóa, cả khi máy chủ đang chạy; kiểm tra một bản sao lưu',
    en: 'back everything up, encrypted, also beside a running server; verify a backup',
  },
  restore: {
    load: async () => (await import('./restore.ts')).restore,
    vi: 'đưa một bản sao lưu hoặc bản xuất vào cơ sở dữ liệu trống',
    en: 'bring a backup or an export into an empty database',
  },
  export: {
    load: async () => (await import('./backup.ts')).exportEverything,
    vi: 'xuất toàn bộ dữ liệu ở dạng mở',
    en: 'write everything in an open form',
  },
  files: {
    load: async () => (await import('./files.ts')).filesCommand,
    vi: 'xem tệp đính kèm lưu ở đâu, kiểm tra nguyên vẹn, chuyển nơi lưu',
    en: 'where attachments lie; check that they are whole, move them',
  },
  upgrade: {
    load: async () => (await import('./upgrade.ts')).upgrade,
    vi: 'xem trước một lần nâng cấp',
    en: 'look ahead at an upgrade',
  },
  doctor: {
    load: async () => (await import('./doctor.ts')).doctor,
    vi: 'kiểm tra máy chủ: cơ sở dữ liệu, sao lưu, ổ đĩa, phông chữ, thư … và việc cần làm',
    en: 'look over the installation: database, backup, disk, fonts, mail …, and what to do',
  },
};

const help = `Tiến Độ: tiendo LỆNH … / tiendo COMMAND …

${Object.entries(commands)
  .map(([name, { vi, en }]) => `  ${name.padEnd(8)} ${vi}\n           ${en}`)
  .join('\n')}

tiendo LỆNH --help: cách dùng của một lệnh / how to use one command
`;

/** Runs one command; the exit code is 0 only where it did what was asked. */
export async function tiendo([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(help);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`Không có lệnh "${name}". / There is no command "${name}".\n\n${help}`);
    return 2;
  }
  return (await command.load())(args);
}
