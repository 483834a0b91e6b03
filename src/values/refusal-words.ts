import { accountRefusals, notAllowedWords, passwordFaultWords, signInWords } from './account-refusal-words.ts';
import { archiveRefusals } from './archive-refusal-words.ts';
import { dayFaultSentence } from './day-fault-words.ts';
import { documentRefusals } from './document-refusal-words.ts';
import { failureRefusals } from './failure-refusal-words.ts';
import { figureListRefusals } from './figure-list-words.ts';
import { Secrecy } from './finding.ts';
import { formatMoment, formatNumber, type Language } from './format.ts';
import { formulaFaultSentence } from './formula-fault-words.ts';
import { groupFaultWords } from './group-fault-words.ts';
import { named } from './named-thing.ts';
import { formatDate } from './plain-date.ts';
import type { RefusalCode } from './refusal.ts';
import { restsOn } from './rests-on-words.ts';
import { roundRefusals } from './round-refusal-words.ts';
import { secrecyWords } from './secrecy-words.ts';
import { uploadRefusals } from './upload-refusal-words.ts';
import { squeeze } from './vietnamese.ts';

/** What happened, why, and what to do, for each refusal: on the screen, in the terminal, in answers of the server. */

type Detail = Record<string, string | number>;
type Sentence = (detail: Detail) => string;

/** A file's size as people say it: "50 MB". */
function size(bytes: string | number | undefined, language: Language): string {
  const value = Number(bytes ?? 0);
  const [unit, divisor] = value >= 1e6 ? ['MB', 1e6] : value >= 1e3 ? ['KB', 1e3] : ['byte', 1];
  return `${formatNumber(Math.round((value / Number(divisor)) * 10) / 10, language)} ${unit}`;
}

const tep = (detail: Detail): string => named(detail, 'Tệp', 'Tệp');
const file = (detail: Detail): string => named(detail, 'The file', 'The file');

/** What a file turned out to be, where that helps; kinds are those of src/files/file-kind.ts. */
const kindWords: Record<string, Record<Language, string>> = {
  text: { vi: 'văn bản thô', en: 'plain text' },
  docx: { vi: 'Word (.docx)', en: 'Word (.docx)' },
  doc: { vi: 'Word đời cũ (.doc)', en: 'old Word (.doc)' },
  xlsx: { vi: 'Excel', en: 'Excel' },
  xls: { vi: 'Excel', en: 'Excel' },
  pptx: { vi: 'PowerPoint', en: 'PowerPoint' },
  ppt: { vi: 'PowerPoint', en: 'PowerPoint' },
  odt: { vi: 'OpenDocument (.odt)', en: 'OpenDocument (.odt)' },
  pdf: { vi: 'PDF', en: 'PDF' },
  rtf: { vi: 'RTF', en: 'RTF' },
  exe: { vi: 'chương trình', en: 'a program' },
};
for (const kind of ['png', 'jpeg', 'gif', 'bmp', 'tiff', 'webp']) kindWords[kind] = { vi: 'ảnh', en: 'a picture' };
for (const kind of ['zip', 'gzip', 'rar', '7z']) kindWords[kind] = { vi: 'tệp nén', en: 'an archive' };

function actualKind({ actual }: Detail, language: Language): string {
  const word = kindWords[String(actual)]?.[language];
  if (!word) return '';
  return language === 'vi' ? ` Nội dung thật là ${word}.` : ` It really is ${word}.`;
}

const knownTypes = ({ known }: Detail): string =>
  known === undefined ? '.docx, .txt, .md' : String(known).replace(/(^|[\s,])(?=\w)/g, '$1.');

function secrecyIn(found: string | number | undefined, language: Language): string {
  const mark = Secrecy.safeParse(found);
  return mark.success ? ` ${secrecyWords[language][mark.data]}` : '';
}

/** What keeps a finding from being accepted; registry/review.ts. */
const blockerWords: Record<Language, Record<string, string>> = {
  vi: {
    leadMissing: 'chưa có cơ quan chủ trì',
    leadUnresolved: 'chưa rõ cơ quan chủ trì là cơ quan nào trong danh mục',
    membersNotChosen: 'chưa chọn các cơ quan cụ thể trong nhóm chủ trì',
    timeUnreadable: 'chưa đọc được thời gian thực hiện',
  },
  en: {
    leadMissing: 'it has no lead agency',
    leadUnresolved: 'its lead agency is not known in the register',
    membersNotChosen: 'the members of its leading group have not been chosen',
    timeUnreadable: 'its time could not be read',
  },
};

