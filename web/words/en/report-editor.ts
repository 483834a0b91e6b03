import type { reportEditor as vi } from '../vi/report-editor.ts';

export const reportEditor: typeof vi = {
  toolbar: 'Formatting',
  tools: {
    bold: 'Bold',
    italic: 'Italic',
    bullets: 'Bulleted list',
    numbers: 'Numbered list',
    undo: 'Undo',
    redo: 'Redo',
  },
  table: 'Table',
  insertTable: 'Insert a table',
  inTable: {
    addRow: 'Add a row below',
    addColumn: 'Add a column on the right',
    deleteRow: 'Delete the row',
    deleteColumn: 'Delete the column',
    deleteTable: 'Delete the table',
  },
  insertFigure: 'Insert a figure',
  outdated: (was, now) =>
    now === null
      ? `It says “${was}”; that figure is gone or being corrected`
      : `Corrected: it says “${was}”, now it is “${now}”`,
  changed: 'New since the last draft',
  figures: {
    title: 'Insert a figure',
    search: 'Search by indicator or agency',
    none: 'No such figure. What was entered under Figures will be here.',
    sentence: 'The whole sentence',
    insert: (words) => `Insert “${words}”`,
  },
  saving: {
    unchanged: '',
    typing: 'Not saved yet',
    saving: 'Saving …',
    saved: (at) => `Saved ${at}`,
    waiting: 'Offline: kept on this device, saved when the line is back',
    signIn: 'The session has ended: kept on this device, please sign in again',
    conflict: 'Somebody else has just changed it',
    refused: 'Could not be saved',
  },
  conflict: {
    title: 'Two people have changed one section',
    told: (name, at) => `${name} saved this section at ${at}. Choose what stays.`,
    theirs: 'As saved',
    mine: 'Mine',
    keepMine: 'Keep mine',
    keepTheirs: 'Take what is saved',
    addMine: 'Put mine behind it',
  },
};
