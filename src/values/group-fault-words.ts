import type { Language } from './format.ts';

type Detail = Record<string, string | number>;

/** What speaks against a group of agencies; the codes are those of registry/group-edit.ts. `part` counts from 1. */
const words: Record<Language, Record<string, (detail: Detail) => string>> = {
  vi: {
    nameTaken: ({ other }) => `đã có nhóm “${other}” mang tên này`,
    noSpelling: () => 'chưa có cách viết nào trong văn bản',
    spellingEmpty: ({ text }) => `cách viết “${text}” không có từ nào cho biết là những đơn vị nào`,
    spellingTaken: ({ text, other }) => `cách viết “${text}” đã thuộc nhóm “${other}”`,
    noPart: () => 'nhóm gồm mọi thành viên mà chưa có thành phần nào',
    partEmpty: ({ part }) => `thành phần ${part} chưa chọn loại đơn vị nào`,
    profileUnknown: ({ part, text }) => `thành phần ${part} nêu loại “${text}” không có trong danh mục đơn vị`,
  },
  en: {
    nameTaken: ({ other }) => `there is a group “${other}” of this name`,
    noSpelling: () => 'it has no spelling by which documents call it',
    spellingEmpty: ({ text }) => `the spelling “${text}” has no word that says who is meant`,
    spellingTaken: ({ text, other }) => `the spelling “${text}” belongs to the group “${other}”`,
    noPart: () => 'all members are meant, but no part says who they are',
    partEmpty: ({ part }) => `part ${part} names no kind of agency`,
    profileUnknown: ({ part, text }) => `part ${part} names the kind “${text}”, which the register does not have`,
  },
};

const unknown: Record<Language, string> = { vi: 'nội dung chưa hợp lệ', en: 'it is not valid yet' };

export const groupFaultWords = (code: string, detail: Detail, language: Language): string =>
  words[language][code]?.(detail) ?? unknown[language];
