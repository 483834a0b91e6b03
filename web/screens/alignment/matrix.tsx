import { formatPercent } from '../../../src/values/format.ts';
import type { ItemKind } from '../../parts/comparison/items.ts';
import { useWording } from '../../words/words.ts';
import styles from './alignment.module.css';
import type { Cell, Row } from './rows.ts';
import { VerdictMark } from './verdict-mark.tsx';

type Props = {
  rows: Row[];
  kind: ItemKind;
  chosen: { id: string; documentId: string } | undefined;
  onChoose: (row: Row, cell: Cell) => void;
};

/** What each lower document has for each item of the higher one; a cell opens the pair. */
export function Matrix({ rows, kind, chosen, onChoose }: Props) {
  const { words, language } = useWording();
  return (
    <div className={styles.frame}>
      <table className={styles.matrix}>
        <caption className="hidden-visually">{words.alignment.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.alignment.higher}</th>
            {rows[0]?.cells.map(({ document }) => (
              <th key={document.id} scope="col">
                {document.number ?? document.title ?? document.fileName}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.higher.id}>
              <th scope="row">
                <span className={styles.name}>{row.higher.name}</span>
                {row.higher.figure && <span className={styles.figure}>{row.higher.figure}</span>}
              </th>
              {row.cells.map((cell) => {
                const { answer, document, lower } = cell;
                const open = chosen?.id === row.higher.id && chosen.documentId === document.id;
                return (
                  <td key={document.id}>
                    <button
                      type="button"
                      className={styles.cell}
                      aria-expanded={open}
                      data-confirmed={answer.confirmed || undefined}
                      title={
                        answer.by === null || answer.confirmed
                          ? undefined
                          : `${words.alignment.by[answer.by]}, ${words.alignment.certainty(formatPercent(answer.certainty, language))}`
                      }
                      onClick={() => onChoose(row, cell)}
                    >
                      <VerdictMark verdict={answer.verdict} kind={kind} />
                      {lower && (
                        <span className={styles.lower}>
                          {lower.figure ?? lower.name}
                          {answer.confirmed && (
                            <span className={styles.confirmed}> · {words.alignment.by.officer}</span>
                          )}
                        </span>
                      )}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
