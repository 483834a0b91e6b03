import { Select, useComputedColorScheme } from '@mantine/core';
import { LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Figure } from '../../../src/registry/figure.ts';
import type { FigurePoint } from '../../../src/registry/figure-point.ts';
import type { Indicator } from '../../../src/registry/indicator.ts';
import type { IndicatorPoint } from '../../../src/registry/indicator-line.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { formatDate, type PlainDate } from '../../../src/values/plain-date.ts';
import { startChart } from '../../parts/charts/start-chart.ts';
import { palettes } from '../../parts/palettes.ts';
import { useWording } from '../../words/words.ts';
import styles from './indicators.module.css';
import { choicesOf, type Dot, type ReportedLines, reachedOf, reportedLines } from './reported-lines.ts';
import { ReportedTimes } from './reported-times.tsx';

register([LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const height = 300;

/** Told apart by line and mark, not by colour alone. */
const looks = {
  actual: { type: 'line', symbol: 'circle', lineStyle: { type: 'solid', width: 2.5 } },
  estimated: { type: 'line', symbol: 'emptyCircle', lineStyle: { type: 'dashed', width: 2 } },
  planned: { type: 'line', step: 'start', symbol: 'diamond', lineStyle: { type: 'dotted', width: 2 } },
  revised: { type: 'scatter', symbol: 'path://M0,0L10,10M10,0L0,10', itemStyle: { borderWidth: 2 } },
} as const;

type Props = { indicator: Indicator; points: FigurePoint[]; revisions: Figure[]; targets: IndicatorPoint[] };

/** What was reported, through time, beside what was planned; the table of the same numbers follows it. */
export function ReportedChart({ indicator, points, revisions, targets }: Props) {
  const { words } = useWording();
  const own = words.figures.reported;
  const { lines, kinds } = useMemo(() => choicesOf(points), [points]);
  const [line, setLine] = useState<string>();
  const [kind, setKind] = useState<string>();
  const shown = {
    line: lines.find((one) => one === line) ?? lines[0] ?? '',
    kind: kinds.find((one) => one === kind) ?? kinds[0] ?? 'month',
  };
  const drawn = reportedLines({ points, revisions, targets }, indicator, shown);
  if (drawn.actual.length + drawn.estimated.length === 0) return null;
  return (
    <>
      <div className={styles.pair}>
        {lines.length > 1 && (
          <Select
            label={words.indicators.line}
            allowDeselect={false}
            value={shown.line}
            data={lines.map((value) => ({ value, label: value === '' ? words.indicators.whole : value }))}
            onChange={(next) => setLine(next ?? '')}
          />
        )}
        {kinds.length > 1 && (
          <Select
            label={own.kind}
            allowDeselect={false}
            value={shown.kind}
            data={kinds.map((value) => ({ value, label: words.regimes.every[value] }))}
            onChange={(next) => setKind(next ?? '')}
          />
        )}
      </div>
      <Lines drawn={drawn} label={own.chart(indicator.name)} lower={indicator.direction === 'rank'} />
      <ReportedTimes indicator={indicator} shown={shown} points={reachedOf(drawn)} />
    </>
  );
}

function Lines({ drawn, label, lower }: { drawn: ReportedLines; label: string; lower: boolean }) {
  const { words, language } = useWording();
  const own = words.figures.reported;
  const scheme = useComputedColorScheme('light');
  const place = useRef<HTMLDivElement>(null);
  const data = JSON.stringify(drawn);
  useEffect(() => {
    if (!place.current) return;
    const lines = JSON.parse(data) as ReportedLines;
    const [first = '', , third = '', , fifth = ''] = palettes[scheme];
    const colours = { actual: first, estimated: first, planned: third, revised: fifth };
    const soft = scheme === 'dark' ? '#a5b2b0' : '#55615f';
    const chart = startChart(place.current);
    const number = (value: number) => formatNumber(value, language);
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: "'Be Vietnam Pro', sans-serif", fontSize: 13, color: soft },
      legend: { type: 'scroll', top: 0, left: 0, textStyle: { color: soft, fontSize: 13 }, selectedMode: false },
      grid: { left: 8, right: 24, top: 44, bottom: 8, containLabel: true },
      tooltip: {
        trigger: 'item',
        renderMode: 'richText',
        textStyle: { fontFamily: "'Be Vietnam Pro', sans-serif" },
        confine: true,
        valueFormatter: (value: unknown) => (Array.isArray(value) ? number(value[1]) : ''),
      },
      xAxis: {
        type: 'time',
        axisLabel: { color: soft, hideOverlap: true, formatter: (at: number) => monthOf(new Date(at)) },
      },
      yAxis: {
        type: 'value',
        scale: true,
        inverse: lower,
        axisLabel: { color: soft, formatter: number },
        splitLine: { lineStyle: { color: 'rgba(128,145,143,.22)' } },
      },
      series: (['planned', 'estimated', 'actual', 'revised'] as const)
        .filter((name) => lines[name].length > 0)
        .map((name) => ({
          ...looks[name],
          name: own.lines[name],
          symbolSize: 8,
          color: colours[name],
          ...(name === 'revised' && {
            itemStyle: { color: colours[name], borderColor: colours[name], borderWidth: 2 },
          }),
          data: lines[name].map(({ day, value }: Dot) => ({ value: [day, value], name: formatDate(day as PlainDate) })),
        })),
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [data, scheme, language, own, lower]);
  return (
    <div className={styles.chart}>
      <div ref={place} role="img" aria-label={label} style={{ height }} />
    </div>
  );
}

const monthOf = (at: Date): string => `${String(at.getMonth() + 1).padStart(2, '0')}/${at.getFullYear()}`;
