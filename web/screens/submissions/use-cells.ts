import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type CallError, call } from '../../../src/api/client.ts';
import { saveCells } from '../../../src/api/figures.ts';
import type { Cell, CellChange, FigureSheet } from '../../../src/registry/cell.ts';
import { type FigureKey, type FigureValue, figureKey, sameValue } from '../../../src/registry/figure.ts';
import { doing, type History, noHistory, redoing, undoing } from '../../parts/grid/history.ts';
import { type NotArrived, notArrived, useRetry } from '../../parts/use-retry.ts';
import { keepCells, readKeptCells } from './kept-cells.ts';

export type Said = FigureValue & { reason: string };
/** One cell of a step that can be undone. */
type Changed = { key: FigureKey; before: Said; after: Said };
export type CellsState = 'saved' | 'typing' | 'saving' | NotArrived;

export type CellsDesk = {
  said: (key: FigureKey) => Said | undefined;
  state: CellsState;
  error: CallError | undefined;
  /** Cells of which somebody else has said something else meanwhile. */
  conflicts: { mine: CellChange; theirs: Cell }[];
  write: (changes: readonly { key: FigureKey; said: Said }[]) => void;
  undo: () => void;
  redo: () => void;
  settle: (keepMine: boolean) => void;
  /** Whether all that was typed is stored when it resolves. */
  flush: () => Promise<boolean>;
};

const pause = 800;

export const sheetKey = (submissionId: string) => ['figure-sheet', submissionId];

const saidOf = ({ value, missing, reason }: Said): Said => ({ value, missing, reason });
const sameSaid = (one: Said, other: Said): boolean => sameValue(one, other) && one.reason === other.reason;

type Pending = ReadonlyMap<string, CellChange>;
const keyed = (changes: readonly CellChange[]): Pending => new Map(changes.map((one) => [figureKey(one), one]));

type Stored = ReadonlyMap<string, Cell>;

/**
 * What was typed and has not arrived. It is kept on this device first and sent a moment later, all together; where the line is down or the
 * session over it stays and is sent when that has passed.
 */
function useSaving(submissionId: string, userId: string) {
  const queries = useQueryClient();
  const [pending, setPending] = useState<Pending>(() => keyed(readKeptCells(submissionId, userId)));
  const latest = useRef(pending);
  const [state, setState] = useState<CellsState>(pending.size > 0 ? 'typing' : 'saved');
  const [error, setError] = useState<CallError>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean>>(undefined);

  const put = useCallback(
    (next: Pending) => {
      latest.current = next;
      keepCells(submissionId, userId, [...next.values()]);
      setPending(next);
    },
    [submissionId, userId],
  );
  /** What the other one changed is fetched; where none of it is disputed, what was typed here goes on. */
  const refetch = useCallback(
    async (changed: boolean): Promise<boolean> => {
      await queries.refetchQueries({ queryKey: sheetKey(submissionId) });
      const sheet = queries.getQueryData<FigureSheet>(sheetKey(submissionId));
      const stored = storedOf(sheet ?? { lines: [] });
      const disputed = conflictsOf(latest.current, stored).length > 0;
      if (!changed || !sheet || disputed) {
        setState(changed && sheet ? 'conflict' : 'refused');
        return false;
      }
      put(onto(latest.current, stored));
      setState('waiting');
      return true;
    },
    [submissionId, queries, put],
  );
  /** Whether it arrived, or may be tried again at once. */
  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    await running.current;
    const sent = latest.current;
    setState(sent.size === 0 ? 'saved' : 'saving');
    if (sent.size === 0) return true;
    running.current = call(saveCells, { params: { id: submissionId }, body: { changes: [...sent.values()] } }).then(
      ({ cells }) => {
        queries.setQueryData<FigureSheet>(sheetKey(submissionId), (old) => old && withCells(old, cells));
        const left = leftOver(latest.current, sent, cells);
        put(left);
        // The first figure begins the report.
        void queries.invalidateQueries({ queryKey: ['submission', submissionId] });
        setError(undefined);
        setState(left.size === 0 ? 'saved' : 'typing');
        if (left.size > 0) timer.current = setTimeout(() => void save(), pause);
        return true;
      },
      (failure: unknown) => {
        const told = notArrived(failure);
        setError(told.error);
        if (told.state === 'conflict' || told.state === 'refused') return refetch(told.state === 'conflict');
        setState(told.state);
        return false;
      },
    );
    return running.current;
  }, [submissionId, queries, put, refetch]);

  useEffect(() => {
    if (latest.current.size > 0) void save();
  }, [save]);
  useRetry(state === 'waiting' || state === 'signIn', save);
  const flush = async (): Promise<boolean> => {
    while (latest.current.size > 0) if (!(await save())) return false;
    return true;
  };
  const putSoon = (next: Pending) => {
    put(next);
    clearTimeout(timer.current);
    if (state === 'conflict') return;
    setState('typing');
    timer.current = setTimeout(() => void save(), pause);
  };
  return { pending, latest, state, error, put, putSoon, save, flush };
}

