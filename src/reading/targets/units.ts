import { squeeze } from '../../values/vietnamese.ts';

/** Units of measure and counted things as documents write them, brought to one form. */

/** What stands behind the stroke: "người", "vạn dân", "100 bé gái", "1.000 trẻ đẻ sống", "100.000 trẻ sinh ra còn sống". */
const perBorn = '(?:đẻ sống|sinh (?:ra )?(?:còn )?sống|(?:em |sơ sinh )?gái)';
const per = String.raw`(?!liên\s)(?:\d[\d.]*\d|\d|[\p{L}\d]+)(?:\s+(?:dân|đêm|bé gái|phụ nữ|lao động|hộ|người|ca đẻ|trẻ(?:\s+${perBorn})?))?`;
/** "4/100.000 trẻ sinh ra còn sống": a rate whose number counts what the name says. */
const rate = String.raw`\/\s?(?:10{1,5}|10{0,2}\.000)(?:\s+(?:dân|trẻ em|trẻ|ca|phụ nữ|người|hộ|lao động|bé)(?:\s+${perBorn})?)?(?!\d|\.\d)`;

/** Measures: what stands behind a number and is no thing to count. The longer before the shorter. */
const measure = String.raw`(?:điểm\s+)?%(?:\s?\/\s?năm|\s+năm(?!\p{L}|\s*(?:\d|trước|nay|sau|học|ngoái)))?|‰|phần trăm|điểm phần trăm|(?:(?:nghìn|ngàn|trăm|vạn)\s+)?(?:tỷ|tỉ|triệu|nghìn|ngàn|tr(?=\.?\s?đ(?:ồng)?(?!\p{L})))?\.?\s*(?:đồng|đ(?!\p{L})|USD|đô la Mỹ|đô la|EUR|VNĐ|VND)(?:\s?\/\s?\p{L}+(?:\s+(?!trở\s)\p{L}+)?){0,2}|(?:(?:tỷ|tỉ|triệu|nghìn|ngàn)\s+)?(?:kWh|MWh|GWh|kVA|MVA|MWp|kWp|MW|GW|kW|km2|km²|km|m2|m²|m3|m³|ha|héc\s?ta|hecta|tấn|tạ|kg|lít|Mbps|Gbps|Tbps|Mb\/s|Gb\/s|Mbit\/s|Gbit\/s|mét)(?:\s+sàn(?=\s?\/))?(?:\s?\/\s?${per}){0,2}(?![\p{L}])|${rate}`;

/** Things that plans count. Others are taken as the one or two words behind the number. */
const things = [
  'doanh nghiệp',
  'hợp tác xã',
  'htx',
  'tổ hợp tác',
  'khu dân cư',
  'thị trấn',
  'thị xã',
  'thành phố',
  'phường',
  'huyện',
  'tỉnh',
  'xã',
  'gia đình',
  'trang trại',
  'gia trại',
  'việc làm',
  'hộ dân',
  'hộ nghèo',
  'hộ',
  'lao động',
  'học sinh',
  'sinh viên',
  'giáo viên',
  'giường bệnh',
  'giường',
  'bác sĩ',
  'bác sỹ',
  'dược sĩ',
  'dược sỹ',
  'điều dưỡng',
  'cơ sở',
  'trường',
  'lớp',
  'phòng học',
  'dự án',
  'công trình',
  'nhà máy',
  'sản phẩm',
  'mô hình',
  'lượt khách',
  'lượt người',
  'lượt',
  'khách',
  'căn',
  'nhà ở',
  'nhà',
  'thuê bao',
  'chứng thư',
  'đảng viên',
  'cây xanh',
  'cây',
  'con',
  'điểm',
  'tiêu chí',
  'thứ hạng',
  'hạng',
  'bậc',
  'lần',
  'thương vụ',
  'kịch bản',
  'vị trí',
  'cửa hàng',
  'bộ dữ liệu',
  'tập dữ liệu',
  'chuyên gia',
  'vùng nuôi',
  'vụ',
  'ca',
  'tuổi',
  'năm',
  'ngày',
  'giờ',
  'chuỗi',
  'vùng',
  'khu',
  'cụm',
  'đề tài',
  'sáng kiến',
  'đơn vị',
  'tổ chức',
  'cơ quan',
  'ấp',
  'khóm',
  'thôn',
  'hồ sơ',
  'văn bản',
  'thủ tục',
  'dịch vụ',
  'bệnh viện',
  'trạm',
  'trung tâm',
  'chợ',
  'siêu thị',
  'bằng',
  'người',
  'cuộc',
  'đợt',
  'chi bộ',
  'hội viên',
  'đoàn viên',
  'thành viên',
  'phương tiện',
  'tàu',
  'nhãn hiệu',
  'cán bộ',
  'nông dân',
  'công nhân',
  'thanh niên',
  'phụ nữ',
  'trẻ em',
  'người dân',
  'lĩnh vực',
  'dân',
  'bé trai',
];
const thing = String.raw`(?:(?:tỷ|tỉ|triệu|nghìn|ngàn|vạn)\s+)?(?:${things.map((word) => word.replaceAll(' ', String.raw`\s+`)).join('|')})(?![\p{L}])(?:\s?\/\s?${per}(?![\p{L}])){0,2}`;
/** "107 trẻ sơ sinh trai/100 trẻ sơ sinh gái", "18 ca sinh/1.000 phụ nữ": whatever stands before a stroke and a number. */
const ratio = String.raw`(?:\p{Ll}+\s+){0,4}\p{Ll}+\s?\/\s?(?=\d)${per}`;
const scaledWord = String.raw`(?:tỷ|tỉ|triệu|nghìn|ngàn|vạn)\s+(?!lệ|trọng|suất|số)\p{Ll}+`;

