import type { DoubtReason } from '../../values/note.ts';
import { isUpper, squeeze } from '../../values/vietnamese.ts';
import { measurePattern, thingPattern } from '../targets/units.ts';
import type { Role } from '../text/roles.ts';
import type { FoundTarget } from './found.ts';

/** What speaks against a target's reading being right: signs that can be seen in the target and the words it was read from. */

/** A target and what stands around it. */
export type TargetPlace = {
  target: FoundTarget;
  /** The sentence or name cell it was read from, white space folded. */
  quote: string;
  /** Its value cell, where it has one. */
  value: string;
  /** The whole paragraph or row that the quote stands in. */
  around: string;
  /** The years of the document's targets; null where they are not known. */
  period: { from: number; to: number } | null;
  /** How many targets of the document stand in lists or tables of targets. */
  listed: number;
  role: Role;
  /** True where the column of names of its table holds figures. */
  oddTable: boolean;
  /** A few characters behind its quote. */
  after: string;
};

type Sign = { reason: DoubtReason; shows: (place: TargetPlace) => boolean };

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const generic = new Set([
  'tỷ',
  'tỉ',
  'lệ',
  'số',
  'tổng',
  'lượng',
  'của',
  'các',
  'mức',
  'tốc',
  'độ',
  'và',
  'trên',
  'giá',
  'trị',
  'diện',
  'tích',
  'trọng',
]);
const telling = (text: string): string[] => words(text).filter((word) => !generic.has(word));

const whole = ({ target }: TargetPlace): string => `${target.name} ${target.variant ?? ''}`;

/** A number alone, or with a noun that many sentences have: "Số trạm". */
const nameShort = ({ target }: TargetPlace): boolean =>
  telling(target.name).length + telling(target.variant ?? '').length < 2;

const shares =
  /^(?:tỷ|tỉ|tốc|mức|chỉ số|cơ cấu|độ|tăng|giảm|tổng|lạm phát|bội chi|thị phần|nợ|dư nợ|bình quân|năng suất|hệ số|xác suất|vốn|đóng góp)(?!\p{L})/iu;
const shareUnnamed = ({ target }: TargetPlace): boolean =>
  target.unit === '%' && target.change === 'level' && target.variant === null && !shares.test(target.name);

/** What stands behind the quote belongs to it: neither a mark nor a word that begins something else. */
const goesOn =
  /^\s+(?!(?:so|vào|trong|đến|tới|năm|và|theo|để|nhằm|thì|mà|do|từ|tại|trên|ở|cho|với|gồm|như|là|hoặc|bằng|mỗi|giai|thời|trước|sau|hàng|hằng|đạt|còn|tăng|giảm)(?!\p{L}))\p{Ll}/u;

const longName = 130;

/** A place is the subject of a condition; of a figure it is what the figure stands under. */
const placeName = /^(?:thành phố|thị xã|huyện)(?!\p{L})/iu;

/** Begins or ends with a word that a name does not begin or end with, or holds a sentence. */
const nameOdd = (place: TargetPlace): boolean => {
  const { name, variant, op } = place.target;
  const tail = variant === null ? name : variant;
  return (
    badEnd.test(tail) ||
    badEnd.test(name) ||
    badBegin.test(name) ||
    (op !== 'text' && placeName.test(name)) ||
    sentence.test(whole(place)) ||
    muddled.test(name) ||
    isUpper(name) ||
    !balanced(whole(place))
  );
};

/** Two indicators in one, a year for a subject, figures dealt out one after the other. */
const muddled =
  /(?:tỷ|tỉ) lệ .*(?:tỷ|tỉ) (?:lệ|trọng)|lần lượt|^(?:(?:tỷ lệ|số)\s+)?(?:đến |vào )?năm \d{4}|^bình quân (?:mỗi|hằng|hàng) năm$/iu;

const badEnd =
  /(?:^|\s)(?:và|với|của|các|cho|tại|trong|ở|từ|đến|để|là|có|được|theo|về|do|bằng|gồm|hơn|ít nhất|nhất|tối thiểu|tối đa|không quá|khoảng|đạt|trên|dưới|(?<!được )thực hiện|ban hành|(?<!nghiệp\s?[-–,]?\s?)xây dựng|lựa chọn|hiện|mỗi|đó|những|nhằm|vào|như sau|hoặc|thêm|còn|mức|thành công)$/iu;
const badBegin =
  /^(?:và|với|của|để|nhằm|theo|trong|tại|từ|đến|do|khi|nếu|giao|hỗ trợ|mức vay|ngoài|trường hợp|chương trình|giai đoạn|căn cứ|thực hiện|tiếp tục|triển khai|tập huấn|tổ chức|ban hành|đẩy mạnh|tăng cường|khuyến khích|cạnh|song song)(?!\p{L})/iu;
const sentence =
  /[.;:?!]\s|(?<!\p{L})(?:đồng thời|góp phần|nhằm|để|phấn đấu|sẽ|đã|chủ trì|phối hợp với|trong đó|bao gồm|như sau)(?!\p{L})/iu;

function balanced(text: string): boolean {
  return (text.match(/\(/gu)?.length ?? 0) === (text.match(/\)/gu)?.length ?? 0);
}

