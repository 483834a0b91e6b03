import { Button } from '@mantine/core';
import { figureKey } from '../../../src/registry/figure.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { figureText, lineName } from '../../parts/figure-text.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './figures.module.css';
import type { FigureDesk } from './figures.tsx';

/** Somebody else has said something else of the same cells: both are shown, and one stays. */
export function CellsConflict({ desk: { lines, cells } }: { desk: FigureDesk }) {
  const { words, language } = useWording();
  const own = words.figures.conflict;
  const { conflicts, settle, error } = cells;
  if (conflicts.length === 0) return null;
  const nameOf = (indicatorId: string, line: string): string => {
    const found = lines.find((one) => one.indicatorId === indicatorId && one.line === line);
    return found ? lineName(found) : indicatorId;
  };
  return (
    <Dialog size="lg" title={own.title}>
      <p>{error ? sentenceOf(error, words, language) : own.told}</p>
      <table className={styles.conflict} aria-label={own.title}>
        <thead>
          <tr>
            <th scope="col">{own.cell}</th>
            <th scope="col">{own.theirs}</th>
            <th scope="col">{own.mine}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map(({ mine, theirs }) => (
            <tr key={figureKey(mine)}>
              <th scope="row">{nameOf(mine.indicatorId, mine.line)}</th>
              <td>{figureText(theirs, words, language)}</td>
              <td>{figureText(mine, words, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        <Button onClick={() => settle(true)} data-autofocus>
          {own.keepMine}
        </Button>
        <Button variant="default" onClick={() => settle(false)}>
          {own.keepTheirs}
        </Button>
      </div>
    </Dialog>
  );
}
