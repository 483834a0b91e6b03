import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CallError, call } from '../../../src/api/client.ts';
import { saveProgress } from '../../../src/api/progress.ts';
import type { ProgressFields, ProgressItem } from '../../../src/registry/progress.ts';
import { type NotArrived, notArrived, useRetry } from '../../parts/use-retry.ts';
import { forget, type KeptDraft, keep, readKept } from './kept-draft.ts';

export type DraftState = 'unchanged' | 'typing' | 'saving' | 'saved' | NotArrived;

export type DraftDesk = {
  fields: ProgressFields;
  state: DraftState;
  error: CallError | undefined;
  /** As stored, with its version; undefined before the first saving. */
  stored: ProgressItem | undefined;
  change: (fields: Partial<ProgressFields>) => void;
  /** Saves what is typed now. Resolves with what is stored, or undefined where that could not be done. */
  flush: () => Promise<ProgressItem | undefined>;
  /** In a conflict: whose words stay. */
  settle: (theirs: ProgressItem, keepMine: boolean) => void;
  /** After it was submitted, sent or dropped. */
  clear: () => void;
};

const pause = 800;

const empty: ProgressFields = {
  share: null,
  result: false,
  doneText: '',
  proposal: '',
  confidence: null,
  withoutEvidence: '',
};

const fieldsOf = ({
  share,
  result,
  doneText,
  proposal,
  confidence,
  withoutEvidence,
}: ProgressFields): ProgressFields => ({
  share,
  result,
  doneText,
  proposal,
  confidence,
  withoutEvidence,
});

const fresh = (): KeptDraft => ({
  id: crypto.randomUUID(),
  window: crypto.randomUUID(),
  number: 0,
  version: 0,
  fields: empty,
});

function beginning(own: ProgressItem | undefined, kept: KeptDraft | undefined): { draft: KeptDraft; unsaved: boolean } {
  if (!own) return kept ? { draft: kept, unsaved: true } : { draft: fresh(), unsaved: false };
  if (kept?.id === own.id) return { draft: kept, unsaved: true };
  return { draft: { ...fresh(), id: own.id, version: own.version, fields: fieldsOf(own) }, unsaved: false };
}

/**
 * A person's draft about a duty. What is typed is kept on this device first and sent a moment later; where the line is down or the
 * session over it stays and is sent when that has passed.
 */
export function useDraft(dutyId: string, userId: string, own: ProgressItem | undefined): DraftDesk {
  const queries = useQueryClient();
  const [begun] = useState(() => beginning(own, readKept(dutyId, userId)));
  const draft = useRef(begun.draft);
  const [fields, setFields] = useState(begun.draft.fields);
  const [state, setState] = useState<DraftState>(begun.unsaved ? 'typing' : own ? 'saved' : 'unchanged');
  const [error, setError] = useState<CallError>();
  const [stored, setStored] = useState(own);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<ProgressItem | undefined>>(undefined);

  const save = useCallback(async (): Promise<ProgressItem | undefined> => {
    clearTimeout(timer.current);
    await running.current;
    draft.current = { ...draft.current, number: draft.current.number + 1 };
    const sent = draft.current;
    keep(dutyId, userId, sent);
    setState('saving');
    const attempt = call(saveProgress, { params: { id: dutyId }, body: sent }).then(
      (answer) => {
        draft.current = { ...draft.current, version: answer.version };
        setStored(answer);
        setError(undefined);
        if (draft.current.fields === sent.fields) {
          forget(dutyId, userId);
          setState('saved');
        }
        return answer;
      },
      (failure: unknown) => {
        const told = notArrived(failure);
        setError(told.error);
        setState(told.state);
        if (told.state === 'conflict')
          for (const name of ['duty', 'duty-report']) void queries.invalidateQueries({ queryKey: [name, dutyId] });
        return undefined;
      },
    );
    running.current = attempt;
    return attempt;
  }, [dutyId, userId, queries]);

  const change = (next: Partial<ProgressFields>) => {
    draft.current = { ...draft.current, fields: { ...draft.current.fields, ...next } };
    keep(dutyId, userId, draft.current);
    setFields(draft.current.fields);
    clearTimeout(timer.current);
    if (state === 'conflict') return;
    setState('typing');
    timer.current = setTimeout(() => void save(), pause);
  };

  useEffect(() => {
    if (begun.unsaved) void save();
    return () => clearTimeout(timer.current);
  }, [begun, save]);

  useRetry(state === 'waiting' || state === 'signIn', save);

  return {
    fields,
    state,
    error,
    stored,
    change,
    flush: async () => (state === 'saved' && stored ? stored : save()),
    settle: (theirs, keepMine) => {
      const next = keepMine ? draft.current.fields : fieldsOf(theirs);
      draft.current = { ...draft.current, version: theirs.version, fields: next };
      setFields(next);
      setStored(theirs);
      if (keepMine) void save();
      else {
        forget(dutyId, userId);
        setState('saved');
      }
    },
    clear: () => {
      clearTimeout(timer.current);
      forget(dutyId, userId);
      draft.current = fresh();
      setFields(empty);
      setStored(undefined);
      setState('unchanged');
    },
  };
}
