import type { Change } from '../../values/finding.ts';
import { lowerFirst, squeeze, upperFirst } from '../../values/vietnamese.ts';
import type { Quantity } from './quantity.ts';

/** From the words around a number to the name of what is measured, without verb and value. */

/** Words that a sentence puts before the name and that are no part of it. */
const lead =
  /^(?:[\s,;:.–-]|(?:cụ thể|theo đó|ngoài ra|bên cạnh đó|cùng với đó)(?=,?\s)|(?:chỉ đạo|tập trung|triển khai)(?=\s+(?:trồng|phát triển|xây dựng|đào tạo|giải quyết|thu hút|đầu tư|hoàn thành))|và(?!\p{L})|trong đó(?!\p{L})|bao gồm(?!\p{L})|(?:phấn|phần|phân) (?:đấu|đầu(?!\s+tư(?!\s+lệ)))(?!\p{L})|tiếp tục(?!\p{L})|có thêm(?!\p{L})|có từ(?!\p{L})|có(?!\p{L})|duy trì(?!\p{L})|(?:nâng cao|nâng) chất lượng(?=\s+\d)|nâng cao chất lượng(?!\p{L})|giữ vững(?!\p{L})|giữ ổn định(?!\p{L})|giữ(?= tỷ lệ)|bảo đảm(?!\p{L})|đảm bảo(?!\p{L})|để(?!\p{L})|đạt(?!\p{L})|chiếm(?!\p{L})|là(?!\p{L})|thêm(?!\p{L})|(?:tính\s+)?(?:đến|trong|vào|hết|cuối|trước)\s+(?:hết\s+|cuối\s+)?năm\s+\d{4}(?!\p{L})|(?:hàng|hằng|mỗi) năm(?!\p{L})|năm \d{4}(?!\p{L})|(?:kể )?từ năm \d{4}(?: trở đi)?(?!\p{L})|(?:trong )?giai đoạn \d{4}\s*[-–]\s*\d{4}(?!\p{L})|20\d{2}\s*[-–]\s*20\d{2}(?=\s+(?:đạt|là|còn|tăng|giảm)\s)|ít nhất(?!\p{L})|tối thiểu(?!\p{L})|mục tiêu(?= tỷ lệ)|đối với(?!\p{L})|với(?= (?:tổng|số|vốn|kinh phí|diện tích|công suất|doanh thu)\s)|bình quân\s*$|đồng thời,?(?!\p{L})|trong khi(?!\p{L})|mới(?=\s+đạt)|(?:hiện nay|hiện tại|hiện(?= có\s)|(?:tính )?đến nay),?(?!\p{L})|(?:trong )?\d{1,2} tháng (?:đầu |cuối )?năm \d{4},?(?!\p{L}))/iu;

/** Offset after the lead words of `text`. */
export function afterLead(text: string): number {
  const aimed = afterAim(text);
  const at = leadFrom(text, 0);
  return aimed > at ? leadFrom(text, aimed) : at;
}

function leadFrom(text: string, from: number): number {
  let at = from;
  for (let match = lead.exec(text.slice(at)); match; match = lead.exec(text.slice(at))) at += match[0].length;
  return at;
}

const aiming =
  /(?<!\p{L})(?:(?:phấn|phần|phân) (?:đấu|đầu(?!\s+tư(?!\s+lệ)))|đặt (?:ra )?(?:mục tiêu|chỉ tiêu)|(?:mục tiêu|chỉ tiêu) (?:đặt ra|đề ra|cụ thể|(?:đến|tới) năm \d{4}) là)(?!\p{L})\s*(?:là\s+)?/giu;
/** Who aims, or in what field, and no name of what is measured: "Toàn tỉnh phấn đấu …", "Về xã hội số, phấn đấu …". */
const aimer =
  /^[\s,]*(?:(?:cụ thể|theo đó|ngoài ra|đồng thời|bên cạnh đó|cùng với đó|trong đó|đặc biệt|đến năm \d{4}|(?:trong )?năm \d{4}|(?:trong )?giai đoạn \d{4}\s*[-–]\s*\d{4}),?\s+)*(?:$|về\s|toàn\s|cả nước|(?:tỉnh|huyện|xã|phường|thị xã|thị trấn|thành phố|ngành|địa phương|sở|ubnd|ủy ban|uỷ ban|đảng bộ|hđnd)(?!\p{L})|\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*){0,3}\s*(?:cũng\s+)?$)/iu;

