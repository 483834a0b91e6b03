import { agencyKey } from './agency.ts';

/** "Thủ trưởng các sở" are asked as the heads of the bodies that are meant. */
const heads =
  /^(?:thủ trưởng|chủ tịch|phó chủ tịch|giám đốc|tổng giám đốc|người đứng đầu|lãnh đạo|hiệu trưởng|trưởng|đề nghị|đồng chí)\s+(?=các |ubnd|cơ quan|sở|đơn vị|doanh nghiệp|phòng|ban|ngành)/u;

/** Words that belong together, so that the xã of "thị xã" is no xã. */
const pairs =
  /(thị xã|thành phố|thị trấn|đặc khu|địa phương|đơn vị|cơ quan|đoàn thể|trung ương|tổ chức|doanh nghiệp|ven biển|chính quyền|chức năng|ngang bộ|chính phủ|hội đồng|mặt trận)/gu;

const related =
  /\s*(?:có )?liên quan(?: khác)?|\s*theo chức năng(?: nhiệm vụ).*$|\s*(?:có )?(?:thực hiện|tham gia) .*$/gu;
const idle = new Set(['các', 'và', 'cùng', 'với', 'của', 'thuộc', 'trực', 'khác', 'những', 'hoặc']);

export type GroupKey = {
  /** The words that say who is meant, each once, in one order: what was strung together in any order is one group. */
  words: string[];
  /** "liên quan", "theo chức năng, nhiệm vụ được giao": not all of them. */
  related: boolean;
};

export function groupKeyOf(name: string): GroupKey {
  const key = agencyKey(name.replace(/\([^)]*\)/gu, ' ').replace(/\//gu, ', '))
    .replace(heads, '')
    .replace(/ trên địa bàn.*$/u, '');
  const plain = key.replace(related, ' ');
  const words = plain
    .replace(pairs, (pair) => pair.replace(' ', '_'))
    .split(/[\s-]+/u)
    .filter((word) => word !== '' && !idle.has(word));
  return { words: [...new Set(words)].sort(), related: plain !== key };
}

export const groupKeyText = ({ words, related }: GroupKey): string => `${words.join(' ')}${related ? ' …' : ''}`;
