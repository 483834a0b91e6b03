import { beginsBody, bodyBeginning, splitBodies } from './bodies.ts';

/** Who does a task, with whom, and who gathers the reports, where the paragraph itself says so. */
export type Doers = { lead: string[]; coord: string[]; monitor: string[] };

const verbs = String.raw`(?:khẩn trương|thực hiện|phối hợp|chủ trì|tổ chức(?!\s+(?:chính trị|thành viên|đảng|đoàn thể|xã hội|tín dụng|kinh tế|có))|xây dựng(?!\s+(?:và|tỉnh))|triển khai|báo cáo|căn cứ|chịu trách nhiệm|tăng cường|theo (?:chức năng|dõi|nhiệm vụ|thẩm quyền|lĩnh vực)|có trách nhiệm|có nhiệm vụ|(?<!cơ quan )tham mưu|hướng dẫn|chỉ đạo|đề ra|thường xuyên|tiếp tục|rà soát|tổng hợp|kiểm tra|giám sát|đôn đốc|quán triệt|tập trung|lập|ban hành|bố trí|cân đối|đẩy mạnh|nâng cao|phát huy|chủ động|tuyên truyền|vận động|quan tâm|cung cấp|nghiên cứu|thẩm định|đề xuất|trình|cụ thể hóa|cụ thể hoá|nghiêm túc|kịp thời|quản lý(?=\s+(?:chặt chẽ|việc))|giúp|làm đầu mối|là cơ quan|là đầu mối|bảo đảm|đảm bảo|hoàn thành|đưa|phân công|giao|cử|hỗ trợ|đăng ký|chuẩn bị|sử dụng|phổ biến|gửi|xem xét|phê duyệt|quyết định|trực tiếp|định kỳ|hằng năm|hàng năm|để|nhằm|trong|mở(?!\s+rộng)|đổi mới|lãnh đạo|phát động|tham gia|duy trì|phấn đấu|khai thác|(?<!chủ )đầu tư|thu hút|hoàn thiện|ưu tiên|cải thiện|xử lý|khắc phục|giải quyết|kiến nghị|công bố|công khai|cập nhật|ứng dụng|quảng bá|đánh giá|sơ kết|tổng kết|tiếp nhận|huy động|lồng ghép|xác định|chấp hành|hoàn chỉnh|điều chỉnh|kết nối|khẩn trương|phát triển(?!\s+nông)|dành|rút|lựa chọn|thành lập|có kế hoạch|tự|phân bổ|được|tiến hành|làm tốt|vào cuộc|đồng hành|chấn chỉnh|hình thành|củng cố|nắm)`;
const verb = new RegExp(String.raw`(?<![\p{L}])${verbs}(?![\p{L}])`, 'u');
const adverbial =
  /^(?:Căn cứ|Trên cơ sở|Định kỳ|Hàng năm|Hằng năm|Trước ngày|Hàng quý|Hằng quý|Theo chức năng|Để |Trong thời gian|Sau khi|Khi )/u;

/** @param above the bodies whose heading the paragraph stands under; they do it unless it names others */
export function doersOf(text: string, above: Doers | undefined): Doers {
  const { list, rest } = subjectOf(text);
  const lead = list === undefined ? [] : splitBodies(list);
  const partners = list === undefined && above === undefined ? [] : partnersOf(text);
  return {
    lead: lead.length > 0 ? [...lead, ...directed(lead, rest)] : (above?.lead ?? []),
    coord: partners.length > 0 || lead.length > 0 ? partners : (above?.coord ?? []),
    monitor: gatherersOf(text),
  };
}