/** "Năm 2026, phường đặt mục tiêu thu ngân sách 12 tỷ đồng": the name begins where it is said what is aimed at. */
function afterAim(text: string): number {
  const found = [...text.matchAll(aiming)].at(-1);
  if (!found) return 0;
  const who = text.slice(0, found.index);
  const rest = text.slice(found.index + found[0].length);
  const bare = leadFrom(rest, 0) + (scope.exec(rest.slice(leadFrom(rest, 0)))?.[0].length ?? 0);
  return (aimer.test(who) || rest.slice(bare).trim() === '') &&
    !/[;:▒]/u.test(who) &&
    (rest.replace(scope, '').trim() === '' || namesIndicator(rest) || rest.split(' ').length > 2)
    ? found.index + found[0].length
    : 0;
}

/** Whose things they are goes without saying. */
export const everywhere = 'cả nước|toàn (?:tỉnh|huyện|xã|thành phố|thị xã|ngành|quốc|quận|phường)';
/** "phấn đấu đến năm 2030 cả nước có …": where, and no name. */
const scope = new RegExp(`^(?:${everywhere})(?:\\s+có)?(?!\\p{L})\\s*`, 'iu');

const tail =
  /(?:\s|^)(?:đạt(?: tỷ lệ)?|thuộc|nằm trong|gấp|chiếm|còn|là|ở mức|mức|tăng(?: trưởng)?(?: thêm| lên)?|giảm(?: còn| xuống)?|trên|dưới|khoảng|(?:giảm|tăng)\s+bình quân|từ|có|(?<!trở )lên|xuống|ổn định|duy trì|bình quân từ|được|(?<!mặt )bằng|ít nhất|tối thiểu|không quá|không dưới|bảo đảm|đảm bảo|phấn đấu|hàng năm|hằng năm|(?:đến|vào|hết|cuối|đầu)(?: cuối| hết)? năm \d{4}|giai đoạn \d{4}\s*[-–]\s*\d{4}|(?<!so sánh )năm \d{4}|duy trì mức giảm(?: bình quân)?|mức giảm(?: bình quân)?|dự kiến|dự ước|phải|sẽ|cần|lần lượt|so với|:|,|-)\s*$/iu;

export function withoutTail(text: string): string {
  let name = text.trimEnd();
  for (let match = tail.exec(name); match; match = tail.exec(name)) name = name.slice(0, match.index).trimEnd();
  return name;
}

const indicatorHead =
  /^(?:các\s+|số\s+)?(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tỷ suất|tỷ số|tỉ số|tốc độ|tổng|số|mức|thu(?= nội| từ| ngân| nhập| hút)|chi(?= ngân| cho| đầu| thường)|grdp|gdp|gnp|giá trị|sản lượng|diện tích|năng suất|chỉ số|quy mô|kim ngạch|vốn|doanh thu|dân số|tuổi thọ|thu nhập|kinh tế số|cơ cấu|tăng trưởng|giảm tỷ lệ|giảm nghèo|tạo|giải quyết|phát triển|đưa|kết nạp|thứ hạng|xếp hạng|điều tra|thi hành|tập huấn|huy động|dư nợ|nợ xấu|tổng mức|bình quân|chất thải|mật độ|tần suất|đào tạo|hoàn thành|công suất|lượng|khách|cơ sở|đầu tư|nguồn|chi phí|thời gian|xuất khẩu|nhập khẩu|bội chi|lạm phát)(?!\p{L})/iu;

/** True where the words name an indicator by themselves; otherwise they only vary the one before ("nông thôn đạt 83,25%"). */
export const namesIndicator = (text: string): boolean => indicatorHead.test(text.trim());

/** "Về phát triển chính quyền số: …", "Công tác môi trường được chú trọng: …": words before a colon that only say what follows is about. */
export const isLabel = (head: string): boolean =>
  !namesIndicator(head) &&
  /^[\s,;]*(?:về|trong)\s+(?!(?:cơ cấu|tỷ|tỉ|số|tổng)(?!\p{L}))|(?<!\p{L})(?:được chú trọng|tiếp tục được|như sau|cụ thể|(?:mục tiêu|chỉ tiêu|nội dung|nhiệm vụ)(?: [\p{L}\d]+){0,5})\s*$/iu.test(
    head,
  );

const area = /\s*(?:tại\s+)?(?:khu vực\s+)?(?:dân cư\s+)?(?:ở\s+)?(?:đô thị|thành thị|nông thôn)(?!\p{L})/iu;

/** "Tỷ lệ rác thải rắn sinh hoạt đô thị được thu gom" before "nông thôn …": the common name, and what varied it. */
export function splitArea(name: string, next: string): { name: string; variant: string } | undefined {
  const match = area.exec(name);
  if (!match || !area.test(` ${next}`)) return undefined;
  return {
    name: squeeze(name.slice(0, match.index) + name.slice(match.index + match[0].length)),
    variant: squeeze(match[0]),
  };
}

