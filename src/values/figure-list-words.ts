import { formatNumber, type Language } from './format.ts';

type Detail = Record<string, string | number>;
type Sentence = (detail: Detail) => string;

/** What is wrong with a row of a list of figures, and what to do; the codes are those of registry/figure-import.ts. */
const rowFaults: Record<Language, Record<string, Sentence>> = {
  vi: {
    agencyMissing: () => 'Dòng không nêu cơ quan. Hãy điền tên hoặc mã cơ quan.',
    agencyUnknown: () =>
      'Không có cơ quan nào mang tên này trong kỳ đó. Hãy ghi đúng tên trong danh mục hoặc mã cơ quan.',
    agencyUnsure: ({ name }) => `Tên gần giống “${name}” nhưng không khớp. Hãy sửa lại cho đúng tên.`,
    indicatorMissing: () => 'Dòng không nêu chỉ tiêu. Hãy điền tên, mã hoặc mã thống kê của chỉ tiêu.',
    indicatorUnknown: () => 'Danh mục không có chỉ tiêu này. Hãy ghi đúng tên, mã hoặc mã thống kê.',
    indicatorAmbiguous: ({ names }) => `Nhiều chỉ tiêu cùng có tên này. Hãy ghi mã: ${names}.`,
    indicatorComputed: () =>
      'Chỉ tiêu này được tính từ các số thành phần đã có của kỳ nên không nhập trực tiếp. Hãy bỏ dòng này.',
    indicatorWithoutNumber: () => 'Chỉ tiêu này không đo bằng số. Hãy bỏ dòng này.',
    periodMissing: () => 'Dòng không nêu kỳ số liệu. Hãy điền, ví dụ “tháng 3/2026”.',
    periodUnreadable: () =>
      'Không đọc được kỳ số liệu. Hãy ghi như “tháng 3/2026”, “quý I/2026”, “6 tháng đầu năm 2026”, “2026”.',
    periodNotOver: () => 'Kỳ này chưa kết thúc nên chưa có số chính thức. Hãy ghi là số ước hoặc số kế hoạch.',
    spanUnknown: () => 'Không rõ là số trong kỳ hay lũy kế. Hãy ghi “trong kỳ” hoặc “lũy kế”.',
    basisUnknown: () => 'Không rõ loại số liệu. Hãy ghi “kế hoạch”, “ước”, “sơ bộ” hoặc “chính thức”.',
    notANumber: () =>
      'Ô này không phải là số. Hãy ghi số như 1.234,5, hoặc “-” nếu không phát sinh, “…” nếu chưa có số liệu.',
    unitUnknown: () => 'Đơn vị tính không đổi được sang đơn vị của chỉ tiêu. Hãy đổi số về đơn vị trong danh mục.',
    twice: ({ row }) => `Trùng với dòng ${row}: cùng cơ quan, chỉ tiêu, kỳ và loại số liệu. Hãy giữ lại một dòng.`,
    thereAlready: ({ there }) =>
      `Đã có số liệu khác (${there}). Nếu muốn thay, hãy chọn thay số liệu đã có và ghi lý do.`,
    unusual: () => 'Hãy sửa số, hoặc ghi lý do ở cột giải trình nếu số này đúng.',
  },
  en: {
    agencyMissing: () => 'The row names no agency. Give its name or code.',
    agencyUnknown: () => 'No agency bore this name in that period. Write its name as the register has it, or its code.',
    agencyUnsure: ({ name }) => `This is nearly “${name}”, but not quite. Correct the name.`,
    indicatorMissing: () => 'The row names no indicator. Give its name, code or statistical code.',
    indicatorUnknown: () => 'The catalogue has no such indicator. Give its exact name, code or statistical code.',
    indicatorAmbiguous: ({ names }) => `Several indicators bear this name. Give the code: ${names}.`,
    indicatorComputed: () =>
      'This indicator is computed from its parts, which are there for this period. Leave the row out.',
    indicatorWithoutNumber: () => 'This indicator is not measured by a number. Leave the row out.',
    periodMissing: () => 'The row names no period. Give one, such as “tháng 3/2026”.',
    periodUnreadable: () =>
      'The period cannot be understood. Write “tháng 3/2026”, “quý I/2026”, “6 tháng đầu năm 2026” or “2026”.',
    periodNotOver: () => 'This period is not over, so there can be no final figure. Call it estimated or planned.',
    spanUnknown: () => 'It is not clear whether this is of the period alone or to date. Write “trong kỳ” or “lũy kế”.',
    basisUnknown: () => 'The basis is not clear. Write “kế hoạch”, “ước”, “sơ bộ” or “chính thức”.',
    notANumber: () =>
      'This is no number. Write it as 1.234,5; “-” where nothing happened, “…” where it is not known yet.',
    unitUnknown: () =>
      'The unit cannot be turned into that of the indicator. Give the number in the unit of the catalogue.',
    twice: ({ row }) => `The same agency, indicator, period and basis as row ${row}. Keep one of them.`,
    thereAlready: ({ there }) =>
      `There is another figure already (${there}). To replace it, choose so and give a reason.`,
    unusual: () => 'Correct the number, or give the reason in its column where it is right.',
  },
};

