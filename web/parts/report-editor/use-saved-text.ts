import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallError } from '../../../src/api/client.ts';
import type { SectionContent } from '../../../src/registry/section-content.ts';
import { useTypedHere } from '../typed-here.ts';
import { type NotArrived, notArrived, useRetry } from '../use-retry.ts';
import { forget, keep, readKept } from './kept-text.ts';

export type SavingState = 'unchanged' | 'typing' | 'saving' | 'saved' | NotArrived;

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
        if (text.current.content !== content) return true;
        forget(place, userId);
        setState('saved');
        return true;
      },
      (failure: unknown) => {
        const told = notArrived(failure);
        setError(told.error);
        setState(told.state);
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

  /** What was typed while the rest was on its way is sent after it. */
  const flush = async (): Promise<boolean> => {
    while (sent.current !== text.current.content) if (!(await save())) return false;
    return true;
  };

  useEffect(() => {
    if (begun) void save();
  }, [begun, save]);
  useTypedHere(flush);
  useRetry(state === 'waiting' || state === 'signIn', save);

  return {
    begun: text.current.content,
    state,
    error,
    savedAt,
    change,
    flush,
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
