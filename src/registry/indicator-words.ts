import { placeTone } from '../values/tone.ts';
import { nfc, squeeze } from '../values/vietnamese.ts';

/** What a name of an indicator says, taken apart. */
export type NameWords = {
  /** The syllables that say what is measured: without "tỷ lệ", "được", and without what tells lines apart. */
  core: ReadonlySet<string>;
  /** Which part of it: "thành thị", "khu vực II"; by what they tell apart. */
  aspects: ReadonlyMap<Aspect, string>;
};

type Aspect =
  | 'sector'
  | 'area'
  | 'ethnicity'
  | 'schoolLevel'
  | 'water'
  | 'insurance'
  | 'credential'
  | 'period'
  | 'authority'
  | 'without'
  | 'prices'
  | 'base'
  | 'other';

/** Short and other spellings of one and the same thing. */
const spellings: readonly [RegExp, string][] = [
  [/[‐‑‒–—−]/gu, '-'],
  [/<\s*(?=\d)/gu, ' dưới '],
  [/(?<!\p{L})bhyt(?!\p{L})/gu, 'bảo hiểm y tế'],
  [/(?<!\p{L})bhxh(?!\p{L})/gu, 'bảo hiểm xã hội'],
  [/(?<!\p{L})bhtn(?!\p{L})/gu, 'bảo hiểm thất nghiệp'],
  [/(?<!\p{L})htx(?!\p{L})/gu, 'hợp tác xã'],
  [/(?<!\p{L})ntm(?!\p{L})/gu, 'nông thôn mới'],
  [/(?<!\p{L})tthc(?!\p{L})/gu, 'thủ tục hành chính'],
  [/(?<!\p{L})cchc(?!\p{L})/gu, 'cải cách hành chính'],
  [/(?<!\p{L})nsđp(?!\p{L})/gu, 'ngân sách địa phương'],
  [/(?<!\p{L})nsnn(?!\p{L})/gu, 'ngân sách nhà nước'],
  [/(?<!\p{L})thcs(?!\p{L})/gu, 'trung học cơ sở'],
  [/(?<!\p{L})thpt(?!\p{L})/gu, 'trung học phổ thông'],
  [/(?<!\p{L})gtsx(?!\p{L})/gu, 'giá trị sản xuất'],
  [/(?<!\p{L})kcn(?!\p{L})/gu, 'khu công nghiệp'],
  [/(?<!\p{L})gdp\s*\/\s*grdp(?!\p{L})/gu, 'grdp'],
  [/(?<!\p{L})gdp(?!\p{L})/gu, 'grdp'],
  [/tổng sản phẩm (?:trên địa bàn|nội tỉnh|trong nước|trong tỉnh)(?: tỉnh| của địa phương)?(?:\s*\(grdp\))?/gu, 'grdp'],
  [/kinh tế \(grdp\)/gu, 'grdp'],
  [/par[\s-]?index/gu, 'par'],
  [/sỹ(?!\p{L})/gu, 'sĩ'],
  [/(?<!\p{L})tỉ (?=lệ|trọng|suất|số)/gu, 'tỷ '],
  [/(?<!\d)(?:10\.000|1 vạn)(?= dân)/gu, 'vạn'],
  [/(?<=\d)\.(?=\d{3}(?!\d))/gu, ''],
  [/(?<!\p{L})0(?=\d (?:tuổi|tháng))/gu, ''],
  [/gia tăng(?=.*khu vực)/gu, 'tăng thêm'],
  [/(?:dân cư|dân số|người dân|nhân dân)(?!\p{L})/gu, 'dân'],
  [/văn bằng,? chứng chỉ/gu, 'bằng cấp, chứng chỉ'],
];

/** Words that say under which decision or in which years, not what. */
const circumstances: readonly RegExp[] = [
  /(?:theo|tại) (?:các )?(?:quyết định|nghị quyết|nghị định|chỉ thị|chương trình) số.*?(?= được | đạt |$)/gu,
  /(?:giai đoạn|thời kỳ) \d{4}\s*-\s*\d{4}/gu,
  /(?:đến )?năm \d{4}/gu,
  /(?:so với|trong tổng) dân(?!\p{L})/gu,
  /(?<!không |chưa )(?:có tính|đã tính|tính cả|kể cả|bao gồm cả)(?: cả)? [^,;()]*/gu,
  /(?:theo )?giá hiện hành/gu,
  /theo (?:kế hoạch|chỉ tiêu)(?: \S+)? giao/gu,
  /(?:được )?(?:tái )?công nhận(?= (?:đạt|hoàn thành))|giữ vững|duy trì/gu,
  /, nhất là .*/gu,
  /\(theo bộ tiêu chí[^)]*\)/gu,
];

const fillers = new Set(
  'được có các những của tại trên ở địa bàn so với trong và về đang theo đạt cho từ toàn thực hiện hằng hàng năm bình quân công tác mức là đối để do lên trở thuộc bị khoảng đã bảo đảm gồm sử dụng giá trị việc cả bởi vào'.split(
    ' ',
  ),
);

