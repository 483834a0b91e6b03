import type { Language } from './format.ts';
import type { TemplateFault, TemplateFaultCode, TemplateKind, TemplatePlace } from './template.ts';

/** What is said of templates, in both languages. */

export const templateKindNames: Record<Language, Record<TemplateKind, string>> = {
  vi: {
    report: 'Báo cáo tổng hợp',
    plan: 'Quyết định giao chỉ tiêu, nhiệm vụ',
    actionPlan: 'Quyết định ban hành kế hoạch',
    urgingLetter: 'Công văn đôn đốc',
    extensionNotice: 'Thông báo gia hạn',
    scorecard: 'Thông báo kết quả chấm điểm',
    minutes: 'Biên bản kiểm điểm',
    conclusions: 'Thông báo kết luận',
  },
  en: {
    report: 'Consolidated report',
    plan: 'Decision that assigns targets and tasks',
    actionPlan: 'Decision that issues an action plan',
    urgingLetter: 'Urging letter',
    extensionNotice: 'Notice of an extension',
    scorecard: 'Notice of a scorecard',
    minutes: 'Minutes of a stocktake',
    conclusions: 'Notice of conclusions',
  },
};

type Said = (found: string, suggestion: string | null) => string;

const faults: Record<Language, Record<TemplateFaultCode, Said>> = {
  vi: {
    unclosed: (found) => `“${found}” thiếu dấu } ở cuối. Hãy gõ thêm dấu } ngay sau tên chỗ điền.`,
    unopened: (found) => `“${found}” có dấu } mà không có dấu { ở trước. Hãy thêm dấu { hoặc xóa dấu }.`,
    malformed: (found) =>
      `${found} không phải chỗ điền: tên chỉ gồm chữ không dấu, chữ số và dấu gạch dưới, ví dụ {don_vi}.`,
    unknown: (found, near) =>
      `Không có chỗ điền ${found}.${near ? ` Có phải ${near}?` : ' Hãy xem bảng các chỗ điền.'}`,
    elsewhere: (found, list) => `${found} chỉ dùng được bên trong ${list}. Hãy chuyển vào giữa hai dấu ấy.`,
    missing: (found) => `Mẫu thiếu ${found}, nội dung mà văn bản loại này phải có.`,
    endMissing: (found) => `${found} không có chỗ kết thúc. Hãy thêm ${found.replace(/#\s*/, '/')} ở cuối phần lặp.`,
    startMissing: (found) => `${found} không có chỗ bắt đầu. Hãy thêm ${found.replace(/\/\s*/, '#')} ở đầu phần lặp.`,
    crossing: (found) =>
      `${found} bắt đầu ở một nơi và kết thúc ở nơi khác (bảng khác, ô khác hoặc dòng khác). Hãy đặt cả hai trong cùng một bảng, hoặc cùng ngoài bảng.`,
    listAsText: (found, right) => `${found} là một danh sách. Hãy dùng ${right} quanh phần lặp lại cho từng dòng.`,
    blockAsText: (found, right) => `${found} là khối do phần mềm trình bày. Hãy dùng ${right}, đứng riêng một đoạn.`,
    textAsBlock: (found, right) => `${found} không phải khối. Hãy dùng ${right}.`,
    blockNotAlone: (found) => `${found} phải đứng riêng một đoạn, không có chữ nào khác.`,
    blockMisplaced: (found) =>
      `${found} chỉ đặt được trong thân văn bản, ngoài bảng, khung chữ, đầu trang và chân trang.`,
    trackedChanges: () => 'Còn thay đổi chưa chấp nhận (Track Changes). Hãy chấp nhận hoặc bỏ hết trong Word.',
    comment: () => 'Còn bình luận (Comment). Hãy xóa hết trong Word.',
    macro: (found) => `Tệp có macro (${found}). Hãy lưu lại dạng .docx thường, không có macro.`,
    embedded: (found) => `Tệp có đối tượng nhúng (${found}). Hãy xóa đối tượng ấy, hoặc dán dưới dạng ảnh.`,
    linkedOutside: (found) => `Tệp lấy nội dung từ nơi khác (${found}). Hãy chèn ảnh vào trong tệp, không liên kết.`,
    field: (found) => `Trường “${found}” lấy nội dung từ tệp khác. Hãy thay bằng chữ hoặc ảnh trong mẫu.`,
    strict: () =>
      'Tệp không phải .docx thường (dạng .dotx, .docm hoặc Strict). Hãy mở trong Word và lưu dạng “Word Document (.docx)”.',
  },
  en: {
    unclosed: (found) => `“${found}” has no } at its end. Type } right behind the name.`,
    unopened: (found) => `“${found}” has a } without a { before it. Add the { or delete the }.`,
    malformed: (found) =>
      `${found} is no placeholder: names have plain letters, digits and underscores only, as {don_vi}.`,
    unknown: (found, near) =>
      `There is no placeholder ${found}.${near ? ` Was ${near} meant?` : ' See the table of placeholders.'}`,
    elsewhere: (found, list) => `${found} can only stand within ${list}. Move it between these two.`,
    missing: (found) => `${found} is missing, which no document of this kind may leave out.`,
    endMissing: (found) => `${found} does not end. Add ${found.replace(/#\s*/, '/')} where the repeated part ends.`,
    startMissing: (found) =>
      `${found} has no beginning. Add ${found.replace(/\/\s*/, '#')} where the repeated part begins.`,
    crossing: (found) =>
      `${found} begins in one place and ends in another (another table, cell or line). Put both in the same table, or both outside.`,
    listAsText: (found, right) => `${found} is a list. Put ${right} around what is repeated for each item.`,
    blockAsText: (found, right) =>
      `${found} is a block that the program sets. Use ${right}, in a paragraph of its own.`,
    textAsBlock: (found, right) => `${found} is no block. Use ${right}.`,
    blockNotAlone: (found) => `${found} must have a paragraph to itself.`,
    blockMisplaced: (found) => `${found} can only stand in the body, outside tables, text boxes, headers and footers.`,
    trackedChanges: () => 'There are tracked changes. Accept or reject all of them in Word.',
    comment: () => 'There are comments. Delete all of them in Word.',
    macro: (found) => `The file has macros (${found}). Save it as a plain .docx without them.`,
    embedded: (found) => `The file has an embedded object (${found}). Delete it, or paste it as a picture.`,
    linkedOutside: (found) =>
      `The file takes content from elsewhere (${found}). Insert the picture itself, not a link.`,
    field: (found) => `The field “${found}” takes content from another file. Put words or a picture in its place.`,
    strict: () =>
      'This is no plain .docx (.dotx, .docm or Strict). Open it in Word and save it as “Word Document (.docx)”.',
  },
};

export const templateFaultSentence = ({ code, found, suggestion }: TemplateFault, language: Language): string =>
  faults[language][code](found, suggestion);

const partNames: Record<Language, Record<TemplatePlace['part'], string>> = {
  vi: { body: 'Thân văn bản', header: 'Đầu trang', footer: 'Chân trang', notes: 'Chú thích', file: 'Tệp' },
  en: { body: 'Body', header: 'Header', footer: 'Footer', notes: 'Notes', file: 'File' },
};

/** "Thân văn bản, bảng 3, hàng 2, ô 1". */
export function templatePlaceWords({ part, textBox, paragraph, cell }: TemplatePlace, language: Language): string {
  const vi = language === 'vi';
  return [
    partNames[language][part],
    textBox ? (vi ? 'khung chữ' : 'text box') : '',
    cell
      ? vi
        ? `bảng ${cell.table}, hàng ${cell.row}, ô ${cell.cell}`
        : `table ${cell.table}, row ${cell.row}, cell ${cell.cell}`
      : '',
    paragraph === null ? '' : `${vi ? 'đoạn' : 'paragraph'} ${paragraph}`,
  ]
    .filter(Boolean)
    .join(', ');
}
