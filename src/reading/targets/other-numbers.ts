import { numberSource } from '../header/document-number.ts';

/** Numbers that say when, which or how old, and never how much is to be reached. */
const others: RegExp[] = [
  new RegExp(numberSource, 'gu'),
  /(?<![\d.,])0?\d{1,2}\s+năm(?=\s+(?:19|20)\d{2})/gu,
  /\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:19|20)\d{2}/gu,
  /\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?/gu,
  /(?:19|20)\d{2}\s*(?:[-–—]|đến(?: năm)?)\s*(?:năm\s+)?(?:19|20)\d{2}/gu,
  /(?:năm|năm học|Năm|tầm nhìn|tầm nhìn đến|đến|từ|khoá|khóa|trước|và|,)\s+(?:19|20)\d{2}(?![\d.,]*\s*(?:%|tỷ(?!\s+(?:lệ|trọng|suất|số))|triệu|đồng|người|doanh))/gu,
  /(?:số|điều|khoản|điểm|phụ lục|biểu|quý|tháng)\s+\d{1,3}(?:\s*(?:,|và)\s*\d{1,3}(?![\d.,]*\s*(?:%|\p{L})))+/giu,
  /(?:tháng|Tháng|quý|Quý|ngày|Ngày)\s+\d{1,2}(?:\/\d{1,4})?/gu,
  /(?:Điều|điều|khoản|điểm|mục|Mục|Phụ lục|phụ lục|số|Số|thứ|mức độ|giai đoạn|Giai đoạn|Đề án|Đề án số|khóa|vùng|đợt|lần|thế kỷ|khu vực|lớp|Tiểu dự án|Dự án|tiểu dự án|Phường|phường|Quận|quận|Khối|Chương trình|ISO|Chỉ thị|Nghị quyết|Kế hoạch|Kết luận|Quyết định|Quốc lộ|quốc lộ|Đường tỉnh|đường tỉnh|Mẫu|Biểu|Bảng)\s+(?:số\s+)?0?\d{1,3}(?![\d.,%]|\s*(?:%|triệu|tỷ|tỉ|nghìn|đồng))/gu,
  /(?<!\p{L})(?:mức|hạng|loại|cấp)\s+\d(?![\d.,%]|\s*(?:%|triệu|tỷ|tỉ|nghìn|đồng))/giu,
  /(?<!\p{L})(?!(?:khoảng|trên|dưới|đạt|gần|hơn|còn|là)\d|k?m[23](?!\d))[\p{L}]+[-.]?\d+(?:[.,]\d+)*/giu,
  /\d{1,4}(?:\.\d)?[GDK](?![\p{L}])|(?<![\d,.])4\.0(?!\d)/gu,
  /(?<![\d.,]|đạt\s|lên\s)(?:từ\s+|dưới\s+|trên\s+|đủ\s+|[<>≤≥]\s*)?(?<![\d.,])\d{1,3}(?:\s*(?:[-–]|đến)\s*\d{1,3})?\s+(?:tháng\s+)?tuổi(?:\s+trở lên)?/gu,
  /(?:trên|\/|cho|một|mỗi)\s*\d{1,3}(?:\.\d{3})*\s*(?:vạn\s+)?(?:dân|trẻ|bé|phụ nữ|ca đẻ|sinh viên\/)(?:\s+(?:đẻ sống|sinh sống|gái))?/gu,
  // Fifty years and more are an age to live to.
  /(?<![\d.,])(?:0?\d|[1-4]\d)\s+năm(?!\p{L})/gu,
  /\(\d{1,2}\)|\[\d{1,2}\]/gu,
  /(?:trên|cho|mỗi)\s+0?1\s*(?:ha|km2|km²|m2|m²|người|hộ|lao động|đơn vị)(?!\p{L})/gu,
  /(?<!\p{L})cả\s+0?\d\s+(?=\p{Ll})/gu,
  /\d\s*sao(?:\s+trở lên)?(?!\p{L})/gu,
  /\d\s+buổi\s*\/\s*(?:ngày|tuần)|\d[\d.]{0,12}\s*gram(?!\p{L})/gu,
  // "lúa 2 vụ" is a kind of field, "theo 12 mô hình của Đề án" says after what.
  /(?<=(?:lúa|nước|màu|trồng)\s)0?[1-4]\s+vụ(?!\p{L})|(?<=(?<!\p{L})theo\s)\d{1,3}\s+(?=\p{Ll})/giu,
  // "5 không, 3 sạch" is what a movement is called.
  /(?<![\d.,])0?\d\s+(?:không|sạch)(?!\p{L})/gu,
  /(?<=^|[\s(])["“](?=\S)(?![^"“”]*(?:%|đồng|USD|\d\s?(?:ha|km|tấn)(?!\p{L})))[^"“”\d]{0,60}\d[^"“”]{0,60}["”]/gu,
  /24\/24|24\/7|(?<![\d.,])\d{1,2}h(?:\d{1,2})?(?!\p{L})/gu,
  /(?:chương trình|đề án)\s+(?:[\p{L}]+\s+){0,2}\d[\d.]*\s+(?:(?:triệu|nghìn|vạn)\s+)?(?=\p{Ll})/giu,
  /(?<!\p{L})dự án\s+\d+\s+triệu\s+(?=ha|hec|cây)/giu,
  /(?<![\d.,]|(?:nhóm|tốp|top)\s)0?\d{1,2}\s+(?:Chương trình|chương trình mục tiêu|phong trào|cuộc vận động|nhiệm vụ trọng tâm|nhiệm vụ đột phá|khâu đột phá|nội dung|hợp phần|đột phá|trụ cột|nhóm|giải pháp|(?<!(?:tăng|thêm)\s+(?:từ\s+)?(?:\d{1,2}\s*(?:[-–]|đến)\s*)?\d{1,2}\s+)tiêu chí(?!\s*\/)|lĩnh vực|cấp(?![\p{L}])|tháng|ngày|bên|nước|vùng (?:kinh tế|động lực|sinh thái)|lớp bảo vệ|loại hình|tại chỗ|mục tiêu|chỉ tiêu|quan điểm|nguyên tắc|xã đảo|đô thị trọng tâm|tiểu dự án)/gu,
];

/** The text with those numbers blotted out, so that offsets stay. */
export const withoutOthers = (text: string): string =>
  others.reduce((rest, pattern) => rest.replace(pattern, (hit) => '▒'.repeat(hit.length)), text);
