import { Button } from '@mantine/core';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import styles from './rounds.module.css';

type Props = { offset: number; limit: number; total: number; onChange: (offset: number) => void };

/** From one page of a list to the next; nothing where all of it is shown. */
export function Pages({ offset, limit, total, onChange }: Props) {
  const { words, language } = useWording();
  const own = words.rounds;
  if (total <= limit) return null;
  const number = (value: number) => formatNumber(value, language);
  return (
    <nav className={styles.pages} aria-label={own.agencies}>
      <Button variant="default" disabled={offset === 0} onClick={() => onChange(Math.max(0, offset - limit))}>
        {own.previous}
      </Button>
      <span className="numbers">
        {own.page(number(offset + 1), number(Math.min(offset + limit, total)), number(total))}
      </span>
      <Button variant="default" disabled={offset + limit >= total} onClick={() => onChange(offset + limit)}>
        {own.next}
      </Button>
    </nav>
  );
}