/** What the sentence says of the number: reach it, grow by it, fall by it. @param own the words before the number, lead words included */
export function changeOf(
  own: string,
  name: string,
  quantity: (Pick<Quantity, 'kind' | 'of'> & Partial<Pick<Quantity, 'op'>>) | undefined,
): Change {
  const text = own
    .toLowerCase()
    .replace(/\s*(?:hàng năm|hằng năm|mỗi năm|trong giai đoạn này)\s*$/u, '')
    .trim();
  const holds = /(?:ở mức|duy trì)\s*(?:dưới|khoảng|từ)?\s*$/u.test(text);
  if (holds && !/^(?:phấn đấu\s+)?(?:tốc độ|nhịp độ|tỷ lệ|mức) tăng/u.test(text)) return 'level';
  if (/(?:còn|xuống)\s*(?:dưới|khoảng|từ)?\s*$/u.test(text)) return 'level';
  // Nobody plans to fall by less than a figure: it is what is left.
  if (quantity?.kind === 'percent' && quantity.op === '<' && /(?:^|\s)giảm$/u.test(text)) return 'level';
  if (
    /(?:mức giảm|giảm|kéo giảm)(?:\s*(?:\/\s?năm|:)|\s+(?:bình quân|hàng năm|hằng năm|mỗi năm|ít nhất|trên|từ|khoảng|tối thiểu|đạt))*\s*$/u.test(
      text,
    ) ||
    falling.test(text)
  )
    return 'decrease';
  if (
    /tăng(?:\s+(?:thêm|lên|trưởng|bình quân|ít nhất|trên|từ|khoảng|tối thiểu|trưởng đạt|trưởng bình quân))*(?:\s+đạt)?\s*$/u.test(
      text,
    )
  )
    return 'increase';
  if (quantity?.kind === 'percent' && /^(?:tỷ lệ|tỉ lệ|tốc độ|chỉ tiêu)\s+giảm\s/u.test(name.toLowerCase()))
    return 'decrease';
  if (
    (/tốc độ tăng|tăng thêm|tăng bình quân/u.test(`${text} ${name.toLowerCase()}`) ||
      [text, name.toLowerCase()].some((words) => growthName.test(words))) &&
    quantity?.kind !== 'count' &&
    !/tỷ trọng/u.test(text)
  )
    return 'increase';
  if (quantity?.kind !== 'count' && rising.test(text)) return 'increase';
  if (quantity?.kind === 'percent' && risingAmount.test(text)) return 'increase';
  // A total is a level, whatever is built or founded in it.
  if (
    quantity?.of ||
    (quantity?.kind === 'count' && /^tổng số/iu.test(name) && !/thêm|mới (?:được )?thành lập|thành lập mới/u.test(text))
  )
    return 'level';
  if (
    (quantity?.kind === 'count' || (quantity?.kind === 'measure' && /trồng|thêm/u.test(text))) &&
    growing.test(`${text} ${name.toLowerCase()}`)
  )
    return 'increase';
  return 'level';
}

/** "Tăng trưởng GRDP", "tỷ lệ tăng dân số tự nhiên"; in "đóng góp vào tăng trưởng" nothing grows. */
const growthName =
  /^(?:và\s+|phấn đấu\s+|đạt\s+)*(?:(?:mức|tỷ lệ|nhịp độ|chỉ tiêu) tăng|tăng trưởng|(?:tốc|nhịp) độ phát triển|tỷ lệ phát triển dân số)(?!\p{L})/u;

/** "Giảm tỷ lệ hộ nghèo …", "…, kéo giảm tai nạn giao thông": the verb opens the clause; "giảm nghèo" is a name. */
const falling =
  /(?:^|[,;:]\s*|và\s+)(?:[\p{L}\s]{0,12}\s)?(?:mức giảm|kéo giảm|cắt giảm|giảm)\s+(?!nghèo|còn|xuống)\p{Ll}/u;

/** "Tăng thu ngân sách tối thiểu 10%"; a share or a mean that is raised is raised to a level. */
const rising = /^tăng\s+(?!tỷ|tỉ|mức|chỉ số)(?!.*(?:lên|đạt|thành|bằng)(?!\p{L}))\p{Ll}/u;

/** "Tăng thu ngân sách bình quân hằng năm đạt 4%": an amount that has a rate grows by it. */
const risingAmount =
  /^tăng\s+(?:tổng\s+)?(?:thu|chi|giá trị|kim ngạch|doanh thu|sản lượng|vốn)(?!\p{L})(?!.*(?:lên|thành|bằng|tỷ lệ|tỷ trọng)(?!\p{L}))/u;