/** What keeps an update from being sent; registry/progress.ts. */
const gapWords: Record<Language, Record<string, string>> = {
  vi: {
    nothingSaid: 'chưa nêu mức độ hoàn thành, việc đã làm hay kiến nghị nào',
    resultWithoutText: 'báo cáo hoàn thành mà chưa nêu đã làm được gì',
    resultWithoutEvidence: 'việc này có yêu cầu sản phẩm mà chưa kèm minh chứng, cũng chưa nêu lý do không có',
    piecesOpen: 'còn bước hoặc phần việc chưa xong và chưa được thôi giao',
  },
  en: {
    nothingSaid: 'it says no share, nothing that was done, and proposes nothing',
    resultWithoutText: 'it reports a result without saying what was done',
    resultWithoutEvidence: 'the duty names a product, and neither evidence nor the reason why there is none was given',
    piecesOpen: 'steps or parts of the duty are still open',
  },
};

const vi: Record<RefusalCode, Sentence> = {
  notFound: () =>
    'Không tìm thấy nội dung này: có thể địa chỉ bị gõ sai hoặc dữ liệu đã bị xóa. Hãy quay lại danh sách và chọn lại.',
  notSignedIn: ({ reason }) =>
    signInWords.vi[String(reason)] ?? 'Bạn chưa đăng nhập hoặc phiên làm việc đã hết hạn. Hãy đăng nhập rồi làm lại.',
  notAllowed: ({ reason }) =>
    notAllowedWords.vi[String(reason)] ?? 'Tài khoản của bạn không có quyền làm việc này. Hãy liên hệ người quản trị.',
  invalidInput: ({ field }) =>
    `Dữ liệu gửi lên không hợp lệ${field ? ` ở mục “${field}”` : ''} nên chưa được ghi. Hãy sửa lại rồi gửi lần nữa.`,
  tooManyRequests: ({ seconds }) =>
    `Có quá nhiều lần thử trong thời gian ngắn nên tạm dừng. Hãy đợi ${seconds ?? 60} giây rồi thử lại.`,
  passwordUnfit: ({ fault }) =>
    `Chưa nhận mật khẩu này vì nó ${passwordFaultWords.vi[String(fault)] ?? 'chưa đủ an toàn'}. Hãy chọn một mật khẩu khác.`,
  linkEnded: () => 'Liên kết này đã được dùng hoặc đã hết hạn. Hãy đề nghị người quản trị gửi liên kết mới.',
  accountExists: () => 'Thư điện tử này đã có tài khoản. Hãy tìm người đó trong danh sách rồi giao vai trò.',
  handOverMissing: () =>
    'Chưa thể kết thúc tài khoản vì còn việc chưa có người nhận. Hãy chọn đồng nghiệp nhận việc ở từng đơn vị.',
  postAgencyGone: () =>
    'Không giao được vai trò này vì vào ngày ấy không có cơ quan đã chọn. Hãy chọn một cơ quan đang hoạt động.',
  postHeldAlready: () => 'Người này đã giữ đúng vai trò ấy ở cơ quan ấy. Hãy chọn vai trò hoặc cơ quan khác.',
  postDayFaulty: () => 'Ngày thôi không thể trước ngày bắt đầu giữ vai trò. Hãy chọn ngày khác.',
  lastAdministrator: () =>
    'Không thể thôi vai trò này vì sẽ không còn ai quản trị. Hãy giao vai trò quản trị cho người khác trước.',
  secretKeyWrong: ({ file }) =>
    `Khóa bí mật${file ? ` trong ${file}` : ''} không phải khóa mà cơ sở dữ liệu này đã dùng. Hãy khôi phục đúng tệp khóa, hoặc chỉ đến nó bằng --secret-file.`,
  fileMissing: () => 'Không có tệp nào được gửi lên. Hãy chọn một tệp rồi tải lại.',
  fileEmpty: (detail) => `${tep(detail)} không có nội dung. Hãy mở tệp trên máy để kiểm tra, lưu lại rồi tải lại.`,
  fileTooLarge: (detail) =>
    `${tep(detail)} lớn hơn mức ${size(detail.limit, 'vi')} cho phép nên không nhận được. Hãy bỏ bớt ảnh trong tệp hoặc tách tệp rồi tải lại.`,
  fileTypeUnknown: (detail) =>
    `${tep(detail)} thuộc loại ${detail.extension ? `“.${detail.extension}” ` : ''}mà Tiến Độ chưa đọc được. Hãy lưu thành một trong các loại ${knownTypes(detail)} rồi tải lại.`,
  fileTypeMismatch: (detail) =>
    `${tep(detail)} có nội dung khác với đuôi tệp${detail.extension ? ` “.${detail.extension}”` : ''} nên không đọc được.${actualKind(detail, 'vi')} Hãy mở bằng đúng phần mềm, lưu thành .docx rồi tải lại.`,
  filePasswordProtected: (detail) =>
    `${tep(detail)} có mật khẩu nên không đọc được. Hãy gỡ mật khẩu trong Word rồi tải lại.`,
  fileBroken: (detail) =>
    `${tep(detail)} bị hỏng hoặc tải về chưa trọn nên không đọc được. Hãy mở trên máy, lưu thành tệp mới rồi tải lại, hoặc xin lại tệp gốc.`,
  fileUnpacksTooLarge: (detail) =>
    `${tep(detail)} khi giải nén lớn bất thường nên bị từ chối để bảo vệ máy chủ. Hãy mở bằng Word, bỏ phần thừa, lưu thành tệp mới rồi tải lại.`,
  fileHasEntities: (detail) =>
    `${tep(detail)} chứa khai báo lấy nội dung từ bên ngoài, là dấu hiệu không an toàn, nên bị từ chối. Hãy mở bằng Word, lưu thành tệp mới rồi tải lại.`,
  fileEncodingInvalid: (detail) =>
    `${tep(detail)} không dùng Unicode (UTF-8) hay bảng mã tiếng Việt cũ nào nhận ra được (TCVN3, VNI) nên chữ không đọc được. Hãy lưu lại với bảng mã UTF-8 (Unicode) rồi tải lại.`,
  fileScanned: (detail) =>
    `${tep(detail)} là ảnh chụp hoặc bản quét mà không nhận ra được chữ nào. Hãy quét lại rõ hơn (200 đến 300 dpi, đúng chiều), hoặc tải tệp Word.`,
  fileTooManyPages: (detail) =>
    `${tep(detail)} có ${detail.pages ?? '?'} trang ảnh, nhiều hơn mức ${detail.limit ?? '?'} trang cho một lần đọc. Hãy tách tệp thành các phần nhỏ hơn rồi tải lại.`,
  fileOldWorkbook: (detail) =>
    `${tep(detail)} là tệp Excel đời cũ (.xls) nên không đọc được. Hãy mở bằng Excel, chọn “Lưu thành” với kiểu .xlsx rồi tải lại.`,
  recognitionMissing: (detail) =>
    `${tep(detail)} gồm các trang là ảnh chụp hoặc quét, nhưng máy chủ chưa có ${detail.what === 'vie' ? 'dữ liệu tiếng Việt của chương trình nhận dạng chữ Tesseract' : 'chương trình nhận dạng chữ Tesseract'}. Hãy nhờ người quản trị cài (apt-get install tesseract-ocr tesseract-ocr-vie) rồi tải lại, hoặc tải tệp Word.`,
  fileFontsUnreadable: (detail) =>
    `${tep(detail)} dùng phông chữ không cho biết mã của từng chữ nên không đọc đúng được. Hãy tải tệp Word gốc, hoặc xuất lại PDF từ Word.`,
  fileNothingFound: (detail) =>
    `${tep(detail)} đọc được nhưng không có số hiệu, chỉ tiêu hay nhiệm vụ nào. Hãy kiểm tra xem đây có phải là văn bản cần nạp rồi tải lại.`,
  fileSecret: ({ secrecy }) =>
    `Tệp này mang dấu độ mật${secrecyIn(secrecy, 'vi')} nên không được đưa lên đây; nội dung, tên tệp và trích yếu đều không được giữ lại. Hãy xử lý văn bản theo quy định về bảo vệ bí mật nhà nước; nếu văn bản đã giải mật, hãy nạp bản không còn dấu.`,
  fileTakesTooLong: (detail) =>
    `${tep(detail)} đọc quá ${detail.seconds ?? 60} giây chưa xong nên đã dừng. Hãy tách tệp thành các phần nhỏ hơn rồi tải lại.`,
  pageNotDrawn: (detail) =>
    `Không vẽ được trang ${detail.page ?? ''} của tệp gốc. Hãy xem văn bản ở dạng chữ, hoặc tải tệp gốc về để xem.`,
  importCancelled: () => 'Việc nạp tệp đã được hủy, không có gì được lưu. Nếu vẫn cần, hãy tải tệp lên lần nữa.',
  importInterrupted: () =>
    'Việc nạp tệp bị ngắt giữa chừng do mất kết nối hoặc máy chủ khởi động lại, không có gì được lưu. Hãy tải tệp lên lần nữa.',
  agencyNamesFaulty: () =>
    'Đơn vị cần có tên chính thức trong mọi thời gian, mỗi ngày chỉ một tên, và ngày kết thúc phải sau ngày bắt đầu. Hãy sửa lại các ngày rồi lưu.',
  groupFaulty: ({ reason, ...detail }) =>
    `Chưa lưu được nhóm vì ${groupFaultWords(String(reason), detail, 'vi')}. Hãy sửa chỗ đó rồi lưu lại.`,
  changedMeanwhile: ({ name, at }) =>
    `${name ?? 'Người khác'} đã thay đổi nội dung này${at ? ` lúc ${formatMoment(String(at), 'vi')}` : ''}, sau khi bạn mở, nên thao tác chưa được ghi. Hãy xem lại rồi làm lại nếu vẫn cần.`,
  notPossibleNow: () =>
    'Thao tác này không thực hiện được ở trạng thái hiện tại của văn bản hoặc của nội dung. Hãy xem lại trạng thái rồi chọn thao tác khác.',
  findingBlocked: ({ reason }) =>
    `Chưa thể chấp nhận vì ${blockerWords.vi[String(reason)] ?? 'còn vướng mắc'}. Hãy bổ sung rồi chấp nhận.`,
  documentBlocked: ({ count }) =>
    `Chưa thể ban hành vì còn ${count ?? 'một số'} nhiệm vụ chưa rõ cơ quan chủ trì hoặc thời gian. Hãy xử lý các nhiệm vụ đứng đầu danh sách rồi ban hành.`,
  findingsUndecided: ({ count }) =>
    `Chưa thể ban hành vì còn ${count ?? 'một số'} nội dung chưa được rà soát. Hãy chấp nhận hoặc loại bỏ từng nội dung, hoặc chọn “Chấp nhận tất cả còn lại”.`,
  notNeighbours: () =>
    'Chỉ gộp được các nội dung cùng loại đứng liền nhau trong văn bản. Hãy chọn lại các nội dung liền kề.',
  nothingToUndo: () =>
    'Không còn thao tác nào của bạn trên văn bản này có thể hoàn tác. Hãy sửa trực tiếp nội dung cần thay đổi.',
  issueDayMissing: () =>
    'Chưa ban hành được vì văn bản không ghi ngày nên chưa rõ có hiệu lực từ ngày nào. Hãy ghi ngày có hiệu lực rồi ban hành.',
  reasonMissing: ({ about }) =>
    about === 'account'
      ? 'Quyết định này cần có lý do, vì nó lấy đi quyền của tài khoản hoặc giữ một tài khoản có điều đáng lưu ý. Hãy ghi lý do rồi làm lại.'
      : 'Nội dung này đang có hiệu lực nên chỉ đính chính được khi có lý do. Hãy ghi lý do rồi lưu lại.',
  workMoved: () =>
    'Không đổi được cơ quan của nội dung này vì việc đã chuyển theo một đợt sắp xếp tổ chức. Hãy lập một đợt sắp xếp mới hoặc hoàn tác đợt ấy trước.',
  reorganisationFaulty: ({ count }) =>
    `Chưa thể thực hiện vì phương án sắp xếp có ${count ?? 'một số'} chỗ thiếu hoặc mâu thuẫn. Hãy sửa các chỗ được nêu ở đầu trang rồi làm lại.`,
  reorganisationUndecided: ({ count }) =>
    `Chưa thể thực hiện vì còn ${count ?? 'một số'} việc chưa rõ giao về đơn vị nào. Hãy chọn đơn vị tiếp nhận cho từng việc rồi làm lại.`,
  reorganisationGrown: ({ seen, now }) =>
    `Số việc phải chuyển đã đổi từ ${seen ?? '?'} thành ${now ?? '?'} sau lần diễn tập, nên chưa có gì được chuyển. Hãy xem lại kết quả diễn tập rồi xác nhận lần nữa.`,
  reorganisationOutOfOrder: ({ name }) =>
    `Chưa thể thực hiện vì đợt sắp xếp trước đó${name ? ` “${name}”` : ''} còn việc chưa chuyển sang các đơn vị này. Hãy thực hiện đợt đó trước.`,
  reorganisationRestedOn: (detail) =>
    `Không hoàn tác được vì sau đó đã có nội dung dựa vào đợt sắp xếp này${restsOn(detail, 'vi')}. Hãy hoàn tác các nội dung ấy trước, hoặc lập một đợt sắp xếp mới.`,
  reorganisationWithoutOrigin: () =>
    'Chưa lưu được vì có đơn vị mới chưa tiếp nhận việc của đơn vị nào. Hãy thêm một dòng chuyển việc đến đơn vị mới đó.',
  dutiesReported: ({ count }) =>
    `Không thực hiện được vì đã có báo cáo, minh chứng hoặc trao đổi về ${count ?? 'một số'} việc được giao từ văn bản này. Hãy sửa đổi hoặc thu hồi văn bản từ một ngày cụ thể để giữ lại những gì đã báo cáo.`,
  dutyReturnIsLate: ({ days }) =>
    `Đã quá ${days ?? 'số'} ngày làm việc kể từ khi giao nên đơn vị không tự trả lại được. Hãy đề nghị cán bộ điều phối giao lại cho đơn vị khác.`,
  dutyThereAlready: () => 'Đơn vị được chọn đã có việc này rồi. Hãy chọn đơn vị khác.',
  officerNotThere: () =>
    'Người được chọn không giữ chức vụ cán bộ hoặc thủ trưởng ở đơn vị có việc này. Hãy chọn người của đơn vị.',
  agencyNotBelow: () =>
    'Chỉ giao phần việc được cho đơn vị trực thuộc. Hãy chọn một đơn vị trong danh sách trực thuộc.',
  agencyEnded: () => 'Đơn vị này không còn hoạt động hoặc chưa thành lập. Hãy giao cho đơn vị đang hoạt động.',
  dutyDueNeeded: () =>
    'Văn bản không nói thời hạn tính từ sự kiện này là bao lâu. Hãy nhập ngày phải hoàn thành rồi ghi lại.',
  dutyDueBeyond: ({ due }) =>
    `Thời hạn của bước hoặc phần việc phải nằm trong thời hạn chung${due ? ` (${formatDate(String(due))})` : ''}. Hãy chọn ngày sớm hơn, hoặc ghi rõ lý do để đặt sau thời hạn chung.`,
  dutiesNotJoinable: () =>
    'Chỉ gộp được hai việc đang mở của cùng một đơn vị, từ hai nội dung khác nhau; chỉ tách được nội dung đã gộp vào. Hãy chọn lại.',
  draftElsewhere: ({ at }) =>
    `Bạn đang có một bản nháp khác về việc này${at ? `, lưu lúc ${formatMoment(String(at), 'vi')}` : ''}, nên bản này chưa được lưu. Hãy mở bản kia để viết tiếp, hoặc gửi hay xóa nó rồi lưu lại.`,
  progressClosed: ({ stage }) =>
    `Bản cập nhật này đã được ${{ submitted: 'trình', sent: 'gửi', dropped: 'xóa' }[String(stage)] ?? 'chuyển đi'} ở nơi khác nên không lưu thêm được. Nội dung vừa gõ vẫn còn trên trang: hãy chép sang bản cập nhật mới.`,
  progressIncomplete: ({ reason }) =>
    `Chưa gửi được vì ${gapWords.vi[String(reason)] ?? 'còn thiếu nội dung'}. Hãy bổ sung rồi gửi lại.`,
  fileHoldsMarkup: (detail) =>
    `${tep(detail)} chứa mã trang web (HTML, SVG hoặc kịch bản) nên không nhận làm minh chứng. Hãy lưu thành PDF hoặc ảnh rồi tải lại.`,
  tooMuchEvidence: ({ limit }) =>
    `Đã đủ ${limit ?? 'số'} minh chứng cho phép nên không thêm được. Hãy gộp các tệp lại, hoặc bỏ bớt minh chứng của bản nháp rồi thêm lại.`,
  dueAskedAlready: () =>
    'Việc này đang có một đề nghị gia hạn chờ quyết định. Hãy chờ kết quả, hoặc rút đề nghị đó rồi đề nghị lại.',
  dueAskedLate: () =>
    'Đã qua thời hạn nên đơn vị không đề nghị gia hạn được nữa. Hãy liên hệ cơ quan điều phối để được điều chỉnh.',
  ...accountRefusals.vi,
  ...failureRefusals.vi,
  ...uploadRefusals.vi,
  ...roundRefusals.vi,
  ...documentRefusals.vi,
  ...archiveRefusals.vi,
  ...figureListRefusals.vi,
  formulaFaulty: (detail) => formulaFaultSentence(detail, 'vi'),
  cellsUnexplained: ({ count }) =>
    `Còn ${count ?? 'một số'} số liệu khác thường chưa nêu lý do. Hãy sửa lại hoặc ghi lý do cho từng ô, rồi gửi lại.`,
  correctionAskedAlready: () =>
    'Số liệu này đang có một đề nghị sửa chờ quyết định. Hãy chờ kết quả, hoặc rút đề nghị đó rồi đề nghị lại.',
  figureComputed: () =>
    'Số liệu này được tính theo công thức từ các số liệu khác nên không sửa riêng được. Hãy đề nghị sửa số liệu thành phần; số này sẽ tự tính lại theo.',
  calendarDayFaulty: ({ fault }) => dayFaultSentence(fault, 'vi'),
};

