import type { DoubtReason } from '../../values/note.ts';
import { bodyBeginning } from '../tasks/body-words.ts';
import type { Role } from '../text/roles.ts';
import type { FoundTask } from './found.ts';

/** What speaks against a task's reading being right: signs that can be seen in the task and the words it was read from. */

/** A task and what stands around it. */
export type TaskPlace = {
  task: FoundTask;
  /** Its words, white space folded. */
  quote: string;
  /** What the part of the document that it stands in is there for. */
  role: Role;
  /** How many of the fields that every header has were not read. */
  lacking: number;
  /** The document's title. */
  title: string | null;
};

type Sign = { reason: DoubtReason; shows: (place: TaskPlace) => boolean };

/** Words that a piece of work begins with. */
const actions =
  /^(?:thực hiện|triển khai|xây dựng|rà soát|tổ chức|tăng|đẩy|nâng|hoàn thiện|ban hành|phát|hỗ trợ|tham mưu|nghiên cứu|đề xuất|kiểm|giám sát|theo dõi|đôn đốc|tổng hợp|báo cáo|hướng dẫn|tuyên truyền|phổ biến|phổ cập|quán triệt|chỉ đạo|lãnh đạo|bố trí|cân đối|huy động|thu|khuyến khích|đầu tư|mở|đổi mới|cải|bảo|đảm bảo|duy trì|khai thác|quản lý|sử dụng|ứng dụng|kết nối|chia sẻ|cập nhật|công khai|công bố|cung cấp|thẩm định|phê duyệt|trình|lập|lồng ghép|đào tạo|bồi dưỡng|tập huấn|chuẩn bị|kiện toàn|sắp xếp|củng cố|xử lý|giải quyết|giải ngân|khắc phục|tháo gỡ|ngăn chặn|phòng|tiếp|thành lập|hình thành|thí điểm|thử nghiệm|đánh giá|sơ kết|tổng kết|vận động|quan tâm|chú trọng|ưu tiên|giao|phân|đề nghị|yêu cầu|gắn|đưa|tạo|làm|giữ|tham gia|chịu trách nhiệm|khảo sát|điều|thống kê|số hóa|chuyển|xác định|thúc đẩy|liên kết|hợp tác|mời|kêu gọi|quảng bá|xúc tiến|chăm|giảm|mua|trang bị|lắp|sửa|quy hoạch|thiết lập|vận hành|chấn chỉnh|rút|đa dạng|cụ thể|có trách nhiệm|có kế hoạch|bổ sung|cử|gửi|lựa chọn|ký|biên soạn|in|viết|thông tin|truyền thông|nhân rộng|tư vấn|dự báo|cảnh báo|thanh|kết hợp|hoàn thành|tập|chi|cấp|tái|nuôi|trồng|trùng tu|nắm|siết|chống|tấn công|tôn vinh|khen thưởng|biểu dương|đăng|tiến hành|thi hành|áp dụng|cơ cấu|nhận|phục|đáp ứng|tìm|học tập|trao đổi|tạm|tránh|không|chủ|phối hợp|đồng chủ trì|khẩn trương|trực tiếp|tuân thủ|chấp hành|hội nhập|họp|trả|từng bước|tích cực|kịp thời|nghiêm|đấu tranh|bám|coi|xem|thay|khôi phục|tích hợp|góp|đóng góp|cam kết|nêu|lưu|gia hạn|thường xuyên|tiết kiệm|hạn chế|cắt|xóa|xoá|dành|đặt|sản xuất|thiết kế|mô phỏng)(?!\p{L})/iu;
const time =
  /^(?:Trước|Định kỳ|Hàng|Hằng|Từ|Trong|Đến|Năm|Căn cứ|Trên cơ sở|Đối với|Để|Sau khi|Khi|Trường hợp|Nếu|Đồng thời|Với|Ngoài)(?!\p{L})/u;
const body = new RegExp(`^(?:(?:Giao|Đề nghị|Yêu cầu|Phân công)\\s+)?${bodyBeginning}`, 'u');

/** A sentence that states something, or a heading, instead of work. */
const noAction = ({ task, quote }: TaskPlace): boolean =>
  task.source === 'prose' && !actions.test(quote) && !time.test(quote) && !body.test(quote);

