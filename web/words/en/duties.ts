import type { duties as inVietnamese } from '../vi/duties.ts';

export const duties: typeof inVietnamese = {
  title: 'Follow-up',
  count: (n) => `${n} duties`,
  searchLabel: 'Search duties',
  search: 'Words, document number …',
  agency: 'Agency',
  role: 'Role',
  below: 'with agencies below it',
  document: 'Document',
  everyDocument: 'Every document',
  table: 'Duties',
  columns: {
    content: 'Content',
    agency: 'Lead',
    due: 'Due',
    state: 'State',
    stage: 'Stage',
    share: '%',
    officer: 'Officer',
    document: 'Document',
    follow: 'Follow',
  },
  emptyTitle: 'No duties yet',
  emptyText:
    'When a document is issued, each task and target becomes a duty of the agency that leads it and is shown here.',
  nothingFits: 'Nothing fits. Remove a filter.',
  urge: (n) => `Urge ${n} overdue`,
  urgeWords: 'Words (optional)',
  urgeNow: 'Urge now',
  urged: (n) => `${n} duties were urged.`,
  letter: (format: string) => `Urging letter (.${format})`,
};
