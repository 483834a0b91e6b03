import { lowerFirst, squeeze } from '../../values/vietnamese.ts';
import { type Around, ownWords } from './atom.ts';
import { isObject, nounBehind } from './atom-noun.ts';
import type { Named, Naming } from './named.ts';
import { countName, namesIndicator, tidyName } from './naming.ts';

/** What counts, ranks and measured things are called that a verb makes or a group shares. */

/** "(trong nhóm 20) tỉnh, thành phố có thu nhập cao nhất", "(thuộc nhóm 50) nước dẫn đầu về năng lực cạnh tranh": by what they are ranked. */
export const rankedBy =
  /^[^;.]{0,60}?\s(?:có|về)\s+(?<what>[^;.,]+?)(?=\s+(?:cao|lớn|tốt|khá|thấp)(?:\s+nhất)?(?!\p{L})|[;.,]|$)/u;

/** "…: 125 trạm, nâng tổng số trạm 5G: 188 trạm". */
export const ownTotal = /^(?:nâng|đưa)\s+(?:tổng|số|tỷ lệ|tỉ lệ|quy mô|mức)(?!\p{L})/iu;

/** "2 triệu việc làm" counts "việc làm". */
const thingsCounted = ({ unit }: Around['quantity'], noun: { text: string }): string =>
  `${(unit ?? '').replace(/^(?:tỷ|triệu|nghìn)\s+/u, '')} ${noun.text}`;

/** "mỗi cơ sở Hội giúp được ít nhất hai hộ": how many for each; "du lịch tạo ra 2 triệu việc làm": how many jobs by what. */
export function ofEach({ around, own, remark, plain }: Naming): Named | undefined {
  const { main, quantity, end } = around;
  if (quantity.kind !== 'count' || !(/^mỗi\s/iu.test(own) || /^[^,;]{3,40}\stạo (?:ra|thêm)$/iu.test(own)))
    return undefined;
  const noun = nounBehind(main, quantity, end);
  const things = thingsCounted(quantity, noun);
  return { ...plain, to: noun.to, name: tidyName(`Số ${squeeze(things)} ${lowerFirst(own)}`), variant: remark };
}

const verbs =
  /^(?:phát triển|thành lập|tạo|giải quyết|kết nạp|đưa|trồng|xây dựng|thu hút|đào tạo|hỗ trợ|hoàn thành|chuyển đổi|công nhận|nâng|vận động|xóa|xoá|sửa chữa|hình thành|tổ chức|cấp|lắp đặt|bồi dưỡng|tuyển|đầu tư|đăng ký|thành lập mới|cứng hóa|cứng hoá|kiên cố hóa|nâng cấp|cải tạo|mở rộng|khởi công|chuyển giao|thực hiện|lựa chọn|triển khai|xác định|giải phóng|đáp ứng)(?!\p{L})/iu;

/** A count is made by a verb before it ("mở thêm 02 tuyến phố"), of which not all can be listed: a few words that name no indicator. */
const isVerb = (own: string): boolean =>
  !/;/u.test(own) &&
  (!own.includes(',') || (verbs.test(own) && own.split(', ').every((part) => part.split(' ').length < 5))) &&
  (verbs.test(own) ? own.split(' ').length <= 9 : own.split(' ').length <= 3 && !namesIndicator(own));

/** "Hội các cấp phối hợp dạy nghề cho 1.800 nông dân": what is done for them, without who organises it. */
const serving =
  /^(?:.*?(?:tổ chức|phối hợp|trực tiếp|phải)\s+(?:và\s+)?)?(?!(?:tổ chức|phối hợp)\s)(?<work>(?:đào tạo|bồi dưỡng|tập huấn|dạy nghề|giải quyết|tạo|cấp|hỗ trợ|tuyên truyền|khám|tư vấn|truyền nghề)(?!\p{L}).*)\s+cho$/iu;

/** "Phát triển mới 520 doanh nghiệp". */
export function counted({ around, own, remark, plain }: Naming): Named | undefined {
  const { main, quantity, end, parent } = around;
  const served = quantity.kind === 'count' ? serving.exec(own)?.groups?.work : undefined;
  if (served !== undefined) {
    const noun = nounBehind(main, quantity, end);
    return {
      ...plain,
      to: noun.to,
      name: tidyName(countName(`${served} cho`, `${quantity.unit} ${noun.text}`)),
      variant: remark,
    };
  }
  if (quantity.unit === 'thứ hạng') return rankOf(around, own, plain);
  if (quantity.kind !== 'count' || !isVerb(own) || (parent !== null && !verbs.test(own))) return undefined;
  // "phát triển đàn heo đạt khoảng 5 triệu con": the verb has its object already.
  const reached = /\sđạt\s*$/u.test(ownWords(around));
  if (reached && (own.split(' ').length > 2 || around.before.at(-1)?.quantity?.unit === quantity.unit))
    return undefined;
  if (quantity.unit === 'lần' && /gấp\s*$/u.test(main.slice(0, quantity.from))) return undefined;
  // "nâng tổng số huyện đạt chuẩn lên 07/10 huyện": an indicator that is moved.
  if (ownTotal.test(own)) return undefined;
  const noun = nounBehind(main, quantity, end);
  const things = thingsCounted(quantity, noun);
  return { ...plain, to: noun.to, name: tidyName(countName(own, things)), variant: remark };
}

/** "Tỉnh thuộc nhóm 20 địa phương dẫn đầu về an toàn mạng": who and by what it is ranked. */
function rankOf({ main, quantity, end }: Around, own: string, plain: Naming['plain']): Named | undefined {
  const what =
    rankedBy.exec(main.slice(quantity.to, end))?.groups?.what ??
    rankedAbout.exec(main.slice(quantity.to, end))?.groups?.what;
  return what === undefined || own.split(' ').length > 3
    ? undefined
    : { ...plain, name: tidyName(`Xếp hạng ${what} của ${own}`), variant: null };
}
const rankedAbout = /^\s+về\s+(?<what>[^;.,]+)/u;

/** "trồng thêm 150 ha rừng phòng hộ". */
export function measured({ around: { main, quantity, end }, own, remark, plain }: Naming): Named | undefined {
  if (quantity.kind !== 'measure' || !verbs.test(own)) return undefined;
  const noun = nounBehind(main, quantity, end);
  return isObject(noun)
    ? {
        ...plain,
        to: noun.to,
        name: tidyName(
          `${/^ha|^km2|^km²|^héc|^m2|^m²/iu.test(quantity.unit ?? '') ? `Diện tích ${noun.text.replace(/^diện tích /u, '')}` : noun.text} ${lowerFirst(own)}`,
        ),
        variant: remark,
      }
    : undefined;
}
