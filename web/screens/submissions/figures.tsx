import { Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { getFigureSheet } from '../../../src/api/figures.ts';
import type { FigureSheet } from '../../../src/registry/cell.ts';
import { figureKey } from '../../../src/registry/figure.ts';
import type { SubmissionPage } from '../../../src/registry/submission.ts';
import { readTyped } from '../../../src/registry/typed-number.ts';
import { Blank } from '../../parts/blank.tsx';
import { Failure } from '../../parts/fault.tsx';
import type { Place } from '../../parts/grid/range.ts';
import { useSession } from '../../parts/session.ts';
import { useTypedHere } from '../../parts/typed-here.ts';
import { useWording } from '../../words/words.ts';
import { CellStrip } from './cell-strip.tsx';
import { CellsConflict } from './cells-conflict.tsx';
import { FigureBar } from './figure-bar.tsx';
import { kindsOf, type LiveCell, type LiveLine, liveLines } from './figure-columns.ts';
import { FigureFields } from './figure-fields.tsx';
import { FigureGrid } from './figure-grid.tsx';
import styles from './figures.module.css';
import { sheetKey, useCells } from './use-cells.ts';

/** What could not be read of what was typed, by cell: it stays until it is set right. */
type Unread = ReadonlyMap<string, { text: string; fault: string }>;

export type TypedCell = { line: LiveLine; cell: LiveCell; text: string };
export type FigureDesk = {
  sheet: FigureSheet;
  lines: LiveLine[];
  unread: Unread;
  /** What was typed or pasted at once, as it is written. */
  type: (typed: readonly TypedCell[]) => void;
  cells: ReturnType<typeof useCells>;
};

/** The figures of a submission: a grid, and on a phone a list of fields. */
export function SubmissionFigures({ page }: { page: SubmissionPage }) {
  const { words } = useWording();
  const { id } = page.submission;
  const session = useSession();
  const sheet = useQuery({
    queryKey: sheetKey(id),
    queryFn: ({ signal }) => call(getFigureSheet, { params: { id }, signal }),
    // Comparing all of a long sheet after each saving takes longer than drawing what has changed.
    structuralSharing: false,
  });
  if (sheet.isError && !sheet.data) return <Failure error={sheet.error} onRetry={() => void sheet.refetch()} />;
  if (!sheet.data || !session.data?.user) return <Skeleton height={320} aria-busy="true" />;
  if (sheet.data.lines.length === 0)
    return <Blank icon={IconTable} title={words.figures.nothing} text={words.figures.nothingHint} />;
  return <Figures key={id} sheet={sheet.data} userId={session.data.user.id} />;
}

function Figures({ sheet, userId }: { sheet: FigureSheet; userId: string }) {
  const { words } = useWording();
  const wide = useMediaQuery('(min-width: 760px)', true, { getInitialValueInEffect: false });
  const cells = useCells(sheet, userId);
  const [unread, setUnread] = useState<Unread>(new Map());
  const [chosen, setChosen] = useState<Place>({ row: 0, column: 0 });
  const { said } = cells;
  // Of two hundred lines it takes longer than a key may: not anew where only another cell is chosen.
  const lines = useMemo(() => liveLines(sheet, said), [sheet, said]);
  useTypedHere(async () => !sheet.mayFill || ((await cells.flush()) && unread.size === 0));
  const type = (typed: readonly TypedCell[]) => {
    const left = new Map(unread);
    const changes = typed.flatMap(({ line, cell, text }) => {
      const key = figureKey(cell);
      const read = readTyped(text, line);
      if ('fault' in read) {
        left.set(key, { text, fault: words.figures[read.fault](text, line.unit ?? '') });
        return [];
      }
      left.delete(key);
      // A reason is of the number that it was given for.
      return [{ key: cell, said: { ...read.figure, reason: '' } }];
    });
    setUnread(left);
    cells.write(changes);
  };
  const desk: FigureDesk = { sheet, lines, unread, type, cells };
  const line = lines[chosen.row];
  const kind = kindsOf(sheet)[chosen.column];
  const cell = line?.cells.find(({ span, basis }) => span === kind?.span && basis === kind.basis) ?? line?.main;
  return (
    <div className={styles.figures}>
      <FigureBar desk={desk} />
      {wide ? (
        <div className={styles.split}>
          <div className={styles.gridSide}>
            <FigureGrid desk={desk} onChoose={setChosen} />
            {sheet.mayFill && <p className="soft">{words.figures.keys}</p>}
          </div>
          {line && cell && <CellStrip key={figureKey(cell)} desk={desk} line={line} cell={cell} />}
        </div>
      ) : (
        <FigureFields desk={desk} />
      )}
      <CellsConflict desk={desk} />
    </div>
  );
}
