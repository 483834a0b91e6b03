import { type RefObject, useEffect } from 'react';

/** Up and down arrows walk the links inside, so that a list can be read through without the Tab key. */
export function useArrowWalk(within: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const place = within.current;
    const walk = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || !place || !(event.target instanceof HTMLAnchorElement)) return;
      const links = [...place.querySelectorAll('a')];
      const next = links[links.indexOf(event.target) + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    place?.addEventListener('keydown', walk);
    return () => place?.removeEventListener('keydown', walk);
  }, [within]);
}
