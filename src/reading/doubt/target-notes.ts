import type { OwnHeader } from '../../values/finding.ts';
import type { Note, NoteCode } from '../../values/note.ts';
import { hasBodyForm } from './body-form.ts';
import type { FoundTarget } from './found.ts';
import { note } from './note.ts';
import { quoteOf } from './place.ts';

/** What is odd about a target by itself. */
export function targetNotes(target: FoundTarget, document: OwnHeader, text: string): Note[] {
  const about = (code: NoteCode, detail: string | null = null): Note =>
    note(code, { span: target.valueSpan ?? target.span, findingId: target.id, detail });
  const value = quoteOf(text, target.valueSpan) || quoteOf(text, target.span);
  const found: [boolean, NoteCode, string | null][] = [
    [!/\p{L}{2}/u.test(target.name), 'nameCut', target.name],
    [lacksUnit(target), 'unitMissing', value],
    [isImpossible(target), 'valueImpossible', value],
    [target.value2 !== null && target.value !== null && target.value2 < target.value, 'rangeReversed', value],
    [target.year === null, 'yearUnknown', null],
    [isOutOfRange(target, document), 'yearOutOfRange', String(target.year)],
  ];
  return [
    ...found.flatMap(([is, code, detail]) => (is ? [about(code, detail)] : [])),
    ...target.agencies.filter((name) => !hasBodyForm(name)).map((name) => about('agencyUnknown', name)),
  ];
}

/** Indices and ranks count in points and places without saying so. */
const lacksUnit = ({ op, unit, name }: FoundTarget): boolean =>
  op !== 'text' && unit === null && !/chỉ số|hệ số|tỷ số|tỉ số|xếp hạng|thứ hạng/iu.test(name);

/** Shares of a whole; what grows, is fulfilled or is compared with GDP can exceed it. */
const share = /^(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu)(?!\p{L})/iu;
const mayExceed =
  /tăng|giảm|so với|hoàn thành|thực hiện|kế hoạch|dự toán|vốn hóa|dư nợ|trên gr?dp|\/gr?dp|giới tính|bao phủ điện thoại|thuê bao/iu;

function isImpossible({ op, value, value2, of, unit, change, name, variant }: FoundTarget): boolean {
  if (op === 'text' || value === null) return false;
  if (of !== null && value > of) return true;
  const most = Math.max(value, value2 ?? 0);
  return (
    unit === '%' && change === 'level' && most > 100 && share.test(name) && !mayExceed.test(`${name} ${variant ?? ''}`)
  );
}

/** How many years a plan may look ahead. */
const farthest = 40;

function isOutOfRange({ year, yearFrom }: FoundTarget, { issuedOn, period }: OwnHeader): boolean {
  if (year === null) return false;
  const issued = issuedOn === null ? undefined : Number(issuedOn.slice(0, 4));
  const first = Math.min(period?.from ?? year, issued ?? year);
  const last = Math.max(period?.to ?? year, issued ?? year) + farthest;
  return year < first || year > last || (yearFrom !== null && yearFrom > year);
}
