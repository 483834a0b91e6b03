import { attributeOf, childrenOf, type HtmlElement, isElement, textOf } from './tree.ts';

/** Ids and classes under which Vietnamese legal portals and common site systems put a document's text. */
const containers: ReadonlySet<string> = new Set([
  'divcontentdoc',
  'toanvancontent',
  'fulltext',
  'content1',
  'cldivcontentdocvn',
  'the-document-body',
  'document-body',
  'docitem',
  'noidung',
  'noidungvanban',
  'divnoidung',
  'noi-dung',
  'detail-content',
  'content-detail',
  'vbcontent',
  'entry-content',
  'post-content',
  'article-content',
  'article-body',
  'main-content',
]);

const neverText: ReadonlySet<string> = new Set(
  'script style noscript template head title iframe object svg button select input textarea nav audio video canvas map link meta aside dialog'.split(
    ' ',
  ),
);

/** Element that shows nothing of the document, wherever it stands. */
export function isLeftOut(element: HtmlElement): boolean {
  if (neverText.has(element.tagName)) return true;
  const role = attributeOf(element, 'role') ?? '';
  if (/^(?:navigation|banner|contentinfo|complementary|search|dialog|menu)$/.test(role)) return true;
  const style = attributeOf(element, 'style') ?? '';
  return (
    attributeOf(element, 'hidden') !== undefined ||
    attributeOf(element, 'aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(style)
  );
}

type Measure = { letters: number; linked: number; links: number };

/** Letters below each element, and how many of them are links. */
function measure(body: HtmlElement): Map<HtmlElement, Measure> {
  const measures = new Map<HtmlElement, Measure>();
  const visit = (element: HtmlElement): Measure => {
    const sum: Measure = { letters: 0, linked: 0, links: 0 };
    for (const node of childrenOf(element)) {
      if (!isElement(node)) sum.letters += textOf(node).replace(/\s+/g, '').length;
      else if (!isLeftOut(node)) {
        const inner = visit(node);
        sum.letters += inner.letters;
        sum.linked += inner.linked;
        sum.links += inner.links;
      }
    }
    if (element.tagName === 'a' && attributeOf(element, 'href') !== undefined) {
      sum.linked = sum.letters;
      sum.links = 1;
    }
    measures.set(element, sum);
    return sum;
  };
  visit(body);
  return measures;
}

export type MainContent = { root: HtmlElement; isChrome: (element: HtmlElement) => boolean };

/**
 * The element that holds the document, and which elements in it belong to the page around it. A known container is taken
 * where it holds a good part of the page; otherwise one goes down as long as what is left aside is mostly links.
 */
export function mainContent(body: HtmlElement): MainContent {
  const measures = measure(body);
  const of = (element: HtmlElement): Measure => measures.get(element) ?? { letters: 0, linked: 0, links: 0 };
  const whole = own(of(body));
  const known = [...measures.keys()].filter(
    (element) => isKnown(element) && own(of(element)) >= Math.max(100, whole * 0.3),
  );
  known.sort((a, b) => of(b).letters - of(a).letters);
  const root = known[0] ?? descend(body, of);
  const total = of(root).letters;
  return {
    root,
    isChrome: (element) => {
      const { letters, linked, links } = of(element);
      if (!groups.has(element.tagName) || element === root) return false;
      if (links >= 5 && linked > letters * 0.8) return true;
      if (letters > total / 2) return false;
      const isLinks = links >= 3 && linked > letters * 0.6;
      return isLinks || (hint.test(namesOf(element)) && letters < total / 5) || isPageEdge(element, root);
    },
  };
}

const groups: ReadonlySet<string> = new Set('div ul ol section table td header footer form fieldset'.split(' '));

const namesOf = (element: HtmlElement): string =>
  `${attributeOf(element, 'id') ?? ''} ${attributeOf(element, 'class') ?? ''}`.toLowerCase();

const isKnown = (element: HtmlElement): boolean =>
  namesOf(element)
    .split(/\s+/)
    .some((name) => containers.has(name)) ||
  element.tagName === 'article' ||
  element.tagName === 'main' ||
  attributeOf(element, 'role') === 'main';

const hint =
  /(?:^|[\s_-])(?:menu|nav|navbar|breadcrumbs?|sidebar|footer|comments?|share|social|related|banner|advert\w*|ads|toolbar|popup|modal|login|search|pagination|tags|cookie)(?:$|[\s_-])/;

/** Header and footer of the page, not those that a document's own markup has inside its container. */
const isPageEdge = (element: HtmlElement, root: HtmlElement): boolean =>
  (element.tagName === 'header' || element.tagName === 'footer') &&
  element.parentNode === root &&
  root.tagName === 'body';

const wrappers: ReadonlySet<string> = new Set('body div section form center span font table tbody tr td'.split(' '));

const own = ({ letters, linked }: Measure): number => letters - linked;

function descend(body: HtmlElement, of: (element: HtmlElement) => Measure): HtmlElement {
  let here = body;
  for (;;) {
    const inner = childrenOf(here)
      .filter(isElement)
      .filter((node) => wrappers.has(node.tagName))
      .sort((a, b) => own(of(b)) - own(of(a)))[0];
    if (!inner || inner.tagName === 'table') return here;
    const [all, part] = [of(here), of(inner)];
    const aside = { letters: all.letters - part.letters, linked: all.linked - part.linked };
    const asideIsPage = aside.letters === 0 || aside.linked > aside.letters * 0.3;
    if (part.letters < all.letters * 0.5 || !asideIsPage) return here;
    here = inner;
  }
}
