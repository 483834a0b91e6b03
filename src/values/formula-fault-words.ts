import type { Language } from './format.ts';

type Detail = Record<string, string | number>;

/** Why a rule of an indicator, how it is computed or aggregated, cannot be kept. */
const sentences: Record<Language, Record<string, (detail: Detail) => string>> = {
  vi: {
    circle: ({ name }) => `Công thức đi vòng: ${name ?? ''}. Hãy sửa để không chỉ tiêu nào được tính từ chính nó.`,
    unknown: ({ name }) =>
      `Công thức nêu chỉ tiêu “${name ?? ''}” không có trong danh mục. Hãy ghi mã chỉ tiêu trong ngoặc nhọn.`,
    units: ({ one, other }) =>
      `Công thức cộng, trừ những số khác đơn vị tính: ${one ?? ''} và ${other ?? ''}. Hãy nhân với hệ số quy đổi.`,
    notSummed: () =>
      'Tỷ lệ, tốc độ và thứ hạng của các đơn vị không cộng được. Hãy chọn bình quân gia quyền, số mới nhất hoặc không tổng hợp.',
    weightMissing: () =>
      'Bình quân gia quyền cần một chỉ tiêu khác trong danh mục làm quyền số. Hãy chọn, ví dụ dân số.',
    weightRelative: ({ name }) =>
      `“${name ?? ''}” là tỷ lệ hoặc chỉ số nên không làm quyền số được. Hãy chọn một chỉ tiêu quy mô hoặc số lượng.`,
    unreadable: ({ at, found }) =>
      `Không đọc được công thức từ ký tự thứ ${Number(at ?? 0) + 1}${found ? ` (“${found}”)` : ''}. Công thức gồm số, + - * / ( ) và mã chỉ tiêu trong ngoặc nhọn.`,
  },
  en: {
    circle: ({ name }) =>
      `The formula goes in a circle: ${name ?? ''}. Change it so that no indicator is computed from itself.`,
    unknown: ({ name }) =>
      `The formula names the indicator “${name ?? ''}”, which is not in the catalogue. Write an indicator's id in braces.`,
    units: ({ one, other }) =>
      `The formula adds up numbers of different units: ${one ?? ''} and ${other ?? ''}. Multiply by what turns one into the other.`,
    notSummed: () =>
      'Shares, growths and ranks of agencies do not add up. Choose the weighted mean, the latest, or not to aggregate.',
    weightMissing: () =>
      'A weighted mean needs another indicator of the catalogue as its weight. Choose one, such as population.',
    weightRelative: ({ name }) =>
      `“${name ?? ''}” is a share or an index and cannot be a weight. Choose an indicator that is counted or measured.`,
    unreadable: ({ at, found }) =>
      `The formula cannot be read from character ${Number(at ?? 0) + 1} on${found ? ` (“${found}”)` : ''}. It is made of numbers, + - * / ( ) and ids of indicators in braces.`,
  },
};

export const formulaFaultSentence = (detail: Detail, language: Language): string =>
  (sentences[language][String(detail.reason)] ?? sentences[language].unreadable)?.(detail) ?? '';