/** What was typed while the rest was on its way; it goes on from what has arrived. */
function leftOver(latest: Pending, sent: Pending, cells: readonly Cell[]): Pending {
  const versions = new Map(cells.map((cell) => [figureKey(cell), cell.version]));
  return keyed(
    [...latest].flatMap(([key, change]) =>
      sent.get(key) === change ? [] : [{ ...change, version: versions.get(key) ?? change.version }],
    ),
  );
}

const storedOf = ({ lines }: Pick<FigureSheet, 'lines'>): Stored =>
  new Map(lines.flatMap(({ cells }) => cells.map((cell) => [figureKey(cell), cell] as const)));

/** The same, said of the cells as they are now. */
const onto = (pending: Pending, stored: Stored): Pending =>
  keyed([...pending].map(([key, change]) => ({ ...change, version: stored.get(key)?.version ?? change.version })));

/** Other words of somebody else on cells that were typed here, too. */
const conflictsOf = (pending: Pending, stored: Stored): CellsDesk['conflicts'] =>
  [...pending.values()].flatMap((mine) => {
    const theirs = stored.get(figureKey(mine));
    return theirs && theirs.version !== mine.version && !sameSaid(theirs, mine) ? [{ mine, theirs }] : [];
  });

/** The cells of a sheet as they are typed: what waits here, over what the server has. */
export function useCells(sheet: FigureSheet, userId: string): CellsDesk {
  const stored = useMemo(() => storedOf(sheet), [sheet]);
  const { pending, latest, state, error, put, putSoon, save, flush } = useSaving(sheet.submissionId, userId);
  const [history, setHistory] = useState<History<Changed[]>>(noHistory);
  const conflicts = state === 'conflict' ? conflictsOf(pending, stored) : [];
  const said = useCallback(
    (key: FigureKey): Said | undefined => {
      const found = pending.get(figureKey(key)) ?? stored.get(figureKey(key));
      return found && saidOf(found);
    },
    [pending, stored],
  );
  const apply = (changes: readonly { key: FigureKey; said: Said }[]) => {
    const next = new Map(latest.current);
    for (const { key, said: now } of changes) {
      const id = figureKey(key);
      const { indicatorId, line, span, basis } = key;
      const version = next.get(id)?.version ?? stored.get(id)?.version;
      if (version !== undefined) next.set(id, { indicatorId, line, span, basis, ...now, version });
    }
    putSoon(next);
  };
  const settle = (keepMine: boolean) => {
    const disputed = new Set(conflicts.map(({ mine }) => figureKey(mine)));
    const kept = [...latest.current].filter(([key]) => keepMine || !disputed.has(key));
    put(onto(new Map(kept), stored));
    void save();
  };
  const goBack = (turn: ReturnType<typeof undoing<Changed[]>>, side: 'before' | 'after') => {
    if (!turn) return;
    setHistory(turn.history);
    apply(turn.step.map((one) => ({ key: one.key, said: one[side] })));
  };
  return {
    ...{ said, state, error, conflicts, settle, flush },
    write: (changes) => {
      const step = changes.flatMap(({ key, said: after }) => {
        const before = said(key);
        return before && !sameSaid(before, after) ? [{ key, before, after }] : [];
      });
      if (step.length === 0) return;
      setHistory((now) => doing(now, step));
      apply(step.map(({ key, after }) => ({ key, said: after })));
    },
    undo: () => goBack(undoing(history), 'before'),
    redo: () => goBack(redoing(history), 'after'),
  };
}

/** The sheet with cells as the server has them now. */
function withCells(sheet: FigureSheet, cells: readonly Cell[]): FigureSheet {
  const now = new Map(cells.map((cell) => [figureKey(cell), cell]));
  return {
    ...sheet,
    lines: sheet.lines.map((line) => ({
      ...line,
      cells: line.cells.map((cell) => ({ ...cell, ...now.get(figureKey(cell)) })),
    })),
  };
}
