import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, type Plugin, Selection } from 'prosemirror-state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  tableEditing,
} from 'prosemirror-tables';
import { schema } from './schema.ts';

/** What a writer can do; the buttons and the keys run the same. */

const { nodes, marks } = schema;

const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false;
  const row = (type: typeof nodes.table_cell) =>
    nodes.table_row.create(null, Array.from({ length: 3 }, () => type.createAndFill() ?? []).flat());
  const table = nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell), row(nodes.table_cell)]);
  const at = state.selection.from;
  const change = state.tr.replaceSelectionWith(table);
  dispatch?.(
    change.setSelection(Selection.near(change.doc.resolve(Math.min(at + 1, change.doc.content.size)))).scrollIntoView(),
  );
  return true;
};

export const inList = (state: EditorState, ordered: boolean): boolean => {
  const { $from } = state.selection;
  const wanted = ordered ? nodes.ordered_list : nodes.bullet_list;
  return Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth)).some(({ type }) => type === wanted);
};

const toggleList =
  (ordered: boolean): Command =>
  (state, dispatch, view) =>
    inList(state, ordered)
      ? liftListItem(nodes.list_item)(state, dispatch, view)
      : wrapInList(ordered ? nodes.ordered_list : nodes.bullet_list)(state, dispatch, view);

export const commands = {
  bold: toggleMark(marks.strong),
  italic: toggleMark(marks.em),
  bullets: toggleList(false),
  numbers: toggleList(true),
  table: insertTable,
  addRow: addRowAfter,
  addColumn: addColumnAfter,
  deleteRow,
  deleteColumn,
  deleteTable,
  undo,
  redo,
} as const satisfies Record<string, Command>;
export type EditorCommand = keyof typeof commands;

const withinTable =
  (command: Command): Command =>
  (state, dispatch, view) =>
    isInTable(state) && command(state, dispatch, view);

/** Tab walks through the cells of a table and leaves the editor everywhere else. */
export const editing = (): Plugin[] => [
  history(),
  keymap({
    'Mod-b': commands.bold,
    'Mod-i': commands.italic,
    'Mod-z': undo,
    'Mod-y': redo,
    'Mod-Shift-z': redo,
    'Mod-Shift-8': commands.bullets,
    'Mod-Shift-7': commands.numbers,
    Enter: chainCommands(withinTable(breakLine), splitListItem(nodes.list_item)),
    'Shift-Enter': breakLine,
    Tab: withinTable(goToNextCell(1)),
    'Shift-Tab': withinTable(goToNextCell(-1)),
  }),
  keymap(baseKeymap),
  tableEditing(),
];

export const isBold = (state: EditorState): boolean => hasMark(state, 'strong');
export const isItalic = (state: EditorState): boolean => hasMark(state, 'em');

function hasMark(state: EditorState, name: 'strong' | 'em'): boolean {
  const { from, to, empty, $from } = state.selection;
  const mark = marks[name];
  return empty
    ? mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined
    : state.doc.rangeHasMark(from, to, mark);
}
