import { formatPercent, type Language } from './format.ts';
import { type DoubtReason, type Note, type NoteCode, noteSeverity, type Severity } from './note.ts';

/** What a note says: on the screen, in the terminal, in exported lists. */

type Words = { [language in Language]: string };

const plain: Record<NoteCode, Words> = {
  numberMissing: {
    vi: 'Không đọc thấy số, ký hiệu của văn bản.',
    en: 'The document’s number was not found.',
  },
  issuerMissing: { vi: 'Không đọc thấy cơ quan ban hành.', en: 'The issuing body was not found.' },
  dateMissing: { vi: 'Không đọc thấy ngày ban hành.', en: 'The date of issue was not found.' },
  titleMissing: { vi: 'Không đọc thấy trích yếu.', en: 'The title was not found.' },
  kindUnknown: { vi: 'Chưa rõ loại văn bản.', en: 'The kind of document is not clear.' },
  periodUnknown: {
    vi: 'Chưa rõ văn bản đặt chỉ tiêu cho những năm nào.',
    en: 'It is not clear for which years the document sets targets.',
  },
  pageNotRead: {
    vi: 'Trang này là ảnh chưa đọc được; những gì trên đó không có trong kết quả.',
    en: 'This page is a picture that was not read; what stands on it is missing here.',
  },
  tableNotUnderstood: {
    vi: 'Bảng này chưa hiểu được nên không lấy gì từ đó.',
    en: 'This table was not understood, so nothing was taken from it.',
  },
  columnNotUnderstood: {
    vi: 'Có cột chưa hiểu được tiêu đề.',
    en: 'The heading of a column was not understood.',
  },
  timeNotUnderstood: {
    vi: 'Thời hạn của nhiệm vụ này chưa hiểu được.',
    en: 'The time of this task was not understood.',
  },
  leadMissing: {
    vi: 'Dòng này của bảng không nêu cơ quan chủ trì.',
    en: 'This table row names no body that leads.',
  },
  agencyUnknown: {
    vi: 'Tên này không giống tên một cơ quan, đơn vị.',
    en: 'This does not look like the name of a public body.',
  },
  rowIncomplete: {
    vi: 'Dòng này của bảng thiếu ô mà các dòng khác đều có.',
    en: 'This table row lacks a cell that the other rows have.',
  },
  spellingSuspected: { vi: 'Có thể có chữ viết hoặc đọc sai.', en: 'A word may be misspelt or misread.' },
  figureSuspected: {
    vi: 'Có chữ cái lẫn trong con số; con số có thể đã bị đọc sai.',
    en: 'A letter stands inside a number; the number may have been misread.',
  },
  dateImpossible: { vi: 'Không có ngày, tháng này trong lịch.', en: 'There is no such day or month.' },
  yearOutOfRange: {
    vi: 'Năm này nằm ngoài thời kỳ của văn bản.',
    en: 'This year lies outside the document’s period.',
  },
  yearUnknown: {
    vi: 'Không rõ phải đạt vào năm nào: cả câu, đề mục và văn bản đều không nói.',
    en: 'By which year is not known: neither the sentence, its heading nor the document says so.',
  },
  unitMissing: { vi: 'Con số không có đơn vị tính.', en: 'The number has no unit.' },
  valueImpossible: { vi: 'Giá trị này không thể có.', en: 'This value cannot be.' },
  rangeReversed: { vi: 'Khoảng giá trị bị ngược: số đầu lớn hơn số cuối.', en: 'The range is upside down.' },
  baselineUnchanged: {
    vi: 'Chỉ tiêu bằng đúng giá trị của kỳ trước.',
    en: 'The target equals the figure of the period before.',
  },
  partsNotHundred: {
    vi: 'Các phần của cơ cấu này cộng lại không bằng 100%.',
    en: 'The parts of this structure do not add up to 100%.',
  },
  valuesDiffer: {
    vi: 'Văn bản này đặt cho cùng một chỉ tiêu những giá trị khác nhau.',
    en: 'This document sets different values for the same target.',
  },
  duplicated: {
    vi: 'Mục này được nêu lại nguyên văn ở chỗ khác.',
    en: 'This is said again, word for word, elsewhere.',
  },
  nameCut: {
    vi: 'Tên chỉ tiêu có vẻ chưa trọn hoặc thừa chữ; hãy so với câu gốc.',
    en: 'The name seems cut off or too long; compare it with the sentence.',
  },
  scanDoubtful: {
    vi: 'Con số hoặc ngày này đọc từ ảnh chưa chắc chắn; hãy so với bản gốc.',
    en: 'This number or date was read from a picture without certainty; compare it with the page.',
  },
  readingUncertain: { vi: 'Chưa chắc đã đọc đúng.', en: 'This may not have been read rightly.' },
  envelopeNumberDiffers: {
    vi: 'Số, ký hiệu đọc được khác với gói tin edXML.',
    en: 'The number that was read differs from that of the edXML envelope.',
  },
  envelopeDayDiffers: {
    vi: 'Ngày ban hành đọc được khác với gói tin edXML.',
    en: 'The date of issue that was read differs from that of the edXML envelope.',
  },
  envelopeIssuerDiffers: {
    vi: 'Cơ quan ban hành đọc được khác với nơi gửi của gói tin edXML.',
    en: 'The issuing body that was read is not the sender of the edXML envelope.',
  },
  envelopeSubjectDiffers: {
    vi: 'Trích yếu đọc được khác với gói tin edXML.',
    en: 'The title that was read differs from that of the edXML envelope.',
  },
  envelopeHoldsMore: {
    vi: 'Gói tin edXML còn tệp khác, mở được ở mục Thông tin; chỉ tiêu, nhiệm vụ trong đó chưa được đọc. Nếu cần theo dõi, hãy nạp riêng.',
    en: 'The edXML envelope holds other files, which open from the tab About; no targets or tasks were read in them. Upload those that matter on their own.',
  },
};