const growing =
  /phát triển mới|thành lập mới|thành lập|việc làm|thêm(?!\p{L})|kết nạp|trồng mới|tăng thêm|xây dựng mới|lắp đặt mới|đầu tư mới|đăng ký mới|được tạo việc làm|(?<!nông thôn )mới$|(?<!nông thôn )mới (?:đưa|được|hoàn thành|thành lập)/u;

/** "Số lao động được tạo việc làm mới" of "Tạo việc làm mới cho" and "lao động". */
export function countName(verb: string, noun: string): string {
  const action = lowerFirst(squeeze(verb)).replace(/\s+(?:được|thêm|ít nhất|tối thiểu|trên|khoảng|từ)$/u, '');
  const things = squeeze(noun)
    .replace(/^số\s+/u, '')
    .replace(/(?<!\d \p{L}+|(?:đại|cao|trung|thạc|loại|hạng|cấp) \S+)\s+trở lên(?=\s|$)/u, '');
  if (action === '') return `Số ${things}`;
  // Enterprises and members that are developed are new ones; markets and products may be there already.
  if (
    action === 'phát triển' &&
    /^(?:doanh nghiệp|hợp tác xã|htx|tổ hợp tác|thuê bao|đảng viên|hội viên|đoàn viên)/iu.test(things)
  )
    return `Số ${things} phát triển mới`;
  if (action === 'đưa' || action === 'có') return `Số ${things}`;
  return /\s+cho$/u.test(action) ? `Số ${things} được ${action.replace(/\s+cho$/u, '')}` : `Số ${things} ${action}`;
}

/** The name of what stands behind a share or a count: "xã, phường đạt chuẩn" -> "Tỷ lệ xã, phường đạt chuẩn". */
export function nameOfNoun(noun: string, quantity: Quantity): string {
  const things = squeeze(noun)
    .replace(/^(?:tổng\s+)?số\s+/u, '')
    .replace(/^trở lên\s+|(?<!từ\s\S{1,8}(?:\s\S{1,8}){0,4})\s+trở lên(?=\s)/u, ' ')
    .trim();
  return `${quantity.kind === 'percent' ? 'Tỷ lệ' : 'Số'} ${things}`;
}

/** Finishing touches of a name read from running text. */
export function tidyName(text: string): string {
  const name = squeeze(text.replace(/▒+|\((?:theo|tại)\s+(?:Chỉ thị|Nghị quyết|Quyết định|Kế hoạch)\s[^()]*\)/gu, ' '))
    .replace(/\s+([,.;:)]|\/(?=\p{L}))/gu, '$1')
    .replace(/^[\s,;:.–-]+|[\s,;:–-]+$/gu, '');
  const risen = name
    .replace(/^tăng trưởng(?= kinh tế| GRDP| GDP)/iu, 'Tốc độ tăng trưởng')
    .replace(
      /^(?:(?:mức giảm|kéo giảm|cắt giảm|giảm)\s+(?!nghèo|\S+$)(?:ít nhất một nửa\s+)?|(?:tăng|nâng|đưa)\s+(?=hộ))/iu,
      '',
    )
    .replace(/^(?:gia tăng|tăng|nâng|đưa|khống chế|giữ|giữ vững)\s+(?=(.*))/iu, (verb, rest: string) =>
      namesIndicator(rest) ? '' : verb,
    );
  return upperFirst(risen.replace(/\s+giảm(?=\s*\()/u, ''));
}

/** A share without a word that says so: "Hoàn thành chỉ tiêu tuyển quân" of 100 % -> "Tỷ lệ hoàn thành chỉ tiêu tuyển quân". */
export const shareName = (name: string): string =>
  /^(?:tỷ|tỉ|tốc|mức|chỉ số|tổng|cơ cấu|giá trị|grdp|gdp|độ|số|kinh tế|thu|chi|vốn|kim ngạch|năng suất|sản lượng|diện tích|doanh thu|đầu tư|nợ|dư nợ|lạm phát|bội chi|thị phần|bình quân|tần suất|mật độ)/iu.test(
    name,
  )
    ? name
    : `Tỷ lệ ${lowerFirst(name)}`;

export const tidyVariant = (text: string): string | null => {
  const variant = lowerFirst(
    squeeze(text.replace(/▒+/gu, ' '))
      .replace(/^[\s,;:(–-]+|[\s,;:)–-]+$/gu, '')
      .replace(/^trong\s+(?=\p{L})/iu, ''),
  );
  return variant === '' ? null : variant;
};
