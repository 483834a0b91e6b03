import type { Language } from './format.ts';

type Detail = Record<string, string | number>;

/** Why a formula of an indicator cannot be kept. */
const sentences: Record<Language, Record<string, (detail: Detail) => string>> = {
  vi: {
    circle: ({ name }) => `Công thức đi vòng: ${name ?? ''}. Hãy sửa để không chỉ tiêu nào được tính từ chính nó.`,
    unknown: ({ name }) =>
      `Công thức nêu chỉ tiêu “${name ?? ''}” không có trong danh mục. Hãy ghi mã chỉ tiêu trong ngoặc nhọn.`,
    unreadable: ({ at, found }) =>
      `Không đọc được công thức từ ký tự thứ ${Number(at ?? 0) + 1}${found ? ` (“${found}”)` : ''}. Công thức gồm số, + - * / ( ) và mã chỉ tiêu trong ngoặc nhọn.`,
  },
  en: {
    circle: ({ name }) =>
      `The formula goes in a circle: ${name ?? ''}. Change it so that no indicator is computed from itself.`,
    unknown: ({ name }) =>
      `The formula names the indicator “${name ?? ''}”, which is not in the catalogue. Write an indicator's id in braces.`,
    unreadable: ({ at, found }) =>
      `The formula cannot be read from character ${Number(at ?? 0) + 1} on${found ? ` (“${found}”)` : ''}. It is made of numbers, + - * / ( ) and ids of indicators in braces.`,
  },
};

export const formulaFaultSentence = (detail: Detail, language: Language): string =>
  (sentences[language][String(detail.reason)] ?? sentences[language].unreadable)?.(detail) ?? '';
