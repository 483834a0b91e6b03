import { attribute, child, type XmlElement } from '../containers/xml.ts';
import { flag, value, whole } from './package.ts';
import type { Styles } from './styles.ts';

/** One level of a list as numbering.xml defines it (ISO/IEC 29500-1, 17.9). */
export type Level = {
  start: number;
  format: string;
  /** "%1.%2." with a place for each level's number. */
  text: string;
  /** The level (from 1) whose number starts this one again; 0 is never, undefined any higher one. */
  restart: number | undefined;
  /** All numbers as decimals, whatever their levels say. */
  isLegal: boolean;
  isPicture: boolean;
  /** Style whose paragraphs are of this level. */
  style: string | undefined;
};

/** A list that paragraphs name: levels of its abstract definition with its own changes. */
export type List = {
  /** Lists of one abstract definition count on together. */
  counterId: string;
  levels: ReadonlyMap<number, Level>;
  /** Levels that this list begins anew, and with which number. */
  startOverrides: ReadonlyMap<number, number>;
};

export type Lists = (numId: string) => List | undefined;

/** Word's lists have nine levels; their texts are short, and a longer one would be written before every paragraph. */
const maxLevels = 9;
const maxText = 100;

function readLevel(element: XmlElement): Level {
  const text = child(element, 'w:lvlText');
  return {
    start: whole(value(element, 'w:start')) ?? 0,
    format: formatOf(element),
    text: (attribute(text, 'w:val') ?? '').slice(0, maxText),
    restart: whole(value(element, 'w:lvlRestart')),
    isLegal: flag(element, 'w:isLgl') ?? false,
    isPicture: child(element, 'w:lvlPicBulletId') !== undefined,
    style: value(element, 'w:pStyle'),
  };
}

/** Newer formats hide in mc:AlternateContent, with a plain one for older readers beside it. */
function formatOf(element: XmlElement): string {
  const choice = child(child(child(element, 'mc:AlternateContent'), 'mc:Choice'), 'w:numFmt');
  const format = choice ?? child(element, 'w:numFmt');
  const name = attribute(format, 'w:val') ?? 'decimal';
  return name === 'custom' ? (attribute(format, 'w:format') ?? 'decimal') : name;
}

function readLevels(element: XmlElement | undefined): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const candidate of element?.children ?? []) {
    const at = whole(attribute(candidate, 'w:ilvl'));
    if (candidate.name === 'w:lvl' && at !== undefined && at >= 0 && at < maxLevels)
      levels.set(at, readLevel(candidate));
  }
  return levels;
}

function byId(root: XmlElement | undefined, name: string, id: string): Map<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  for (const element of root?.children ?? []) {
    const key = element.name === name ? attribute(element, id) : undefined;
    if (key !== undefined) found.set(key, element);
  }
  return found;
}

export function readLists(root: XmlElement | undefined, styles: Styles): Lists {
  const abstracts = byId(root, 'w:abstractNum', 'w:abstractNumId');
  const numbers = byId(root, 'w:num', 'w:numId');
  const known = new Map<string, List | undefined>();

  /** An abstract definition may stand for a numbering style, whose list has the levels. */
  const abstractOf = (numId: string, depth = 0): string | undefined => {
    const id = value(numbers.get(numId), 'w:abstractNumId');
    const link = id === undefined ? undefined : value(abstracts.get(id), 'w:numStyleLink');
    const linked = link === undefined ? undefined : styles.listOf(link);
    const target = linked !== undefined && linked !== numId && depth < 8 ? abstractOf(linked, depth + 1) : undefined;
    return target ?? id;
  };

  const read = (numId: string): List | undefined => {
    const counterId = abstractOf(numId);
    const abstract = counterId === undefined ? undefined : abstracts.get(counterId);
    if (!abstract || counterId === undefined) return undefined;
    const levels = readLevels(abstract);
    const startOverrides = new Map<number, number>();
    for (const override of numbers.get(numId)?.children ?? []) {
      const at = whole(attribute(override, 'w:ilvl'));
      if (override.name !== 'w:lvlOverride' || at === undefined) continue;
      for (const [, level] of readLevels(override)) levels.set(at, level);
      const start = whole(value(override, 'w:startOverride'));
      if (start !== undefined) startOverrides.set(at, start);
    }
    return { counterId, levels, startOverrides };
  };

  return (numId) => {
    if (!known.has(numId)) known.set(numId, numId === '0' ? undefined : read(numId));
    return known.get(numId);
  };
}

/** The level whose numbers go to paragraphs of a style. */
export function levelOfStyle(list: List, styleId: string): number | undefined {
  for (const [at, level] of list.levels) if (level.style === styleId) return at;
  return undefined;
}
