import type { StackedRole } from './stacked-header.ts';
import type { Piece } from './stacked-rows.ts';

/** How cells of each kind begin and end: what lets a reader see where one column's lines stop and the next one's begin. */

const body =
  /^(?:Các |Bộ|Sở|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Ban |Cục|Vụ|Văn phòng|VP|Công an|Ngân hàng|Thanh tra|Cơ quan|Cơ sở|Đơn vị|Viện|Trường|Đài|Báo |Liên |Hội |Hiệp hội|Mặt trận|Ủy viên|Tòa án|Tỉnh |Thành ủy|Chi cục|Trung tâm|Kho bạc|Bảo hiểm|BHXH|Thuế|Thống kê|Và các|Chủ |Phòng (?!thủ|ch|ng)|Doanh nghiệp|Tập đoàn|Tổng |Địa phương|Chính phủ|Thủ tướng|Quân khu|Đoàn |Công ty|Điện lực|Bưu điện|Viễn thông|Hải quan|BCH|BQL|UBMT|MTTQ|NHNN|Lực lượng|Thủ trưởng|Giám đốc|Người đứng đầu|Hợp tác xã|Kiểm toán|Thông tấn)/u;
const product =
  /^(?:(?:Các |Ban hành |Dự thảo )?(?:[Nn]ghị quyết|[Nn]ghị định|[Ll]uật|[Đđ]ề án|[Bb]áo cáo|[Kk]ế hoạch|[Qq]uyết định|[Tt]hông tư|[Vv]ăn bản|[Cc]hỉ thị|[Cc]hương trình|[Dd]ự án|[Tt]ờ trình|[Hh]ệ thống|[Cc]ơ chế|[Cc]ông văn|[Hh]ội nghị|[Hh]oạt động|[Cc]hỉ tiêu|[Qq]uy (?:chế|định|hoạch)|[Dd]anh mục|[Hh]ướng dẫn|[Tt]iêu chuẩn|[Kk]hóa|[Bb]ài |[Dd]iễn đàn|[Tt]ài liệu|[Cc]ơ sở dữ liệu|[Pp]hần mềm|[Nn]hiệm vụ|[Hh]ồ sơ|[Dd]ữ liệu)|Ban hành|Đề xuất|Công bố|Triển khai|Hoàn thành|Tổ chức)/u;
const time =
  /^(?:Quý|Tháng|Năm|Hằng|Hàng|Thường|Từ (?:quý|tháng|năm|ngày|nay|\d)|Trước|Trong|Giai đoạn|Định kỳ|Đến (?:năm|tháng|hết)|Theo (?:tiến độ|lộ trình|kế hoạch|yêu cầu)|Đã |\d{1,2}[/.]\d|(?:19|20)\d{2}|Cả năm|Liên tục|6 tháng|Sau khi|Khi |Nhiệm vụ thường)/u;
const wholeTime =
  /^(?:(?:Quý [IVX1-4]+|Tháng \d{1,2}|Năm|\d{1,2})\s?[/,.]?\s?(?:năm )?(?:19|20)\d{2}|(?:Nhiệm vụ )?[Tt]hường xuyên|H[ằà]ng (?:năm|quý|tháng)|Năm (?:19|20)\d{2}(?: - (?:19|20)?\d{2,4})?)[.;]?$/u;
/** After these a sentence or name goes on. */
const open = /[,(/]$|(?:^|\s)(?:và|của|các|về|với|hoặc|cho|để|trong|theo|là|những|từ|đến|do|tại|cơ)$/iu;

const openName = /(?:^|\s)(?:Bộ|Sở|Năm|Quý|Tháng|Giai đoạn|(?:trong|đến|từ|vào|đầu|cuối) năm)$/u;

export const isOpen = (text: string): boolean => open.test(text) || openName.test(text);
export const beginsBody = (text: string): boolean => body.test(text);
export const isWholeTime = (text: string): boolean => wholeTime.test(text);
const isSmall = (text: string): boolean => /^[\p{Ll},;.)]/u.test(text);

/** What it costs that a cell of the column begins with these words. */
export function beginningCost(role: StackedRole, text: string): number {
  const small = isSmall(text) ? 8 : 0;
  switch (role) {
    case 'lead':
    case 'coord':
    case 'monitor':
      return small + (time.test(text) ? 8 : product.test(text) ? 5 : body.test(text) ? 0 : 4);
    case 'product':
      return small + (time.test(text) && !product.test(text) ? 6 : product.test(text) ? 0 : body.test(text) ? 4 : 1.5);
    case 'time':
      return (time.test(text) ? 0 : 8) + (text.length > 70 ? 4 : 0);
    case 'unit':
      return text.length > 20 ? 6 : 0;
    case 'value':
      return /^(?:[\d<>≤≥~]|Đạt|Khoảng|Trên|Dưới|-$)/u.test(text) && text.length < 30 ? 0 : 5;
    default:
      return small + (role === 'task' || role === 'target' ? 0 : 0.5);
  }
}

/** What it costs that a column's cell stays empty. */
export function emptyCost(role: StackedRole): number {
  const costs: Partial<Record<StackedRole, number>> = {
    task: 12,
    target: 12,
    lead: 5,
    time: 5,
    product: 4,
    coord: 3,
    monitor: 3,
    unit: 3,
    value: 2,
    note: 0.3,
    funding: 0.5,
  };
  return costs[role] ?? 1;
}

/** What it costs that `next` goes on the cell in which `before` stands. @param width the column's, in characters, where known */
export function stayCost(role: StackedRole, before: Piece, next: Piece, width: number | undefined): number {
  if (next.inline) return width !== undefined && before.text.length + next.text.length > width + 3 ? 3 : 0;
  const blank = next.blank ? 3 : 0;
  const wide = role === 'task' || role === 'target';
  const word = /^\S+/u.exec(next.text)?.[0].length ?? 0;
  const fits = width !== undefined && before.text.length + 1 + word <= width * 0.88;
  if (isSmall(next.text) || isOpen(before.text))
    return blank + (fits && wide ? 2.5 : 0) + (/\p{L}\.$/u.test(before.text) ? 3 : 0);
  let cost = blank + (fits ? (wide ? 2.5 : 1) : 0);
  if (role !== 'time') cost += wholeTime.test(next.text) ? 4 : time.test(next.text) ? 1.5 : 0;
  if (body.test(next.text)) cost += bodyCost(role, before.text, fits);
  if (role === 'time' && !time.test(next.text)) cost += 5;
  if (role === 'unit' || role === 'value') cost += 4;
  return cost;
}

/** Another body's name at a line's beginning: a list goes on in a column of bodies, but in the first columns it is rare. */
function bodyCost(role: StackedRole, before: string, fits: boolean): number {
  if (role === 'task' || role === 'target') return /[.…]$/u.test(before) ? 4 : fits ? 2 : 1.5;
  return /;$/u.test(before) ? 0 : role === 'lead' ? 4 : 1;
}

/** What a cell's end costs where another cell follows. @param cut the page ends inside the row, so every cell may be cut */
export function endCost(last: Piece, cut: boolean): number {
  if (!isOpen(last.text)) return /;$/u.test(last.text) ? 1 : 0;
  return cut ? 1 : 6;
}

/** A line wider than its column belongs to another. */
export const widthCost = (piece: Piece, width: number | undefined): number =>
  width !== undefined && piece.text.length > width + 2 ? Math.min(6, 2 + (piece.text.length - width) / 4) : 0;
