import { placeTone } from '../../values/tone.ts';

/**
 * Whether a name has the form of a Vietnamese public body, or of a group or office holder that plans assign work to. It
 * knows how such names are built, not which bodies there are: that is the register's to say.
 */

const heads = [
  // Centre
  'chính phủ',
  'thủ tướng',
  'phó thủ tướng',
  'quốc hội',
  'ủy ban',
  'ban thường vụ',
  'thường trực',
  'thường vụ',
  'hội đồng',
  'hđnd',
  'ubnd',
  'ubmttq',
  'mttq',
  'mặt trận',
  'bộ',
  'ngành',
  'chính quyền',
  'thương vụ',
  'thứ trưởng',
  'thống đốc',
  'ban',
  'tổng cục',
  'cục',
  'chi cục',
  'vụ',
  'viện',
  'học viện',
  'kiểm toán',
  'thông tấn xã',
  'tòa án',
  'thi hành án',
  'đài',
  'báo',
  'tạp chí',
  'nhà xuất bản',
  'cổng thông tin',
  // Provinces, districts, communes
  'sở',
  'văn phòng',
  'vp',
  'phòng',
  'thanh tra',
  'công an',
  'cảnh sát',
  'bch',
  'ban chỉ huy',
  'quân sự',
  'biên phòng',
  'quân khu',
  'hải đoàn',
  'hải đội',
  'vùng',
  'lực lượng',
  'trung tâm',
  'tttt',
  'trường',
  'đại học',
  'bệnh viện',
  'trạm',
  'nhà',
  'thư viện',
  'bảo tàng',
  'vườn quốc gia',
  'khu bảo tồn',
  'khu',
  'hạt kiểm lâm',
  'kho bạc',
  'ngân hàng',
  'nhnn',
  'nhcsxh',
  'quỹ',
  'bảo hiểm',
  'bhxh',
  'thuế',
  'hải quan',
  'thống kê',
  'điện lực',
  'bưu điện',
  'viễn thông',
  'cảng vụ',
  'cảng',
  'chi nhánh',
  'bql',
  'tổ',
  'đội',
  'đoàn',
  'tỉnh',
  'thành',
  'huyện',
  'quận',
  'thị',
  'đảng',
  'chi bộ',
  'cấp ủy',
  'xã',
  'phường',
  'đặc khu',
  'thôn',
  'ấp',
  'khóm',
  // People's organisations, firms
  'hội',
  'liên hiệp',
  'liên đoàn',
  'liên minh',
  'hiệp hội',
  'câu lạc bộ',
  'công đoàn',
  'công ty',
  'tổng công ty',
  'tập đoàn',
  'doanh nghiệp',
  'hợp tác xã',
  'htx',
  'chủ đầu tư',
  'nhà đầu tư',
  'chủ rừng',
  'cơ sở',
  'nhà mạng',
  // Office holders
  'bộ trưởng',
  'chủ tịch',
  'phó chủ tịch',
  'giám đốc',
  'thủ trưởng',
  'người đứng đầu',
  'chánh',
  'trưởng',
  'phó',
  'cục trưởng',
  'chi cục trưởng',
  'tổng giám đốc',
  'hiệu trưởng',
  'bí thư',
  'lãnh đạo',
  'thành viên',
  'chuyên viên',
  'cán bộ',
  'đại biểu',
  'tổ trưởng',
  'đồng chí',
  'đ/c',
  // Groups
  'các',
  'những',
  'cơ quan',
  'đơn vị',
  'tổ chức',
  'địa phương',
  'đoàn thể',
  'toàn',
  'cả',
  'mỗi',
  'từng',
  'tất cả',
  'cá nhân',
  'người dân',
  'nhân dân',
];
const head = new RegExp(
  `^(?:liên\\s+)?(?:${heads.map((word) => word.replaceAll(' ', '\\s+')).join('|')})(?![\\p{L}])`,
  'iu',
);
/** "TT&TT", "KH-ĐT", "VP.UBND tỉnh", "NN&PTNT". */
const abbreviation = /^\p{Lu}[\p{Lu}\p{N}&.\-/]{1,9}(?:\s|$)/u;
const compound = /^(?:tỉnh|thành|huyện|quận|thị|đảng|xã|phường)\s*(?:ủy|uỷ|đoàn|hội)/iu;

/** What a sentence says and a name does not. */
const said =
  /(?<![\p{L}])(?:chủ trì|phối hợp|thực hiện(?!\s+(?:dự án|nhiệm vụ))|triển khai|rà soát|báo cáo|theo dõi|đôn đốc|(?<!cơ quan )tham mưu(?!\s+tổng)|căn cứ|chịu trách nhiệm|hoàn thành|trình|ban hành|có trách nhiệm|tiếp tục|đẩy mạnh|nâng cao|tăng cường|xem xét|quyết định(?! số)|định kỳ|hằng năm|trước ngày|để|nhằm|khi|nếu|sẽ|đã|được giao(?!\s+(?:nhiệm vụ|chủ trì))|gửi|hướng dẫn|giúp|làm|bằng|từ ngày)(?![\p{L}])/iu;

const longestBody = 160;

/** False where no known form of a body fits, or where the name runs on into a sentence. */
export function hasBodyForm(name: string): boolean {
  const plain = placeTone(name.toLowerCase());
  if (
    name.length > longestBody ||
    !balanced(name) ||
    /[.;:!?](?:\s|$)/u.test(name.replace(/^[Cc]ác \p{L}+:/u, '').replace(/(?:TP|Tp|VP|TT|TX|P|Q|H|X)\.\s/gu, ''))
  )
    return false;
  if (/\d{3,}/u.test(name) || said.test(name) || /(?:\s(?:và|với|của|các|cho|tại|,))$/iu.test(name)) return false;
  return head.test(plain) || abbreviation.test(name) || compound.test(plain);
}

function balanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