const heads =
  /^(?:tốc độ tăng trưởng|tốc độ tăng|tốc độ giảm|tốc độ|mức giảm|mức tăng|tỷ lệ|tỷ trọng|tỷ suất|tỷ số|tăng trưởng|tổng số lượng|tổng số|tổng|số lượng|số(?! hóa)|cơ cấu|độ|thứ hạng|số bậc tăng của|điểm chỉ số|chỉ số|cắt giảm|kéo giảm|giảm|tăng)(?!\p{L})\s*/u;

/** Keeps apart what only looks like an aspect: "nông thôn mới" is no rural area. */
const fixed: readonly [RegExp, string][] = [
  [/nông thôn mới/gu, 'nông_thôn_mới'],
  [/đô thị hóa/gu, 'đô_thị_hóa'],
  [/đô thị (?=loại|cảng)/gu, 'đô_thị '],
  [/(khu|cụm|sản xuất|toàn ngành) công nghiệp(?! *(?:-|,|và) *xây dựng)/gu, '$1_công_nghiệp'],
  [/dịch vụ (?=công|tiêu dùng|y tế|hành chính|việc làm|số)/gu, 'dịch_vụ '],
  [/vùng đồng bào/gu, 'đồng bào'],
];

type Rule = [Aspect, RegExp, string];

const agriculture =
  /(?:ngành |lĩnh vực |khu vực )?(?:khu vực (?:i|1)(?![\p{L}\d])|(?:ngư(?: nghiệp)?, )?nông(?: nghiệp)?,?(?:\s*(?:-|,|và)?\s*lâm(?: nghiệp)?)?,?(?:\s*(?:-|,|và)?\s*(?:ngư nghiệp|thủy sản)|(?<=nghiệp)(?!\p{L})))/gu;

/** In this order; what one finds is not seen by those after it. */
const rules: readonly Rule[] = [
  ['sector', /(?:khu vực )?phi nông nghiệp/gu, 'khu vực II, khu vực III'],
  [
    'sector',
    /(?:thuế (?:nhập khẩu|nk),? )?thuế(?: sản phẩm)?(?: (?:trừ|và|,))? (?:trợ cấp(?: sản phẩm)?|sản phẩm)|thuế sản phẩm/gu,
    'thuế sản phẩm',
  ],
  ['sector', agriculture, 'khu vực I'],
  [
    'sector',
    /(?:ngành |lĩnh vực )?(?:khu vực (?:ii|2)(?![\p{L}\d])|công nghiệp *(?:-|,|và)* *xây dựng)/gu,
    'khu vực II',
  ],
  [
    'sector',
    /(?:ngành |lĩnh vực )?(?:khu vực (?:iii|3)(?![\p{L}\d])|(?:khu vực )?(?:thương mại *(?:-|,|và)* *)?dịch vụ(?! *_))(?!\p{L})/gu,
    'khu vực III',
  ],
  ['without', /(?:\(|, )?(?:không|chưa) (?:bao gồm|tính|kể)(?: cả)? ([^;()]+)\)?/gu, 'không tính $1'],
  ['without', /\(trừ ([^;()]+)\)/gu, 'không tính $1'],
  ['period', /quý (?:iv|i{1,3}|[1-4])(?![\p{L}\d])/gu, '$&'],
  ['period', /0?([69] tháng)(?: đầu năm)?/gu, '$1'],
  ['prices', /(?:theo )?giá so sánh(?: (?:năm )?\d{4})?/gu, 'giá so sánh'],
  ['area', /(?:khu vực |vùng |ở |tại )*(?:dân )?(?:đô thị|thành thị)(?!\p{L})|khu vực phường/gu, 'thành thị'],
  ['area', /(?:khu vực |vùng |ở |tại )*(?:dân )?nông thôn(?!\p{L})/gu, 'nông thôn'],
  ['ethnicity', /(?:trong |là )?(?:đồng bào |vùng |người )*(?:dân tộc )?khmer/gu, 'đồng bào Khmer'],
  ['ethnicity', /(?:trong |là )?(?:đồng bào |vùng |người )*dân tộc thiểu số/gu, 'dân tộc thiểu số'],
  [
    'schoolLevel',
    /(?:bậc |cấp |trường )*(mầm non|nhà trẻ|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông)/gu,
    '$1',
  ],
  ['insurance', /(?<=bảo hiểm xã hội )(tự nguyện|bắt buộc)/gu, '$1'],
  ['credential', /có bằng cấp, chứng chỉ(?: công nhận kết quả đào tạo)?/gu, 'có bằng cấp, chứng chỉ'],
  ['water', /nước sạch(?: và |,? (?:nước )?)hợp vệ sinh|nước hợp vệ sinh/gu, 'nước hợp vệ sinh'],
  ['water', /nước sạch/gu, 'nước sạch'],
];

