import { Progress } from '@mantine/core';
import type { Criterion } from '../../../src/registry/emulation-scale.ts';
import type { ScorecardPage } from '../../../src/registry/scorecard-page.ts';
import { criterionWords } from '../../../src/registry/scorecard-words.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { HeadRow } from '../../parts/head-row.tsx';
import { useWording } from '../../words/words.ts';
import styles from './scorecards.module.css';

type Props = { scores: ScorecardPage['score']['criteria']; onOpen: (criterion: Criterion) => void };

/** "82,4": a share in percent, as people say it. */
export const percentOf = (share: number): number => Math.round(share * 1000) / 10;

/** Each criterion with its formula; its numbers open what was counted. */
export function Criteria({ scores, onOpen }: Props) {
  const { words, language } = useWording();
  const own = words.scorecards;
  const number = (value: number) => formatNumber(value, language);
  return (
    <section aria-labelledby="scorecard-criteria">
      <h2 id="scorecard-criteria" className={styles.heading}>
        {own.criteria}
      </h2>
      <table className={styles.table} aria-labelledby="scorecard-criteria">
        <HeadRow columns={own.columns} />
        <tbody>
          {scores.map(({ criterion, count, of, share, points, most }) => {
            const said = criterionWords[language][criterion];
            return (
              <tr key={criterion}>
                <th scope="row">
                  {said.name}
                  <details>
                    <summary>{own.how}</summary>
                    <span className="soft">
                      {own.howRatio(said.counted, said.of)} {said.beside}
                    </span>
                  </details>
                </th>
                <td data-name={own.columns.result}>
                  {of === 0 ? (
                    <span className="soft">{own.noItems}</span>
                  ) : (
                    <button
                      type="button"
                      className={styles.open}
                      aria-label={own.openItems(said.name, number(count), number(of))}
                      onClick={() => onOpen(criterion)}
                    >
                      {own.ratio(number(count), number(of))}
                    </button>
                  )}
                </td>
                <td data-name={own.columns.share}>
                  {share === null ? (
                    '–'
                  ) : (
                    <div className={styles.bar}>
                      <span className="numbers">{own.percent(number(percentOf(share)))}</span>
                      <Progress value={share * 100} aria-label={said.name} />
                    </div>
                  )}
                </td>
                <td data-name={own.columns.points} className="numbers">
                  {most === 0 ? (
                    <span className="soft">{own.notScored}</span>
                  ) : (
                    own.points(points === null ? '–' : number(points), number(most))
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
