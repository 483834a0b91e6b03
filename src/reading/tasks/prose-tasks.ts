import type { Table } from '../../values/block.ts';
import { squeeze } from '../../values/vietnamese.ts';
import type { Line } from '../text/line.ts';
import { rankOf } from '../text/marker.ts';
import { beginsAttached, type Passage } from '../text/outline.ts';
import { isFunding } from '../text/roles.ts';
import { paragraphView, subview, wholeSpan } from '../text/view.ts';
import { beginsBody, splitBodies } from './bodies.ts';
import { bodyBeginning } from './body-words.ts';
import { type Calendar, dueOf } from './due.ts';
import { attributeOf, attributeWithin, isAssignment } from './prose-attributes.ts';
import { type Doers, doersOf, isOrder, orderedLater } from './prose-bodies.ts';
import { timePhraseOf, timePhraseOfWork } from './prose-time.ts';
import type { FoundTask } from './table-tasks.ts';
import { beginsWithVerb, verbIn } from './verbs.ts';

/** `line` holds the task's words, a part of `item` where that says something else before them. */
export type ProseTask = { task: FoundTask; line: Line; item: Line };

/** Where the tasks begin that the next lines "Cơ quan chủ trì: …" hold for, and the heading above them. */
type Block = {
  from: number;
  closed: boolean;
  heading: Passage | undefined;
  /** True after "Cơ quan thực hiện:" without more: the next lines name them. */
  open: boolean;
};

/** A line that says who does what stands below it: "Các sở, ngành thực hiện các nội dung sau:". */
type Intro = { rank: number; doers: Doers };

/** The paragraphs and bullets of the sections on tasks and organisation, each one task. */
export function tasksOfProse(passages: Passage[], text: string, calendar: Calendar): ProseTask[] {
  const tasks: ProseTask[] = [];
  let ended = false;
  let block: Block = { from: 0, closed: false, heading: undefined, open: false };
  let intro: Intro | undefined;
  for (const passage of passages) {
    const { item } = passage;
    if (item.kind === 'table') {
      if (endsDocument(item.table, text)) ended = true;
      continue;
    }
    if (item.marker?.kind === 'appendix' || beginsAttached(item)) ended = false;
    if (closes(item)) ended = true;
    if (ended) continue;
    const attribute = assigns(passage) ? attributeOf(wordsOf(item), calendar) : undefined;
    if (attribute) {
      if (block.from === tasks.length && block.heading?.item.kind === 'line')
        tasks.push({
          task: taskOf(block.heading, block.heading.item, undefined, calendar),
          line: block.heading.item,
          item: block.heading.item,
        });
      for (const one of tasks.slice(block.from)) Object.assign(one.task, attribute);
      block = { ...block, closed: true, open: /:\s*$/u.test(item.body.text) };
      continue;
    }
    if (block.open && isAssignment(wordsOf(item))) {
      const { lead, coord } = doersOf(wordsOf(item), undefined);
      for (const { task } of tasks.slice(block.from))
        Object.assign(task, { lead: [...task.lead, ...lead], coord: [...task.coord, ...coord] });
      continue;
    }
    if (block.closed || passage.heading)
      block = { from: tasks.length, closed: false, heading: passage.heading ? passage : undefined, open: false };
    intro = introAt(passage, item, intro);
    const line = contentOf(item);
    if (isTask(passage, line)) {
      const task = taskOf(passage, line, intro?.doers, calendar);
      // What stands before the task in its paragraph may say who does it.
      const ordered = line === item ? [] : orderedLater(wordsOf(item));
      if (ordered.length > 0) task.lead = ordered;
      tasks.push({ task: line === item ? task : { ...task, ordinal: headingOrdinal(block) }, line, item });
    }
  }
  return tasks;
}

/** No paragraph that people wrote is longer; of what is, the beginning says who and when. */
const longest = 6000;
const wordsOf = (line: Line): string => line.body.text.slice(0, longest);

const assigns = ({ role }: Passage): boolean => role === 'tasks' || role === 'organisation' || role === 'funding';

/** "Nội dung: Tổng kết mô hình …" in a block below its heading: the words behind the label are the task. */
function contentOf(line: Line): Line {
  const closing = /^Trên đây là[^.]*(?:\.(?!\s+Trong quá trình)[^.]*)*\.\s+(?=Trong quá trình\s)/u.exec(line.body.text);
  if (closing) return { ...line, body: subview(line.body, closing[0].length, line.body.text.length) };
  const label = /^Nội dung(?: thực hiện| công việc| nhiệm vụ)?\s*:\s*(?=\S)/u.exec(line.body.text);
  return label ? { ...line, body: subview(line.body, label[0].length, line.body.text.length) } : line;
}