const en: Record<RefusalCode, Sentence> = {
  notFound: () =>
    'This was not found: the address may be mistyped or the data deleted. Go back to the list and choose again.',
  notSignedIn: ({ reason }) =>
    signInWords.en[String(reason)] ?? 'You are not signed in, or your session has ended. Sign in and try again.',
  notAllowed: ({ reason }) =>
    notAllowedWords.en[String(reason)] ?? 'Your account may not do this. Ask your administrator.',
  invalidInput: ({ field }) =>
    `What was sent is not valid${field ? ` in “${field}”` : ''}, so nothing was saved. Correct it and send it again.`,
  tooManyRequests: ({ seconds }) =>
    `There were too many attempts in a short time. Wait ${seconds ?? 60} seconds and try again.`,
  passwordUnfit: ({ fault }) =>
    `The password was not taken because ${passwordFaultWords.en[String(fault)] ?? 'it is not safe enough'}. Choose another one.`,
  linkEnded: () => 'This link was used or has ended. Ask your administrator for a new one.',
  accountExists: () => 'There is an account with this e-mail. Find the person in the list and give the post there.',
  handOverMissing: () =>
    'The account cannot be ended yet: somebody must take over its work. Choose a colleague in each agency.',
  postAgencyGone: () => 'This post cannot be given: on that day there is no such agency. Choose one that exists then.',
  postHeldAlready: () => 'The person holds this role in this agency already. Choose another role or agency.',
  postDayFaulty: () => 'A post cannot end before the day on which it begins. Choose another day.',
  lastAdministrator: () =>
    'This post cannot be ended: nobody would be administrator any more. Make somebody else administrator first.',
  secretKeyWrong: ({ file }) =>
    `The secret key${file ? ` in ${file}` : ''} is not the one this database was used with. Restore the right file, or name it with --secret-file.`,
  fileMissing: () => 'No file was sent. Choose a file and upload it.',
  fileEmpty: (detail) => `${file(detail)} has no content. Open it on your computer, save it again and upload it.`,
  fileTooLarge: (detail) =>
    `${file(detail)} is larger than the limit of ${size(detail.limit, 'en')}. Remove pictures or split it, then upload it again.`,
  fileTypeUnknown: (detail) =>
    `${file(detail)} is of a type${detail.extension ? ` (.${detail.extension})` : ''} that Tiến Độ cannot read yet. Save it as one of ${knownTypes(detail)} and upload it again.`,
  fileTypeMismatch: (detail) =>
    `${file(detail)} holds something else than its name says${detail.extension ? ` (.${detail.extension})` : ''}, so it cannot be read.${actualKind(detail, 'en')} Open it with the right program, save it as .docx and upload it again.`,
  filePasswordProtected: (detail) =>
    `${file(detail)} has a password, so it cannot be read. Remove the password in Word and upload it again.`,
  fileBroken: (detail) =>
    `${file(detail)} is damaged or was not downloaded whole. Open it on your computer, save it as a new file and upload that, or ask for the original.`,
  fileUnpacksTooLarge: (detail) =>
    `${file(detail)} unpacks to an abnormal size and was refused to protect the server. Open it in Word, remove what is not needed, save it as a new file and upload it again.`,
  fileHasEntities: (detail) =>
    `${file(detail)} declares content from elsewhere, which is not safe, and was refused. Open it in Word, save it as a new file and upload it again.`,
  fileEncodingInvalid: (detail) =>
    `${file(detail)} is neither in Unicode (UTF-8) nor in an old Vietnamese encoding that could be recognised (TCVN3, VNI), so its letters cannot be read. Save it in UTF-8 (Unicode) and upload it again.`,
  fileScanned: (detail) =>
    `${file(detail)} is a picture or a scan in which no letters could be recognised. Scan it again more clearly (200 to 300 dpi, upright), or upload the Word file.`,
  fileTooManyPages: (detail) =>
    `${file(detail)} has ${detail.pages ?? '?'} pages that are pictures, more than the ${detail.limit ?? '?'} that are read at once. Split it into smaller parts and upload them.`,
  fileOldWorkbook: (detail) =>
    `${file(detail)} is an old Excel workbook (.xls), so it cannot be read. Open it in Excel, save it as .xlsx and upload it again.`,
  recognitionMissing: (detail) =>
    `${file(detail)} consists of pictures of pages, but the server does not have ${detail.what === 'vie' ? 'the Vietnamese data of the recognition program Tesseract' : 'the recognition program Tesseract'}. Ask your administrator to install it (apt-get install tesseract-ocr tesseract-ocr-vie) and upload it again, or upload the Word file.`,
  fileFontsUnreadable: (detail) =>
    `${file(detail)} uses fonts that do not say which letters they show, so its text cannot be read rightly. Upload the Word file, or export the PDF again from Word.`,
  fileNothingFound: (detail) =>
    `${file(detail)} can be read but holds no document number, no target and no task. Check that it is the document you meant and upload it again.`,
  fileSecret: ({ secrecy }) =>
    `This file is marked as a state secret${secrecyIn(secrecy, 'en')} and must not be here; neither its content nor its name or title was kept. Handle it as the law on state secrets says; if it has been declassified, upload a copy without the mark.`,
  fileTakesTooLong: (detail) =>
    `${file(detail)} was not read within ${detail.seconds ?? 60} seconds, so reading was stopped. Split it into smaller parts and upload them.`,
  pageNotDrawn: (detail) =>
    `Page ${detail.page ?? ''} of the original file cannot be drawn. Look at the document as text, or download the original file.`,
  importCancelled: () => 'The upload was cancelled and nothing was saved. Upload the file again if you still need it.',
  importInterrupted: () =>
    'The upload was interrupted because the connection broke or the server restarted; nothing was saved. Upload the file again.',
  agencyNamesFaulty: () =>
    'An agency needs one official name at a time, and each end must come after its beginning. Correct the days and save again.',
  groupFaulty: ({ reason, ...detail }) =>
    `The group was not saved: ${groupFaultWords(String(reason), detail, 'en')}. Correct that and save again.`,
  changedMeanwhile: ({ name, at }) =>
    `${name ?? 'Somebody'} changed this${at ? ` on ${formatMoment(String(at), 'en')}` : ''}, after you opened it, so nothing was saved. Look at it again and repeat the step if it is still needed.`,
  notPossibleNow: () =>
    'This cannot be done in the present state of the document or the finding. Look at its state and choose another step.',
  findingBlocked: ({ reason }) =>
    `It cannot be accepted yet because ${blockerWords.en[String(reason)] ?? 'something stands against it'}. Complete it and accept it then.`,
  documentBlocked: ({ count }) =>
    `The document cannot be issued yet: ${count ?? 'some'} tasks have no certain lead agency or no readable time. Settle those at the top of the list first.`,
  findingsUndecided: ({ count }) =>
    `The document cannot be issued yet: ${count ?? 'some'} findings have not been reviewed. Accept or reject them, or choose “Accept all the rest”.`,
  notNeighbours: () =>
    'Only findings of one kind that stand next to each other in the text can be joined. Choose neighbouring findings.',
  nothingToUndo: () =>
    'You have done nothing on this document that can be taken back. Correct the finding itself instead.',
  issueDayMissing: () =>
    'The document was not issued: it has no date, so nobody knows from which day it is in force. Write that day and issue it.',
  reasonMissing: ({ about }) =>
    about === 'account'
      ? 'This decision needs a reason, since it takes something away or keeps an account that is remarkable. Write the reason and try again.'
      : 'This is in force, so it can only be set right with a reason. Write the reason and save again.',
  workMoved: () =>
    'The agencies of this cannot be changed: a reorganisation has moved its work. Write a new reorganisation, or undo that one first.',
  reorganisationFaulty: ({ count }) =>
    `It cannot be carried out yet: the event is incomplete or contradictory in ${count ?? 'some'} places. Correct those named at the top of the page first.`,
  reorganisationUndecided: ({ count }) =>
    `It cannot be carried out yet: for ${count ?? 'some'} pieces of work nobody has said which agency takes them. Choose an agency for each first.`,
  reorganisationGrown: ({ seen, now }) =>
    `Since the rehearsal the rows to move have changed from ${seen ?? '?'} to ${now ?? '?'}, so nothing was moved. Look at the rehearsal again and confirm once more.`,
  reorganisationOutOfOrder: ({ name }) =>
    `It cannot be carried out yet: the earlier reorganisation${name ? ` “${name}”` : ''} still has work to bring to these agencies. Carry that one out first.`,
  reorganisationRestedOn: (detail) =>
    `It cannot be undone because something rests on it since${restsOn(detail, 'en')}. Undo that first, or write a new reorganisation.`,
  reorganisationWithoutOrigin: () =>
    'It could not be saved: a new agency takes over from nobody. Add a line that moves work to the new agency.',
  dutiesReported: ({ count }) =>
    `This cannot be done: something has been reported, attached or asked about ${count ?? 'some'} duties that the document gave. Amend or withdraw the document from a day on, so that what was reported stays.`,
  dutyReturnIsLate: ({ days }) =>
    `More than ${days ?? 'the set number of'} working days have passed since it was given, so the agency cannot return it by itself. Ask the coordinator to give it to another agency.`,
  dutyThereAlready: () => 'The agency you chose has this duty already. Choose another one.',
  officerNotThere: () =>
    'The person you chose has no post as officer or head in the agency that has this duty. Choose somebody of the agency.',
  agencyNotBelow: () => 'A part can only be handed to an agency below. Choose one of those in the list.',
  agencyEnded: () => 'This agency is no more, or is not there yet. Give it to one that is at work.',
  dutyDueNeeded: () =>
    'The document does not say how long there is from this event on. Enter the day by which it must be done and save again.',
  dutyDueBeyond: ({ due }) =>
    `A step or part must be due within the whole${due ? ` (${formatDate(String(due))})` : ''}. Choose an earlier day, or say why it is due after that.`,
  dutiesNotJoinable: () =>
    'Only two open duties of one agency that come from different findings can be joined, and only what was joined can be separated. Choose again.',
  draftElsewhere: ({ at }) =>
    `You have another draft about this duty${at ? `, saved at ${formatMoment(String(at), 'en')}` : ''}, so this one was not saved. Open the other and go on there, or send or drop it and save again.`,
  progressClosed: ({ stage }) =>
    `This update was ${{ submitted: 'submitted', sent: 'sent', dropped: 'dropped' }[String(stage)] ?? 'passed on'} elsewhere and takes no more. What you typed is still on the page: copy it into a new update.`,
  progressIncomplete: ({ reason }) =>
    `This cannot be sent yet because ${gapWords.en[String(reason)] ?? 'something is missing'}. Add it and send it again.`,
  fileHoldsMarkup: (detail) =>
    `${file(detail)} holds the code of a web page (HTML, SVG or a script) and is not taken as evidence. Save it as PDF or as a picture and upload it again.`,
  tooMuchEvidence: ({ limit }) =>
    `There are ${limit ?? 'as many'} pieces of evidence already, which is all that is allowed. Put files together, or remove some from the draft and add it again.`,
  dueAskedAlready: () =>
    'Another deadline has been asked for already and waits for its decision. Wait for that, or withdraw it and ask again.',
  dueAskedLate: () =>
    'The deadline has passed, so the agency can no longer ask for another. Ask the coordinating agency to adjust it.',
  ...accountRefusals.en,
  ...failureRefusals.en,
  ...uploadRefusals.en,
  ...roundRefusals.en,
  ...documentRefusals.en,
  ...archiveRefusals.en,
  ...figureListRefusals.en,
  formulaFaulty: (detail) => formulaFaultSentence(detail, 'en'),
  cellsUnexplained: ({ count }) =>
    `${count ?? 'Some'} unusual figures have no reason yet. Correct each or say why it stands, then send again.`,
  correctionAskedAlready: () =>
    'A correction of this figure has been asked for already and waits for its decision. Wait for that, or withdraw it and ask again.',
  figureComputed: () =>
    'This figure follows from others by a formula, so it is not corrected by itself. Ask for a correction of the figures it follows from; this one is then computed anew.',
  calendarDayFaulty: ({ fault }) => dayFaultSentence(fault, 'en'),
};

const sentences: Record<Language, Record<RefusalCode, Sentence>> = { vi, en };

/** The sentence a person reads, filled from the refusal's detail. */
export const refusalSentence = (code: RefusalCode, detail: Detail, language: Language): string =>
  squeeze(sentences[language][code](detail));
