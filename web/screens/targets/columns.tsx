import { Link } from '@tanstack/react-router';
import type { targetColumns } from '../../../src/api/targets.ts';
import type { TargetRecord } from '../../../src/registry/target.ts';
import { formatDay, formatPastFigure, formatTargetValue, type Language } from '../../../src/values/format.ts';
import { confidenceWord, noteLine } from '../../../src/values/note-words.ts';
import { ChangeMark } from '../../parts/change-mark.tsx';
import type { Column } from '../../parts/record-table.tsx';
import { WithSeverity } from '../../parts/severity-mark.tsx';
import type { Words } from '../../words/vi.ts';

type Id = (typeof targetColumns)[number];

/** What each column shows of a target, in the order of the contract. */
export function targetTable(words: Words, language: Language): (Column<TargetRecord> & { id: Id })[] {
  const columns: { [K in Id]: Omit<Column<TargetRecord>, 'id' | 'name'> } = {
    ordinal: { width: 64, show: (row) => row.ordinal },
    name: {
      width: 260,
      grow: 3,
      sort: 'name',
      show: (row) => <WithSeverity notes={row.notes}>{row.name}</WithSeverity>,
    },
    variant: { width: 130, grow: 1, show: (row) => row.variant },
    value: {
      width: 150,
      grow: 1,
      sort: 'value',
      numeric: true,
      show: (row) => (
        <>
          <ChangeMark change={row.change} />
          {formatTargetValue(row, language)}
        </>
      ),
    },
    unit: { width: 120, sort: 'unit', show: (row) => row.unit },
    change: { width: 90, show: (row) => words.changes[row.change] },
    base: { width: 140, grow: 1, show: (row) => row.base },
    past: {
      width: 190,
      grow: 1,
      show: (row) => row.past.map((figure) => formatPastFigure(figure, language)).join('; '),
    },
    year: {
      width: 104,
      sort: 'year',
      numeric: true,
      show: (row) => (row.yearFrom !== null && row.yearFrom !== row.year ? `${row.yearFrom} – ${row.year}` : row.year),
    },
    tier: { width: 100, show: (row) => words.tiers[row.tier] },
    indicator: {
      width: 200,
      grow: 1,
      show: (row) =>
        row.indicatorId === null ? (
          <Link to="/chi-tieu/danh-muc/moi" search={{ vanban: row.documentId, muc: row.id }} preload={false}>
            {words.indicators.add}
          </Link>
        ) : (
          <Link to="/chi-tieu/danh-muc/$id" params={{ id: row.indicatorId }} preload={false}>
            {[row.indicatorName, row.indicatorLine].filter(Boolean).join(', ')}
          </Link>
        ),
    },
    agencies: { width: 180, grow: 1.5, sort: 'agencies', show: (row) => row.agencies.join('; ') },
    group: { width: 180, grow: 1.5, show: (row) => row.group },
    section: { width: 140, grow: 1, show: (row) => row.section.join(' / ') },
    listed: { width: 150, show: (row) => (row.listed ? words.list.listedTrue : words.list.listedFalse) },
    document: { width: 140, sort: 'document', show: (row) => row.documentNumber ?? row.documentTitle },
    state: { width: 150, show: (row) => words.review.states[row.documentState] },
    validFrom: { width: 120, show: (row) => row.validFrom && formatDay(row.validFrom, language) },
    validUntil: { width: 120, show: (row) => row.validUntil && formatDay(row.validUntil, language) },
    quote: { width: 280, grow: 3, show: (row) => (row.valueQuote ? `${row.quote} … ${row.valueQuote}` : row.quote) },
    confidence: { width: 110, numeric: true, show: (row) => confidenceWord(row.confidence, language) },
    notes: {
      width: 260,
      grow: 2,
      show: (row) => row.notes.map((note) => noteLine(note, language)).join(' '),
    },
  };
  return (Object.keys(columns) as Id[]).map((id) => ({ id, name: words.targets.columns[id], ...columns[id] }));
}