const reasons: Record<DoubtReason, Words> = {
  nameShort: { vi: 'tên chỉ tiêu quá chung', en: 'the name is too general' },
  tableOdd: {
    vi: 'cột tên của bảng này có cả con số: có thể các cột bị lệch',
    en: 'the column of names holds figures: the columns may be out of place',
  },
  shareUnnamed: { vi: 'tỷ lệ chưa rõ của cái gì', en: 'it is not clear of what it is a share' },
  goesOn: { vi: 'câu còn nói tiếp sau chỗ đã đọc', en: 'the sentence goes on behind what was read' },
  nameLong: { vi: 'tên dài bất thường', en: 'the name is unusually long' },
  nameOdd: { vi: 'tên có vẻ bị cắt hoặc lẫn lời khác', en: 'the name seems cut, or has other words in it' },
  comparatorUnread: {
    vi: 'có từ so sánh (ít nhất, trên, khoảng …) chưa hiểu',
    en: 'a comparison (at least, over, about …) was not understood',
  },
  changeUnclear: {
    vi: 'chưa rõ là đạt mức, tăng hay giảm',
    en: 'it is not clear whether to reach, to grow by or to fall by it',
  },
  countsAdded: {
    vi: 'chưa rõ là tổng số hay số làm thêm',
    en: 'it is not clear whether the number is a total or what is added',
  },
  unitUnusual: { vi: 'đơn vị tính lạ', en: 'the unit is unusual' },
  yearBorrowed: {
    vi: 'năm lấy từ đề mục hoặc thời kỳ, không có trong câu',
    en: 'the year comes from a heading or the period, not from the sentence',
  },
  severalYears: { vi: 'đoạn văn nêu nhiều năm', en: 'the paragraph names several years' },
  otherNumbers: { vi: 'trong câu còn có số khác', en: 'other numbers stand in the sentence' },
  allowance: {
    vi: 'có thể là mức hỗ trợ, kinh phí chứ không phải chỉ tiêu',
    en: 'it may be an allowance or a cost, not a target',
  },
  fewTargets: {
    vi: 'con số nằm trong câu văn, không trong danh mục chỉ tiêu',
    en: 'the number stands in running text, not in a list of targets',
  },
  outsideTargets: { vi: 'nằm ngoài phần về chỉ tiêu', en: 'it stands outside the part on targets' },
  noAction: { vi: 'câu không mở đầu bằng một việc phải làm', en: 'it does not begin with a piece of work' },
  opensWithCondition: {
    vi: 'câu mở đầu bằng căn cứ, điều kiện hoặc thời gian',
    en: 'it begins with a ground, a condition or a time',
  },
  doersUnread: { vi: 'chưa rõ cơ quan nào làm', en: 'it is not clear which body does it' },
  coordUnread: { vi: 'chưa đọc hết cơ quan phối hợp', en: 'the coordinating bodies were not all read' },
  timeInText: {
    vi: 'trong câu có thời gian chưa ghi thành thời hạn',
    en: 'a time in the sentence was not taken as its deadline',
  },
  manyDoers: { vi: 'nêu nhiều cơ quan một lúc', en: 'it names many bodies at once' },
  taskShort: { vi: 'rất ngắn', en: 'it is very short' },
  introduces: { vi: 'chỉ mở đầu cho các ý dưới', en: 'it only introduces what stands below' },
  cutStart: { vi: 'thiếu phần đầu câu', en: 'its beginning is missing' },
  everybody: { vi: 'giao chung cho nhiều cơ quan không nêu tên', en: 'it is for bodies that are not named' },
  statement: { vi: 'có thể là nhận định hoặc quy định chung', en: 'it may be a statement or a general rule' },
  ruleDocument: {
    vi: 'văn bản là quy hoạch, quy định hoặc tiêu chí, không phải kế hoạch',
    en: 'the document sets rules or zones and is no plan',
  },
  headerIncomplete: { vi: 'văn bản có thể thức lạ', en: 'the document has an unusual form' },
  neighboursUnsure: {
    vi: 'nhiều mục khác của văn bản cũng đọc chưa chắc',
    en: 'many other findings of the document are uncertain, too',
  },
};

