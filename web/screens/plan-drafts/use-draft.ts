import { useCallback, useEffect, useRef, useState } from 'react';
import { type CallError, call } from '../../../src/api/client.ts';
import { type DraftPage, getPlanDraft, savePlanDraft } from '../../../src/api/plan-drafts.ts';
import type { PlanDraftContent } from '../../../src/registry/plan-draft.ts';
import { useTypedHere } from '../../parts/typed-here.ts';
import { notArrived, useRetry } from '../../parts/use-retry.ts';
import { forget, keep, readKept } from './kept-plan.ts';
import { begunDraft, mergedDraft } from './merge.ts';

export type Saving = 'saved' | 'saving' | 'failed';

const pause = 600;

/**
 * The draft as it is written here; it saves itself, and takes in what somebody else saved meanwhile. What is typed is kept on this device
 * first and sent a moment later; what did not arrive is there again when the draft is opened.
 */
export function useDraft(found: DraftPage, userId: string) {
  const { id } = found;
  const [begun] = useState(() => begunDraft(found.content, readKept(id, userId)));
  const [content, setContent] = useState(begun.content);
  const [unread, setUnread] = useState(found.unread);
  const [saving, setSaving] = useState<Saving>(begun.restored ? 'saving' : 'saved');
  const [error, setError] = useState<CallError>();
  /** Rows that somebody else changed, too. */
  const [merged, setMerged] = useState<{ sentence: CallError; both: string[] }>();
  const now = useRef(begun.content);
  const stored = useRef({ content: found.content, version: found.version });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean>>(undefined);

  const show = useCallback(
    (next: PlanDraftContent) => {
      now.current = next;
      keep(id, userId, { base: stored.current.content, content: next });
      setContent(next);
    },
    [id, userId],
  );

  /** Whether it arrived; somebody else's rows that were taken in are sent with what was typed here. */
  const attempt = useCallback(async (): Promise<boolean> => {
    const sent = now.current;
    try {
      const body = { content: sent, version: stored.current.version };
      const answer = await call(savePlanDraft, { params: { id }, body });
      stored.current = { content: sent, version: answer.version };
      setUnread(answer.unread);
      setError(undefined);
      return true;
    } catch (failure) {
      const { error: refused, state } = notArrived(failure);
      if (state !== 'conflict') {
        setError(refused);
        return false;
      }
      const theirs = await call(getPlanDraft, { params: { id } });
      const { content: both, both: names } = mergedDraft(stored.current.content, now.current, theirs.content);
      stored.current = { content: theirs.content, version: theirs.version };
      setMerged({ sentence: refused, both: names });
      show(both);
      return true;
    }
  }, [id, show]);

  /** Until nothing is left of what was typed. */
  const save = useCallback(async (): Promise<boolean> => {
    while (now.current !== stored.current.content) {
      setSaving('saving');
      if (!(await attempt().catch(() => false))) {
        setSaving('failed');
        return false;
      }
    }
    forget(id, userId);
    setSaving('saved');
    return true;
  }, [id, userId, attempt]);

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    await running.current;
    running.current = save();
    return running.current;
  }, [save]);

  const change = (next: PlanDraftContent) => {
    show(next);
    setSaving('saving');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), pause);
  };

  useEffect(() => {
    void flush();
  }, [flush]);
  useTypedHere(flush);
  useRetry(saving === 'failed', flush);

  return { content, unread, saving, error, merged, restored: begun.restored, change };
}

export type DraftDesk = ReturnType<typeof useDraft>;
