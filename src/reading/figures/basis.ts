import type { Basis } from '../../values/finding.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import type { PastTime } from './past-time.ts';

/** Whether a value of the past was reached, was expected at year's end, or had been planned. */

const expected = /(?<!\p{L})(?:ước|dự ước|ưth|uth|u\.?th|dự kiến (?:thực hiện|đạt))(?!\p{L})|(?<!\p{L})(?:ưth|uth)/iu;
/** Budget tables of autumn call "đánh giá thực hiện" of the running year what is an estimate of it. */
const judged = /đánh giá thực hiện/iu;
const reached = /thực hiện|(?<!\p{L})th(?!\p{L})|quyết toán|hiện trạng|kết quả|thực tế/iu;
const planned =
  /(?<!\p{L})(?:kế hoạch|kh|dự toán|dt|chỉ tiêu|mục tiêu|nghị quyết|nq|giao|phấn đấu)(?!\p{L})|(?<!\p{L})(?:kh|nq|dt)\d/iu;
/** In a sentence "chỉ tiêu", "nghị quyết" may only be what it is about. */
const plannedInSentence =
  /(?<!\p{L})(?:kế hoạch|dự toán)(?!\p{L})|(?:tỉnh|trung ương|chính phủ|hđnd) giao|(?<!\p{L})KH(?:\s|\d)/u;

/** @param header the words above the column */
export function basisOfColumn(header: string, time: PastTime | null, issuedOn: PlainDate | null): Basis {
  if (expected.test(header)) return 'estimated';
  if (judged.test(header)) return unlessRunning(time, issuedOn);
  if (reached.test(header) && !/^kế hoạch/iu.test(header)) return 'actual';
  return planned.test(header) ? 'planned' : unlessRunning(time, issuedOn);
}

/** @param words the value's own clause, up to the number */
export function basisOfWords(words: string, time: PastTime | null, issuedOn: PlainDate | null): Basis {
  if (expected.test(words)) return 'estimated';
  if (/(?<!\p{L})(?:thực hiện(?! (?:kế hoạch|nghị quyết))|TH)(?!\p{L})/u.test(words)) return 'actual';
  return plannedInSentence.test(words) ? 'planned' : unlessRunning(time, issuedOn);
}

/** Of a year that was not over on the day of issue nobody can have known the result. */
const unlessRunning = (time: PastTime | null, issuedOn: PlainDate | null): Basis =>
  time !== null && issuedOn !== null && time.to > issuedOn ? 'estimated' : 'actual';
