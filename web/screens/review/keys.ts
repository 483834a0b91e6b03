import { useLocalStorage } from '@mantine/hooks';
import { type RefObject, useEffect, useRef } from 'react';

/** Everything that can be done with the finding in hand, with its keys; the first is the one shown. */
export const keysOf = {
  accept: ['Enter'],
  edit: ['e'],
  split: ['s'],
  join: ['j'],
  reject: ['x'],
  undo: ['u'],
  group: ['g'],
  agency: ['c'],
  indicator: ['i'],
  add: ['a'],
  next: ['n', 'ArrowDown', 'ArrowRight'],
  previous: ['p', 'ArrowUp', 'ArrowLeft'],
  help: ['?'],
} as const satisfies Record<string, readonly string[]>;
export type Deed = keyof typeof keysOf;

export const deeds = Object.keys(keysOf) as Deed[];

const faces: Record<string, string> = { ArrowDown: '↓', ArrowRight: '→', ArrowUp: '↑', ArrowLeft: '←' };

/** What stands on the key. */
export const faceOf = (key: string): string => faces[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** An input method that waits for more letters names the key only by its place on the keyboard. */
const keyOf = ({ key, code }: KeyboardEvent): string => {
  if (key === 'Process' && code.startsWith('Key')) return code.slice(3).toLowerCase();
  return key.length === 1 ? key.toLowerCase() : key;
};

const deedOf = (key: string): Deed | undefined =>
  deeds.find((deed) => (keysOf[deed] as readonly string[]).includes(key));

/** Whether a key already means something where the focus is. */
function isTaken(key: string, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement || target instanceof SVGElement)) return false;
  if (target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="listbox"], [role="menu"]'))
    return true;
  if (key === 'Enter') return target.closest('a, button, summary') !== null;
  return key.startsWith('Arrow') && target.closest('[role="radiogroup"], [role="tablist"], [data-arrows]') !== null;
}

/** One-letter keys can be turned off, as speech control and screen readers need it (WCAG 2.1.4). */
export const useKeysOn = (): [boolean, (on: boolean) => void] => {
  const [on, setOn] = useLocalStorage({
    key: 'tiendo.review.keys',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  return [on, setOn];
};

/** Keys work while the focus is on this screen or nowhere, not in the frame around it. */
export function useKeys(place: RefObject<HTMLElement | null>, on: boolean, doIt: (deed: Deed) => void) {
  const latest = useRef(doIt);
  useEffect(() => {
    latest.current = doIt;
  });
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const key = keyOf(event);
      const deed = deedOf(key);
      const { target } = event;
      const here = target === document.body || (target instanceof Node && (place.current?.contains(target) ?? false));
      const above = target instanceof Element && target.matches('main');
      if (!deed || (!here && !above) || isTaken(key, target)) return;
      event.preventDefault();
      latest.current(deed);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [place, on]);
}
