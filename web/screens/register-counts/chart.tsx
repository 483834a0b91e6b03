import { useComputedColorScheme } from '@mantine/core';
import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type ReactNode, useEffect, useRef } from 'react';
import { startChart } from '../../parts/charts/start-chart.ts';
import { palettes } from '../../parts/palettes.ts';
import { useWords } from '../../words/words.ts';
import styles from './register-counts.module.css';

register([BarChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

type Props = {
  title: string;
  note?: string;
  option: EChartsCoreOption;
  height: number;
  /** Names of the bar that was clicked: its category and its series. */
  onPick: (category: number, series: number) => void;
  /** The same figures as a table whose numbers are links: for keyboard, screen reader and paper. */
  table: ReactNode;
};

/** A chart that clicks through, with its table below. */
export function Chart({ title, note, option, height, onPick, table }: Props) {
  const words = useWords();
  const scheme = useComputedColorScheme('light');
  const place = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    if (!place.current) return;
    const soft = scheme === 'dark' ? '#a5b2b0' : '#55615f';
    const axis = { axisLabel: { color: soft } };
    const chart = startChart(place.current, {
      color: palettes[scheme],
      textStyle: { color: soft },
      categoryAxis: axis,
      valueAxis: axis,
    });
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: "'Be Vietnam Pro', sans-serif", fontSize: 13 },
      legend: {
        type: 'scroll',
        top: 0,
        left: 0,
        itemWidth: 12,
        itemHeight: 12,
        itemGap: 16,
        textStyle: { color: soft, fontSize: 13 },
      },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        confine: true,
        renderMode: 'richText',
        textStyle: { fontFamily: "'Be Vietnam Pro', sans-serif" },
      },
      ...option,
    });
    chart.on('click', (event) => pick.current(event.dataIndex, event.seriesIndex ?? 0));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option, scheme]);
  return (
    <section className={styles.chart} aria-label={title}>
      <h2>{title}</h2>
      {note && <p className="soft">{note}</p>}
      <div ref={place} role="img" aria-label={`${title}. ${words.registerCounts.asTable}`} style={{ height }} />
      <details>
        <summary>{words.registerCounts.asTable}</summary>
        <div className={styles.tableFrame}>{table}</div>
      </details>
    </section>
  );
}
