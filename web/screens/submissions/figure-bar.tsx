import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { isBlank } from '../../../src/registry/figure.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './figures.module.css';
import type { FigureDesk } from './figures.tsx';

/** Whether all is saved, and what is still to be done. */
export function FigureBar({ desk: { sheet, lines, cells } }: { desk: FigureDesk }) {
  const { words, language } = useWording();
  const own = words.figures;
  const all = lines.flatMap((line) => line.cells).filter(({ derived }) => !derived);
  const unusual = all.filter(({ checks, reason }) => checks.length > 0 && reason === '').length;
  const blanks = all.filter(isBlank).length;
  return (
    <div className={styles.bar}>
      {sheet.mayFill && (
        <>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={cells.undo}
          >
            {own.undo}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconArrowForwardUp size={16} aria-hidden />}
            onClick={cells.redo}
          >
            {own.redo}
          </Button>
          <span role="status" data-state={cells.state} className={styles.saving}>
            {own.states[cells.state]}
            {cells.state === 'refused' && cells.error && ` ${sentenceOf(cells.error, words, language)}`}
          </span>
        </>
      )}
      {unusual > 0 && (
        <span className={styles.unusual}>
          <IconAlertTriangle size={16} aria-hidden /> {own.unusual(formatNumber(unusual, language))}
        </span>
      )}
      {blanks > 0 && <span className="soft">{own.blanks(formatNumber(blanks, language))}</span>}
    </div>
  );
}