const conditional =
  /^(?:Trường hợp|Trong quá trình|Nếu|Khi|Đối với|Sau khi|Ngoài|Riêng|Căn cứ|Trên cơ sở|Để|Với|Hoàn thành|Định kỳ|Hàng năm|Hằng năm|Trước ngày)(?!\p{L})/u;

const assigns =
  /(?<!\p{L})(?:[Cc]hủ trì|[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|[Ll]àm đầu mối|chịu trách nhiệm|có trách nhiệm)(?!\p{L})/u;
const inside = new RegExp(`(?:^|[\\s,(])${bodyBeginning}`, 'u');

/** Words of assignment and a body, but nobody was read as doing it. */
const doersUnread = ({ task, quote, role }: TaskPlace): boolean =>
  task.source === 'prose' &&
  task.lead.length === 0 &&
  (role === 'organisation' || (assigns.test(quote) && inside.test(quote)));

const works = /(?:[Pp]hối hợp|[Pp]hối kết hợp|(?:^|\s)[Cc]ùng với|^Với)(?!\p{L})/u;
const coordUnread = ({ task, quote, role }: TaskPlace): boolean =>
  task.source === 'prose' &&
  works.test(quote) &&
  (task.coord.length === 0 ? role !== 'tasks' || task.lead.length > 0 : !/[Pp]hối hợp(?: chặt chẽ)? với/u.test(quote));

const when =
  /(?<!\p{L})(?:(?:trước|trong|đến|hết|chậm nhất|vào|cuối|từ)\s+(?:hết\s+|cuối\s+)?(?:ngày|tháng|quý|quí|năm|\d{1,2}[/-])|(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)|định kỳ|thường xuyên|ngay (?:sau )?khi|khi |sau khi|\d{1,4} (?:ngày|giờ)|lần\/)/iu;
const timeInText = ({ task, quote }: TaskPlace): boolean =>
  task.source === 'prose' && task.time.kind === 'none' && when.test(quote);

/** Documents that zone, define or regulate state things that nobody is asked to do. */
const rules = /quy hoạch|bộ tiêu chí|quy định|quy chế|định mức|danh mục|điều lệ/iu;
const plans = /kế hoạch|chương trình|nhiệm vụ|đề án|chỉ thị|nghị quyết|tăng cường|triển khai|thực hiện/iu;

const many = 4;
const short = 45;

export const taskSigns: Sign[] = [
  { reason: 'noAction', shows: noAction },
  { reason: 'opensWithCondition', shows: ({ task, quote }) => task.source === 'prose' && conditional.test(quote) },
  { reason: 'doersUnread', shows: doersUnread },
  { reason: 'coordUnread', shows: coordUnread },
  { reason: 'timeInText', shows: timeInText },
  { reason: 'manyDoers', shows: ({ task }) => task.source === 'prose' && task.lead.length + task.coord.length >= many },
  { reason: 'taskShort', shows: ({ task, quote }) => task.source === 'prose' && quote.length < short },
  { reason: 'ruleDocument', shows: ({ title }) => title !== null && rules.test(title) && !plans.test(title) },
  { reason: 'headerIncomplete', shows: ({ lacking }) => lacking > 1 },
  { reason: 'introduces', shows: ({ task, quote }) => task.source === 'prose' && /:\s*$/u.test(quote) },
  { reason: 'cutStart', shows: ({ quote }) => /^[\p{Ll},;)]/u.test(quote) },
  {
    reason: 'everybody',
    shows: ({ task }) =>
      task.source === 'prose' &&
      task.lead.length > 0 &&
      task.lead.every((one) =>
        /^(?:các|thủ trưởng|những|cơ quan|đơn vị|doanh nghiệp|bộ trưởng|cá nhân|tổ chức)(?!\p{L})/iu.test(one),
      ),
  },
  {
    reason: 'statement',
    shows: ({ task, quote }) =>
      task.source === 'prose' &&
      /(?<!\p{L})(?:là (?:điều kiện|lực lượng|nền tảng|cơ sở|khâu|một|động lực|yếu tố)|phải|trở thành|đang|đã được|không được|quy định tại)(?!\p{L})/iu.test(
        quote,
      ),
  },
];