/** The bodies that the sentence begins with, and what follows them. */
function subjectOf(text: string): { list: string | undefined; rest: string } {
  const lead = /^(?:Giao(?: cho)?|Đề nghị|Yêu cầu|Phân công|Giao nhiệm vụ cho)\s+/u.exec(text);
  const start = lead ? lead[0].length : 0;
  const own = text.slice(start);
  if (beginsBody(own) || (lead && /^(?:các|từng)\s/u.test(own))) return cutAtVerb(own);
  if (!adverbial.test(own)) return { list: undefined, rest: text };
  const behind = new RegExp(String.raw`,\s+(?=${bodyBeginning})`, 'gu');
  for (const match of own.slice(0, 420).matchAll(behind)) {
    const from = match.index + match[0].length;
    const cut = cutAtVerb(own.slice(from));
    if (cut.list !== undefined) return cut;
  }
  return { list: undefined, rest: text };
}

function cutAtVerb(text: string): { list: string | undefined; rest: string } {
  const found = verb.exec(text);
  if (!found || found.index === 0) return { list: undefined, rest: text };
  const list = text.slice(0, found.index).replace(/[\s,]+$/u, '');
  return list.length > 330 || /[.;]\s+\p{Lu}/u.test(list)
    ? { list: undefined, rest: text }
    : { list, rest: text.slice(found.index) };
}

/** "A chỉ đạo B thực hiện": both do it. */
function directed(lead: string[], rest: string): string[] {
  if (lead.length === 0) return [];
  const found = /^(?:(?:lãnh đạo|chỉ đạo),?\s+)+(?:phân công\s+|các\s+(?=các\s))?/u.exec(rest);
  if (!found || !beginsBody(rest.slice(found[0].length))) return [];
  const { list } = cutAtVerb(rest.slice(found[0].length));
  return list === undefined ? [] : splitBodies(list);
}

function partnersOf(text: string): string[] {
  const found = /(?:[Pp]hối hợp(?: chặt chẽ| thường xuyên)?(?: cùng)?|[Pp]hối kết hợp) với\s+/u.exec(text);
  if (!found) return [];
  const rest = text.slice(found.index + found[0].length);
  if (/^Trung ương/u.test(rest)) return [];
  const list = cutAtVerb(rest).list ?? rest.replace(/[.;].*$/su, '');
  return splitBodies(list.replace(/[.;].*$/su, ''));
}

/** "… gửi Sở Kế hoạch và Đầu tư trước ngày 30 tháng 11 để tổng hợp": who gathers the reports. */
function gatherersOf(text: string): string[] {
  const found =
    /(?:gửi(?: về)?|về)\s+(?<body>(?:Sở|Văn phòng|Ban|Cục|UBND|Ủy ban|Phòng|Bộ|Thanh tra|Công an|Chi cục)[^.;]*?)\s+(?:trước\s[^.;]*?\s)?(?:\([^)]*\)\s*)?(?:để\s+)?(?:tổng hợp|theo dõi, tổng hợp)/u.exec(
      text,
    );
  return found?.groups?.body
    ? splitBodies(found.groups.body.replace(/\s+trước (?:ngày|tháng).*$/u, '').replace(/\s+để$/u, ''))
    : [];
}

/** The deadline of a paragraph of an organisation section, as written; reports that come back outweigh their day. */
export function timePhraseOf(text: string): string | undefined {
  const cyclic =
    /(?:tháng, quý, (?:0?6 tháng|sáu tháng)[^.;]{0,20}(?:cuối năm|năm)|(?:[Đđ]ịnh kỳ\s+)?(?:hàng|hằng) (?:tháng|quý|năm)(?![\p{L}]))/u.exec(
      text,
    );
  if (cyclic && /định kỳ|báo cáo|tổng hợp|gửi/iu.test(text)) return cyclic[0];
  const dated =
    /(?:hoàn thành\s+|xong\s+)?(?:[Tt]rước|[Cc]hậm nhất|trong|đến|vào)\s+(?:hết\s+)?(?:ngày\s+)?(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2} tháng \d{1,2}(?:,)? năm \d{4}|tháng \d{1,2}\s*(?:\/|năm)\s*\d{4}|[Qq]uý [IV]+\s*(?:\/|năm)\s*\d{4})/u.exec(
      text,
    );
  return dated?.[0];
}
