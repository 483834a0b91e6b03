import type { EnvelopeFault } from './envelope.ts';
import type { Language } from './format.ts';
import { formatDate } from './plain-date.ts';

type Sentence = (detail: Record<string, string | number>) => string;
type Refused =
  | 'envelopeFaulty'
  | 'pdfMissing'
  | 'planWordsUnread'
  | 'stocktakeAhead'
  | 'boundariesUnread'
  | 'templateBroken'
  | 'templateDayPast'
  | 'documentSecret'
  | 'nothingToPublish';

const boundaryFaults: Record<Language, Record<string, string>> = {
  vi: {
    notJson: 'tệp không phải JSON',
    notFeatures: 'tệp không phải FeatureCollection của GeoJSON',
    empty: 'tệp không có hình nào',
    tooMany: 'tệp có quá nhiều hình',
    tooFine: 'tệp có quá nhiều điểm, hãy giản lược đường ranh giới',
    notDegrees:
      'tọa độ không phải kinh độ, vĩ độ trong lãnh thổ Việt Nam (VN-2000 tính bằng mét cần chuyển sang WGS 84)',
    noPlaces: 'không mã nào khớp với đơn vị hành chính của cấp và ngày đã chọn',
  },
  en: {
    notJson: 'the file is no JSON',
    notFeatures: 'the file is no FeatureCollection of GeoJSON',
    empty: 'the file holds no feature',
    tooMany: 'the file holds too many features',
    tooFine: 'the file holds too many points, simplify its lines',
    notDegrees: 'its coordinates are not longitude and latitude within Việt Nam (turn VN-2000 in metres into WGS 84)',
    noPlaces: 'no code is that of a place of the chosen tier and day',
  },
};

const isFault = (reason: unknown): reason is EnvelopeFault => typeof reason === 'string' && reason in faults.vi;
const faults: Record<Language, Record<EnvelopeFault, string>> = {
  vi: {
    foreign: 'Tệp này không phải gói tin edXML theo QCVN 102:2016/BTTTT',
    noHeader: 'Gói tin edXML thiếu phần thông tin chung của văn bản (MessageHeader)',
    status: 'Đây là gói tin báo trạng thái xử lý, không chứa văn bản',
    empty: 'Gói tin edXML không có tệp văn bản nào kèm theo',
    incomplete: 'Gói tin edXML thiếu một tệp, hoặc tệp trong đó bị hỏng',
    tooMany: 'Gói tin edXML kèm quá nhiều tệp',
    twoMains: 'Gói tin edXML có hai tệp cùng được ghi là văn bản chính',
  },
  en: {
    foreign: 'This file is no edXML envelope of QCVN 102:2016/BTTTT',
    noHeader: 'The edXML envelope has no header of a document (MessageHeader)',
    status: 'This envelope tells of a state of work and holds no document',
    empty: 'No document is attached in the edXML envelope',
    incomplete: 'A file of the edXML envelope is missing or damaged',
    tooMany: 'The edXML envelope holds too many files',
    twoMains: 'Two files of the edXML envelope are both called the main document',
  },
};
const envelopeFault = (reason: unknown, language: Language): string =>
  faults[language][isFault(reason) ? reason : 'incomplete'];

/** What the making of official documents refuses, and the envelopes that they travel in. */
export const documentRefusals: Record<Language, Record<Refused, Sentence>> = {
  vi: {
    documentSecret: () =>
      'Văn bản có dấu mật nên không được công khai. Nếu văn bản đã được giải mật, hãy nạp bản không còn dấu mật rồi công khai bản ấy.',
    nothingToPublish: () =>
      'Không còn chỉ tiêu hay nhiệm vụ nào để công khai: tất cả đang được giữ lại hoặc có nêu tên cá nhân. Hãy bỏ giữ lại ít nhất một nội dung.',
    envelopeFaulty: ({ reason, file }) =>
      `${envelopeFault(reason, 'vi')}${file ? ` (${file})` : ''}. Hãy đề nghị nơi gửi gửi lại, hoặc lấy tệp văn bản ra rồi tải tệp ấy lên.`,
    pdfMissing: () =>
      'Máy chủ chưa cài LibreOffice nên chưa xuất được .pdf. Hãy tải bản .docx rồi lưu thành PDF trong Word, hoặc đề nghị quản trị hệ thống cài LibreOffice.',
    stocktakeAhead: ({ day }) =>
      `Cuộc kiểm điểm${day === undefined ? '' : ` ghi họp ngày ${formatDate(String(day))},`} chưa đến ngày họp nên chưa kết thúc được. Hãy sửa ngày họp nếu cuộc họp đã diễn ra.`,
    planWordsUnread: ({ name }) =>
      `Chưa hiểu giá trị hoặc thời hạn ghi ở ${name === undefined ? 'một dòng' : `dòng “${name}”`}, nên chưa xuất được văn bản. Hãy viết lại dòng ấy (ví dụ “98% trở lên”, “Quý II/2027”) hoặc bỏ khỏi dự thảo.`,
    boundariesUnread: ({ reason }) =>
      `Chưa nạp được ranh giới: ${boundaryFaults.vi[String(reason)] ?? 'không đọc được tệp'}. Cần một tệp GeoJSON (FeatureCollection) có kinh độ, vĩ độ và mã đơn vị hành chính trong thuộc tính.`,
    templateBroken: ({ name }) =>
      `${name === undefined ? 'Mẫu văn bản' : `Mẫu “${name}”`} có chỗ điền bị hỏng nên không dùng được. Hãy tải mẫu về, sửa trong Word rồi tải lên lại, hoặc đưa về thể thức chuẩn ở trang Mẫu văn bản.`,
    templateDayPast: () =>
      'Mẫu chỉ áp dụng được từ hôm nay trở đi: văn bản của những ngày trước giữ mẫu đã dùng khi ấy. Hãy chọn ngày khác.',
  },
  en: {
    documentSecret: () =>
      'The document bears a mark of state secrecy and is not published. If it has been declassified, load the version without the mark and publish that.',
    nothingToPublish: () =>
      'Nothing would be published: everything is kept back or names a person. Release at least one target or task.',
    envelopeFaulty: ({ reason, file }) =>
      `${envelopeFault(reason, 'en')}${file ? ` (${file})` : ''}. Ask the sender to send it again, or take the document out of it and upload that.`,
    pdfMissing: () =>
      'LibreOffice is not installed on the server, so no .pdf can be made. Download the .docx and save it as PDF in Word, or have the administrator install LibreOffice.',
    stocktakeAhead: ({ day }) =>
      `The day of the stocktake${day === undefined ? '' : `, ${formatDate(String(day))},`} is still to come, so it cannot be closed. Change its day if it has taken place.`,
    planWordsUnread: ({ name }) =>
      `The value or time in ${name === undefined ? 'a row' : `the row “${name}”`} is not understood, so no document can be made yet. Write it in another way (“98% trở lên”, “Quý II/2027”) or leave the row out.`,
    boundariesUnread: ({ reason }) =>
      `The boundaries could not be loaded: ${boundaryFaults.en[String(reason)] ?? 'the file cannot be read'}. A GeoJSON file (FeatureCollection) in longitude and latitude is needed, with the codes of places among the properties.`,
    templateBroken: ({ name }) =>
      `${name === undefined ? 'The template' : `The template “${name}”`} has broken placeholders and cannot be used. Download it, mend it in Word and upload it again, or go back to the standard form on the page Templates.`,
    templateDayPast: () =>
      'A template can be put into force from today on: documents of earlier days keep the one they were made with. Choose another day.',
  },
};