/** "b) Hoạt động 2" above "Nội dung: …" only counts the task; a heading with words of its own groups it. */
const headingOrdinal = ({ heading }: Block): string | null =>
  heading?.item.kind === 'line' && /^\p{Lu}\p{Ll}+(?: \p{Ll}+){0,2} \d{1,2}\s*:?$/u.test(heading.item.body.text)
    ? ordinalOf(heading.item)
    : null;

function introAt(passage: Passage, line: Line, before: Intro | undefined): Intro | undefined {
  const text = wordsOf(line);
  const rank = line.marker ? rankOf(line.marker) : 0;
  const holds = before !== undefined && !passage.heading && (line.marker === undefined || rank > before.rank);
  const leadsIn = passage.role === 'other' && passage.titles.length === 0 && ordering.test(text);
  if (!passage.heading && (assigns(passage) || leadsIn) && /:\s*$/u.test(text) && !isTask(passage, line)) {
    const above = passage.role === 'organisation' ? bodiesAbove(passage.titles) : undefined;
    const doers = doersOf(text.replace(ordering, ''), holds ? before.doers : above);
    if (doers.lead.length > 0) return { rank, doers: { ...doers, monitor: [] } };
  }
  return holds ? before : undefined;
}

/** "Tổng giám đốc yêu cầu các đơn vị thực hiện các nội dung sau:": whoever orders is not who does. */
const ordering = new RegExp(
  String.raw`^[^:.;]{3,300}?(?:yêu cầu|đề nghị|giao(?: cho)?|chỉ đạo)\s+(?=${bodyBeginning})`,
  'u',
);

const endsDocument = (table: Table, text: string): boolean =>
  table.rows.length < 4 &&
  table.rows.some((row) =>
    row.cells.some((cell) => cell.paragraphs.some((paragraph) => ending.test(paragraphView(paragraph, text).text))),
  );

/** Recipients or signature, which may stand in a table of their own. */
const ending = /^(?:Nơi nhận|Noi nhận|Nơi nhân|NƠI NHẬN)|^(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ)\.?\s+\p{Lu}{2}/u;

const closes = (line: Line): boolean => ending.test(line.full.text);

/** Closing orders to everybody are no tasks of anybody. */
const closingOrder =
  /^(?:Trên cơ sở [^,]*, )?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chủ tịch (?:UBND|Ủy ban nhân dân))[^,.;]{0,40}\s(?:yêu cầu|đề nghị) (?:các|[Tt]hủ trưởng|Giám đốc)[^.]*(?:(?:nghiêm túc|khẩn trương) (?:triển khai|tổ chức|thực hiện)|(?:triển khai|tổ chức|thực hiện) (?:nghiêm túc|tốt|hiệu quả|nghiêm)[^.,;]{0,20} (?:chỉ thị|kế hoạch|nghị quyết|quyết định|chương trình)(?: này)?|thực hiện tốt (?:các )?nội dung[^.,;]{0,40}[./]*$)/iu;
const closingAppeal =
  /^(?:Yêu cầu|Đề nghị) (?:quý |các )?(?:cơ quan|đơn vị|địa phương)[^.,;]{0,40}\s(?:quan tâm|nghiêm túc|khẩn trương|phối hợp|biết,?)[^.,;]{0,40}thực hiện[^.,;]{0,30}[./]*$|^(?:Yêu cầu|Đề nghị) (?:các|[Tt]hủ trưởng|Giám đốc)[^.]*nghiêm túc (?:triển khai|tổ chức|thực hiện)[^.,;]{0,40}[./]*$/u;
/** Who is bound by the decision, not what anybody is to do. */
const obedience =
  /(?:căn cứ (?:Quyết định|Nghị quyết|Chỉ thị|Kế hoạch)(?: này)? thi hành|chịu trách nhiệm (?:thi hành|thực hiện) (?:Quyết định|Nghị quyết|Chỉ thị|Kế hoạch|Chương trình) này)\s*[./]*(?:\s(?:Quyết định|Nghị quyết) này có hiệu lực[^.]*)?[./]*$/iu;

