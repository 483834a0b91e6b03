import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import {
  changeReorganisation,
  confirmReorganisation,
  getReorganisation,
  removeReorganisation,
  undoReorganisation,
} from '../../../src/api/reorganisations.ts';
import type { Rehearsal } from '../../../src/registry/rehearsal.ts';
import type { HeirChoice } from '../../../src/registry/reorganisation.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording } from '../../words/words.ts';

const keyOf = (id: string) => ['reorganisation', id];

export const useReorganisation = (id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call(getReorganisation, { params: { id }, signal }),
  });

/** What an answer changes: this event here, and whatever counts open work elsewhere. */
function useAnswer(id: string) {
  const queries = useQueryClient();
  const { words, language } = useWording();
  return {
    keep: (rehearsal: Rehearsal) => queries.setQueryData(keyOf(id), rehearsal),
    renew: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
    fail: (error: unknown) => {
      showRefused(sentenceOf(error, words, language));
      void queries.invalidateQueries({ queryKey: keyOf(id) });
    },
  };
}

export function useConfirm(id: string) {
  const { words } = useWording();
  const { keep, renew, fail } = useAnswer(id);
  return useMutation({
    mutationFn: ({ version, counts: { ended, made } }: Rehearsal) =>
      call(confirmReorganisation, { params: { id }, body: { version, ended, made } }),
    onSuccess: (rehearsal) => {
      keep(rehearsal);
      notifications.show({ color: 'teal', message: words.reorganisations.done });
      void renew();
    },
    onError: fail,
  });
}

export function useUndo(id: string) {
  const { words } = useWording();
  const { keep, renew, fail } = useAnswer(id);
  return useMutation({
    mutationFn: ({ version, reason }: { version: number; reason: string }) =>
      call(undoReorganisation, { params: { id }, body: { version, ...(reason.trim() && { reason: reason.trim() }) } }),
    onSuccess: (rehearsal) => {
      keep(rehearsal);
      notifications.show({ color: 'teal', message: words.reorganisations.undone });
      void renew();
    },
    onError: fail,
  });
}

export function useRemove(id: string) {
  const { renew, fail } = useAnswer(id);
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (version: number) => call(removeReorganisation, { params: { id }, query: { version } }),
    onSuccess: async () => {
      await navigate({ to: '/don-vi/sap-xep' });
      await renew();
    },
    onError: fail,
  });
}

export type Deciding = {
  /** What stands for a row now: chosen here and perhaps not stored yet, or as the event has it. */
  heirsOf: (assignmentId: number, stored: HeirChoice[] | null) => HeirChoice[] | null;
  decide: (assignmentIds: readonly number[], heirs: HeirChoice[]) => void;
  saving: boolean;
};

/**
 * Choices are seen at once and stored one call after the other, each with all that was chosen meanwhile, so that
 * deciding by keyboard never waits for an answer.
 */
export function useDeciding({ id, version }: Rehearsal): Deciding {
  const { keep, fail } = useAnswer(id);
  const [chosen, setChosen] = useState<ReadonlyMap<number, HeirChoice[]>>(new Map());
  const [saving, setSaving] = useState(false);
  const waiting = useRef(new Map<number, HeirChoice[]>());
  const running = useRef(false);

  async function send(from: number): Promise<void> {
    if (running.current) return;
    running.current = true;
    setSaving(true);
    let known = from;
    try {
      while (waiting.current.size > 0) {
        const decisions = [...waiting.current].map(([assignmentId, heirs]) => ({ assignmentId, heirs }));
        waiting.current = new Map();
        const rehearsal = await call(changeReorganisation, { params: { id }, body: { version: known, decisions } });
        known = rehearsal.version;
        if (waiting.current.size === 0) keep(rehearsal);
      }
    } catch (error) {
      waiting.current = new Map();
      setChosen(new Map());
      fail(error);
    }
    running.current = false;
    setSaving(false);
  }

  return {
    heirsOf: (assignmentId, stored) => chosen.get(assignmentId) ?? stored,
    decide: (assignmentIds, heirs) => {
      setChosen((now) => new Map([...now, ...assignmentIds.map((one) => [one, heirs] as const)]));
      for (const one of assignmentIds) waiting.current.set(one, heirs);
      void send(version);
    },
    saving,
  };
}
