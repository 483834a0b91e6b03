import type { XmlElement } from '../containers/xml.ts';

/** Elements of an envelope by their local names: some senders put what is attached into no namespace at all. */

const named = (name: string) => (element: XmlElement) => element.name === `ed:${name}` || element.name === name;

export const first = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find(named(name));

export const all = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter(named(name)) ?? [];

/** null where there is no such element, or nothing in it. */
export function wordsOf(element: XmlElement | undefined, name: string): string | null {
  const text = first(element, name)?.text.trim();
  return text ? text : null;
}