const severityWords: Record<Severity, Words> = {
  error: { vi: 'Có thể sai', en: 'Probably wrong' },
  warning: { vi: 'Cần xem lại', en: 'To be checked' },
  info: { vi: 'Nên biết', en: 'Good to know' },
};

export const severityWord = (severity: Severity, language: Language): string => severityWords[severity][language];

/** What is odd, without the words it is about. */
export function noteSentence({ code, reasons: why }: Pick<Note, 'code' | 'reasons'>, language: Language): string {
  const sentence = plain[code][language];
  return why.length === 0
    ? sentence
    : `${sentence.slice(0, -1)}: ${why.map((one) => reasons[one][language]).join('; ')}.`;
}

/** “chì tiêu” → “chỉ tiêu”; undefined where the note quotes nothing. */
export function noteQuote({ detail, suggestion }: Pick<Note, 'detail' | 'suggestion'>): string | undefined {
  if (detail === null) return suggestion === null ? undefined : `→ “${suggestion}”`;
  return suggestion === null ? `“${detail}”` : `“${detail}” → “${suggestion}”`;
}

/** A note in one line, its weight first. */
export function noteLine(note: Pick<Note, 'code' | 'detail' | 'suggestion' | 'reasons'>, language: Language): string {
  const quote = noteQuote(note);
  const weight = severityWord(noteSeverity[note.code], language);
  return `${weight}: ${noteSentence(note, language)}${quote === undefined ? '' : ` ${quote}`}`;
}

/** "97%". */
export const confidenceWord = (confidence: number, language: Language): string => formatPercent(confidence, language);
