import type { KeyboardEvent } from 'react';
import { cellCheckSentence } from '../../../src/registry/cell-check-words.ts';
import { figureKey } from '../../../src/registry/figure.ts';
import { changeSince } from '../../../src/registry/trend.ts';
import { formatNumber, type Language } from '../../../src/values/format.ts';
import { periodWords } from '../../../src/values/period-words.ts';
import { figureText, lineName, typedText } from '../../parts/figure-text.ts';
import { Grid, type GridColumn, type ShownCell } from '../../parts/grid/grid.tsx';
import type { Place } from '../../parts/grid/range.ts';
import type { Write } from '../../parts/grid/use-grid-keys.ts';
import type { Words } from '../../words/vi.ts';
import { useWording } from '../../words/words.ts';
import { computedKinds, type Kind, kindKey, kindsOf, type LiveCell, type LiveLine } from './figure-columns.ts';
import styles from './figures.module.css';
import type { FigureDesk } from './figures.tsx';

const besides = ['previous', 'sameBefore', 'change', 'plan', 'share'] as const;
type Beside = (typeof besides)[number];

type Props = { desk: FigureDesk; onChoose: (place: Place) => void };

/** Lines as rows; this period's figures, and beside them what they are compared with. */
export function FigureGrid({ desk, onChoose }: Props) {
  const { words, language } = useWording();
  const own = words.figures;
  const { sheet, lines, cells, type } = desk;
  const [asked, computed] = [kindsOf(sheet), computedKinds(sheet, lines)];
  const kinds = [...asked, ...computed];
  const headOf = ({ span, basis }: Kind) => `${own.spans[span]}, ${own.bases[basis].toLowerCase()}`;
  const columns: GridColumn[] = [
    ...asked.map((kind) => ({ ...{ id: kindKey(kind), width: 150, number: true }, head: headOf(kind) })),
    ...computed.map((kind) => ({
      ...{ id: kindKey(kind), width: 190, number: true },
      head: own.computedHead(headOf(kind)),
    })),
    ...besides.map((id) => ({ id, head: own[id], width: 118, number: true })),
  ];
  const cellAt = (row: number, column: number): LiveCell | undefined => {
    const kind = kinds[column];
    return kind && lines[row]?.cells.find((cell) => kindKey(cell) === kindKey(kind));
  };
  const show = (row: number, column: number): ShownCell => {
    const line = lines[row];
    const kind = kinds[column];
    if (!line) return { typed: '', shown: '', editable: false };
    if (!kind) {
      const beside = besides[column - kinds.length];
      const text = beside ? besideText(line, beside, words, language) : '';
      return { typed: text, shown: text, editable: false };
    }
    const cell = cellAt(row, column);
    return cell ? askedCell(desk, line, cell, words, language) : unasked(line, kind, words, language);
  };
  const write = (writes: Write[]) =>
    type(
      writes.flatMap(({ row, column, text }) => {
        const [line, cell] = [lines[row], cellAt(row, column)];
        return line && cell ? [{ line, cell, text }] : [];
      }),
    );
  const takePrevious = (event: KeyboardEvent, { row, column }: Place): boolean => {
    const cell = cellAt(row, column);
    const line = lines[row];
    const previous = cell?.beside.previous;
    if (!event.altKey || event.key !== 'ArrowUp' || !sheet.mayFill || !cell || !line || cell.derived || !previous)
      return false;
    type([{ line, cell, text: typedText(previous) }]);
    return true;
  };
  return (
    <Grid
      label={own.grid(periodWords(sheet.period, language))}
      columns={columns}
      rows={lines.length}
      head={{
        title: own.line,
        width: 330,
        of: (row) => {
          const line = lines[row];
          return (
            line && (
              <span className={styles.rowName} title={lineName(line)}>
                <span className={line.line === '' ? styles.whole : styles.part}>{line.line || line.name}</span>
                {line.unit && <span className="soft">{line.unit}</span>}
              </span>
            )
          );
        },
      }}
      cell={show}
      onWrite={write}
      onUndo={cells.undo}
      onRedo={cells.redo}
      onActive={onChoose}
      onKey={takePrevious}
    />
  );
}

function askedCell(desk: FigureDesk, line: LiveLine, cell: LiveCell, words: Words, language: Language): ShownCell {
  const wrong = desk.unread.get(figureKey(cell));
  if (wrong) return { typed: wrong.text, shown: wrong.text, editable: true, state: 'faulty', mark: wrong.fault };
  const shown = figureText(cell, words, language, cell.derived ? line.decimals : undefined);
  const editable = desk.sheet.mayFill && !cell.derived;
  if (cell.derived) return { typed: shown, shown, editable, state: 'derived', mark: words.figures.derived };
  const base = { typed: typedText(cell), shown, editable };
  if (cell.checks.length === 0) return base;
  const mark = cell.checks.map((check) => cellCheckSentence(check, line.unit, language)).join(' ');
  return { ...base, state: cell.reason === '' ? 'unusual' : 'kept', mark: `${mark} ${cell.reason}`.trim() };
}

/** A span that is not asked for is computed from the one that is. */
function unasked(line: LiveLine, kind: Kind, words: Words, language: Language): ShownCell {
  const { other } = line;
  if (!other?.figure || kindKey(other) !== kindKey(kind)) return { typed: '', shown: '', editable: false };
  const shown = figureText(other.figure, words, language, line.decimals);
  return { typed: shown, shown, editable: false, state: 'derived', mark: words.figures.computed };
}

function besideText(line: LiveLine, beside: Beside, words: Words, language: Language): string {
  const { main, plan, share, unit, decimals } = line;
  const rounded = (value: number | undefined | null) =>
    value === undefined || value === null ? '' : formatNumber(Math.round(value * 10) / 10, language);
  if (!main) return '';
  if (beside === 'plan') return plan ? formatNumber(plan.value, language) : '';
  if (beside === 'share') return share === undefined ? '' : `${rounded(share)}%`;
  if (beside === 'change') {
    const change = changeSince(main.value, main.beside.sameBefore?.value ?? null, unit !== null && /^[%‰]/u.test(unit));
    if (!change) return '';
    const signed = `${change.by > 0 ? '+' : ''}${rounded(change.by)}`;
    return change.inPoints ? words.figures.points(signed) : `${signed}%`;
  }
  const figure = main.beside[beside];
  return figure ? figureText(figure, words, language, figure.computed ? decimals : undefined) : '';
}
