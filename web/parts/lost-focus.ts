import { useEffect } from 'react';

/** Where an element stood below one that may outlive it. */
type Step = { parent: Element; at: number };
type Place = { element: HTMLElement; way: Step[] };

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';
/** Rows that come and go with scrolling are no loss; where letters are deeds of their own, nowhere is the right place for them. */
const left = '[aria-rowcount] tbody, [data-own-keys]';
/** What is not searched beyond. */
const whole = 'main, [role="dialog"]';

const canTake = (element: HTMLElement): boolean =>
  element.getClientRects().length > 0 && element.closest('[aria-hidden="true"]') === null;

const inside = (element: Element | undefined): HTMLElement[] =>
  element === undefined
    ? []
    : [...(element.matches(focusable) ? [element] : []), ...element.querySelectorAll(focusable)].filter(
        (one): one is HTMLElement => one instanceof HTMLElement && canTake(one),
      );

function placeOf(element: HTMLElement): Place {
  const way: Step[] = [];
  let child: Element = element;
  while (child.parentElement && !child.matches(whole)) {
    way.push({ parent: child.parentElement, at: [...child.parentElement.children].indexOf(child) });
    child = child.parentElement;
  }
  return { element, way };
}

/** The next thing in the list it stood in, else the one before, else what stands nearest around, else the heading there. */
function heirOf({ way }: Place): HTMLElement | undefined {
  const standing = way.filter(({ parent }) => parent.isConnected && parent.closest(whole) !== null);
  for (const { parent, at } of standing) {
    const children = [...parent.children];
    const after = children.slice(at).flatMap(inside)[0];
    const heir = after ?? children.slice(0, at).flatMap(inside).at(-1);
    if (heir) return heir;
    const heading = parent.querySelector<HTMLElement>('h1, h2, h3');
    if (heading) return heading;
  }
  return undefined;
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

function give(heir: HTMLElement): void {
  if (!heir.matches(focusable)) heir.tabIndex = -1;
  heir.focus();
}

/** What takes the focus by itself, a form that opens or a dialog that closes, comes first. */
const patience = 60;

/**
 * Where what held the focus is taken away, a removed line above all, whoever works by keyboard or screen reader goes on beside it and
 * not from the top of the page.
 */
export function useLostFocus(): void {
  useEffect(() => {
    let onPage: Place | undefined;
    let latest: Place | undefined;
    let timer = 0;
    const note = (target: EventTarget | null) => {
      const element = target instanceof Element ? target.closest<HTMLElement>(`${focusable}, button, input`) : null;
      latest = element && !element.closest(left) ? placeOf(element) : undefined;
      if (!element?.closest('[role="dialog"]')) onPage = latest;
    };
    const onFocus = ({ target }: FocusEvent) => note(target);
    // A click on nothing in particular leaves the focus nowhere on purpose.
    const onPointer = ({ target }: PointerEvent) => note(target);
    const find = () => {
      if (!isLost()) return;
      // A dialog has closed whose opener went with what it removed.
      const lost = latest?.way.some(({ parent }) => parent.isConnected && parent.closest(whole)) ? latest : onPage;
      if (!lost) return;
      const still = lost.element.isConnected && lost.element.matches(focusable) && canTake(lost.element);
      const heir = still ? lost.element : heirOf(lost);
      if (heir) give(heir);
    };
    const observer = new MutationObserver((records) => {
      // A button that is locked while its deed is done loses the focus, too.
      const unlocked = records.some(({ type, target }) => type === 'attributes' && target === latest?.element);
      if (!latest || (latest.element.isConnected && !unlocked) || !isLost()) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(find, patience);
    });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPointer, true);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      observer.disconnect();
      window.clearTimeout(timer);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPointer, true);
    };
  }, []);
}
