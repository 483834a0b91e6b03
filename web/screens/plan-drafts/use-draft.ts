import { useCallback, useEffect, useRef, useState } from 'react';
import { type CallError, call } from '../../../src/api/client.ts';
import { type DraftPage, getPlanDraft, savePlanDraft } from '../../../src/api/plan-drafts.ts';
import type { PlanDraftContent } from '../../../src/registry/plan-draft.ts';
import { notArrived, useRetry } from '../../parts/use-retry.ts';
import { mergedDraft } from './merge.ts';

export type Saving = 'saved' | 'saving' | 'failed';

const pause = 600;

/** The draft as it is written here; it saves itself, and takes in what somebody else saved meanwhile. */
export function useDraft(stored: DraftPage) {
  const { id } = stored;
  const [content, setContent] = useState(stored.content);
  const [unread, setUnread] = useState(stored.unread);
  const [saving, setSaving] = useState<Saving>('saved');
  const [error, setError] = useState<CallError>();
  /** Rows that somebody else changed, too. */
  const [merged, setMerged] = useState<{ sentence: CallError; both: string[] }>();
  const now = useRef(stored.content);
  const kept = useRef({ content: stored.content, version: stored.version });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void>>(undefined);

  const show = useCallback((next: PlanDraftContent) => {
    now.current = next;
    setContent(next);
  }, []);

  const attempt = useCallback(async () => {
    const sent = now.current;
    if (sent === kept.current.content) return setSaving('saved');
    setSaving('saving');
    try {
      const body = { content: sent, version: kept.current.version };
      const answer = await call(savePlanDraft, { params: { id }, body });
      kept.current = { content: sent, version: answer.version };
      setUnread(answer.unread);
      setError(undefined);
      setSaving(now.current === sent ? 'saved' : 'saving');
    } catch (failure) {
      const { error: refused, state } = notArrived(failure);
      if (state === 'conflict') {
        const theirs = await call(getPlanDraft, { params: { id } });
        const { content: both, both: names } = mergedDraft(kept.current.content, now.current, theirs.content);
        kept.current = { content: theirs.content, version: theirs.version };
        setMerged({ sentence: refused, both: names });
        show(both);
      } else setError(refused);
      setSaving('failed');
    }
  }, [id, show]);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    await running.current?.catch(() => undefined);
    running.current = attempt();
    await running.current.catch(() => setSaving('failed'));
  }, [attempt]);

  const change = (next: PlanDraftContent) => {
    show(next);
    setSaving('saving');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), pause);
  };

  useRetry(saving === 'failed', flush);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (now.current === kept.current.content) return;
      void flush();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      if (now.current !== kept.current.content) void flush();
    };
  }, [flush]);

  return { content, unread, saving, error, merged, change, flush };
}

export type DraftDesk = ReturnType<typeof useDraft>;
