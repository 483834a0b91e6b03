import type { ListedRow } from '../../../src/registry/figure-import.ts';
import { rowFaultSentence } from '../../../src/registry/row-fault-words.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { periodWords } from '../../../src/values/period-words.ts';
import { HeadRow } from '../../parts/head-row.tsx';
import { useWording } from '../../words/words.ts';
import styles from './figure-imports.module.css';

const shown = 20;

/** What each of the first rows would become, and what is to be set right. */
export function PreviewTable({ rows }: { rows: readonly ListedRow[] }) {
  const { words } = useWording();
  const own = words.figureImports;
  return (
    <table className={styles.table}>
      <caption>{own.preview}</caption>
      <HeadRow columns={own.previewColumns} />
      <tbody>
        {rows.slice(0, shown).map((row) => (
          <PreviewRow key={row.row} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function PreviewRow({ row: { row, figures, faults } }: { row: ListedRow }) {
  const { words, language } = useWording();
  const own = words.figureImports;
  const names = own.previewColumns;
  return (
    <tr>
      <th scope="row" data-name={names.row}>
        {row}
      </th>
      <td data-name={names.becomes}>
        {figures.map(({ agency, indicator, line, period, basis, span }) => (
          <div key={`${period} ${basis} ${span} ${line}`}>
            {agency.name} · {indicator.name}
            {line !== '' && ` (${line})`} · {periodWords(period, language)} · {own.bases[basis]} · {own.spans[span]}
          </div>
        ))}
        {figures.length === 0 && faults.length === 0 && <span className="soft">{own.nothing}</span>}
      </td>
      <td data-name={names.amount} className={styles.number}>
        {figures.map(({ value, missing, unit, period, basis, span, line }) => (
          <div key={`${period} ${basis} ${span} ${line}`}>
            {missing ? own.missing[missing] : `${formatNumber(value ?? 0, language)} ${unit ?? ''}`}
          </div>
        ))}
      </td>
      <td data-name={names.fault} className={styles.fault}>
        {faults.map(({ column, value, code, detail }) => (
          <div key={`${column} ${code}`}>
            {column}
            {row} {value !== '' && `“${value}”`}: {rowFaultSentence({ code, detail }, language)}
          </div>
        ))}
      </td>
    </tr>
  );
}
