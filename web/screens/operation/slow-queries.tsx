import type { SlowQuestions } from '../../../src/registry/operation.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { HeadRow } from '../../parts/head-row.tsx';
import { useWording } from '../../words/words.ts';
import styles from './operation.module.css';

export function SlowQueries({ slow: { source, questions } }: { slow: SlowQuestions }) {
  const { words, language } = useWording();
  const own = words.operation;
  const columns = own.slowColumns;
  const time = (ms: number) => `${formatNumber(Math.round(ms), language)} ms`;
  return (
    <section>
      <h2>{own.slow}</h2>
      <p className="soft">{own.slowSource[source]}</p>
      {questions.length === 0 ? (
        <p>{own.noSlow}</p>
      ) : (
        <table className={styles.table}>
          <caption className="hidden-visually">{own.slow}</caption>
          <HeadRow columns={columns} />
          <tbody>
            {questions.map(({ text, times, meanMs, mostMs }) => (
              <tr key={text}>
                <td data-name={columns.text}>
                  <details className={styles.query}>
                    <summary>
                      <code>{text.slice(0, 120)}</code>
                    </summary>
                    <code>{text}</code>
                  </details>
                </td>
                <td data-name={columns.times}>{formatNumber(times, language)}</td>
                <td data-name={columns.mean}>{time(meanMs)}</td>
                <td data-name={columns.most}>{time(mostMs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
