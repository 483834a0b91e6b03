import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react';
import { readBlock, writeBlock } from './clipboard.ts';
import { at, moved, type Place, type Rectangle, rectangleOf, type Selection } from './range.ts';

/** `typed`: what stands in the editor, and goes to the clipboard. */
export type GridCellView = { typed: string; editable: boolean };
export type Write = { row: number; column: number; text: string };

/** What a grid's keys need to know, and can do. */
export type GridDesk = {
  rows: number;
  columns: number;
  cell: (row: number, column: number) => GridCellView;
  onWrite?: ((writes: Write[]) => void) | undefined;
  onUndo?: (() => void) | undefined;
  onRedo?: (() => void) | undefined;
  /** Keys that the screen answers beside those of the grid; true where it did. */
  onKey?: ((event: KeyboardEvent, place: Place) => boolean) | undefined;
  selection: Selection;
  go: (selection: Selection) => void;
  /** The text in the editor; undefined while nothing is edited. */
  editing: string | undefined;
  setEditing: (text: string | undefined) => void;
  home: RefObject<HTMLElement | null>;
};

const everyPlace = ({ top, bottom, left, right }: Rectangle): Place[] =>
  Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => ({ row: top + row, column: left + column })),
  ).flat();

/** A block put down at the selection; one cell alone fills all that is selected. */
export function writesOf(block: readonly (readonly string[])[], selection: Selection): Write[] {
  const range = rectangleOf(selection);
  const [first] = block;
  if (block.length === 1 && first?.length === 1)
    return everyPlace(range).map((place) => ({ ...place, text: first[0] ?? '' }));
  return block.flatMap((cells, row) =>
    cells.map((text, column) => ({ row: range.top + row, column: range.left + column, text })),
  );
}

/** What stands in the first row of the selection goes into all rows below. */
export function fillingDown(selection: Selection, typed: (place: Place) => string): Write[] {
  const range = rectangleOf(selection);
  return everyPlace({ ...range, top: range.top + 1 }).map(({ row, column }) => ({
    ...{ row, column },
    text: typed({ row: range.top, column }),
  }));
}

export function useGridKeys(desk: GridDesk) {
  const { rows, columns, cell, onWrite, selection, go, editing, setEditing, home } = desk;
  const size = { rows, columns };
  const { active } = selection;
  const write = (writes: readonly Write[]) => {
    const possible = writes.filter(({ row, column }) => row < rows && column < columns && cell(row, column).editable);
    if (possible.length > 0) onWrite?.(possible);
  };
  const leaveEditor = () => {
    if (editing === undefined) return;
    setEditing(undefined);
    if (editing !== cell(active.row, active.column).typed) write([{ ...active, text: editing }]);
  };
  const step = (key: string) => {
    const next = moved(at(active), { key, ctrl: false, shift: false }, size);
    if (next) go(next);
  };
  const inEditor = (event: KeyboardEvent): void => {
    const way = {
      Enter: 'ArrowDown',
      Tab: event.shiftKey ? 'ArrowLeft' : 'ArrowRight',
      ArrowUp: 'ArrowUp',
      ArrowDown: 'ArrowDown',
    }[event.key];
    if (event.nativeEvent.isComposing || (way === undefined && event.key !== 'Escape')) return;
    event.preventDefault();
    if (event.key === 'Escape') setEditing(undefined);
    else leaveEditor();
    home.current?.focus({ preventScroll: true });
    if (way) step(way);
  };
  const clear = () => write(everyPlace(rectangleOf(selection)).map((place) => ({ ...place, text: '' })));
  const edit = () => {
    const { editable, typed } = cell(active.row, active.column);
    if (editable) setEditing(typed);
  };
  const deeds: Record<string, () => void> = {
    delete: () => clear(),
    f2: () => edit(),
    'ctrl+a': () => go({ anchor: { row: 0, column: 0 }, active: { row: rows - 1, column: columns - 1 } }),
    'ctrl+d': () => write(fillingDown(selection, ({ row, column }) => cell(row, column).typed)),
    'ctrl+z': () => desk.onUndo?.(),
    'ctrl+y': () => desk.onRedo?.(),
    'ctrl+shift+z': () => desk.onRedo?.(),
    backspace: () => clear(),
    enter: () => edit(),
  };
  const onGrid = (event: KeyboardEvent): void => {
    if (desk.onKey?.(event, active)) {
      event.preventDefault();
      return;
    }
    const ctrl = event.ctrlKey || event.metaKey;
    const shifted = ctrl && event.shiftKey && /^[a-z]$/iu.test(event.key);
    const name = `${ctrl ? 'ctrl+' : ''}${shifted ? 'shift+' : ''}${event.key.toLowerCase()}`;
    const deed = deeds[name];
    const next = event.altKey ? undefined : moved(selection, { key: event.key, ctrl, shift: event.shiftKey }, size);
    if (deed) deed();
    else if (next) go(next);
    else if (!ctrl && !event.altKey && event.key.length === 1 && cell(active.row, active.column).editable)
      setEditing(event.key);
    else return;
    event.preventDefault();
  };
  return {
    leaveEditor,
    handlers: {
      onKeyDown: (event: KeyboardEvent) => {
        if (rows > 0) (editing === undefined ? onGrid : inEditor)(event);
      },
      ...clipboardHandlers(desk, write, clear),
    },
  };
}

/** What is selected goes to the clipboard and comes from it as a block, as Excel has it. */
function clipboardHandlers(
  { rows, columns, cell, selection, go, editing }: GridDesk,
  write: (writes: readonly Write[]) => void,
  clear: () => void,
) {
  const idle = editing === undefined && rows > 0;
  const { top, bottom, left, right } = rectangleOf(selection);
  const copy = (event: ClipboardEvent) => {
    const block = Array.from({ length: bottom - top + 1 }, (_, row) =>
      Array.from({ length: right - left + 1 }, (_, column) => cell(top + row, left + column).typed),
    );
    event.clipboardData.setData('text/plain', writeBlock(block));
    event.preventDefault();
  };
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    const block = readBlock(event.clipboardData.getData('text/plain'));
    write(writesOf(block, selection));
    const [width, height] = [Math.max(...block.map((cells) => cells.length)), block.length];
    if (width * height === 1) return;
    const end = { row: Math.min(rows, top + height) - 1, column: Math.min(columns, left + width) - 1 };
    go({ anchor: { row: top, column: left }, active: end });
  };
  return {
    onCopy: (event: ClipboardEvent) => {
      if (idle) copy(event);
    },
    onCut: (event: ClipboardEvent) => {
      if (!idle) return;
      copy(event);
      clear();
    },
    onPaste: (event: ClipboardEvent) => {
      if (idle) paste(event);
    },
  };
}
