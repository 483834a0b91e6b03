/** What comes out of Word, a browser or a spreadsheet, made into what the editor's schema has a place for. */

const dropped = 'script, style, title, meta, link, xml, o\\:p, img, svg, object, iframe';

export function cleaned(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(dropped)) element.remove();
  for (const cell of page.querySelectorAll('td, th')) joinParagraphs(cell);
  wordLists(page);
  for (const item of page.querySelectorAll('li')) flatten(item);
  return page.body.innerHTML;
}

/** A cell holds one paragraph; its lines stay apart. */
function joinParagraphs(cell: Element): void {
  const blocks = cell.querySelectorAll('p, div, li, h1, h2, h3, h4, h5, h6');
  blocks.forEach((block, at) => {
    if (at > 0) block.before(block.ownerDocument.createElement('br'));
    block.replaceWith(...block.childNodes);
  });
  for (const list of cell.querySelectorAll('ul, ol')) list.replaceWith(...list.childNodes);
}

/** Word's lists are paragraphs that begin with their mark. */
function wordLists(page: Document): void {
  const isItem = (element: Element | null): element is HTMLElement =>
    element?.tagName === 'P' && /mso-list:(?!\s*none)/iu.test(element.getAttribute('style') ?? '');
  for (const first of [...page.querySelectorAll('p')]) {
    if (!isItem(first) || first.parentElement?.closest('ul, ol')) continue;
    const list = page.createElement(isNumbered(first) ? 'ol' : 'ul');
    first.before(list);
    for (let item: Element | null = first; isItem(item); ) {
      const next: Element | null = item.nextElementSibling;
      for (const mark of markersOf(item)) mark.remove();
      const entry = page.createElement('li');
      entry.append(...item.childNodes);
      list.append(entry);
      item.remove();
      item = next;
    }
  }
}

const markersOf = (item: Element): Element[] =>
  [...item.querySelectorAll('span')].filter((span) => /mso-list:\s*ignore/iu.test(span.getAttribute('style') ?? ''));

const isNumbered = (item: Element): boolean => /[\dA-Za-z]/u.test(markersOf(item)[0]?.textContent ?? '');

/** An item is one paragraph; lists within it follow behind it. */
function flatten(item: Element): void {
  for (const inner of [...item.querySelectorAll('ul, ol')].reverse())
    item.after(...inner.querySelectorAll(':scope > li'));
  for (const inner of item.querySelectorAll('ul, ol')) inner.remove();
  const paragraphs = item.querySelectorAll('p, div');
  paragraphs.forEach((paragraph, at) => {
    if (at > 0) paragraph.before(paragraph.ownerDocument.createElement('br'));
    paragraph.replaceWith(...paragraph.childNodes);
  });
}
