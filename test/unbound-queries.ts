/** Statements of a hot operation that do not bind every table that lies by province: in how many each table stands, and why. */
type Unbound = { tables: string; because: string };

/** The record's id is all that the address says: where it lies is known to nobody before it is read. */
const holding = 'rows are held on one machine only, so where the submission lies is read before that, by its id';
export const unbound: Record<string, Unbound> = {
  'my work': {
    tables: '',
    because: 'its first question reads where the work of these agencies lies, the second names it',
  },
  "a duty's page": { tables: '', because: 'its first question joins by province, all others name it' },
  'list of targets': { tables: '', because: 'asks documents and findings only, which every machine has' },
  'overview of a plan': {
    tables: '',
    because: 'asks where the duties of these documents and the figures of these agencies lie, then names it',
  },
  'scorecard of a department': { tables: '', because: 'asks where the work of these agencies lies, then names it' },
  'ranking of communes': { tables: '', because: 'asks where the work of these agencies lies, then names it' },
  'a target and its series': {
    tables: '',
    because: 'figures are asked with the provinces of their agencies, duties joined by it',
  },
  search: {
    tables: 'duty 2, duty_origin 1, evidence 2, obstacle 2, progress 2, question 2, section_text 2, submission 2',
    because:
      'what is found lies in every province; search_entries, put together from words, asks its own table for all',
  },
  "portal: a plan's page": {
    tables: '',
    because: 'figures are asked with the provinces of their agencies, duties joined by it',
  },
  "a round's grid": { tables: '', because: 'its first question joins by province, all others name it' },
  '20 figures typed': { tables: 'submission 1', because: holding },
  submit: { tables: 'submission 1', because: holding },
  approve: { tables: 'submission 1', because: holding },
};
