import { type Verdict, verdicts } from '../../../src/registry/alignment.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { ItemKind } from '../../parts/comparison/items.ts';
import { useWording } from '../../words/words.ts';
import styles from './alignment.module.css';
import type { Row } from './rows.ts';
import { toneOf, VerdictMark } from './verdict-mark.tsx';

/** For each lower document how many items it answers in which way: a bar to see, the words beside it. */
export function VerdictBars({ rows, kind }: { rows: Row[]; kind: ItemKind }) {
  const { words, language } = useWording();
  const documents = rows[0]?.cells.map(({ document }) => document) ?? [];
  return (
    <ul className={styles.bars}>
      {documents.map((document, at) => {
        const counts = new Map<Verdict, number>();
        for (const { cells } of rows) {
          const verdict = cells[at]?.answer.verdict;
          if (verdict) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
        }
        const there = verdicts.flatMap((verdict) => {
          const count = counts.get(verdict);
          return count ? [{ verdict, count }] : [];
        });
        const number = (count: number) => formatNumber(count, language);
        return (
          <li key={document.id}>
            <strong>{document.number ?? document.title ?? document.fileName}</strong>
            <span className="soft">
              {words.alignment.summary(number(rows.length - (counts.get('missing') ?? 0)), number(rows.length))}
            </span>
            <span className={styles.bar} aria-hidden>
              {there.map(({ verdict, count }) => (
                <span key={verdict} data-tone={toneOf(verdict)} style={{ flexGrow: count }} />
              ))}
            </span>
            <span className={styles.legend}>
              {there.map(({ verdict, count }) => (
                <span key={verdict}>
                  <VerdictMark verdict={verdict} kind={kind} /> {number(count)}
                </span>
              ))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
