import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { getRoundSheet } from '../../../src/api/figures.ts';
import type { FigureValue } from '../../../src/registry/figure.ts';
import type { RoundColumn, RoundSheet } from '../../../src/registry/round-sheet.ts';
import { formatNumber, type Language } from '../../../src/values/format.ts';
import { Failure } from '../../parts/fault.tsx';
import { Grid, type ShownCell } from '../../parts/grid/grid.tsx';
import type { Words } from '../../words/vi.ts';
import { useWording } from '../../words/words.ts';

const nothing: ShownCell = { typed: '', shown: '', editable: false };

/** What agencies have sent, beside one another: each line a column, all together in the first row. */
export function RoundFigures({ roundId }: { roundId: string }) {
  const { words, language } = useWording();
  const own = words.figures.round;
  const found = useQuery({
    queryKey: ['round-figures', roundId],
    queryFn: ({ signal }) => call(getRoundSheet, { params: { id: roundId }, signal }),
  });
  if (found.isLoadingError) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  const sheet = found.data;
  if (!sheet) return null;
  // Nothing has been sent that whoever asks may see.
  if (sheet.columns.length === 0) return null;
  const { bases, spans, computedHead } = words.figures;
  return (
    <section aria-label={own.grid}>
      <h2>{own.grid}</h2>
      <Grid
        label={own.grid}
        columns={sheet.columns.map(({ name, line, unit, span, basis, computed }, at) => {
          const head = [line === '' ? name : `${name}: ${line}`, unit, spans[span], bases[basis]];
          const said = head.filter(Boolean).join(', ');
          return {
            id: String(at),
            head: computed ? computedHead(said) : said,
            width: computed ? 300 : 220,
            number: true,
          };
        })}
        rows={sheet.rows.length + 1}
        head={{ title: own.agency, width: 260, of: (row) => <RowHead sheet={sheet} row={row} /> }}
        cell={(row, at) => {
          const column = sheet.columns[at];
          if (!column) return nothing;
          if (row === 0) return { ...wholeCell(column, words, language), ...(column.computed && { state: 'derived' }) };
          const figure = sheet.rows[row - 1]?.cells[at];
          if (!column.computed) return cellOf(figure, words, language);
          const cell = cellOf(figure, words, language, column.decimals ?? 2);
          return { ...cell, state: 'derived', mark: words.figures.computed };
        }}
      />
    </section>
  );
}

function RowHead({ sheet, row }: { sheet: RoundSheet; row: number }) {
  const own = useWording().words.figures.round;
  const one = sheet.rows[row - 1];
  if (!one) return <strong>{own.all}</strong>;
  return (
    <Link to="/bao-cao/$id" params={{ id: one.submissionId }} search={{ phan: 'so-lieu' }}>
      {one.agency.name}
    </Link>
  );
}

/** @param decimals of what is computed: as many as its indicator has */
function cellOf(
  figure: FigureValue | null | undefined,
  words: Words,
  language: Language,
  decimals?: number,
): ShownCell {
  if (!figure) return nothing;
  const { value, missing } = figure;
  const number = (given: number) =>
    formatNumber(decimals === undefined ? given : Number(given.toFixed(decimals)), language);
  const shown = missing !== null ? words.figures.missing[missing] : value === null ? '' : number(value);
  return { typed: shown, shown, editable: false };
}

function wholeCell(column: RoundColumn, words: Words, language: Language): ShownCell {
  const own = words.figures.round;
  const { whole } = column;
  const rule = words.indicators.rules[column.rule];
  if (!whole) return { ...nothing, shown: <span className="soft">{own.apart}</span>, mark: own.apart };
  const cell = cellOf(whole, words, language, column.decimals ?? 2);
  const marks = [
    ...(whole.formula ? [words.figures.reported.byFormula] : column.rule === 'sum' ? [] : [rule.toLowerCase()]),
    ...(whole.lacking === 0 ? [] : [own.lacking(formatNumber(whole.lacking, language))]),
  ].join(', ');
  return marks === '' ? cell : { ...cell, mark: marks, shown: `${cell.typed} (${marks})` };
}
