import { type RefObject, useEffect } from 'react';

/** The finding that a link on either side leads to. */
function findingAt(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest('[data-card], a[href^="?muc="]') : null;
  return link?.getAttribute('data-card') ?? link?.getAttribute('href')?.slice('?muc='.length) ?? null;
}

/** What the pointer or the focus is on, on one side, is shown on the other, too. From outside React, as what is chosen. */
export function useNear(panes: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const place = panes.current;
    let near: string | null = null;
    const show = ({ target }: Event) => {
      const id = findingAt(target);
      if (id === near) return;
      near = id;
      for (const one of place?.querySelectorAll('[data-near]') ?? []) one.removeAttribute('data-near');
      if (id === null) return;
      const named = CSS.escape(id);
      const both = place?.querySelectorAll(`[data-card="${named}"], [data-ids~="${named}"]`) ?? [];
      for (const one of both) one.setAttribute('data-near', '');
    };
    place?.addEventListener('pointerover', show);
    place?.addEventListener('pointerleave', show);
    place?.addEventListener('focusin', show);
    return () => {
      place?.removeEventListener('pointerover', show);
      place?.removeEventListener('pointerleave', show);
      place?.removeEventListener('focusin', show);
    };
  }, [panes]);
}
