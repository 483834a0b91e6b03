import { HoverCard, useComputedColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { Indicator } from '../../../src/registry/indicator.ts';
import { askedOf, type IndicatorPoint, type Series } from '../../../src/registry/indicator-line.ts';
import type { IndicatorFigure } from '../../../src/registry/past-figure.ts';
import {
  formatBasis,
  formatNumber,
  formatPastFigure,
  formatTargetValue,
  type Language,
} from '../../../src/values/format.ts';
import { startChart } from '../../parts/charts/start-chart.ts';
import { palettes } from '../../parts/palettes.ts';
import { useWording } from '../../words/words.ts';
import { drawnFigures, figureLine } from './figure-lines.ts';
import styles from './indicators.module.css';
import { yearsBetween } from './step-lines.ts';

register([LineChart, GridComponent, LegendComponent, MarkLineComponent, CanvasRenderer]);

type Props = { indicator: Indicator; series: Series[]; nameOf: (series: Series) => string };
/** A target or a past figure where it stands in the chart, with what is told of it. */
type Shown = Pick<IndicatorPoint, 'id' | 'documentId' | 'quote' | 'valueQuote'> & { told: string };
type Spot = { key: string; shown: Shown; left: number; top: number; colour: string };

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

const stated = ['actual', 'estimated'] as const;

const toldOf = (point: IndicatorPoint, language: Language): string =>
  [point.year, formatTargetValue(point, language), point.documentNumber ?? point.documentTitle]
    .filter(Boolean)
    .join(', ');

const toldOfFigure = (figure: IndicatorFigure, language: Language): string =>
  [formatPastFigure(figure, language), figure.documentNumber ?? figure.documentTitle].filter(Boolean).join(', ');

/** Targets as steps through the years, what was reached beside them, one line for each tier and place; every point opens its sentence. */
export function StepChart({ indicator, series, nameOf }: Props) {
  const { words, language } = useWording();
  const scheme = useComputedColorScheme('light');
  const place = useRef<HTMLDivElement>(null);
  const [spots, setSpots] = useState<Spot[]>([]);
  useEffect(() => {
    if (!place.current) return;
    const colours = palettes[scheme];
    const lines = series.map((one, at) => ({
      name: nameOf(one),
      drawn: drawnOf(indicator, one.points),
      past: stated.map((basis) => ({ basis, drawn: drawnFigures(indicator, one.figures, basis) })),
      colour: colours[at % colours.length] ?? '',
    }));
    const years = yearsBetween(
      lines.flatMap(({ drawn, past }) => [
        ...drawn.flatMap(({ point, year }) => [point.yearFrom ?? year, year]),
        ...past.flatMap((one) => one.drawn.map(({ year }) => year)),
      ]),
    );
    const soft = scheme === 'dark' ? '#a5b2b0' : '#55615f';
    const chart = startChart(place.current);
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
      series: lines.flatMap(({ name, drawn, past, colour }) => {
        const last = lastOfYears(drawn);
        const steps = {
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
          itemStyle: { color: colour },
          lineStyle: { color: colour },
        };
        const said = past.flatMap((one) =>
          one.drawn.length === 0
            ? []
            : [
                figureLine(words.indicators.stated(name, formatBasis(one.basis, language)), one.basis, one.drawn, {
                  years,
                  colour,
                }),
              ],
        );
        return [...(drawn.length === 0 ? [] : [steps]), ...said];
      }),
    });
    const settle = () => {
      chart.resize();
      const spotAt = (one: Omit<Shown, 'told'>, told: string, year: number, value: number, colour: string): Spot => {
        const [left = 0, top = 0] = chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [String(year), value]) ?? [];
        return { key: `${one.documentId} ${one.id}`, shown: { ...one, told }, left, top, colour };
      };
      setSpots(
        lines.flatMap(({ drawn, past, colour }) => [
          ...drawn.map(({ point, year, low }) => spotAt(point, toldOf(point, language), year, low, colour)),
          ...past.flatMap((one) =>
            one.drawn.map(({ figure, year, value }) =>
              spotAt(figure, toldOfFigure(figure, language), year, value, colour),
            ),
          ),
        ]),
      );
    };
    settle();
    const observer = new ResizeObserver(settle);
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [indicator, series, nameOf, scheme, language, words]);
  return (
    <div className={styles.chart}>
      <div ref={place} aria-hidden style={{ height }} />
      <ul aria-label={words.indicators.chart}>
        {spots.map(({ key, shown, left, top, colour }) => (
          <li key={key}>
            <HoverCard width={320} shadow="md" withinPortal position="top">
              <HoverCard.Target>
                <Link
                  to="/van-ban/$id"
                  params={{ id: shown.documentId }}
                  search={{ muc: shown.id }}
                  preload={false}
                  className={styles.spot}
                  style={{ left, top, '--spot': colour } as CSSProperties}
                  aria-label={`${shown.told}: ${shown.quote}`}
                />
              </HoverCard.Target>
              <HoverCard.Dropdown>
                <p className={styles.spotFigure}>{shown.told}</p>
                <blockquote lang="vi" className={styles.spotQuote}>
                  {shown.quote}
                  {shown.valueQuote && ` … ${shown.valueQuote}`}
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
