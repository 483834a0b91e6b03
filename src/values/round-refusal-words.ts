import type { Language } from './format.ts';
import { named } from './named-thing.ts';

type Detail = Record<string, string | number>;
type Sentence = (detail: Detail) => string;
type Refused = 'regimeFaulty' | 'regimeNotInForce' | 'roundThere' | 'roundClosed' | 'roundAsksNobody';

/** What is wrong with a regime: `line` and `other` are counted from 1. */
const regimeFaults: Record<Language, Record<string, Sentence>> = {
  vi: {
    lineTwice: ({ line, name, other }) =>
      `Dòng số liệu ${line} (${name}) hỏi trùng với dòng ${other}. Hãy đổi phân theo, cách tính, loại số liệu hoặc đơn vị được hỏi, hoặc bỏ dòng này.`,
    lineWithoutNumber: ({ line, name }) =>
      `Dòng số liệu ${line}: “${name}” là điều kiện, không có số liệu để hỏi. Hãy bỏ dòng này.`,
    lineUnknown: ({ line, name }) =>
      `Dòng số liệu ${line}: “${name}” không có trong danh mục chỉ tiêu. Hãy bỏ dòng này rồi chọn lại chỉ tiêu.`,
    filesTooMany: ({ limit }) =>
      `Chế độ báo cáo này đã có ${limit} biểu mẫu, hướng dẫn nên không thêm được. Hãy thay hoặc bỏ bớt tệp đang dùng.`,
  },
  en: {
    lineTwice: ({ line, name, other }) =>
      `Line ${line} (${name}) asks for the same as line ${other}. Change its part, how it is counted, its basis or whom it asks, or remove it.`,
    lineWithoutNumber: ({ line, name }) =>
      `Line ${line}: “${name}” is a condition and has no figure to ask for. Remove the line.`,
    lineUnknown: ({ line, name }) =>
      `Line ${line}: “${name}” is not in the catalogue of indicators. Remove the line and choose the indicator again.`,
    filesTooMany: ({ limit }) =>
      `This regime has ${limit} forms and guides already, which is all that is allowed. Replace one, or take one away.`,
  },
};

/** What rounds of reports and the regimes they follow refuse. */
export const roundRefusals: Record<Language, Record<Refused, Sentence>> = {
  vi: {
    regimeFaulty: (detail) =>
      regimeFaults.vi[detail.fault ?? '']?.(detail) ??
      (detail.fault === 'groupChosen'
        ? `Thành viên của ${named(detail, 'nhóm', 'nhóm này')} do cán bộ chọn trong từng văn bản nên không dùng được cho chế độ báo cáo. Hãy chọn nhóm khác hoặc chọn từng đơn vị.`
        : `Không tìm thấy ${named(detail, 'mục', 'một mục')} trong danh mục nên chưa ghi được chế độ báo cáo. Hãy chọn lại từ danh sách gợi ý.`),
    regimeNotInForce: () =>
      'Chế độ báo cáo này không còn (hoặc chưa) hiệu lực trong kỳ đã chọn nên chưa mở được đợt. Hãy chọn kỳ khác hoặc sửa thời gian hiệu lực của chế độ.',
    roundThere: () => 'Kỳ này đã có đợt báo cáo. Hãy mở đợt đó trong danh sách, hoặc chọn kỳ khác.',
    roundClosed: () =>
      'Đợt báo cáo này đã khóa sổ nên không nhận thêm. Hãy đề nghị cán bộ điều phối mở lại đợt nếu còn phải gửi.',
    roundAsksNobody: () =>
      'Đợt này không hỏi đơn vị nào: các đơn vị phải báo cáo không có chỉ tiêu, nhiệm vụ hay phần nội dung nào liên quan. Hãy xem lại đơn vị báo cáo, chỉ tiêu và đề cương của chế độ.',
  },
  en: {
    regimeFaulty: (detail) =>
      regimeFaults.en[detail.fault ?? '']?.(detail) ??
      (detail.fault === 'groupChosen'
        ? `The members of ${named(detail, 'the group', 'this group')} are chosen by an officer in each document, so a regime cannot name it. Choose another group, or the agencies one by one.`
        : `What the regime names${detail.name === undefined ? '' : ` (${detail.name})`} is not in the register, so it was not saved. Choose it again from the suggestions.`),
    regimeNotInForce: () =>
      'This reporting regime is not in force in the chosen period, so no round was opened. Choose another period, or change the days in which the regime is in force.',
    roundThere: () => 'There is a round of this period already. Open it from the list, or choose another period.',
    roundClosed: () =>
      'This reporting round has been closed and takes nothing more. Ask the coordinator to reopen it if something has still to be sent.',
    roundAsksNobody: () =>
      'This round would ask nobody: no target, duty or section concerns any of the reporting agencies. Look again at who reports, and at the figures and the outline of the regime.',
  },
};