/** Who does it: said only where a name goes on to its parts, or every "cấp tỉnh" would be one. */
const authorities: readonly Rule[] = [
  ['authority', /.*(?:ủy ban nhân dân|ubnd)?\s*cấp xã.*/gu, 'cấp xã'],
  ['authority', /.*(?:phòng, ban|ubnd cấp huyện|cấp huyện).*/gu, 'cấp huyện'],
  ['authority', /.*(?:sở, (?:ban, )?ngành|cơ quan chuyên môn).*/gu, 'cấp tỉnh'],
];

const spelled = (text: string): string => {
  let words = ` ${placeTone(squeeze(nfc(text)).toLowerCase())} `;
  for (const [pattern, one] of spellings) words = words.replace(pattern, one);
  for (const pattern of circumstances) words = words.replace(pattern, ' ');
  for (const [pattern, one] of fixed) words = words.replace(pattern, one);
  return words;
};

/** What an exclusion leaves out, without the words that add nothing: "giá trị sản xuất nhiệt điện" is "nhiệt điện". */
const withoutWords = (text: string): string =>
  squeeze(text.replace(/(?<!\p{L})(?:giá trị|sản xuất|giường|các)(?!\p{L})/gu, ' ').replace(/(?<=trạm y tế) xã/u, ''));

/** "quý i" -> "quý I". */
const quarter = (text: string): string => text.replace(/(?<=quý )\S+/u, (number) => number.toUpperCase());

function takeAspects(text: string, list: readonly Rule[], found: Map<Aspect, string>): string {
  let rest = text;
  const here = new Map<Aspect, string[]>();
  for (const [aspect, pattern, value] of list)
    rest = rest.replace(pattern, (hit: string, group: unknown) => {
      const said = value.replace('$&', quarter(hit)).replace('$1', typeof group === 'string' ? group : '');
      here.set(aspect, [...(here.get(aspect) ?? []), aspect === 'without' ? withoutWords(said) : said.trim()]);
      // Water stays a word of the core: it is what is measured.
      return aspect === 'water' ? ' nước ' : ' ';
    });
  for (const [aspect, values] of here) found.set(aspect, oneValue(aspect, values));
  return rest;
}

function oneValue(aspect: Aspect, values: string[]): string {
  if (aspect === 'water') return values.includes('nước hợp vệ sinh') ? 'nước hợp vệ sinh' : 'nước sạch';
  return [...new Set(values.flatMap((value) => value.split(', ')))].sort().join(', ');
}

function syllables(text: string): string[] {
  let rest = squeeze(text.replace(/[^\p{L}\p{M}\p{N}_%]+/gu, ' '));
  let head = '';
  for (;;) {
    const found = heads.exec(rest)?.[0];
    if (!found) break;
    head = found.trim();
    rest = rest.slice(found.length);
  }
  const words = rest.split(' ').filter((word) => word !== '' && !fillers.has(word));
  // "Tỷ trọng", and nothing else.
  return words.length === 0 && head !== '' ? [head] : words;
}

/**
 * Takes a name, and what goes on from it, apart. What the variant says of an aspect counts before what the name says, and
 * that before what the variant of its whole says.
 */
export function wordsOf(
  name: string,
  variant: string | null = null,
  whole: string | null = null,
): NameWords & { rest: string } {
  const aspects = new Map<Aspect, string>();
  if (whole !== null) takeAspects(spelled(whole), rules, aspects);
  const core = new Set(syllables(takeAspects(spelled(name), rules, aspects)));
  if (variant === null) return { core, aspects, rest: '' };
  const part = takeAspects(takeAspects(spelled(variant), authorities, aspects), rules, aspects);
  const more = syllables(part).filter((word) => !core.has(word));
  return { core, aspects, rest: more.length === 0 ? '' : squeeze(part.replace(/[(),;]+/gu, ' ')) };
}

/** The words that a text must have to be about what a name says, as they are written. */
export const coreWords = (name: string): string[] => [...wordsOf(name).core].filter((word) => !word.includes('_'));

/** One text for a set of aspects: what tells one line of an indicator from another. */
export const lineOf = (aspects: ReadonlyMap<Aspect, string>): string => [...aspects.values()].join('; ');

/** What a growth is measured against, where it is not simply the year before. */
export function baseAspect(base: string | null, year: number | null): string | undefined {
  if (base === null) return undefined;
  const text = base.toLowerCase();
  if (/dự toán/u.test(text)) return 'so với dự toán';
  if (/nghị quyết|kế hoạch|mục tiêu/u.test(text)) return 'so với kế hoạch';
  if (/giai đoạn|nhiệm kỳ/u.test(text)) return squeeze(text);
  const against = /\d{4}/u.exec(text)?.[0];
  return against && year !== null && Number(against) !== year - 1 ? `so với năm ${against}` : undefined;
}