const compares =
  /(?:(?:ít|it) nhất|tối thiểu|tối đa|không quá|không dưới|không thấp hơn|không vượt|trở lên|trở xuống|khoảng|xấp xỉ|≥|≤|[<>]|(?<!\p{L})(?:trên|dưới|hơn)\s+\d(?![\d,.]*\s*(?:tháng |ngày )?tuổi|[\d.]*\s*(?:dân|vạn|trẻ|người|phụ nữ)))/iu;
const comparatorUnread = ({ target, quote, value }: TargetPlace): boolean =>
  (target.op === '=' && compares.test(value || quote)) || compares.test(target.name);

const moving = /(?<!\p{L})(?:tăng|giảm|nâng|hạ|cắt giảm|kéo giảm)(?!\p{L})/iu;
const growth = /tăng trưởng|tốc độ tăng|%\s*\/\s*năm/iu;
const changeUnclear = ({ target, quote, value }: TargetPlace): boolean => {
  const said = `${quote} ${value}`;
  if (target.op === 'text') return false;
  if (target.change === 'level')
    return (
      growth.test(`${said} ${target.unit ?? ''}`) ||
      (moving.test(said) && !/còn|lên|xuống|ở mức|tỷ lệ tăng/iu.test(said))
    );
  const added = target.change === 'increase' && target.unit !== '%';
  return (
    !moving.test(said) &&
    !growth.test(whole({ target } as TargetPlace)) &&
    !(added && /mới|thêm|việc làm|thành lập|kết nạp|trồng/iu.test(said))
  );
};

const countsAdded = ({ target, quote }: TargetPlace): boolean =>
  target.op !== 'text' &&
  target.unit !== '%' &&
  /xây dựng mới|phát triển|mới(?!\p{L})|thêm|thành lập|xây dựng/iu.test(quote) &&
  !/nông thôn mới|đổi mới/iu.test(quote);

const unitUnusual = ({ target }: TargetPlace): boolean =>
  (/^(?:tỷ|tỉ) (?:lệ|trọng)(?!\p{L})/iu.test(target.name) && target.unit !== null && !/[%‰]/u.test(target.unit)) ||
  (target.unit !== null &&
    !measurePattern.test(target.unit) &&
    !thingPattern.test(target.unit) &&
    !/^(?:%|‰|điểm|thứ hạng|lần|giường|bác sĩ|dược sĩ|thuê bao|máy|bé|trẻ|ca|đề tài|nghị|hạng)/iu.test(target.unit));

const named = /(?:19|20)\d{2}/u;
/** Neither sentence nor row names a year, and the document has several. */
const yearBorrowed = ({ target, around, period }: TargetPlace): boolean =>
  target.year !== null && (period === null || period.from !== period.to) && !named.test(around);

/** Its paragraph names several years, and the quote itself none. */
const severalYears = ({ target, quote, value, around }: TargetPlace): boolean => {
  if (value !== '' || target.year === null || named.test(quote)) return false;
  const dates = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\/\d{4}\/|so với[^,;.]*|(?:giai đoạn|thời kỳ) \d{4}/giu;
  const years = new Set(around.replace(dates, ' ').match(/(?<![\d.,/])(?:19|20)\d{2}(?![\d.,/])/gu));
  return years.size > 1;
};

const numbers = (text: string): number =>
  text.replace(/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|(?:19|20)\d{2}|\(\d{1,2}\)/gu, ' ').match(/\d+(?:[.,]\d+)*/gu)?.length ??
  0;
const otherNumbers = ({ target, quote, value }: TargetPlace): boolean =>
  value === '' && numbers(quote) > (target.value === null ? 0 : target.value2 === null && target.of === null ? 1 : 2);

const allowance =
  /(?<!\p{L})(?:mức hỗ trợ|hỗ trợ|mức vay|vay|lãi suất|kinh phí|đơn giá|mức chi|học phí|phụ cấp|trợ cấp|tổng số tiền|dự toán|vốn đầu tư|ngân sách (?:cấp|hỗ trợ))(?!\p{L})/iu;

export const targetSigns: Sign[] = [
  { reason: 'nameShort', shows: nameShort },
  { reason: 'tableOdd', shows: ({ oddTable }) => oddTable },
  { reason: 'shareUnnamed', shows: shareUnnamed },
  { reason: 'goesOn', shows: ({ value, after }) => value === '' && goesOn.test(after) },
  { reason: 'nameLong', shows: (place) => squeeze(whole(place)).length > longName },
  { reason: 'nameOdd', shows: nameOdd },
  { reason: 'comparatorUnread', shows: comparatorUnread },
  { reason: 'changeUnclear', shows: changeUnclear },
  { reason: 'countsAdded', shows: countsAdded },
  { reason: 'unitUnusual', shows: unitUnusual },
  { reason: 'yearBorrowed', shows: yearBorrowed },
  { reason: 'severalYears', shows: severalYears },
  { reason: 'otherNumbers', shows: otherNumbers },
  {
    reason: 'allowance',
    shows: ({ quote, around }) => allowance.test(quote) || (around.length < 300 && allowance.test(around)),
  },
  { reason: 'fewTargets', shows: ({ target, listed }) => !target.listed || listed < 4 },
  { reason: 'outsideTargets', shows: ({ target, role }) => target.listed && role !== 'targets' && role !== 'goals' },
];
