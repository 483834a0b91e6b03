import { attribute, type XmlElement } from '../containers/xml.ts';

/** The words of page headers and footers, a paragraph a line: those of boxes and watermarks in them stand by themselves. */
export function edgeLines(root: XmlElement): string[] {
  const lines: string[] = [];
  const read = (element: XmlElement, words: string[]): void => {
    if (element.name === 'w:p') {
      const own: string[] = [];
      for (const part of element.children) read(part, own);
      lines.push(own.join(''));
      return;
    }
    if (element.name === 'w:del' || element.name === 'w:moveFrom') return;
    if (element.name === 'w:t') words.push(element.text);
    else if (element.name === 'w:tab' || element.name === 'w:br') words.push(' ');
    // A watermark's words are the drawing's, not the paragraph's.
    else if (element.name === 'v:textpath') lines.push(attribute(element, 'string') ?? '');
    for (const part of element.children) read(part, words);
  };
  read(root, []);
  return lines.filter((line) => line.trim() !== '');
}
