import type { Language } from './format.ts';
import type { RefusalCode } from './refusal.ts';

type Detail = Record<string, string | number>;
type Sentences = Record<
  Extract<
    RefusalCode,
    | 'dataFolderInUse'
    | 'databaseUnreachable'
    | 'databaseNewer'
    | 'databaseOlder'
    | 'databaseRoleMissing'
    | 'databaseLetters'
    | 'databaseAway'
    | 'databaseFull'
    | 'filesAway'
    | 'fileInfected'
    | 'fileUnscanned'
    | 'fileDamaged'
    | 'requestKeyUsed'
    | 'requestInHand'
    | 'requestDone'
    | 'bodyTooSlow'
  >,
  (detail: Detail) => string
>;

/** What stands against a start, or against a request though nothing is wrong with it: the installation's own troubles. */
export const failureRefusals: Record<Language, Sentences> = {
  vi: {
    dataFolderInUse: ({ folder, pid, startedAt }: Detail) =>
      `Thư mục dữ liệu ${folder ?? ''} đang do tiến trình ${pid ?? '?'} sử dụng${startedAt ? ` (chạy từ ${startedAt})` : ''}. Hãy dừng tiến trình đó hoặc chọn thư mục khác bằng --data.`,
    databaseUnreachable: ({ server, database, reason }: Detail) =>
      `Không kết nối được cơ sở dữ liệu ${database ?? ''} trên ${server ?? 'máy chủ'}${reason ? ` (${reason})` : ''}. Hãy kiểm tra DATABASE_URL và máy chủ PostgreSQL.`,
    databaseNewer: ({ database, program }: Detail) =>
      `Cơ sở dữ liệu ở bản ${database ?? '?'}, mới hơn bản ${program ?? '?'} mà chương trình này biết, nên không mở. Hãy dùng bản Tiến Độ mới hơn.`,
    databaseOlder: ({ database, program, user }: Detail) =>
      `Cơ sở dữ liệu ở bản ${database ?? '?'}, chương trình cần bản ${program ?? '?'}, mà tài khoản${user ? ` “${user}”` : ''} không được đổi bảng. Hãy chạy tiendo migrate bằng tài khoản chủ sở hữu các bảng rồi khởi động lại.`,
    databaseRoleMissing: ({ user }: Detail) =>
      `Tài khoản cơ sở dữ liệu${user ? ` “${user}”` : ''} không được tạo vai trò, nên chương trình chưa dựng được lớp bảo vệ dữ liệu của từng người. Hãy nhờ người quản trị PostgreSQL chạy: CREATE ROLE tiendo_person NOLOGIN; CREATE ROLE tiendo_public NOLOGIN; GRANT tiendo_person, tiendo_public TO ${user ? `"${user}"` : '(tài khoản ấy)'}; rồi khởi động lại.`,
    databaseLetters: ({ database, encoding, locale }: Detail) =>
      `Cơ sở dữ liệu${database ? ` ${database}` : ''} dùng bảng mã ${encoding ?? '?'} và ngôn ngữ ${locale ?? '?'}, không giữ đúng chữ tiếng Việt, nên chương trình chưa tạo gì trong đó. Hãy tạo lại bằng lệnh “createdb --encoding UTF8 --locale C.UTF-8 --template template0${database ? ` ${database}` : ''}” rồi chạy lại chương trình.`,
    databaseAway: () =>
      'Cơ sở dữ liệu tạm thời không trả lời. Phần mềm đang tự nối lại và những gì đã báo là lưu thì không mất. Hãy thử lại sau ít giây.',
    databaseFull: () =>
      'Máy chủ đã hết chỗ ghi nên chưa lưu được thay đổi này. Dữ liệu đã lưu không mất và vẫn xem được. Hãy báo người quản trị giải phóng ổ đĩa của cơ sở dữ liệu rồi thử lại.',
    filesAway: () =>
      'Nơi lưu tệp đính kèm tạm thời không trả lời hoặc không ghi được. Tệp đã lưu không mất; tệp đang gửi chưa được giữ lại. Hãy thử lại sau ít phút; nếu vẫn vậy, báo người quản trị.',
    fileInfected: ({ name, found }: Detail) =>
      `Tệp${name ? ` “${name}”` : ' này'} chứa mã độc (${found ?? '?'}) nên không được nhận. Hãy quét máy đã tạo ra tệp, lấy bản sạch rồi gửi lại; nếu chắc là nhầm, báo người quản trị.`,
    fileUnscanned: ({ name }: Detail) =>
      `Chưa quét được mã độc trong tệp${name ? ` “${name}”` : ' này'} nên tệp chưa được nhận. Hãy gửi lại sau ít phút; nếu vẫn vậy, báo người quản trị xem chương trình quét (tiendo doctor).`,
    fileDamaged: ({ hash }: Detail) =>
      `Tệp lưu trên máy chủ không còn nguyên vẹn như lúc được gửi lên nên không được đưa ra. Hãy báo người quản trị khôi phục tệp ${hash ?? ''} từ bản sao lưu.`,
    requestKeyUsed: () =>
      'Khóa yêu cầu (Idempotency-Key) này đã dùng cho một yêu cầu khác. Hãy dùng khóa mới cho mỗi yêu cầu khác nhau.',
    requestInHand: () => 'Yêu cầu này đã đến trước đó và đang được thực hiện. Hãy đợi vài giây rồi hỏi lại.',
    requestDone: () =>
      'Yêu cầu này đã được thực hiện từ lần gửi trước, chỉ câu trả lời bị mất trên đường. Hãy tải lại trang để xem kết quả.',
    bodyTooSlow: () =>
      'Dữ liệu gửi lên đến quá chậm nên máy chủ đã ngừng nhận, chưa có gì được lưu. Hãy kiểm tra đường truyền rồi gửi lại.',
  },
  en: {
    dataFolderInUse: ({ folder, pid, startedAt }: Detail) =>
      `The data folder ${folder ?? ''} is used by process ${pid ?? '?'}${startedAt ? ` (running since ${startedAt})` : ''}. Stop that process or choose another folder with --data.`,
    databaseUnreachable: ({ server, database, reason }: Detail) =>
      `The database ${database ?? ''} on ${server ?? 'the server'} cannot be reached${reason ? ` (${reason})` : ''}. Check DATABASE_URL and the PostgreSQL server.`,
    databaseNewer: ({ database, program }: Detail) =>
      `The database has form ${database ?? '?'}, newer than form ${program ?? '?'} that this program knows, so it was not opened. Use a newer Tiến Độ.`,
    databaseOlder: ({ database, program, user }: Detail) =>
      `The database has form ${database ?? '?'}, this program needs form ${program ?? '?'}, and the account${user ? ` “${user}”` : ''} may change no table. Run tiendo migrate with the account that owns the tables, then start again.`,
    databaseRoleMissing: ({ user }: Detail) =>
      `The database account${user ? ` “${user}”` : ''} may not create roles, so the wall around each person's data cannot be put up. Have the administrator of PostgreSQL run: CREATE ROLE tiendo_person NOLOGIN; CREATE ROLE tiendo_public NOLOGIN; GRANT tiendo_person, tiendo_public TO ${user ? `"${user}"` : '(that account)'}; then start again.`,
    databaseLetters: ({ database, encoding, locale }: Detail) =>
      `The database${database ? ` ${database}` : ''} has encoding ${encoding ?? '?'} and locale ${locale ?? '?'}, which do not keep Vietnamese letters rightly, so nothing was made in it. Make it anew with “createdb --encoding UTF8 --locale C.UTF-8 --template template0${database ? ` ${database}` : ''}” and start the program again.`,
    databaseAway: () =>
      'The database does not answer for the moment. The program connects to it again by itself, and nothing that was said to be stored is lost. Try again in some seconds.',
    databaseFull: () =>
      'The server has no room left to write, so this change was not stored. What was stored before is not lost and can still be read. Have your administrator make room on the disk of the database, then try again.',
    filesAway: () =>
      'The place where attached files are kept does not answer for the moment, or takes none. What was stored is not lost; what was being sent was not kept. Try again in some minutes, and tell your administrator if it stays so.',
    fileInfected: ({ name, found }: Detail) =>
      `The file${name ? ` “${name}”` : ''} holds harmful content (${found ?? '?'}), so it was not taken. Scan the machine that made it, and send a clean one; tell your administrator if you are sure that this is a mistake.`,
    fileUnscanned: ({ name }: Detail) =>
      `The file${name ? ` “${name}”` : ''} could not be scanned for harmful content, so it was not taken. Send it again in some minutes; if it stays so, have your administrator look at the scanner (tiendo doctor).`,
    fileDamaged: ({ hash }: Detail) =>
      `The file on the server is not as it was sent any more, so it is not handed out. Have your administrator restore the file ${hash ?? ''} from a backup.`,
    requestKeyUsed: () => 'This Idempotency-Key was used for another request. Use a new one for each request.',
    requestInHand: () => 'This request has arrived before and is being carried out. Wait some seconds and ask again.',
    requestDone: () =>
      'This request was carried out when it was sent before; only the answer got lost on the way. Load the page again to see what came of it.',
    bodyTooSlow: () =>
      'What you sent came in too slowly, so the server stopped taking it and nothing was stored. Check your connection, then send it again.',
  },
};
