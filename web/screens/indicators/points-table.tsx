import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowsExchange } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { IndicatorPoint, Series } from '../../../src/registry/indicator-line.ts';
import { formatPercent, formatTargetValue } from '../../../src/values/format.ts';
import { ChangeMark } from '../../parts/change-mark.tsx';
import { useWording } from '../../words/words.ts';
import styles from './indicators.module.css';

type Props = {
  series: Series[];
  nameOf: (series: Series) => string;
  /** Absent for whoever reads only. */
  onCorrect: ((point: IndicatorPoint) => void) | undefined;
};

const same = (a: IndicatorPoint, b: IndicatorPoint): boolean =>
  formatTargetValue({ ...a, unit: null }) === formatTargetValue({ ...b, unit: null });

function Row({
  point,
  whose,
  conflict,
  onCorrect,
}: {
  point: IndicatorPoint;
  whose: string;
  conflict: boolean;
  onCorrect: Props['onCorrect'];
}) {
  const { words, language } = useWording();
  const { point: heads, matchings } = words.indicators;
  const years =
    point.yearFrom !== null && point.yearFrom !== point.year ? `${point.yearFrom} – ${point.year}` : point.year;
  return (
    <tr>
      <th scope="row" data-label={heads.year}>
        {years}
      </th>
      <td data-label={heads.value} className={styles.figure}>
        <ChangeMark change={point.change} />
        {formatTargetValue(point, language)}
        {conflict && (
          <span className={styles.conflict}>
            <IconAlertTriangle size={15} aria-hidden /> {words.indicators.conflict}
          </span>
        )}
      </td>
      <td data-label={heads.whose}>{whose}</td>
      <td data-label={heads.document}>
        <Link
          to="/van-ban/$id"
          params={{ id: point.documentId }}
          search={{ muc: point.id }}
          preload={false}
          title={words.indicators.open}
        >
          {point.documentNumber ?? point.documentTitle ?? words.indicators.open}
        </Link>
      </td>
      <td data-label={heads.sentence} lang="vi" className={styles.sentence}>
        {point.quote}
        {point.valueQuote && ` … ${point.valueQuote}`}
      </td>
      <td data-label={heads.match}>
        <span>
          {point.matchedBy && matchings[point.matchedBy]}
          {point.certainty !== null && point.certainty < 1 && (
            <span className="soft">, {words.indicators.certainty(formatPercent(point.certainty, language))}</span>
          )}
        </span>{' '}
        {onCorrect && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowsExchange size={16} aria-hidden />}
            aria-label={words.indicators.wrongLabel(`${point.name}, ${point.year}`)}
            onClick={() => onCorrect(point)}
          >
            {words.indicators.wrong}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** The figures behind the chart, each with its sentence, where it stands and why it is here. */
export function PointsTable({ series, nameOf, onCorrect }: Props) {
  const { words } = useWording();
  const heads = words.indicators.point;
  return (
    <section className={styles.points} aria-label={words.indicators.pointsTable}>
      <h2 className={styles.heading}>{words.indicators.pointsTable}</h2>
      <table className={styles.table} aria-label={words.indicators.pointsTable}>
        <thead>
          <tr>
            {(['year', 'value', 'whose', 'document', 'sentence', 'match'] as const).map((head) => (
              <th key={head} scope="col">
                {heads[head]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.flatMap((one) =>
            one.points.map((point) => (
              <Row
                key={`${point.documentId} ${point.id}`}
                point={point}
                whose={nameOf(one)}
                conflict={one.points.some(
                  (other) => other.documentId === point.documentId && other.year === point.year && !same(other, point),
                )}
                onCorrect={onCorrect}
              />
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
