/**
 * How the statements of each hot operation find the tables that lie by province: in how many each is looked up by the id that an address has,
 * for its province alone, which all others then name; and in how many it stands unbound. What is to be done is what is unbound.
 */
export type Bound = { lookedUp: string; unbound: string; because: string };

const allBound = (because: string): Bound => ({ lookedUp: '', unbound: '', because });
/** Rows are held on one machine only. */
const held: Bound = {
  ...{ lookedUp: 'submission 1', unbound: '' },
  because: 'where the submission lies is looked up by its id, the question that holds it and all others name that',
};
export const bound: Record<string, Bound> = {
  'my work': allBound('its first question reads where the work of these agencies lies, the second names it'),
  "a duty's page": allBound('its first question joins by province, all others name it'),
  'list of targets': allBound('asks documents and findings only, which every machine has'),
  'overview of a plan': allBound(
    'asks where the duties of these documents and the figures of these agencies lie, then names it',
  ),
  'scorecard of a department': allBound('asks where the work of these agencies lies, then names it'),
  'ranking of communes': allBound('asks where the work of these agencies lies, then names it'),
  'a target and its series': allBound('figures are asked with the provinces of their agencies, duties joined by it'),
  search: allBound(
    'what is found is asked where its entry lies; search_laid_entries, put together from words and not read here, asks every machine for its newest entries',
  ),
  "portal: a plan's page": allBound('figures are asked with the provinces of their agencies, duties joined by it'),
  "a round's grid": allBound('its first question joins by province, all others name it'),
  '20 figures typed': held,
  submit: held,
  approve: held,
};