export const measurePattern = new RegExp(String.raw`^\s*(${measure})`, 'iu');
export const thingPattern = new RegExp(String.raw`^\s*(?:(?:tổng\s+)?số\s+)?(${ratio}|${thing}|${scaledWord})`, 'iu');

const notUnits =
  /^(?:và|trở|đến|so|của|trong|theo|với|cho|tại|là|có|được|đạt|các|để|ở|từ|trên|dưới|thì|này|nhằm|vào|mới|số|năm)$/u;

const wordAndRate = new RegExp(String.raw`^\s*(\p{Lu}{2,}(?!\p{L})|\p{Ll}\p{L}*)(\s?\/\s?${per}(?!\p{L}))?`, 'u');

/** The one word behind a number where no known unit stands there; undefined where that is no noun. */
export function wordUnit(text: string): string | undefined {
  const [, word, rate = ''] = wordAndRate.exec(text) ?? [];
  return word && !notUnits.test(word.toLowerCase()) ? word + rate : undefined;
}

const perTenThousand = /(?:trên|\/)\s*(?:10\.000|1 vạn|vạn)\s*dân/u;

/** The form of gold/SCHEMA.md: "Tỷ đồng" -> "tỷ đồng", "tỉ" -> "tỷ", "giường bệnh/vạn dân" -> "giường/vạn dân", "Thuê bao" of a name "… trên 100 dân" -> "thuê bao/100 dân". */
export function normalUnit(raw: string, name: string): string {
  const unit = squeeze(raw)
    .replace(/\s*\/\s*/gu, '/')
    .replace(/^%\s+năm$/u, '%/năm')
    .replace(/^(?:tỉ|Tỉ|Tỷ)(?=\s)/u, 'tỷ')
    .replace(/^[Tt]r(?=\.?\s?đ(?:ồng)?(?:\/|$))/u, 'triệu')
    .replace(/^(tỷ|tỉ|triệu|nghìn)\.?\s?đ(?:ồng)?(?=\/|$)/u, '$1 đồng');
  const lower = keepSymbols(unit);
  const based = lower.includes('/') || lower === '%' ? lower : withBase(lower, name);
  return based
    .replace(/^số\s+/u, '')
    .replace(/^(?:xếp hạng|vị trí)$/u, 'thứ hạng')
    .replace(/\/(?:10\.?000|1 vạn) dân$/u, '/vạn dân')
    .replace(/^giường bệnh(?=\/|$)/u, 'giường')
    .replace('bác sỹ', 'bác sĩ')
    .replace('dược sỹ', 'dược sĩ')
    .replace('phần trăm', '%')
    .replace(/^(?:đô la mỹ|đô la|đô-la)/u, 'USD')
    .replace('ngàn', 'nghìn');
}

const keepSymbols = (unit: string): string =>
  unit
    .split(' ')
    .map((word) =>
      /^(?:kWh|MWh|GWh|MW|GW|kW|kVA|MVA|Mbps|Gbps|USD|GDP|GRDP|NSNN|EUR|HTX)/u.test(word) ? word : word.toLowerCase(),
    )
    .join(' ');

function withBase(unit: string, name: string): string {
  if (perTenThousand.test(name)) return `${unit}/vạn dân`;
  const base = /trên\s+(\d[\d.]*)\s*(dân|trẻ đẻ sống|trẻ sinh sống|bé gái|người)/u.exec(name);
  return base ? `${unit}/${base[1]} ${base[2]}` : unit;
}
