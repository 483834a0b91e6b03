import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Series } from '../../../src/registry/indicator-line.ts';
import type { IndicatorFigure } from '../../../src/registry/past-figure.ts';
import { formatBasis, formatPeriod, formatTargetValue } from '../../../src/values/format.ts';
import { ChangeMark } from '../../parts/change-mark.tsx';
import { useWording } from '../../words/words.ts';
import styles from './indicators.module.css';

const samePeriod = (a: IndicatorFigure, b: IndicatorFigure): boolean =>
  a.period !== null && a.period.from === b.period?.from && a.period.to === b.period.to;

/** Another value for the same time on the same basis: both are shown, nobody has decided between them. */
const differs = (a: IndicatorFigure, b: IndicatorFigure): boolean =>
  samePeriod(a, b) && a.basis === b.basis && formatTargetValue(a) !== formatTargetValue(b);

function Row({ figure, whose, conflict }: { figure: IndicatorFigure; whose: string; conflict: boolean }) {
  const { words, language } = useWording();
  const heads = words.indicators.figure;
  return (
    <tr>
      <th scope="row" data-label={heads.period}>
        {formatPeriod(figure.period, language)}
      </th>
      <td data-label={heads.value} className={styles.figure}>
        <ChangeMark change={figure.change} />
        {formatTargetValue(figure, language)}
        {conflict && (
          <span className={styles.conflict}>
            <IconAlertTriangle size={15} aria-hidden /> {words.indicators.conflict}
          </span>
        )}
      </td>
      <td data-label={heads.basis}>{formatBasis(figure.basis, language)}</td>
      <td data-label={heads.whose}>{whose}</td>
      <td data-label={heads.document}>
        <Link
          to="/van-ban/$id"
          params={{ id: figure.documentId }}
          search={{ muc: figure.id }}
          preload={false}
          title={words.indicators.open}
        >
          {figure.documentNumber ?? figure.documentTitle ?? words.indicators.open}
        </Link>
      </td>
      <td data-label={heads.sentence} lang="vi" className={styles.sentence}>
        <span className="soft">{[figure.name, figure.variant].filter(Boolean).join(', ')}:</span> {figure.quote}
        {figure.valueQuote && ` … ${figure.valueQuote}`}
      </td>
    </tr>
  );
}

/** What documents state of years gone by, each with its sentence and where it stands. */
export function FiguresTable({ series, nameOf }: { series: Series[]; nameOf: (series: Series) => string }) {
  const { words } = useWording();
  const heads = words.indicators.figure;
  if (series.every(({ figures }) => figures.length === 0)) return null;
  return (
    <section className={styles.points} aria-label={words.indicators.figuresTable}>
      <h2 className={styles.heading}>{words.indicators.figuresTable}</h2>
      <table className={styles.table} aria-label={words.indicators.figuresTable}>
        <thead>
          <tr>
            {(['period', 'value', 'basis', 'whose', 'document', 'sentence'] as const).map((head) => (
              <th key={head} scope="col">
                {heads[head]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.flatMap((one) =>
            one.figures.map((figure) => (
              <Row
                key={`${figure.documentId} ${figure.id}`}
                figure={figure}
                whose={nameOf(one)}
                conflict={one.figures.some((other) => differs(other, figure))}
              />
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
