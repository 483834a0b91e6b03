import { useEffect, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

const print = typeof window === 'undefined' ? undefined : window.matchMedia('print');

/** Browsers tell of a sheet by the event, by the medium or by both; what changes must stand before the sheet is laid out. */
function heed(change: () => void): () => void {
  const now = () => flushSync(change);
  window.addEventListener('beforeprint', now);
  window.addEventListener('afterprint', now);
  print?.addEventListener('change', now);
  return () => {
    window.removeEventListener('beforeprint', now);
    window.removeEventListener('afterprint', now);
    print?.removeEventListener('change', now);
  };
}

let sheet = false;
if (print) {
  window.addEventListener('beforeprint', () => {
    sheet = true;
  });
  window.addEventListener('afterprint', () => {
    sheet = false;
  });
}

/** Whether the page is being laid out for paper. */
export const usePrinting = (): boolean => useSyncExternalStore(heed, () => sheet || (print?.matches ?? false));

const scheme = 'data-mantine-color-scheme';

/** Paper is white, whatever the screen is. */
export function useWhitePaper(): void {
  const printing = usePrinting();
  useEffect(() => {
    const root = document.documentElement;
    const before = root.getAttribute(scheme);
    if (!printing || before === null) return;
    root.setAttribute(scheme, 'light');
    return () => root.setAttribute(scheme, before);
  }, [printing]);
}
