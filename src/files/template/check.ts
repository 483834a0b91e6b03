import type { Element } from '@xmldom/xmldom';
import { editDistance } from '../../values/edit-distance.ts';
import {
  type TemplateFault,
  type TemplateFaultCode,
  type TemplateFields,
  type TemplateGrammar,
  typedAs,
} from '../../values/template.ts';
import { childElements, descendants } from './dom.ts';
import { openTemplate, type Story } from './package.ts';
import { placeInFile, placeOf } from './place.ts';
import { blockPlace, boxesIn, structureOf } from './structure.ts';
import { isolateTags, type Tag } from './tags.ts';

export type TemplateCheck = {
  faults: TemplateFault[];
  /** Names of placeholders that stand in it. */
  used: string[];
};

/** Nobody mends more at once. */
const mostFaults = 200;

/**
 * Every placeholder that cannot be filled, with its place, and whatever must not leave with a document.
 * @throws Refusal with a code that begins with "file"
 */
export function checkTemplate(bytes: Uint8Array, name: string, { fields, required }: TemplateGrammar): TemplateCheck {
  const { stories, faults: ofParts } = openTemplate(bytes, name);
  const faults: TemplateFault[] = ofParts.map(({ code, found }) => ({
    code,
    found,
    place: placeInFile,
    suggestion: null,
  }));
  const used = new Set<string>();
  for (const story of stories) faults.push(...checkStory(story, fields, used));
  for (const missing of required.filter((one) => !used.has(one)))
    faults.push({
      code: 'missing',
      found: typedAs(missing, fields[missing] ?? allLists(fields)[missing]),
      place: placeInFile,
      suggestion: null,
    });
  return { faults: withoutTwins(faults).slice(0, mostFaults), used: [...used].toSorted() };
}

function checkStory(story: Story, fields: TemplateFields, used: Set<string>): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const add = (code: TemplateFaultCode, found: string, element: Element, suggestion: string | null = null): void => {
    faults.push({ code, found, place: placeOf(element, story), suggestion });
  };
  for (const element of descendants(story.root)) {
    const code = unwanted(element);
    if (code) add(code, code === 'field' ? (element.textContent ?? '').trim().slice(0, 60) : '', element);
  }
  const paragraphs = [...descendants(story.root)].filter(({ nodeName }) => nodeName === 'w:p');
  for (const paragraph of paragraphs)
    for (const { code, raw } of isolateTags(paragraph)) add(code, raw, firstWith(paragraph, raw));
  walk(childElements(story.root), [fields], [], { add, used, all: fields, halved: new Set() });
  return faults;
}

/** The text where it begins, so that the place shown is near it. */
function firstWith(paragraph: Element, raw: string): Element {
  const brace = raw.endsWith('}') && !raw.startsWith('{') ? '}' : '{';
  const texts = [...descendants(paragraph)].filter(({ nodeName }) => nodeName === 'w:t');
  return texts.find(({ textContent }) => textContent?.includes(brace)) ?? paragraph;
}

const tracked = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'];
const fetching = /^\s*(?:INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|DDE|LINK|IMPORT|DATABASE|MACROBUTTON)\b/i;

/** What people would not want to leave with an official document, or that fetches something from elsewhere. */
function unwanted(element: Element): TemplateFaultCode | undefined {
  if (tracked.includes(element.nodeName) && element.parentNode?.nodeName !== 'w:rPr') return 'trackedChanges';
  if (element.nodeName === 'w:commentReference') return 'comment';
  const code =
    element.nodeName === 'w:fldSimple'
      ? element.getAttribute('w:instr')
      : element.nodeName === 'w:instrText'
        ? element.textContent
        : undefined;
  return code && fetching.test(code) ? 'field' : undefined;
}

type Walk = {
  add: (code: TemplateFaultCode, found: string, element: Element, suggestion?: string | null) => void;
  used: Set<string>;
  all: TemplateFields;
  /** Lists of which only one end was found: what stands in them is not blamed for it. */
  halved: Set<string>;
};
type Field = TemplateFields[string] | undefined;

const fieldOf = (name: string, scopes: readonly TemplateFields[]): Field =>
  scopes.find((fields) => Object.hasOwn(fields, name))?.[name];

function walk(nodes: readonly Element[], scopes: readonly TemplateFields[], edges: readonly Tag[], ask: Walk): void {
  const { loops, single, faults } = structureOf(nodes, edges);
  for (const { code, tag } of faults) {
    ask.add(code, tag.raw, tag.element);
    ask.used.add(tag.name);
    ask.halved.add(tag.name);
  }
  for (const tag of single) checkSingle(tag, fieldOf(tag.name, scopes), scopes, ask);
  const repeated = new Set<Element>();
  for (const { open, close, range } of loops) {
    const field = fieldOf(open.name, scopes);
    if (field === undefined) unknown(open, scopes, ask);
    else ask.used.add(open.name);
    const inner = typeof field === 'object' ? [field, ...scopes] : scopes;
    for (const box of boxesIn(range)) repeated.add(box);
    walk(range, inner, [...edges, open, close], ask);
  }
  for (const box of boxesIn(nodes)) if (!repeated.has(box)) walk(childElements(box), scopes, [], ask);
}

function checkSingle(tag: Tag, field: Field, scopes: readonly TemplateFields[], ask: Walk): void {
  const { sign, name, raw, element } = tag;
  if (field === undefined) {
    unknown(tag, scopes, ask);
    return;
  }
  ask.used.add(name);
  const place = sign === '@' && field === 'block' ? blockPlace(tag) : 'right';
  if (place !== 'right') ask.add(place, raw, element);
  else if (sign === '' && field === 'block') ask.add('blockAsText', raw, element, `{@${name}}`);
  else if (sign === '' && field !== 'text') ask.add('listAsText', raw, element, `{#${name}}…{/${name}}`);
  else if (sign === '@' && field !== 'block')
    ask.add('textAsBlock', raw, element, field === 'text' ? `{${name}}` : `{#${name}}…{/${name}}`);
}

/** A name that belongs into a list, one typed wrongly, or one that nobody knows. */
function unknown({ name, raw, element, sign }: Tag, scopes: readonly TemplateFields[], ask: Walk): void {
  const list = Object.entries(allLists(ask.all)).find(([, fields]) => Object.hasOwn(fields, name))?.[0];
  if (list !== undefined && ask.halved.has(list)) return;
  const near = scopes
    .flatMap((fields) => Object.keys(fields))
    .map((known) => ({ known, distance: editDistance(name, known) }))
    .filter(({ known, distance }) => distance <= Math.max(1, Math.floor(known.length / 4)))
    .sort((a, b) => a.distance - b.distance)[0];
  if (list !== undefined) ask.add('elsewhere', raw, element, typedAs(list, {}));
  else ask.add('unknown', raw, element, near ? `{${sign}${near.known}}` : null);
}

const allLists = (fields: TemplateFields): Record<string, TemplateFields> =>
  Object.assign(
    {},
    ...Object.entries(fields).map(([name, field]) =>
      typeof field === 'object' ? { [name]: field, ...allLists(field) } : {},
    ),
  );

/** A text box stands in the file twice, for old and new programs. */
const withoutTwins = (faults: readonly TemplateFault[]): TemplateFault[] => [
  ...new Map(
    faults.map((fault) => [
      fault.place.textBox ? JSON.stringify([fault.code, fault.found, fault.place.excerpt]) : fault,
      fault,
    ]),
  ).values(),
];