export const rowFaultWords = (code: string, detail: Detail, language: Language): string =>
  rowFaults[language][code]?.(detail) ?? '';

const gapWords: Record<Language, Record<string, string>> = {
  vi: { agency: 'cơ quan', indicator: 'chỉ tiêu', period: 'kỳ số liệu', value: 'giá trị' },
  en: { agency: 'agency', indicator: 'indicator', period: 'period', value: 'value' },
};

function faultyMapping({ columns, gaps }: Detail, language: Language): string {
  const said = String(gaps ?? '')
    .split(', ')
    .map((gap) => gapWords[language][gap] ?? gap)
    .filter((gap) => gap !== '')
    .join(', ');
  if (language === 'vi')
    return columns === undefined
      ? `Chưa chỉ ra cột nào là ${said || 'số liệu'}. Hãy chọn cột hoặc một giá trị chung cho cả tệp.`
      : `Tệp không có cột ${columns}. Hãy chọn lại cột hoặc chọn đúng trang tính.`;
  return columns === undefined
    ? `It is not said which column is: ${said || 'the figures'}. Choose a column, or one value for the whole file.`
    : `The file has no column ${columns}. Choose the columns again, or the right sheet.`;
}

/** Sentences of refusals, as in refusal-words.ts. */
export const figureListRefusals = {
  vi: {
    rowsTooMany: ({ limit }: Detail) =>
      `Tệp có nhiều hơn ${formatNumber(Number(limit ?? 0), 'vi')} số liệu cho một lần nạp. Hãy tách tệp thành các phần nhỏ hơn rồi tải lại.`,
    rowsRefused: ({ rows }: Detail) =>
      `Có ${formatNumber(Number(rows ?? 0), 'vi')} dòng chưa đúng nên chưa ghi số liệu nào. Hãy sửa các dòng đó, hoặc chọn chỉ ghi các dòng đúng.`,
    mappingFaulty: (detail: Detail) => faultyMapping(detail, 'vi'),
    mappingThere: ({ name }: Detail) =>
      `Đã có cách đọc tệp mang tên ${name === undefined ? 'này' : `“${name}”`}. Hãy đặt tên khác, hoặc mở cách đọc đó ra để sửa.`,
    workbookForeign: ({ name }: Detail) =>
      `${name === undefined ? 'Tệp này' : `Tệp “${name}”`} không phải là biểu tải về từ phần mềm, hoặc phần ẩn của biểu đã hỏng. Hãy tải biểu mới, chép số liệu sang rồi gửi lại.`,
    workbookOtherRound: ({ round, agency }: Detail) =>
      `Biểu này là của ${round === undefined ? 'đợt báo cáo khác' : `“${round}”`}${agency === undefined ? '' : `, ${agency}`} nên không dùng cho báo cáo này. Hãy tải biểu của đúng đợt và đơn vị.`,
  },
  en: {
    rowsTooMany: ({ limit }: Detail) =>
      `The file has more than the ${formatNumber(Number(limit ?? 0), 'en')} figures that are taken at once. Split it into smaller parts and upload them.`,
    rowsRefused: ({ rows }: Detail) =>
      `Nothing was stored: ${formatNumber(Number(rows ?? 0), 'en')} rows are not right yet. Correct them, or choose to keep the good rows only.`,
    mappingFaulty: (detail: Detail) => faultyMapping(detail, 'en'),
    mappingThere: ({ name }: Detail) =>
      `There is a mapping of ${name === undefined ? 'this name' : `the name “${name}”`} already. Choose another name, or open that one to change it.`,
    workbookForeign: ({ name }: Detail) =>
      `${name === undefined ? 'This file' : `The file “${name}”`} is no form of this program, or its hidden part is broken. Download a new form, copy the figures into it and send that.`,
    workbookOtherRound: ({ round, agency }: Detail) =>
      `This is the form of ${round === undefined ? 'another round' : `“${round}”`}${agency === undefined ? '' : `, ${agency}`}, so it cannot be taken here. Download the form of this round and agency.`,
  },
};
