import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { levelThree } from './registry/account.ts';
import { Role } from './registry/post.ts';
import { usualRetention } from './registry/retention.ts';
import { filePlaces } from './values/file-place.ts';

const minutes = z.coerce.number().int().min(1).max(1440);
/** As it stands in an address, and nothing else of one. */
const isHost = (host: string): boolean =>
  URL.canParse(`http://${host}`) && /^(?:\[[\da-f:.]+\]|[^\s/?#@:[\]]+)(?::\d+)?$/i.test(host);
/** A hundred years is for ever. */
const days = z.coerce.number().int().min(1).max(36_525);
const onOff = z.enum(['on', 'off']).transform((word) => word === 'on');

/** All that one installation can choose. */
const Choices = z.object({
  host: z.string().min(1).default('127.0.0.1'),
  port: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** Holds the embedded database and the lock; absolute. */
  dataFolder: z
    .string()
    .min(1)
    .default('data')
    .transform((folder) => resolve(folder)),
  /** An own PostgreSQL server instead of the embedded one. */
  databaseUrl: z.url({ protocol: /^postgres(ql)?$/, hostname: /.*/ }).optional(),
  /** A pooler before it that gives a connection for each transaction. */
  poolerUrl: z.url({ protocol: /^postgres(ql)?$/, hostname: /.*/ }).optional(),
  /** A streaming replica of it, asked for what is only read. */
  readDatabaseUrl: z.url({ protocol: /^postgres(ql)?$/, hostname: /.*/ }).optional(),
  /** The address people type where it is another than ours: behind a proxy that speaks https. */
  publicUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** An address of the public's portal alone; on ours it is always under /cong-khai, too. */
  portalAddress: z.url({ protocol: /^https?$/ }).optional(),
  /** Proxies whose word about where a request comes from is taken. */
  trustProxy: z.string().min(1).optional(),
  /** The key that secrets in the database are sealed with; in the data folder where it is not said. */
  secretFile: z.string().min(1).optional(),
  /** JSON: a list of providers of single sign-on (registry/claims.ts). */
  ssoFile: z.string().min(1).optional(),
  /** Roles that must have a second factor. */
  secondFactorFor: z
    .string()
    .default(levelThree.secondFactorFor.join(','))
    .transform((roles) => (roles === 'nobody' ? [] : roles.split(',')))
    .pipe(z.array(Role)),
  idleMinutes: minutes.default(levelThree.idleMinutes),
  administratorIdleMinutes: minutes.default(levelThree.administratorIdleMinutes),
  /** From one review of the accounts to the next. */
  accountReviewMonths: z.coerce.number().int().min(1).max(24).default(levelThree.reviewMonths),
  /** Where the bytes of files go that come in. */
  files: z.enum(filePlaces).default('database'),
  /** In the data folder where it is not said. */
  filesFolder: z.string().min(1).optional(),
  /** The address of a bucket of S3-compatible storage, its name in the path or in the host's. */
  filesBucket: z
    .url({ protocol: /^https?$/, hostname: /.*/ })
    .regex(/^[^?#@]+$/, 'holds no key and no question: only where the bucket is')
    .optional(),
  filesRegion: z.string().min(1).default('us-east-1'),
  /** The access key and the secret one: in a file, for the environment goes on to programs that are called. */
  filesKeyFile: z.string().min(1).optional(),
  /** The daemon of ClamAV: the path of its socket, or an address of this machine's own. */
  clamd: z
    .string()
    .regex(/^(?:\/.+|(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]):\d+)$/, 'is no path, and no host:port of this machine')
    .optional(),
  scanAway: z.enum(['refuse', 'take']).default('refuse'),
  maxFileBytes: z.coerce.number().int().min(1).max(1_000_000_000).default(50_000_000),
  /** The server that letters leave by: smtp://user:password@host:587, smtps://… */
  smtpUrl: z.url({ protocol: /^smtps?$/, hostname: /.*/ }).optional(),
  /** Who letters come from: `Tiến Độ <tien-do@tinh.vn>`. */
  mailFrom: z
    .string()
    .regex(/^([^<>\r\n]* )?<?[^<>\s@]+@[^<>\s@]+>?$/)
    .default('Tiến Độ <tien-do@localhost>'),
  /** Whether documents marked as state secrets are stored. */
  secrets: onOff.default(false),
  /** Hosts of inner networks that webhooks and single sign-on may ask, "host" or "host:port"; all others there are refused. */
  innerHosts: z
    .string()
    .default('')
    .transform((hosts) => hosts.split(',').map((host) => host.trim()))
    .transform((hosts) => hosts.filter((host) => host !== ''))
    .pipe(z.array(z.string().refine(isHost, 'is no host'))),
  /** How long what names people is kept where it is no record of the work (registry/retention.ts). */
  keepNoticesDays: days.default(usualRetention.noticeDays),
  keepDepartedDays: days.default(usualRetention.departedDays),
  keepTracesDays: days.default(usualRetention.traceDays),
  /** Where Prometheus fetches its numbers: "127.0.0.1:9464"; nowhere where it is not said. */
  metricsAddress: z
    .string()
    .regex(/^(?:\[[\da-f:.]+\]|[^\s:/@]+):\d{1,5}$/i)
    .transform((address) => ({
      host: address.replace(/:\d+$/, '').replace(/^\[|\]$/g, ''),
      port: Number(/\d+$/.exec(address)?.[0]),
    }))
    .refine(({ port }) => port <= 65_535)
    .optional(),
  /** Where traces go, by OTLP over HTTP; nowhere where it is not said. */
  otlpEndpoint: z.url({ protocol: /^https?$/ }).optional(),
  /** What is written down: each request and job, or only what went wrong. */
  log: z.enum(['requests', 'problems']).default('problems'),
  /** Whether the demo province and its accounts are loaded into an empty database. */
  demo: onOff.default(true),
});

export const Config = Choices.superRefine((config, context) => {
  for (const name of ['filesBucket', 'filesKeyFile'] as const)
    if (config.files === 's3' && config[name] === undefined)
      context.addIssue({ code: 'custom', path: [name], message: 'is needed for files in s3' });
});
export type Config = z.infer<typeof Config>;

type Setting = { flag: string; short?: string; env: string; vi: string; en: string };

/** What can be chosen, in the order --help shows it: the one table for flags, environment and help. */
const settings: Record<keyof Config, Setting> = {
  port: { flag: 'port', short: 'p', env: 'TIENDO_PORT', vi: 'cổng, mặc định 8080', en: 'port, 8080 by default' },
  host: {
    flag: 'host',
    env: 'TIENDO_HOST',
    vi: 'địa chỉ lắng nghe, mặc định 127.0.0.1 (chỉ máy này)',
    en: 'address to listen on, 127.0.0.1 by default (this machine only)',
  },
  dataFolder: {
    flag: 'data',
    short: 'd',
    env: 'TIENDO_DATA',
    vi: 'thư mục dữ liệu, mặc định ./data',
    en: 'data folder, ./data by default',
  },
  databaseUrl: {
    flag: 'database-url',
    env: 'DATABASE_URL',
    vi: 'máy chủ PostgreSQL 15 trở lên, thay cho cơ sở dữ liệu đi kèm',
    en: 'a PostgreSQL server, 15 or later, instead of the embedded one',
  },
  poolerUrl: {
    flag: 'pooler-url',
    env: 'TIENDO_POOLER_URL',
    vi: 'PgBouncer (chế độ transaction) đứng trước máy chủ PostgreSQL đó; xem docs/scale.md',
    en: 'a PgBouncer (transaction mode) before that server; see docs/scale.md',
  },
  readDatabaseUrl: {
    flag: 'read-database-url',
    env: 'READ_DATABASE_URL',
    vi: 'bản sao (streaming replica) của máy chủ PostgreSQL đó, dùng cho bảng điều hành, cổng công khai, tra cứu; xem docs/scale.md',
    en: 'a streaming replica of that server, asked for dashboards, the portal and search; see docs/scale.md',
  },
  publicUrl: {
    flag: 'public-url',
    env: 'TIENDO_PUBLIC_URL',
    vi: 'địa chỉ người dùng gõ, khi đứng sau một proxy https',
    en: 'the address people type, where an https proxy stands before it',
  },
  portalAddress: {
    flag: 'portal-address',
    env: 'TIENDO_PORTAL_ADDRESS',
    vi: 'địa chỉ riêng của cổng công khai (https://cong-khai.tinh.vn), dẫn về cùng máy chủ; ngoài ra cổng luôn ở /cong-khai',
    en: 'an own address of the public portal (https://cong-khai.tinh.vn), led to this server; it is always under /cong-khai, too',
  },
  trustProxy: {
    flag: 'trust-proxy',
    env: 'TIENDO_TRUST_PROXY',
    vi: 'địa chỉ (CIDR) của proxy đứng trước, cách nhau bằng dấu phẩy; hoặc loopback',
    en: 'addresses (CIDR) of the proxies before it, parted by commas; or loopback',
  },
  secretFile: {
    flag: 'secret-file',
    env: 'TIENDO_SECRET_FILE',
    vi: 'tệp khóa bí mật, mặc định secret.key trong thư mục dữ liệu; các máy chủ dùng chung cơ sở dữ liệu cần cùng một khóa',
    en: 'file with the secret key, secret.key in the data folder by default; servers of one database need the same',
  },
  ssoFile: {
    flag: 'sso-file',
    env: 'TIENDO_SSO_FILE',
    vi: 'tệp JSON mô tả các nơi đăng nhập một lần (OpenID Connect), xem docs/ACCOUNTS.md',
    en: 'JSON file with the providers of single sign-on (OpenID Connect), see docs/ACCOUNTS.md',
  },
  secondFactorFor: {
    flag: 'second-factor-for',
    env: 'TIENDO_SECOND_FACTOR_FOR',
    vi: 'vai trò bắt buộc xác thực hai lớp (administrator,coordinator,leader …), hoặc nobody; mặc định administrator; tỉnh mẫu không bắt buộc',
    en: 'roles that must have a second factor (administrator,coordinator,leader …), or nobody; administrator by default; not forced in the demo',
  },
  idleMinutes: {
    flag: 'idle-minutes',
    env: 'TIENDO_IDLE_MINUTES',
    vi: 'phiên không dùng sau bao nhiêu phút thì kết thúc, mặc định 15',
    en: 'minutes without use after which a session ends, 15 by default',
  },
  administratorIdleMinutes: {
    flag: 'administrator-idle-minutes',
    env: 'TIENDO_ADMINISTRATOR_IDLE_MINUTES',
    vi: 'như trên, với người quản trị, mặc định 5',
    en: 'the same for administrators, 5 by default',
  },
  accountReviewMonths: {
    flag: 'account-review-months',
    env: 'TIENDO_ACCOUNT_REVIEW_MONTHS',
    vi: 'bao nhiêu tháng rà soát tài khoản một lần, mặc định 6 (cấp độ 3); cấp độ 2 là 12',
    en: 'months from one review of the accounts to the next, 6 by default (level 3); 12 at level 2',
  },
  files: {
    flag: 'files',
    env: 'TIENDO_FILES',
    vi: 'nơi lưu tệp đính kèm: database (mặc định), folder hoặc s3; xem docs/OPERATION.md',
    en: 'where attachments are kept: database (by default), folder or s3; see docs/OPERATION.md',
  },
  filesFolder: {
    flag: 'files-folder',
    env: 'TIENDO_FILES_FOLDER',
    vi: 'thư mục lưu tệp đính kèm, mặc định files trong thư mục dữ liệu',
    en: 'folder of attachments, files in the data folder by default',
  },
  filesBucket: {
    flag: 'files-bucket',
    env: 'TIENDO_FILES_BUCKET',
    vi: 'địa chỉ của bucket trên kho tương thích S3: https://s3.tinh.vn/tien-do hoặc https://tien-do.s3.tinh.vn',
    en: 'address of the bucket in S3-compatible storage: https://s3.tinh.vn/tien-do or https://tien-do.s3.tinh.vn',
  },
  filesRegion: {
    flag: 'files-region',
    env: 'TIENDO_FILES_REGION',
    vi: 'vùng (region) của bucket đó, mặc định us-east-1',
    en: 'region of that bucket, us-east-1 by default',
  },
  filesKeyFile: {
    flag: 'files-key-file',
    env: 'TIENDO_FILES_KEY_FILE',
    vi: 'tệp hai dòng: khóa truy cập (access key) và khóa bí mật (secret key) của bucket đó',
    en: 'file of two lines: the access key and the secret key of that bucket',
  },
  clamd: {
    flag: 'clamd',
    env: 'TIENDO_CLAMD',
    vi: 'quét mã độc mọi tệp gửi lên bằng ClamAV: /run/clamav/clamd.ctl hoặc 127.0.0.1:3310',
    en: 'have every file that comes in scanned by ClamAV: /run/clamav/clamd.ctl or 127.0.0.1:3310',
  },
  scanAway: {
    flag: 'scan-away',
    env: 'TIENDO_SCAN_AWAY',
    vi: 'khi ClamAV không trả lời: refuse (mặc định) chưa nhận tệp, hoặc take vẫn nhận',
    en: 'while ClamAV does not answer: refuse files (by default), or take them',
  },
  maxFileBytes: {
    flag: 'max-file-bytes',
    env: 'TIENDO_MAX_FILE_BYTES',
    vi: 'cỡ lớn nhất của một tệp, mặc định 50000000',
    en: 'largest file taken, 50000000 by default',
  },
  smtpUrl: {
    flag: 'smtp-url',
    env: 'TIENDO_SMTP_URL',
    vi: 'máy chủ gửi thư, smtp://người:mật-khẩu@máy:587 hoặc smtps://…; không có thì không gửi thư',
    en: 'the server letters leave by, smtp://user:password@host:587 or smtps://…; without it none are sent',
  },
  mailFrom: {
    flag: 'mail-from',
    env: 'TIENDO_MAIL_FROM',
    vi: 'tên và địa chỉ người gửi, như "Tiến Độ <tien-do@tinh.vn>"',
    en: 'name and address of the sender, like "Tiến Độ <tien-do@tinh.vn>"',
  },
  secrets: {
    flag: 'secrets',
    env: 'TIENDO_SECRETS',
    vi: 'on/off: nhận cả văn bản đóng dấu Mật, Tối mật, Tuyệt mật; mặc định off, chỉ bật trên hệ thống được phép lưu bí mật nhà nước',
    en: 'on/off: take documents marked as state secrets, off by default; only for installations that are allowed to hold them',
  },
  innerHosts: {
    flag: 'inner-hosts',
    env: 'TIENDO_INNER_HOSTS',
    vi: 'các máy trong mạng nội bộ mà webhook và đăng nhập một lần được gọi (may-nhan.tinh.local, 10.1.2.3:8443), cách nhau bằng dấu phẩy; ngoài ra không máy nào',
    en: 'hosts of inner networks that webhooks and single sign-on may call (hooks.tinh.local, 10.1.2.3:8443), parted by commas; no others there',
  },
  keepNoticesDays: {
    flag: 'keep-notices-days',
    env: 'TIENDO_KEEP_NOTICES_DAYS',
    vi: 'thông báo cho người dùng giữ bao nhiêu ngày, mặc định 730',
    en: 'days for which notices to people are kept, 730 by default',
  },
  keepDepartedDays: {
    flag: 'keep-departed-days',
    env: 'TIENDO_KEEP_DEPARTED_DAYS',
    vi: 'mật khẩu, khóa, thông báo của người đã nghỉ giữ thêm bao nhiêu ngày, mặc định 90; việc đã làm luôn giữ cùng hồ sơ',
    en: 'days for which passwords, keys and notices of people who left are kept, 90 by default; what they did stays with the record',
  },
  keepTracesDays: {
    flag: 'keep-traces-days',
    env: 'TIENDO_KEEP_TRACES_DAYS',
    vi: 'liên kết đã dùng, lượt gọi webhook, tệp bị từ chối giữ bao nhiêu ngày, mặc định 95',
    en: 'days for which used links, calls to webhooks and refused files are kept, 95 by default',
  },
  metricsAddress: {
    flag: 'metrics-address',
    env: 'TIENDO_METRICS_ADDRESS',
    vi: 'địa chỉ riêng cho Prometheus lấy số đo (127.0.0.1:9464), không qua proxy; ai tới được địa chỉ ấy đều đọc được',
    en: 'an own address where Prometheus fetches metrics (127.0.0.1:9464), past the proxy; whoever reaches it may read them',
  },
  otlpEndpoint: {
    flag: 'otlp-endpoint',
    env: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    vi: 'nơi nhận vết theo OpenTelemetry (http://127.0.0.1:4318); không đặt thì không ghi vết',
    en: 'where traces of OpenTelemetry go (http://127.0.0.1:4318); without it none are made',
  },
  log: {
    flag: 'log',
    env: 'TIENDO_LOG',
    vi: 'requests/problems: ghi mỗi yêu cầu và mỗi tác vụ một dòng JSON ra stderr, hay chỉ ghi khi có trục trặc; mặc định problems',
    en: 'requests/problems: write a line of JSON to stderr for each request and job, or only for what goes wrong; problems by default',
  },
  demo: {
    flag: 'demo',
    env: 'TIENDO_DEMO',
    vi: 'on/off: nạp tỉnh mẫu khi cơ sở dữ liệu trống, mặc định on',
    en: 'on/off: load the demo province into an empty database, on by default',
  },
};

export const settingsHelp = (): string =>
  Object.values(settings)
    .map(
      ({ flag, short, env, vi, en }) =>
        `  ${`${short ? `-${short}, ` : ''}--${flag}`.padEnd(20)} ${env}\n      ${vi}\n      ${en}`,
    )
    .join('\n');

/** What one command alone understands, by its flags; `switch` is there or not. */
export type OwnFlags = Record<string, 'switch' | 'text'>;
export type FlagValues = Record<string, string | boolean | undefined>;

export type ConfigOutcome =
  | { config: Config; rest: string[]; flags: FlagValues }
  | { help: true }
  | { problems: string[] };

/** Flags win over the environment; what is given in neither takes its default. `rest` are the words that are no flags. */
export function readConfig(args: string[], env: Record<string, string | undefined>, own: OwnFlags = {}): ConfigOutcome {
  const options = Object.fromEntries(
    Object.values(settings).map(({ flag, short }) => [flag, { type: 'string' as const, ...(short && { short }) }]),
  );
  const ownOptions = Object.fromEntries(
    Object.entries(own).map(([flag, kind]) => [
      flag,
      { type: kind === 'switch' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  let values: FlagValues;
  let rest: string[];
  try {
    ({ values, positionals: rest } = parseArgs({
      args,
      options: { ...options, ...ownOptions, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    }));
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)] };
  }
  if (values.help) return { help: true };
  const given = Object.entries(settings)
    .map(([name, { flag, env: variable }]) => [name, values[flag] ?? env[variable]] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  const result = Config.safeParse(Object.fromEntries(given));
  const flags = Object.fromEntries(Object.keys(own).map((flag) => [flag, values[flag]]));
  if (result.success) return { config: result.data, rest, flags };
  return {
    problems: result.error.issues.map((issue) => {
      const setting = settings[issue.path[0] as keyof Config];
      return `--${setting.flag} / ${setting.env}: ${issue.message}`;
    }),
  };
}
