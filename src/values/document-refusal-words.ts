import type { Language } from './format.ts';

type Sentence = (detail: Record<string, string | number>) => string;
type Refused = 'pdfMissing' | 'planWordsUnread' | 'templateBroken' | 'templateDayPast';

/** What the making of official documents refuses. */
export const documentRefusals: Record<Language, Record<Refused, Sentence>> = {
  vi: {
    pdfMissing: () =>
      'Máy chủ chưa cài LibreOffice nên chưa xuất được .pdf. Hãy tải bản .docx rồi lưu thành PDF trong Word, hoặc đề nghị quản trị hệ thống cài LibreOffice.',
    planWordsUnread: ({ name }) =>
      `Chưa hiểu giá trị hoặc thời hạn ghi ở ${name === undefined ? 'một dòng' : `dòng “${name}”`}, nên chưa xuất được văn bản. Hãy viết lại dòng ấy (ví dụ “98% trở lên”, “Quý II/2027”) hoặc bỏ khỏi dự thảo.`,
    templateBroken: ({ name }) =>
      `${name === undefined ? 'Mẫu văn bản' : `Mẫu “${name}”`} có chỗ điền bị hỏng nên không dùng được. Hãy tải mẫu về, sửa trong Word rồi tải lên lại, hoặc đưa về thể thức chuẩn ở trang Mẫu văn bản.`,
    templateDayPast: () =>
      'Mẫu chỉ áp dụng được từ hôm nay trở đi: văn bản của những ngày trước giữ mẫu đã dùng khi ấy. Hãy chọn ngày khác.',
  },
  en: {
    pdfMissing: () =>
      'LibreOffice is not installed on the server, so no .pdf can be made. Download the .docx and save it as PDF in Word, or have the administrator install LibreOffice.',
    planWordsUnread: ({ name }) =>
      `The value or time in ${name === undefined ? 'a row' : `the row “${name}”`} is not understood, so no document can be made yet. Write it in another way (“98% trở lên”, “Quý II/2027”) or leave the row out.`,
    templateBroken: ({ name }) =>
      `${name === undefined ? 'The template' : `The template “${name}”`} has broken placeholders and cannot be used. Download it, mend it in Word and upload it again, or go back to the standard form on the page Templates.`,
    templateDayPast: () =>
      'A template can be put into force from today on: documents of earlier days keep the one they were made with. Choose another day.',
  },
};
