import { HoverCard, useComputedColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsType, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { Indicator } from '../../../src/registry/indicator.ts';
import { askedOf, type IndicatorPoint, type Series } from '../../../src/registry/indicator-line.ts';
import { formatNumber, formatTargetValue } from '../../../src/values/format.ts';
import { palettes } from '../../parts/palettes.ts';
import { useWording } from '../../words/words.ts';
import styles from './indicators.module.css';
import { yearsBetween } from './step-lines.ts';

register([LineChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

type Props = { indicator: Indicator; series: Series[]; nameOf: (series: Series) => string };
type Spot = { key: string; point: IndicatorPoint; left: number; top: number; colour: string };

const height = 340;

type Drawn = { point: IndicatorPoint; year: number; low: number; high: number | null };

const drawnOf = (indicator: Indicator, points: readonly IndicatorPoint[]): Drawn[] =>
  points.flatMap((point) => {
    const asked = askedOf(indicator, point);
    if (!asked || point.year === null) return [];
    return { point, year: point.year, low: asked.value, high: asked.value2 };
  });

/** The last word on each year: what a later document says of it. */
const lastOfYears = (drawn: readonly Drawn[]): Map<number, Drawn> => new Map(drawn.map((one) => [one.year, one]));

/** A range stands upright at its year; an average of several years lies over them. */
const barsOf = (drawn: readonly Drawn[]) =>
  drawn.flatMap(({ point, year, low, high }) => [
    ...(high === null ? [] : [[{ coord: [String(year), low] }, { coord: [String(year), high] }]]),
    ...(point.yearFrom !== null && point.yearFrom < year
      ? [[{ coord: [String(point.yearFrom), low] }, { coord: [String(year), low] }]]
      : []),
  ]);

/** Targets as steps through the years, one line for each tier and place; every point opens its sentence. */
export function StepChart({ indicator, series, nameOf }: Props) {
  const { words, language } = useWording();
  const scheme = useComputedColorScheme('light');
  const place = useRef<HTMLDivElement>(null);
  const [spots, setSpots] = useState<Spot[]>([]);
  useEffect(() => {
    if (!place.current) return;
    const lines = series.map((one) => ({ name: nameOf(one), drawn: drawnOf(indicator, one.points) }));
    const years = yearsBetween(
      lines.flatMap(({ drawn }) => drawn.flatMap(({ point, year }) => [point.yearFrom ?? year, year])),
    );
    const soft = scheme === 'dark' ? '#a5b2b0' : '#55615f';
    const colours = palettes[scheme];
    const chart: EChartsType = init(place.current, undefined, { renderer: 'svg' });
    chart.setOption({
      animation: false,
      color: colours,
      textStyle: { fontFamily: "'Be Vietnam Pro', sans-serif", fontSize: 13, color: soft },
      legend: { type: 'scroll', top: 0, left: 0, textStyle: { color: soft, fontSize: 13 }, selectedMode: false },
      grid: { left: 8, right: 24, top: 44, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: years.map(String), axisTick: { show: false }, axisLabel: { color: soft } },
      yAxis: {
        type: 'value',
        scale: true,
        inverse: indicator.direction === 'rank',
        axisLabel: { color: soft, formatter: (value: number) => formatNumber(value, language) },
        splitLine: { lineStyle: { color: 'rgba(128,145,143,.22)' } },
      },
      series: lines.map(({ name, drawn }) => {
        const last = lastOfYears(drawn);
        return {
          type: 'line',
          step: 'start',
          name,
          connectNulls: true,
          symbol: 'circle',
          symbolSize: 9,
          data: years.map((year) => last.get(year)?.low ?? null),
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            lineStyle: { type: 'solid', width: 3, opacity: 0.45 },
            data: barsOf(drawn),
          },
        };
      }),
    });
    const settle = () => {
      chart.resize();
      setSpots(
        lines.flatMap(({ drawn }, at) =>
          drawn.map(({ point, year, low }) => {
            const [left = 0, top = 0] = chart.convertToPixel({ seriesIndex: at }, [String(year), low]) ?? [];
            const key = `${point.documentId} ${point.id}`;
            return { key, point, left, top, colour: colours[at % colours.length] ?? '' };
          }),
        ),
      );
    };
    settle();
    const observer = new ResizeObserver(settle);
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [indicator, series, nameOf, scheme, language]);
  const told = (point: IndicatorPoint) =>
    [point.year, formatTargetValue(point, language), point.documentNumber ?? point.documentTitle]
      .filter(Boolean)
      .join(', ');
  return (
    <div className={styles.chart}>
      <div ref={place} aria-hidden style={{ height }} />
      <ul aria-label={words.indicators.chart}>
        {spots.map(({ key, point, left, top, colour }) => (
          <li key={key}>
            <HoverCard width={320} shadow="md" withinPortal position="top">
              <HoverCard.Target>
                <Link
                  to="/van-ban/$id"
                  params={{ id: point.documentId }}
                  search={{ muc: point.id }}
                  preload={false}
                  className={styles.spot}
                  style={{ left, top, '--spot': colour } as CSSProperties}
                  aria-label={`${told(point)}: ${point.quote}`}
                />
              </HoverCard.Target>
              <HoverCard.Dropdown>
                <p className={styles.spotFigure}>{told(point)}</p>
                <blockquote lang="vi" className={styles.spotQuote}>
                  {point.quote}
                  {point.valueQuote && ` … ${point.valueQuote}`}
                </blockquote>
                <p className="soft">{words.indicators.open}</p>
              </HoverCard.Dropdown>
            </HoverCard>
          </li>
        ))}
      </ul>
    </div>
  );
}
