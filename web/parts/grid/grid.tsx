import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { PrintedTable } from '../printed-table.tsx';
import { usePrinting } from '../printing.ts';
import styles from './grid.module.css';
import { at, holds, type Place, rectangleOf, type Selection } from './range.ts';
import { type GridCellView, useGridKeys, type Write } from './use-grid-keys.ts';

export type GridColumn = { id: string; head: string; width: number; number?: boolean };

export type ShownCell = GridCellView & {
  shown: ReactNode;
  state?: 'derived' | 'unusual' | 'kept' | 'faulty' | 'beside' | undefined;
  /** What there is to know about it, in words. */
  mark?: string | undefined;
};

type Props = {
  label: string;
  columns: readonly GridColumn[];
  rows: number;
  /** The head of each row stays in sight. */
  head: { title: string; width: number; of: (row: number) => ReactNode };
  cell: (row: number, column: number) => ShownCell;
  /** What was typed, pasted, filled or deleted at once. */
  onWrite?: (writes: Write[]) => void;
  onUndo?: () => void;
  onRedo?: () => void;
  onActive?: (place: Place) => void;
  onKey?: (event: KeyboardEvent, place: Place) => boolean;
};

const rowHeight = 40;
const first: Selection = at({ row: 0, column: 0 });

/** On paper a plain table, while what is being typed waits. */
export function Grid(props: Props) {
  const { label, columns, rows, head, cell } = props;
  const printing = usePrinting();
  const printed = columns.map(({ id, head: name, number }, column) => ({
    ...{ id, name, ...(number && { numeric: true }) },
    show: (row: number) => cell(row, column).shown,
  }));
  const heads = { id: '', name: head.title, show: head.of };
  return (
    <>
      {printing && <PrintedTable label={label} columns={[heads, ...printed]} total={rows} rowAt={(row) => row} />}
      <Desk {...props} />
    </>
  );
}

/**
 * A table that is worked in like a spreadsheet. The focus stays on the table, which says by `aria-activedescendant` which cell is meant,
 * so rows may come and go while it is scrolled; the editor is an input in its cell.
 */
function Desk({ label, columns, rows, head, cell, onActive, ...desk }: Props) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const [selection, setSelection] = useState<Selection>(first);
  const [editing, setEditing] = useState<string>();
  const lines = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: rowHeight,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => columns[index]?.width ?? 100,
    overscan: 3,
    scrollPaddingStart: head.width,
  });
  const { active } = selection;
  const range = rectangleOf(selection);
  useEffect(() => {
    onActive?.(active);
  }, [active, onActive]);
  const go = (next: Selection) => {
    setSelection(next);
    lines.scrollToIndex(next.active.row);
    across.scrollToIndex(next.active.column);
  };
  const { handlers, leaveEditor } = useGridKeys({
    ...desk,
    ...{ rows, columns: columns.length, cell, selection, go, editing, setEditing, home: table },
  });
  const idOf = ({ row, column }: Place) => `${id}-${row}-${column}`;
  const choose = (place: Place, reach: boolean) => {
    setSelection(reach ? { anchor: selection.anchor, active: place } : at(place));
    table.current?.focus({ preventScroll: true });
  };
  const shown = across.getVirtualItems();
  const width = head.width + across.getTotalSize();
  // A table that is worked in: its focus, and the cell that has it.
  const composite = {
    role: 'grid',
    tabIndex: 0,
    'aria-multiselectable': true,
    ...(rows > 0 && { 'aria-activedescendant': idOf(active) }),
  };
  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        ref={table}
        aria-label={label}
        aria-rowcount={rows + 1}
        aria-colcount={columns.length + 1}
        className={styles.table}
        style={{ width }}
        {...composite}
        {...handlers}
      >
        <thead className={styles.head}>
          <tr aria-rowindex={1} className={styles.headRow}>
            <th scope="col" aria-colindex={1} className={styles.corner} style={{ width: head.width }}>
              {head.title}
            </th>
            {shown.map(({ index, start, size }) => (
              <th
                key={index}
                scope="col"
                aria-colindex={index + 2}
                title={columns[index]?.head}
                className={styles.columnHead}
                style={{ left: head.width + start, width: size }}
              >
                {columns[index]?.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.body} style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(({ index: row, start }) => (
            <tr
              key={row}
              aria-rowindex={row + 2}
              className={styles.row}
              style={{ transform: `translateY(${start}px)`, height: rowHeight, width }}
            >
              <th scope="row" aria-colindex={1} className={styles.rowHead} style={{ width: head.width }}>
                {head.of(row)}
              </th>
              {shown.map(({ index: column, start: left, size }) => {
                const view = cell(row, column);
                const isActive = active.row === row && active.column === column;
                return (
                  <Cell
                    key={column}
                    id={idOf({ row, column })}
                    view={view}
                    column={column}
                    title={columns[column]?.head ?? ''}
                    number={columns[column]?.number ?? false}
                    left={head.width + left}
                    width={size}
                    active={isActive}
                    selected={holds(range, { row, column })}
                    editing={isActive ? editing : undefined}
                    onEdit={setEditing}
                    onLeave={leaveEditor}
                    onChoose={(reach) => choose({ row, column }, reach)}
                    onReach={() => editing === undefined && setSelection({ ...selection, active: { row, column } })}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = {
  id: string;
  view: ShownCell;
  column: number;
  title: string;
  number: boolean;
  left: number;
  width: number;
  active: boolean;
  selected: boolean;
  editing: string | undefined;
  onEdit: (text: string) => void;
  onLeave: () => void;
  onChoose: (reach: boolean) => void;
  onReach: () => void;
};

function Cell(props: CellProps) {
  const { view, active, selected, editing, onEdit, onLeave, onChoose, onReach } = props;
  const told = {
    role: 'gridcell',
    'aria-selected': selected,
    'aria-readonly': !view.editable,
    ...(view.state === 'faulty' && { 'aria-invalid': true }),
  };
  const mouse = {
    onMouseDown: (event: React.MouseEvent) => {
      if (editing !== undefined) return;
      onChoose(event.shiftKey);
      event.preventDefault();
    },
    onMouseEnter: (event: React.MouseEvent) => event.buttons === 1 && onReach(),
    onDoubleClick: () => view.editable && onEdit(view.typed),
  };
  return (
    <td
      id={props.id}
      aria-colindex={props.column + 2}
      data-state={view.state}
      data-number={props.number || undefined}
      data-active={active || undefined}
      data-editable={view.editable || undefined}
      title={view.mark}
      className={styles.cell}
      style={{ left: props.left, width: props.width }}
      {...told}
      {...mouse}
    >
      {editing === undefined ? (
        <span className={styles.shown}>{view.shown}</span>
      ) : (
        <input
          ref={(input) => input?.focus({ preventScroll: true })}
          className={styles.editor}
          aria-label={props.title}
          value={editing}
          onChange={(event) => onEdit(event.currentTarget.value)}
          onBlur={onLeave}
        />
      )}
      {view.mark !== undefined && <span className="hidden-visually">{view.mark}</span>}
    </td>
  );
}
