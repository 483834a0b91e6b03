import { type RefObject, useEffect } from 'react';

/** Not what a list's row links to beside its own page. Links drawn over a page are links of SVG. */
const walked = 'a:not([data-beside] a)';

/** Up and down arrows walk the links inside, so that a list can be read through without the Tab key. */
export function useArrowWalk(within: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const place = within.current;
    const walk = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const link = event.target instanceof Element && event.target.closest('a');
      if (!step || !place || !link) return;
      const links = [...place.querySelectorAll<HTMLAnchorElement | SVGAElement>(walked)];
      const at = links.indexOf(link);
      const next = at < 0 ? undefined : links[at + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    place?.addEventListener('keydown', walk);
    return () => place?.removeEventListener('keydown', walk);
  }, [within]);
}
