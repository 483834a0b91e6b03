import type { Words } from '../vi.ts';

export const workbook: Words['workbook'] = {
  title: 'Excel form',
  hint: 'Download the form, fill it in without a connection and send it back. You see what differs before it is taken.',
  download: 'Download the form',
  upload: 'Send the filled form',
  differs: 'The form differs from what is here',
  nothing: 'Nothing in the form differs from what is here.',
  columns: { take: 'Take', cell: 'Cell', name: 'Indicator', old: 'Here', now: 'In the form', remark: 'Note' },
  takeOne: (cell) => `Take cell ${cell}`,
  blank: 'blank',
  meanwhile: (name) => `${name} has changed this cell since the form was downloaded.`,
  meanwhileNobody: 'This cell has changed since the form was downloaded.',
  faults: (n) => `${n} cells are not right. Correct them in the form and send it again.`,
  faultCodes: {
    altered: 'The row was moved or renamed. Download a new form and copy the figures into it.',
    formula: 'The cell holds a formula. Paste its value instead.',
    notANumber: 'This is no number. Write it as 1.234,5, or choose a word of the list.',
    unitUnknown: 'The unit cannot be turned into that of the indicator.',
    tooLarge: 'The number is too large. Check the unit.',
    reasonTooLong: 'The reason is too long (over 2,000 characters).',
  },
  take: (n) => `Take ${n} cells`,
  taken: (n) => `${n} cells were taken from the form`,
  cancel: 'Leave it',
};
