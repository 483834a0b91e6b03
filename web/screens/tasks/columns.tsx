import type { taskColumns } from '../../../src/api/tasks.ts';
import type { TaskRecord } from '../../../src/registry/task.ts';
import { formatDay, formatDue, type Language } from '../../../src/values/format.ts';
import { confidenceWord, noteLine } from '../../../src/values/note-words.ts';
import type { Column } from '../../parts/record-table.tsx';
import { WithSeverity } from '../../parts/severity-mark.tsx';
import type { Words } from '../../words/vi.ts';

type Id = (typeof taskColumns)[number];

/** What each column shows of a task, in the order of the contract. */
export function taskTable(words: Words, language: Language): (Column<TaskRecord> & { id: Id })[] {
  const columns: { [K in Id]: Omit<Column<TaskRecord>, 'id' | 'name'> } = {
    ordinal: { width: 64, show: (row) => row.ordinal },
    content: {
      width: 320,
      grow: 4,
      sort: 'content',
      show: (row) => <WithSeverity notes={row.notes}>{row.quote}</WithSeverity>,
    },
    lead: { width: 180, grow: 1.5, sort: 'lead', show: (row) => row.lead.join('; ') },
    coord: { width: 180, grow: 1.5, show: (row) => row.coord.join('; ') },
    monitor: { width: 150, grow: 1, show: (row) => row.monitor.join('; ') },
    time: {
      width: 140,
      sort: 'time',
      show: (row) => (row.time.kind === 'none' ? <span className="soft">–</span> : formatDue(row.time, language)),
    },
    product: { width: 160, grow: 1, show: (row) => row.productRaw },
    funding: { width: 130, show: (row) => row.fundingRaw },
    note: { width: 130, show: (row) => row.noteRaw },
    group: { width: 200, grow: 1.5, show: (row) => row.group },
    section: { width: 140, show: (row) => row.section.join(' / ') },
    document: { width: 140, sort: 'document', show: (row) => row.documentNumber ?? row.documentTitle },
    state: { width: 150, show: (row) => words.review.states[row.documentState] },
    validFrom: { width: 120, show: (row) => row.validFrom && formatDay(row.validFrom, language) },
    validUntil: { width: 120, show: (row) => row.validUntil && formatDay(row.validUntil, language) },
    confidence: { width: 110, numeric: true, show: (row) => confidenceWord(row.confidence, language) },
    notes: {
      width: 260,
      grow: 2,
      show: (row) => row.notes.map((note) => noteLine(note, language)).join(' '),
    },
  };
  return (Object.keys(columns) as Id[]).map((id) => ({ id, name: words.tasks.columns[id], ...columns[id] }));
}
