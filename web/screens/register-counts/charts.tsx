import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { getRegisterCounts } from '../../../src/api/register-counts.ts';
import { type DueKind, dueKinds } from '../../../src/values/due.ts';
import { type DocumentKind, documentKinds } from '../../../src/values/finding.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import { Chart } from './chart.tsx';
import { largest, type Pivot, pivot, shorten } from './pivot.ts';
import { PivotTable } from './pivot-table.tsx';

type Figures = z.output<typeof getRegisterCounts.response>;

const axisLine = { axisLine: { show: false }, axisTick: { show: false } };
const splitLine = { splitLine: { lineStyle: { color: 'rgba(128,145,143,.22)' } }, minInterval: 1 };
const gapBelowLegend = 40;

/** Bars lying down, one row each, stacked by column. */
function lyingBars<C extends string | number>(whole: Pivot<C>, nameOf: (column: C) => string) {
  return {
    grid: { left: 8, right: 20, top: gapBelowLegend, bottom: 8, containLabel: true },
    xAxis: { type: 'value', ...splitLine },
    yAxis: {
      type: 'category',
      inverse: true,
      ...axisLine,
      data: whole.rows.map(({ name }) => name),
      axisLabel: { formatter: (name: string) => shorten(name, 36), fontSize: 12.5 },
    },
    series: whole.columns.map((column) => ({
      type: 'bar',
      stack: 'all',
      name: nameOf(column),
      barMaxWidth: 20,
      cursor: 'pointer',
      data: whole.rows.map(({ cells }) => cells.get(column) ?? null),
    })),
  };
}

const heightOf = (rows: number): number => gapBelowLegend + 40 + rows * 27;

export function DocumentsByYear({ counts }: { counts: Figures['documentsByYearAndKind'] }) {
  const { words } = useWording();
  const navigate = useNavigate();
  const table = useMemo(() => {
    const sorted = [...counts].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
    const rows = sorted.map(({ year, kind, count }) => ({
      row: String(year ?? 0),
      name: year === null ? words.registerCounts.noYear : String(year),
      column: kind,
      count,
    }));
    return pivot<DocumentKind>(rows, documentKinds);
  }, [counts, words]);
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 12, top: gapBelowLegend, bottom: 8, containLabel: true },
      xAxis: { type: 'category', ...axisLine, data: table.rows.map(({ name }) => name) },
      yAxis: { type: 'value', ...splitLine },
      series: table.columns.map((kind) => ({
        type: 'bar',
        stack: 'all',
        name: words.kinds[kind],
        barMaxWidth: 44,
        cursor: 'pointer',
        data: table.rows.map(({ cells }) => cells.get(kind) ?? null),
      })),
    }),
    [table, words],
  );
  const searchOf = (row: number, column?: DocumentKind) => ({
    year: [Number(table.rows[row]?.key ?? 0)],
    ...(column === undefined ? {} : { kind: [column] }),
  });
  return (
    <Chart
      title={words.registerCounts.documentsByYear}
      option={option}
      height={heightOf(12)}
      onPick={(row, series) => void navigate({ to: '/van-ban', search: searchOf(row, table.columns[series]) })}
      table={
        <PivotTable
          caption={words.registerCounts.documentsByYear}
          head={words.registerCounts.year}
          pivot={table}
          nameOf={(kind) => words.kinds[kind]}
          to="/van-ban"
          searchOf={searchOf}
        />
      }
    />
  );
}

function useTop<C extends string | number>(whole: Pivot<C>, most: number): [Pivot<C>, string] {
  const { words, language } = useWording();
  const top = useMemo(() => largest(whole, most), [whole, most]);
  const number = (value: number) => formatNumber(value, language);
  return [
    top,
    top.rows.length < whole.rows.length
      ? words.registerCounts.top(number(top.rows.length), number(whole.rows.length))
      : '',
  ];
}

export function TargetsByGroup({ counts }: { counts: Figures['targetsByGroupAndYear'] }) {
  const { words } = useWording();
  const navigate = useNavigate();
  const whole = useMemo(() => {
    const years = [...new Set(counts.map(({ year }) => year ?? 0))].sort((a, b) => a - b);
    const rows = counts.map(({ group, year, count }) => ({
      row: group,
      name: group || words.registerCounts.noGroup,
      column: year ?? 0,
      count,
    }));
    return pivot<number>(rows, years);
  }, [counts, words]);
  const [top, note] = useTop(whole, 14);
  const nameOf = (year: number): string => (year === 0 ? words.registerCounts.noYear : String(year));
  const option = useMemo(
    () => lyingBars(top, (year) => (year === 0 ? words.registerCounts.noYear : String(year))),
    [top, words],
  );
  const searchOf = (row: number, year?: number) => {
    const group = top.rows[row]?.key;
    return { ...(group ? { group: [group] } : {}), ...(year ? { year: [year] } : {}) };
  };
  return (
    <Chart
      title={words.registerCounts.targetsByGroup}
      note={note}
      option={option}
      height={heightOf(top.rows.length)}
      onPick={(row, series) => void navigate({ to: '/chi-tieu', search: searchOf(row, top.columns[series]) })}
      table={
        <PivotTable
          caption={words.registerCounts.targetsByGroup}
          head={words.registerCounts.group}
          pivot={top}
          nameOf={nameOf}
          to="/chi-tieu"
          searchOf={searchOf}
        />
      }
    />
  );
}

export function TasksByLead({ counts }: { counts: Figures['tasksByLeadAndDue'] }) {
  const { words } = useWording();
  const navigate = useNavigate();
  const whole = useMemo(
    () =>
      pivot<DueKind>(
        counts.map(({ key, agency, due, count }) => ({ row: key, name: agency, column: due, count })),
        dueKinds,
      ),
    [counts],
  );
  const [top, note] = useTop(whole, 14);
  const option = useMemo(() => lyingBars(top, (due) => words.dues[due]), [top, words]);
  const searchOf = (row: number, due?: DueKind) => {
    const agency = top.rows[row]?.key;
    return { role: ['lead' as const], ...(agency ? { agency: [agency] } : {}), ...(due ? { due: [due] } : {}) };
  };
  return (
    <Chart
      title={words.registerCounts.tasksByLead}
      note={note}
      option={option}
      height={heightOf(top.rows.length)}
      onPick={(row, series) => void navigate({ to: '/nhiem-vu', search: searchOf(row, top.columns[series]) })}
      table={
        <PivotTable
          caption={words.registerCounts.tasksByLead}
          head={words.registerCounts.agency}
          pivot={top}
          nameOf={(due) => words.dues[due]}
          to="/nhiem-vu"
          searchOf={searchOf}
        />
      }
    />
  );
}
