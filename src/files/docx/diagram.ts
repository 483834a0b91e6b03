import { attribute, type XmlElement } from '../containers/xml.ts';
import type { ParagraphDraft } from '../layout/drafts.ts';

/** Points of a SmartArt drawing that only place or join the others. */
const shapes: ReadonlySet<string> = new Set(['pres', 'parTrans', 'sibTrans']);

/** The words of a SmartArt drawing, point by point, from the part that holds its data (ISO/IEC 29500-1, 21.4). */
export function diagramDrafts(data: XmlElement | undefined): ParagraphDraft[] {
  const points = data?.children.find(({ name }) => name === 'dgm:ptLst')?.children ?? [];
  return points
    .filter((point) => !shapes.has(attribute(point, 'type') ?? 'node'))
    .flatMap((point) => paragraphsIn(point))
    .map((text): ParagraphDraft => ({ kind: 'paragraph', text }));
}

function paragraphsIn({ name, children }: XmlElement): string[] {
  if (name !== 'a:p') return children.flatMap(paragraphsIn);
  const text = textIn(children).replace(/\s+/g, ' ').trim();
  return text === '' ? [] : [text];
}

const textIn = (elements: readonly XmlElement[]): string =>
  elements
    .map(({ name, text, children }) => (name === 'a:t' ? text : name === 'a:br' ? ' ' : textIn(children)))
    .join('');
