import type { Task } from '../values/finding.ts';
import { squeeze } from '../values/vietnamese.ts';
import { splitBodies } from './bodies.ts';
import { dueOf } from './due.ts';
import { doersOf } from './prose-bodies.ts';

/** What a line below a group of tasks says of all of them: "Cơ quan chủ trì: …", "Thời gian thực hiện: …". */
export type Attribute = Partial<
  Pick<Task, 'lead' | 'coord' | 'monitor' | 'timeRaw' | 'time' | 'productRaw' | 'fundingRaw'>
>;

type Rule = { label: RegExp; read: (words: string) => Attribute };

const body = `(?:cơ quan|đơn vị|bộ phận|cấp|sở|ngành)`;
const rules: Rule[] = [
  {
    label: new RegExp(
      String.raw`^(?:${body}\s+)?(?:chủ trì(?:,? thực hiện)?|thực hiện|đầu mối|chịu trách nhiệm)(?:\s+thực hiện)?\s*:\s*`,
      'iu',
    ),
    read: leadOf,
  },
  {
    label: new RegExp(String.raw`^(?:${body}\s+)?phối hợp(?:\s+thực hiện)?\s*:\s*`, 'iu'),
    read: (words) => ({ coord: splitBodies(withoutSentence(words)) }),
  },
  {
    label: new RegExp(String.raw`^(?:${body}\s+)?(?:theo dõi|giám sát|đôn đốc)[^:]{0,30}:\s*`, 'iu'),
    read: (words) => ({ monitor: splitBodies(withoutSentence(words)) }),
  },
  {
    label:
      /^(?:thời gian|thời hạn|tiến độ|thời điểm)(?:\s+(?:thực hiện|hoàn thành|trình|ban hành))*(?:\s*:\s*|\s+(?=sau khi|trước|trong|quý|tháng|năm))/iu,
    read: timeOf,
  },
  { label: /^hoàn thành\s*:\s*/iu, read: timeOf },
  { label: /^(?:sản phẩm|kết quả)(?:\s+\p{L}+){0,3}\s*:\s*/iu, read: (words) => ({ productRaw: words }) },
  {
    label: /^(?:kinh phí|nguồn (?:kinh phí|vốn))(?:\s+\p{L}+){0,2}\s*:\s*/iu,
    read: (words) => ({ fundingRaw: words }),
  },
];

export function attributeOf(text: string): Attribute | undefined {
  for (const { label, read } of rules) {
    const match = label.exec(text);
    if (match) return read(squeeze(text.slice(match[0].length)).replace(/[.;]+$/u, ''));
  }
  return undefined;
}

/** "Sở A chủ trì, phối hợp với Sở B" after "Đơn vị thực hiện:" names both roles. */
function leadOf(words: string): Attribute {
  if (!/(?:chủ trì|phối hợp với)(?!\p{L})/u.test(words)) return { lead: splitBodies(withoutSentence(words)) };
  const { lead, coord } = doersOf(words, undefined);
  return { lead, coord };
}

function timeOf(words: string): Attribute {
  return { timeRaw: words, time: dueOf(words) ?? { kind: 'none' } };
}

/** "Sở A tiến hành rà soát …": only the body at the beginning does it. */
const withoutSentence = (words: string): string =>
  words
    .replace(/\s+(?:tiến hành|rà soát|đăng tải|tổ chức thực hiện|có trách nhiệm|căn cứ)\s.*$/u, '')
    .replace(/\.\s.*$/u, '');
