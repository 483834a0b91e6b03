import { attribute, type XmlElement } from '../containers/xml.ts';
import { bullet } from '../layout/counter.ts';
import { formatNumber } from '../layout/number-format.ts';
import type { OdtStyles } from './styles.ts';

/** Numbers given in a list so far, by level from 1; lists that continue one another share them. */
export type OdtCount = Map<number, number>;

export type OdtLists = {
  /** What a list element counts with: what it continues, or a new count. */
  begin: (list: XmlElement, style: string | undefined) => OdtCount;
  /** The marker of the next item. @param start the number it says it has */
  next: (count: OdtCount, style: string | undefined, level: number, start: number | undefined) => string | undefined;
  /** The number of a heading by the document's outline. */
  heading: (level: number) => string | undefined;
};

const formats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '': 'none',
};

/** Lists are at most ten deep (ODF 1.3, 19.880); a longer text would be written before every paragraph. */
const maxLevels = 10;
const maxText = 100;

type Levels = ReadonlyMap<number, XmlElement>;

export function newOdtLists(styles: OdtStyles): OdtLists {
  const byId = new Map<string, OdtCount>();
  const byStyle = new Map<string, OdtCount>();
  const known = new Map<string, Levels>();
  const outline = levelsOf(styles.outline);
  const headings: OdtCount = new Map();

  const levels = (style: string | undefined): Levels => {
    const found = known.get(style ?? '');
    if (found) return found;
    const read = levelsOf(style === undefined ? undefined : styles.lists.get(style));
    known.set(style ?? '', read);
    return read;
  };

  return {
    begin: (list, style) => {
      const id = attribute(list, 'xml:id');
      const continued = byId.get(attribute(list, 'text:continue-list') ?? '');
      const goesOn = attribute(list, 'text:continue-numbering') === 'true';
      const count = continued ?? (goesOn ? byStyle.get(style ?? '') : undefined) ?? new Map<number, number>();
      if (id !== undefined) byId.set(id, count);
      byStyle.set(style ?? '', count);
      return count;
    },
    next: (count, style, level, start) => marker(levels(style), count, level, start),
    heading: (level) => {
      const format = attribute(outline.get(level), 'style:num-format') ?? '';
      return format === '' ? undefined : marker(outline, headings, level, undefined);
    },
  };
}

function levelsOf(style: XmlElement | undefined): Levels {
  const levels = new Map<number, XmlElement>();
  for (const element of style?.children ?? []) {
    const level = Number(attribute(element, 'text:level'));
    if (level >= 1 && level <= maxLevels) levels.set(level, element);
  }
  return levels;
}

const startOf = (levels: Levels, level: number): number => {
  const start = Number.parseInt(attribute(levels.get(level), 'text:start-value') ?? '1', 10);
  return Number.isSafeInteger(start) ? start : 1;
};

function marker(levels: Levels, count: OdtCount, level: number, start: number | undefined): string | undefined {
  const last = count.get(level);
  count.set(level, start ?? (last === undefined ? startOf(levels, level) : last + 1));
  for (const lower of [...count.keys()]) if (lower > level) count.delete(lower);
  const element = levels.get(level);
  if (!element) return undefined;
  if (element.name === 'text:list-level-style-bullet') return bullet(attribute(element, 'text:bullet-char') ?? '');
  if (element.name === 'text:list-level-style-image') return '•';
  const number = (at: number): string => {
    const format = formats[attribute(levels.get(at), 'style:num-format') ?? ''] ?? 'decimal';
    return formatNumber(count.get(at) ?? startOf(levels, at), format);
  };
  return shown(element, level, number);
}

function shown(element: XmlElement, level: number, number: (at: number) => string): string | undefined {
  const pattern = attribute(element, 'loext:num-list-format')?.slice(0, maxText);
  if (pattern !== undefined) {
    const text = pattern.replace(/%(\d{1,2})%/g, (_, at: string) => (Number(at) <= level ? number(Number(at)) : ''));
    return text.trim() === '' ? undefined : text.trim();
  }
  if ((attribute(element, 'style:num-format') ?? '') === '') return undefined;
  const wanted = Number.parseInt(attribute(element, 'text:display-levels') ?? '1', 10);
  const from = Math.max(1, level - Math.min(Math.max(wanted || 1, 1), level) + 1);
  const numbers = Array.from({ length: level - from + 1 }, (_, at) => number(from + at)).filter((one) => one !== '');
  const affix = (name: string): string => (attribute(element, name) ?? '').slice(0, maxText);
  return `${affix('style:num-prefix')}${numbers.join('.')}${affix('style:num-suffix')}`.trim();
}