const noTask =
  /^(?:(?:Số lượng|Quy mô|Địa điểm|Đối tượng|Thành phần|Hình thức|Diện tích|Địa bàn|Điện thoại|Fax|Email|Địa chỉ|Website)\s*:|Trên đây là|Nghị quyết này|Quyết định này|Kế hoạch này|Chỉ thị này|Chương trình này|Nghị quyết đã được|\(|(?!Thực hiện)[^.;:]{3,60}thông báo (?:để|đến|cho) [^.;]{3,200}(?:biết|thực hiện)[^.;]{0,20}[./]*$|Năm \d{4} là năm|[\p{L}\s,]{0,40}kêu gọi (?:toàn|mọi|các (?!quỹ|nhà đầu tư|doanh nghiệp|nguồn|dự án))|Các nội dung|Cụ thể|Ghi chú|Nguồn|Các (?:hoạt động|nhiệm vụ)[^.;]* được thực hiện theo)/u;

function isTask(passage: Passage, line: Line): boolean {
  const text = wordsOf(line);
  if (passage.heading || text.length < 15 || noTask.test(text)) return false;
  if (closingOrder.test(text) || closingAppeal.test(text) || obedience.test(text) || isEnclosure(text)) return false;
  if (line.marker === undefined && isStatement(text)) return false;
  if (passage.role === 'funding' || isFunding(text)) return doersOf(text, undefined).lead.length > 0;
  if (passage.role === 'tasks' || passage.role === 'organisation') return !/:\s*$/u.test(text) || isWork(line);
  // What a decision lays down in its articles, or numbered without them, and the paragraphs below an article.
  const kind = line.marker?.kind;
  if (
    passage.role === 'other' &&
    passage.titles.length === 0 &&
    (kind === undefined || kind === 'article' || kind === 'decimal')
  ) {
    if (isDuty(text)) return true;
    if (kind !== 'article' && !/:\s*$/u.test(text) && isOrder(text)) return doersOf(text, undefined).lead.length > 0;
  }
  // "Điều n. Giao Ủy ban nhân dân … tổ chức thực hiện"; the article that only names who obeys the decision is none.
  return (
    line.marker?.kind === 'article' &&
    /^(?:Hội đồng nhân dân [\p{L}\s]{2,30})?[Gg]iao\s+(?!chỉ tiêu|kế hoạch|dự toán)/u.test(text) &&
    !/:\s*$/u.test(text)
  );
}

/** How things are, and why they matter: what stands before the work and is none. */
const isStatement = (text: string): boolean =>
  /^(?:Bên cạnh đó|Hiện nay|Thời gian qua|Trong (?:thời gian|những năm) qua|Tuy nhiên|Vì vậy|Do đó)(?!\p{L})/u.test(
    text,
  ) ||
  /^[^.;:]{3,220}?\slà\s(?:một |những |yếu tố|nền tảng|trụ cột|động lực|lực đẩy|điều kiện|đòn bẩy|quá trình|nhân tố|cơ sở|định hướng|tài nguyên)/u.test(
    text,
  ) ||
  /^(?:Đột phá|Trọng tâm|Mục tiêu|Tầm nhìn)[^.:]{0,40}\s(?:là|được)(?!\p{L})/u.test(text) ||
  (!beginsBody(text) &&
    !beginsWithVerb(text) &&
    /^(?:[^.;:,]{3,160}?\s(?:được xây dựng trong|sẽ|đã)|[^.;:]{3,120}?\sđang)\s/u.test(text));

/** "Điều 2. Giám đốc Sở A phối hợp với Sở B tổ chức thực hiện …": an article that gives somebody work. */
const isDuty = (text: string): boolean =>
  ((/^Căn cứ (?:vào )?(?:chức năng|nhiệm vụ)/u.test(text) && /[,;]\s+(?:từng|các)\s/u.test(text)) ||
    (beginsBody(text) &&
      !/^Hội đồng nhân dân/u.test(text) &&
      /^(?:chủ trì|phối hợp|giám sát|có trách nhiệm|hướng dẫn|theo dõi|tổ chức|căn cứ|chịu trách nhiệm|tăng cường|chủ động|khẩn trương|tập trung|bổ sung|đôn đốc|tổng hợp|kiểm tra|tham mưu|bố trí|rà soát|tuyên truyền|đăng tải|cung cấp|bảo đảm|đảm bảo|tiếp tục|nghiêm túc|đẩy mạnh|cân đối|thẩm định)/u.test(
        verbIn(text)?.[0] ?? '',
      ))) &&
  !/thi hành (?:Quyết định|Nghị quyết|Chỉ thị)/u.test(text) &&
  doersOf(text, undefined).lead.length > 0;

/** A bullet above sub-bullets is a task as well, unless it is nothing but the name of who does them. */
const isWork = (line: Line): boolean =>
  line.marker !== undefined &&
  !isAssignment(line.body.text.replace(/\s*:\s*$/u, '')) &&
  !(announcement.test(line.body.text) && beginsBody(line.body.text));

/** "Vụ A chủ trì, phối hợp với Vụ B triển khai các công việc sau:" says who does what follows. */
const announcement =
  /(?:nội dung|công việc|nhiệm vụ|hoạt động|giải pháp|việc)(?: cụ thể| chính| chủ yếu)?(?: như)? sau(?: đây)?\s*:\s*$/u;

const isEnclosure = (text: string): boolean => /^\(?(?:Ban hành )?[Kk]èm theo/u.test(text);

function taskOf(passage: Passage, line: Line, intro: Doers | undefined, calendar: Calendar): FoundTask {
  const text = wordsOf(line);
  const within = attributeWithin(text, calendar);
  // The paragraph on difficulties closes the document, whatever body's heading it happens to stand below.
  const closing = line.marker === undefined && /^Trong quá trình\s/u.test(text);
  const above = intro ?? (passage.role === 'organisation' && !closing ? bodiesAbove(passage.titles) : undefined);
  const organising =
    passage.role !== 'tasks' ||
    intro ||
    beginsBody(text) ||
    /(?<!\p{L})(?:[Gg]iao|do|[Pp]hân công)\s|\(\p{Lu}|^(?:Hàng|Hằng) /u.test(text);
  const doers = organising ? doersOf(text, above) : { lead: [], coord: [], monitor: [] };
  const timeRaw = timeIn(passage, text, calendar);
  return {
    source: 'prose',
    span: wholeSpan(line.body),
    section: passage.section,
    group: passage.group === null ? null : squeeze(passage.group),
    ordinal: ordinalOf(line),
    ...doers,
    timeRaw,
    time: (timeRaw === null ? undefined : dueOf(timeRaw, calendar)) ?? { kind: 'none' },
    productRaw: null,
    fundingRaw: null,
    noteRaw: null,
    ...within,
  };
}

/** Below "Tiến độ thực hiện" the whole paragraph is the time, where it can be read so. */
function timeIn(passage: Passage, text: string, calendar: Calendar): string | null {
  if (passage.role === 'tasks' || passage.role === 'funding') return timePhraseOfWork(text) ?? null;
  const whole = text.replace(/[.;]+$/u, '');
  if (/^tiến độ/iu.test(passage.group ?? '') && /^Từ\s/u.test(whole) && dueOf(whole, calendar) !== undefined)
    return whole;
  return (
    timePhraseOf(text) ?? (passage.role === 'organisation' ? (/^Thường xuyên(?!\p{L})/u.exec(text)?.[0] ?? null) : null)
  );
}

/**
 * The bodies that the headings above name ("2. Sở Tài chính:"), with those they are to work with ("a) Phối hợp với các sở:");
 * the paragraphs below are their work.
 */
function bodiesAbove(titles: string[]): Doers | undefined {
  let above: Doers | undefined;
  for (const title of titles) {
    const named = title.replace(/^(?:Đề nghị|Giao|Yêu cầu)\s+/u, '').replace(/\s*\([^)]*\)/gu, '');
    if (beginsBody(named)) {
      // Only a heading that goes on with what the body does ends before its verb: "1. Sở A chủ trì, phối hợp với Sở B:".
      above = /(?:chủ trì|phối hợp|chỉ đạo|có trách nhiệm|thực hiện)(?!\p{L})/u.test(named)
        ? doersOf(named, undefined)
        : {
            lead: splitBodies(named.replace(/(?<!chính trị|kinh tế)\s+[-–]\s+\p{Ll}.*$|\s+là\s+.*$/u, '')),
            coord: [],
            monitor: [],
          };
    } else if (above && /^(?:Chủ trì|Phối hợp)/u.test(named)) above = { ...above, coord: doersOf(named, above).coord };
  }
  return above?.lead.length ? above : undefined;
}

/** Its own number in the list; dashes and articles are no ordinals. */
export function ordinalOf(line: Line): string | null {
  const { marker } = line;
  if (!marker || marker.label === '' || marker.kind === 'appendix') return null;
  return marker.label.replace(/^\(|\)$/gu, '').replace(/^Điều\s+/u, '');
}
