import { useCallback, useEffect, useRef, useState } from 'react';
import { CallError } from '../../../src/api/client.ts';
import type { SectionContent } from '../../../src/registry/section-content.ts';
import { forget, keep, readKept } from './kept-text.ts';

/** `waiting`: not arrived yet, tried again by itself. `signIn`: the session has ended. `conflict`: somebody else was quicker. */
export type SavingState = 'unchanged' | 'typing' | 'saving' | 'saved' | 'waiting' | 'signIn' | 'conflict' | 'refused';

export type SavedText = {
  content: SectionContent;
  version: number;
  changed: { at: string; by: { name: string } } | null;
};

type Options<T extends SavedText> = {
  /** What tells this text from all others. */
  place: string;
  userId: string;
  stored: T;
  save: (text: { content: SectionContent; version: number }) => Promise<T>;
  onSaved: (text: T) => void;
};

export type SavedTextDesk = {
  /** What the editor begins with: what was typed here and has not arrived, or what is stored. */
  begun: SectionContent;
  state: SavingState;
  error: CallError | undefined;
  /** When it was last saved from here. */
  savedAt: string | null;
  change: (content: SectionContent) => void;
  /** What is typed is stored when this resolves with true. */
  flush: () => Promise<boolean>;
  /** After a conflict: this is saved over the version that was seen by now. */
  settle: (version: number, content: SectionContent, isTheirs: boolean) => void;
};

const pause = 1200;
const again = 4000;

/** Tries again after a while, and as soon as the line or the person is back. */
function useRetry(wanted: boolean, attempt: () => unknown): void {
  useEffect(() => {
    if (!wanted) return;
    const retry = () => void attempt();
    const timing = setInterval(retry, again);
    window.addEventListener('online', retry);
    window.addEventListener('focus', retry);
    return () => {
      clearInterval(timing);
      window.removeEventListener('online', retry);
      window.removeEventListener('focus', retry);
    };
  }, [wanted, attempt]);
}

const stateOf = (failure: CallError): SavingState => {
  if (failure.code === 'unreachable') return 'waiting';
  if (failure.code === 'notSignedIn') return 'signIn';
  return failure.code === 'changedMeanwhile' ? 'conflict' : 'refused';
};

/**
 * A text that saves itself. What is typed is kept on this device first and sent a moment later; where the line is down or the session
 * over it stays and is sent when that has passed.
 */
export function useSavedText<T extends SavedText>(options: Options<T>): SavedTextDesk {
  const { place, userId, stored } = options;
  const latest = useRef(options);
  latest.current = options;
  const [begun] = useState(() => readKept(place, userId));
  const text = useRef(begun ?? { content: stored.content, version: stored.version });
  const sent = useRef(begun ? undefined : text.current.content);
  const [state, setState] = useState<SavingState>(begun ? 'typing' : 'unchanged');
  const [error, setError] = useState<CallError>();
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<unknown>>(undefined);

  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    await running.current;
    if (sent.current === text.current.content) return true;
    const { save: store, onSaved } = latest.current;
    const content = text.current.content;
    setState('saving');
    const attempt = store({ content, version: text.current.version }).then(
      (answer) => {
        text.current = { ...text.current, version: answer.version };
        sent.current = content;
        setError(undefined);
        setSavedAt(answer.changed?.at ?? null);
        onSaved(answer);
        if (text.current.content !== content) return false;
        forget(place, userId);
        setState('saved');
        return true;
      },
      (failure: unknown) => {
        const refused = failure instanceof CallError ? failure : new CallError('defect');
        setError(refused);
        setState(stateOf(refused));
        return false;
      },
    );
    running.current = attempt;
    return attempt;
  }, [place, userId]);

  const change = (content: SectionContent) => {
    text.current = { ...text.current, content };
    keep(place, userId, text.current);
    clearTimeout(timer.current);
    if (state === 'conflict') return;
    setState('typing');
    timer.current = setTimeout(() => void save(), pause);
  };

  // What is left behind is sent at once; where that fails it is kept here, and sent when the page is open again.
  useEffect(() => {
    if (begun) void save();
    return () => void save();
  }, [begun, save]);

  useRetry(state === 'waiting' || state === 'signIn', save);

  return {
    begun: text.current.content,
    state,
    error,
    savedAt,
    change,
    flush: save,
    settle: (version, content, isTheirs) => {
      text.current = { content, version };
      if (isTheirs) {
        sent.current = content;
        forget(place, userId);
        setState('saved');
      } else void save();
    },
  };
}
