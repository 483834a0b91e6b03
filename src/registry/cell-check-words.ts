import { formatNumber, type Language } from '../values/format.ts';
import type { CellCheck, CellCheckCode } from './cell-checks.ts';

type Sentence = (say: (number: string) => string, unit: string) => string;

const sentences: Record<Language, Record<CellCheckCode, Sentence>> = {
  vi: {
    magnitude: (say, unit) =>
      `Gấp khoảng ${say('factor')} lần số trước đây (${say('reference')}): xem lại đơn vị tính, ở đây là ${unit || 'số'}.`,
    outlier: (say) => `Khác hẳn ${say('count')} kỳ trước, thường ở mức ${say('middle')}.`,
    outOfRange: () => 'Tỷ lệ nằm ngoài khoảng từ 0 đến 100%.',
    negative: () => 'Số đếm không thể âm.',
    notWhole: () => 'Số đếm phải là số nguyên.',
    partOverWhole: (say) => `Lớn hơn tổng số (${say('whole')}).`,
    partsOverWhole: (say) => `Các phần cộng lại là ${say('sum')}, lớn hơn tổng số này.`,
    growthDiffers: (say) => `Theo số tuyệt đối thì tăng ${say('growth')}% so với cùng kỳ.`,
    fellSinceBefore: (say) => `Lũy kế giảm so với kỳ trước (${say('previous')}).`,
    spansDiffer: (say) => `Lũy kế kỳ trước cộng số trong kỳ là ${say('sum')}.`,
  },
  en: {
    magnitude: (say, unit) =>
      `About ${say('factor')} times what it was before (${say('reference')}): check the unit, here it is ${unit || 'a number'}.`,
    outlier: (say) => `Far from the last ${say('count')} periods, usually about ${say('middle')}.`,
    outOfRange: () => 'A share lies between 0 and 100%.',
    negative: () => 'A count cannot be negative.',
    notWhole: () => 'A count is a whole number.',
    partOverWhole: (say) => `More than the whole (${say('whole')}).`,
    partsOverWhole: (say) => `Its parts add up to ${say('sum')}, more than this whole.`,
    growthDiffers: (say) => `By the absolute figures the growth over the same period is ${say('growth')}%.`,
    fellSinceBefore: (say) => `The sum to date fell since the last period (${say('previous')}).`,
    spansDiffer: (say) => `The last sum to date plus this period makes ${say('sum')}.`,
  },
};

/** Why a number is unusual, as one sentence. */
export function cellCheckSentence({ code, detail }: CellCheck, unit: string | null, language: Language): string {
  const say = (name: string) => formatNumber(Number((detail[name] ?? 0).toPrecision(6)), language);
  return sentences[language][code](say, unit ?? '');
}
