import type { Span } from '../../values/span.ts';
import type { Line } from '../text/line.ts';
import { subview, type View, wholeSpan } from '../text/view.ts';
import { isNumbered, numberSource } from './document-number.ts';

/** The clauses that a document opens with and the recipients that it ends with. */

const opening =
  /^(?:Căn cứ|Thực hiện|Triển khai|Để (?:thực hiện|triển khai|tiếp tục)|Trên cơ sở|Tiếp tục thực hiện|Thi hành)(?=\s)/u;
const number = new RegExp(numberSource, 'u');

/** One clause per opening word, however many documents it strings together; clauses that name no document are none. */
export function legalBasesOf(lines: Line[]): Span[] {
  const spans: Span[] = [];
  for (const line of lines.slice(0, 60)) {
    if (line.marker && line.marker.kind !== 'dash') break;
    const text = line.body.text;
    // What follows is the decision itself, however it begins ("Thực hiện các nhiệm vụ tại Kết luận …").
    if (spans.length > 0 && /^QUYẾT (?:NGHỊ|ĐỊNH)\s*:/u.test(text)) break;
    if (!opening.test(text) || !namesDocument(text)) continue;
    spans.push(clauseSpan(line.body));
  }
  return spans;
}

const namesDocument = (text: string): boolean => {
  const found = number.exec(text)?.[0];
  return (
    (found !== undefined && isNumbered(found)) ||
    /^Căn cứ (?:Luật|Bộ luật|Hiến pháp|Pháp lệnh|Nghị|Quyết định|Điều lệ)/u.test(text)
  );
};

/** To the end of the clause: what follows a full stop, or names who issues ("…; Ủy ban nhân dân tỉnh ban hành …"), is no part of it. */
function clauseSpan(view: View): Span {
  const stop =
    /[;,.]\s+(?=(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|Thực hiện chủ đề)\s)|\.\s+(?=\p{Lu})/u.exec(
      view.text,
    );
  const end = stop ? stop.index : view.text.length;
  const clause = view.text.slice(0, end).replace(/[;.,:\s]+$/u, '');
  return view.span(0, clause.length);
}

const heading = /^(?:Nơi nhận|Noi nhận|Nơi nhân|NƠI NHẬN)\s*:?/u;

export function recipientsOf(lines: Line[]): Span[] {
  const at = lines.findIndex((line) => heading.test(line.full.text));
  if (at === -1) return [];
  const spans = sameLine(lines[at]);
  /** True while the item before has no closing mark: its next line is its rest. */
  let open = false;
  for (const line of lines.slice(at + 1)) {
    const before = open;
    open = !/[;.,]\s*$/u.test(line.full.text);
    // The Party's form without dashes: a recipient a line, each with its comma (HD 36-HD/VPTW).
    const listed = line.marker === undefined && !line.upper && /[,;.]$/u.test(line.full.text) && !before;
    if (line.marker?.kind === 'dash' || (listed && line.full.text.length < 120)) spans.push(itemSpan(line.body));
    else if (line.marker || line.upper || spans.length === 0 || !(before || /^\p{Ll}/u.test(line.full.text))) {
      if (spans.length > 0) break;
    } else {
      const last = spans.at(-1);
      if (last) spans[spans.length - 1] = { start: last.start, end: itemSpan(line.full).end };
    }
  }
  return spans;
}

/** "Nơi nhận: - Như Điều 3;": the first item on the heading's own line. */
function sameLine(line: Line | undefined): Span[] {
  const label = line && /^[^:]*:\s*[-–]\s*(?=\p{L})/u.exec(line.full.text);
  return line && label ? [itemSpan(subview(line.full, label[0].length, line.full.text.length))] : [];
}

function itemSpan(view: View): Span {
  const text = view.text.replace(/[;.,\s]+$/u, '');
  return text === '' ? wholeSpan(view) : view.span(0, text.length);
}
