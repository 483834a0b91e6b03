import { formatTargetValue } from '../../values/format.ts';
import type { Note } from '../../values/note.ts';
import { squeeze } from '../../values/vietnamese.ts';
import type { FoundTarget, FoundTask } from './found.ts';
import { note } from './note.ts';

/** What is odd about several findings taken together. */
export const notesAcross = (targets: FoundTarget[], tasks: FoundTask[], text: string): Note[] => [
  ...wrongSums(targets),
  ...differing(targets),
  ...duplicates(tasks, text),
];

const plain = (words: string | null): string =>
  squeeze((words ?? '').toLowerCase().replace(/[^\p{L}\p{N}%/ ]+/gu, ' '));

/** Rounding moves a sum of shares by less than this. */
const rounding = 0.35;
/** What is farther from 100 than this is no whole structure. */
const incomplete = 12;

/** Shares of one structure, in one list or column, that should make 100 %. */
function wrongSums(targets: FoundTarget[]): Note[] {
  const structures = Map.groupBy(targets.filter(isShareOfStructure), (target) =>
    [plain(target.name), target.year, target.tier, target.section.join('/'), target.valueSpan === null].join('|'),
  );
  return [...structures.values()].flatMap((parts) => {
    const [first] = parts;
    const sum = parts.reduce((total, { value }) => total + (value ?? 0), 0);
    const off = Math.abs(sum - 100);
    if (!first || parts.length < 3 || off <= rounding || off > incomplete) return [];
    const detail = `${parts.map((part) => formatTargetValue(part)).join(' + ')} = ${formatTargetValue({ ...first, op: '=', value: Math.round(sum * 100) / 100 })}`;
    return [note('partsNotHundred', { span: first.valueSpan ?? first.span, findingId: first.id, detail })];
  });
}

const isShareOfStructure = ({ name, variant, unit, value, value2 }: FoundTarget): boolean =>
  unit === '%' && value !== null && value2 === null && variant !== null && /cơ cấu|tỷ trọng|tỉ trọng/iu.test(name);

/** One indicator, year, unit and tier with two values: one of them is a slip, or the names lack what tells them apart. */
function differing(targets: FoundTarget[]): Note[] {
  const byId = new Map(targets.map((target) => [target.id, target]));
  const ownName = ({ name, variant }: FoundTarget): string => `${plain(name)}|${plain(variant)}`;
  const nameOf = (target: FoundTarget): string => {
    const parent = target.parentId === null ? undefined : byId.get(target.parentId);
    return `${ownName(target)}|${parent ? ownName(parent) : ''}`;
  };
  const same = Map.groupBy(
    targets.filter(({ op }) => op !== 'text'),
    (target) =>
      [
        nameOf(target),
        target.year,
        target.yearFrom,
        target.unit,
        target.tier,
        target.change,
        plain(target.base),
        plain(target.group),
      ].join('|'),
  );
  return [...same.values()].flatMap((group) => {
    const values = [...new Set(group.map((target) => formatTargetValue(target)))];
    if (values.length < 2) return [];
    return group.map((target) =>
      note('valuesDiffer', { span: target.valueSpan ?? target.span, findingId: target.id, detail: values.join(' / ') }),
    );
  });
}

/** Shorter tasks ("Kiểm tra, giám sát.") may well stand under several headings. */
const longEnough = 60;

function duplicates(tasks: FoundTask[], text: string): Note[] {
  const wordsOf = ({ span, lead }: FoundTask): string =>
    `${plain(text.slice(span.start, span.end))}|${lead.map(plain).join('|')}`;
  const same = Map.groupBy(
    tasks.filter(({ span }) => span.end - span.start >= longEnough),
    wordsOf,
  );
  return [...same.values()].flatMap(([, ...again]) =>
    again.map((task) => note('duplicated', { span: task.span, findingId: task.id })),
  );
}
