import type { Language } from './format.ts';

type Sentence = (detail: Record<string, string | number>) => string;
type Refused = 'pdfMissing';

/** What the making of official documents refuses. */
export const documentRefusals: Record<Language, Record<Refused, Sentence>> = {
  vi: {
    pdfMissing: () =>
      'Máy chủ chưa cài LibreOffice nên chưa xuất được .pdf. Hãy tải bản .docx rồi lưu thành PDF trong Word, hoặc đề nghị quản trị hệ thống cài LibreOffice.',
  },
  en: {
    pdfMissing: () =>
      'LibreOffice is not installed on the server, so no .pdf can be made. Download the .docx and save it as PDF in Word, or have the administrator install LibreOffice.',
  },
};
