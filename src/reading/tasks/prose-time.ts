/** The deadline that a paragraph sets, as written. */

const hour = String.raw`(?:\d{1,2}\s*(?:h|giờ|g)\s*(?:\d{2})?(?:\s*phút|['’])?,?\s+(?=ngày))?`;
const day = String.raw`${hour}(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?`;
const dayInWords = String.raw`${hour}(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}(?:,?\s+năm\s+\d{4})?`;
const month = String.raw`tháng\s+\d{1,2}(?:\s*(?:\/|năm)\s*\d{4})?`;
const quarter = String.raw`[Qq]u[ýí]\s+(?:[IV]+|[1-4])(?:\s*(?:\/|,)?\s*(?:năm\s+)?\d{4})?`;
const half = String.raw`(?:0?6|sáu)\s+tháng\s+(?:đầu|cuối)\s+năm(?:\s+\d{4})?`;
const moment = `(?:${dayInWords}|${day}|${month}|${quarter}|${half})`;

const often =
  /(?:tháng, quý, (?:0?6 tháng|sáu tháng)[^.;]{0,20}(?:cuối năm|năm)|[Đđ]ịnh kỳ (?:\d+|sáu) tháng(?: một lần| và (?:hằng|hàng)? ?năm)?|(?:[Đđ]ịnh kỳ\s+)?(?<!(?:ngân sách|nhà nước|địa phương|dự toán|kế hoạch|công tác|trung hạn|quốc gia|thường xuyên)(?: và)? )(?:vào ngày \d{1,2}\s+)?(?:[Hh]àng|[Hh]ằng) (?:ngày|tuần|tháng|quý|năm)(?!\p{L})(?:, quý, năm|, quý)?)/u;
const dated = new RegExp(
  String.raw`(?:hoàn thành\s+|xong\s+)?(?:[Tt]rước|[Cc]hậm nhất(?:\s+(?:là|vào|đến|trong|trước))?|[Tt]rong|[Đđ]ến|[Vv]ào)\s+(?:hết\s+)?${moment}|[Tt]rong năm \d{4}(?=\s*(?:[.;,]|$))`,
  'gu',
);
const counted =
  /(?:[Tt]rong(?: vòng| thời hạn| thời gian)?|[Cc]hậm nhất(?: là)?|[Ss]au)\s+\d{1,3}\s+(?:ngày(?: làm việc)?|tháng)(?:,)?\s+(?:kể )?(?:từ|sau)\s+(?:ngày|khi)\s+[^,.;]{2,80}/u;
const between = new RegExp(String.raw`[Tt]ừ\s+${day}\s+đến\s+(?:hết\s+)?${day}`, 'u');

/** The deadline of a paragraph of an organisation section; reports that come back outweigh their day. */
export function timePhraseOf(text: string): string | undefined {
  const cyclic = often.exec(text);
  if (cyclic && /định kỳ|báo cáo|tổng hợp|gửi/iu.test(text)) return cyclic[0];
  const ends = [...text.matchAll(dated)].map(([words]) => words);
  const last = ends.find((words) => /^(?:hoàn thành|xong|trước|chậm nhất)/iu.test(words));
  return between.exec(text)?.[0] ?? counted.exec(text)?.[0] ?? last ?? ends[0];
}

const opening = new RegExp(
  String.raw`^(?:Từ năm \d{4}(?!\s*(?:[-–]|đến))|(?:Trong\s+)?[Gg]iai đoạn\s+\d{4}\s*[-–]\s*\d{4}(?=,)|(?:Trong|Trước|Đến hết|Chậm nhất)\s+(?:năm \d{4}|${moment})(?=\s*,)|(?:Định kỳ\s+)?(?:hằng|hàng|Hằng|Hàng) (?:năm|quý|tháng)(?!\p{L}))`,
  'u',
);
const finished = new RegExp(String.raw`hoàn thành\s+(?:trước|trong|vào|chậm nhất)\s+(?:${moment}|năm \d{4})`, 'u');
/** Where a piece of work among others says when: what it opens with, its end, or the year from which it holds. */
export function timePhraseOfWork(text: string): string | undefined {
  const first = opening.exec(text)?.[0].replace(/^Trong\s+(?=giai đoạn)/u, '');
  return (
    first ??
    between.exec(text)?.[0] ??
    finished.exec(text)?.[0] ??
    /(?<=\s)từ năm \d{4}(?=\s\p{Ll})(?!\s+đến)/u.exec(text)?.[0]
  );
}
