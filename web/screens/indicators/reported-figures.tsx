import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { getFiguresOfPoint, getIndicatorFigures } from '../../../src/api/figures.ts';
import type { Figure, FigureValue } from '../../../src/registry/figure.ts';
import type { FigurePoint } from '../../../src/registry/figure-point.ts';
import type { Indicator } from '../../../src/registry/indicator.ts';
import type { IndicatorPoint } from '../../../src/registry/indicator-line.ts';
import { formatMoment, formatNumber } from '../../../src/values/format.ts';
import { periodWords } from '../../../src/values/period-words.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { useWording } from '../../words/words.ts';
import styles from './indicators.module.css';
import { ReportedChart } from './reported-chart.tsx';

type Props = { indicator: Indicator };
type Revisions = ReadonlyMap<string, Figure[]>;

/** So many at first. */
const atFirst = 24;

type OfOne = Pick<Figure, 'agency' | 'line' | 'period' | 'calendar' | 'span' | 'basis'>;
/** Of one agency, as a point that rests on it alone. */
const revisedKey = ({ agency, line, period, calendar, span, basis }: OfOne): string =>
  [agency.id, line, period, calendar, span, basis].join(' ');

const keyOf = ({ tier, line, period, calendar, span, basis }: FigurePoint): string =>
  [tier, line, period, calendar, span, basis].join(' ');

/** What agencies have reported of an indicator and what was approved, each walking back to its report. */
export function ReportedFigures({ indicator, targets }: Props & { targets: IndicatorPoint[] }) {
  const { words, language } = useWording();
  const own = words.figures.reported;
  const asOf = useAsOf();
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string>();
  const found = useQuery({
    queryKey: ['indicator-figures', indicator.id, asOf],
    queryFn: ({ signal }) => call(getIndicatorFigures, { params: { id: indicator.id }, query: { asOf }, signal }),
  });
  const points = found.data?.points ?? [];
  if (points.length === 0) return null;
  const revisions: Revisions = Map.groupBy(found.data?.revisions ?? [], revisedKey);
  const heads = [own.period, own.value, own.basis, own.whose];
  return (
    <section className={styles.points} aria-label={own.title}>
      <h2 className={styles.heading}>{own.title}</h2>
      {found.data?.formula && <p className="soft">{own.formula(found.data.formula)}</p>}
      <ReportedChart indicator={indicator} points={points} revisions={found.data?.revisions ?? []} targets={targets} />
      <table className={styles.table} aria-label={own.title}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(all ? points : points.slice(0, atFirst)).map((point) => {
            const key = keyOf(point);
            return (
              <Fragment key={key}>
                <PointRow
                  indicator={indicator}
                  point={point}
                  revisions={revisions}
                  isOpen={open === key}
                  onToggle={() => setOpen(open === key ? undefined : key)}
                />
                {open === key && <Agencies indicator={indicator} point={point} />}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      {!all && points.length > atFirst && (
        <Button variant="default" onClick={() => setAll(true)}>
          {own.more} ({formatNumber(points.length - atFirst, language)})
        </Button>
      )}
    </section>
  );
}

/** @param reckoned: what is a mean or follows from others has as many decimals as its indicator */
function useShown({ unit, decimals }: Indicator): (figure: FigureValue, reckoned?: boolean) => string {
  const { words, language } = useWording();
  return ({ value, missing }, reckoned = false) => {
    if (missing !== null) return words.figures.missing[missing];
    if (value === null) return '';
    const number = formatNumber(reckoned ? Number(value.toFixed(decimals ?? 2)) : value, language);
    return unit === null ? number : /^[%‰]/u.test(unit) ? number + unit : `${number} ${unit}`;
  };
}

type RowProps = Props & { point: FigurePoint; revisions: Revisions; isOpen: boolean; onToggle: () => void };

function PointRow({ indicator, point, revisions, isOpen, onToggle }: RowProps) {
  const { words, language } = useWording();
  const own = words.figures.reported;
  const shown = useShown(indicator);
  const { bases, spans } = words.figures;
  const earlier = (point.only && !point.computed && revisions.get(revisedKey({ ...point, ...point.only }))) || [];
  return (
    <tr>
      <th scope="row" data-label={own.period}>
        {periodWords(point.period, language)}
        {point.line !== '' && <span className="soft">, {point.line}</span>}
      </th>
      <td data-label={own.value} className={styles.figure}>
        {/* One box: on a phone each part of a cell is a row of its own. */}
        <div>
          {point.apart ? <span className="soft">{own.apart}</span> : shown(point, point.counted > 1 || point.computed)}
          {point.computed && <span className="soft"> ({point.formula ? own.byFormula : words.figures.computed})</span>}
          {earlier.map((one) => (
            <div key={one.id} className="soft">
              {own.before(shown(one), formatMoment(one.endedAt ?? one.setAt, language))}
            </div>
          ))}
          {point.lacking > 0 && <span className="soft"> ({own.lacking(formatNumber(point.lacking, language))})</span>}
        </div>
      </td>
      <td data-label={own.basis}>
        {bases[point.basis]}, {spans[point.span].toLowerCase()}
      </td>
      <td data-label={own.whose}>
        {point.only ? (
          <Whose {...point.only} />
        ) : (
          <>
            {words.tiers[point.tier]}, {own.agencies(formatNumber(point.counted + point.lacking, language))}{' '}
            {!point.computed && (
              <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} onClick={onToggle}>
                {isOpen ? own.hide : own.show}
              </Button>
            )}
          </>
        )}
      </td>
    </tr>
  );
}

/** Back to the report that it comes from. */
function Whose({ agency, submissionId }: Pick<Figure, 'agency' | 'submissionId'>) {
  const own = useWording().words.figures.reported;
  return submissionId === null ? (
    <>
      {agency.name} <span className="soft">({own.imported})</span>
    </>
  ) : (
    <Link to="/bao-cao/$id" params={{ id: submissionId }} search={{ phan: 'so-lieu' }} title={own.openReport}>
      {agency.name}
    </Link>
  );
}

function Agencies({ indicator, point }: Props & { point: FigurePoint }) {
  const { words } = useWording();
  const asOf = useAsOf();
  const shown = useShown(indicator);
  const { line, period } = point;
  const found = useQuery({
    queryKey: ['indicator-figures', indicator.id, 'agencies', line, period, asOf],
    queryFn: ({ signal }) =>
      call(getFiguresOfPoint, { params: { id: indicator.id }, query: { line, period, asOf }, signal }),
    select: ({ figures }) =>
      figures.filter(
        (one) =>
          one.tier === point.tier &&
          one.span === point.span &&
          one.basis === point.basis &&
          one.calendar === point.calendar,
      ),
  });
  return (found.data ?? []).map((figure) => (
    <tr key={figure.id}>
      <td />
      <td data-label={words.figures.reported.value} className={styles.figure}>
        {shown(figure)}
      </td>
      <td>{figure.reason && <span className="soft">{figure.reason}</span>}</td>
      <td data-label={words.figures.reported.whose}>
        <Whose {...figure} />
      </td>
    </tr>
  ));
}
