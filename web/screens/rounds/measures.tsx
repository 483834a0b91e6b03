import { Progress } from '@mantine/core';
import { type Measure, measureWords, type RoundMeasures } from '../../../src/registry/round-measures.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import styles from './rounds.module.css';

const shown: readonly Measure[] = ['sent', 'onTime', 'approved', 'figures', 'sections'];

/** Each share with its numerator and denominator, and the definition that it is counted by. */
export function Measures({ measures }: { measures: RoundMeasures }) {
  const { words, language } = useWording();
  const own = words.rounds;
  const number = (value: number) => formatNumber(value, language);
  return (
    <section aria-label={own.measures}>
      <dl className={styles.measures}>
        {shown.map((measure) => {
          const { count, of } = measures[measure];
          const percent = of === 0 ? null : Math.round((count / of) * 1000) / 10;
          const { name, meaning } = measureWords[language][measure];
          return (
            <div key={measure}>
              <dt>{name}</dt>
              <dd>
                <span className={styles.big}>{percent === null ? '–' : own.share(number(percent))}</span>{' '}
                <span className="numbers">{of === 0 ? own.noShare : own.of(number(count), number(of))}</span>
              </dd>
              <dd>
                <Progress value={percent ?? 0} aria-label={name} />
              </dd>
              <dd>
                <details>
                  <summary>{own.meaning}</summary>
                  <span className="soft">{meaning}</span>
                </details>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
