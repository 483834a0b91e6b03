import type { Element, Node } from '@xmldom/xmldom';

/** What both the checker and the filler of templates ask of a part's tree. */

const elementNode = 1;
export const isElement = (node: Node | null | undefined): node is Element => node?.nodeType === elementNode;

export function childElements(parent: Node): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) if (isElement(node)) found.push(node);
  return found;
}

export const childNamed = (parent: Node | undefined, name: string): Element | undefined =>
  parent && childElements(parent).find(({ nodeName }) => nodeName === name);

/** All elements below, in their order; those that `closed` names are told and not gone into. */
export function* descendants(parent: Node, closed: (element: Element) => boolean = () => false): Generator<Element> {
  for (const element of childElements(parent)) {
    yield element;
    if (!closed(element)) yield* descendants(element, closed);
  }
}

/** The nearest element of one of these names that holds it, itself included. */
export function nearest(node: Node, ...names: string[]): Element | undefined {
  for (let at: Node | null = node; at; at = at.parentNode) if (isElement(at) && names.includes(at.nodeName)) return at;
  return undefined;
}

/** What holds paragraphs and tables. */
export const holders = ['w:body', 'w:tc', 'w:hdr', 'w:ftr', 'w:footnote', 'w:endnote', 'w:txbxContent', 'w:sdtContent'];

export const remove = (element: Element): void => {
  element.parentNode?.removeChild(element);
};
