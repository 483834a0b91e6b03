/** Statements of a hot operation that do not bind every table that lies by province: in how many each table stands, and why. */
type Unbound = { tables: string; because: string };

/** The record's id is all that the address says: where it lies is known to nobody before it is read. */
const holding = 'rows are held on one machine only, so where the submission lies is read before that, by its id';
/** What agencies have is found by the agencies: of one province or, after a merger, of two. */
const byAgency = 'asked by agencies alone; to be given the provinces of these agencies (agency_province)';
const byDocument = 'asked by document; to be joined by province, and a plan of the nation asks all of them';

export const unbound: Record<string, Unbound> = {
  'my work': {
    tables: '',
    because: 'its first question reads where the work of these agencies lies, the second names it',
  },
  "a duty's page": { tables: '', because: 'its first question joins by province, all others name it' },
  'list of targets': { tables: '', because: 'asks documents and findings only, which every machine has' },
  'overview of a plan': {
    tables: 'action 1, due_change 1, duty 3, duty_move 1, duty_origin 3, figure 1, progress 1',
    because: byDocument,
  },
  'scorecard of a department': {
    tables: 'action 1, duty 1, figure 2, obstacle 1, submission 1',
    because: byAgency,
  },
  'ranking of communes': {
    tables: 'action 1, duty 1, figure 1, obstacle 1, submission 1',
    because: byAgency,
  },
  'a target and its series': { tables: 'duty 1, duty_origin 1, figure 1', because: byAgency },
  search: {
    tables: 'duty 2, duty_origin 1, evidence 2, obstacle 2, progress 2, question 2, section_text 2, submission 2',
    because:
      'what is found lies in every province; entries_saying, put together from words, asks its own table for all',
  },
  "portal: a plan's page": {
    tables: 'due_change 1, duty 1, duty_origin 1, evidence 1, figure 1, progress 1',
    because: byDocument,
  },
  "a round's grid": { tables: '', because: 'its first question joins by province, all others name it' },
  '20 figures typed': { tables: 'submission 1', because: holding },
  submit: { tables: 'submission 1', because: holding },
  approve: { tables: 'submission 1', because: holding },
};
