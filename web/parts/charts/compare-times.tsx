import { Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Sparkline } from '../../../src/registry/sparkline.ts';
import { formatDay, formatNumber, withUnit } from '../../../src/values/format.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { useWording } from '../../words/words.ts';
import { today, useAsOf } from '../as-of.ts';
import { DayField } from '../day-field.tsx';
import { ChartFrame } from './chart-frame.tsx';
import styles from './charts.module.css';
import { CompareChart } from './compare-chart.tsx';
import { type By, comparedRows, differenceOf, type Forecast, forecastValue, type Line, ofYear } from './compared.ts';

export type Compared = { than?: PlainDate | undefined; thanYear?: number | undefined };
type Known = { points: Sparkline; forecast: Forecast | null };

type Props = {
  name: string;
  unit: string | null;
  /** What is known on the day that is looked at. */
  now: Known;
  /** Through the years. */
  monthly: Sparkline;
  /** What was known on the other day, once that is chosen and answered. */
  then: Known | undefined;
  chosen: Compared;
  onChoose: (chosen: Compared) => void;
};

/** One thing on two days, or in two years: two lines, and by how much they differ. */
export function CompareTimes({ name, unit, now, monthly, then, chosen, onChoose }: Props) {
  const { words, language } = useWording();
  const own = words.charts.compare;
  const day = useAsOf() ?? today();
  const years = [...new Set(monthly.map((one) => Number(one.day.slice(0, 4))))].sort((a, b) => b - a);
  const [year, ...others] = years;
  if (now.points.length === 0) return null;
  const told = (one: PlainDate) => own.asOf(formatDay(one, language));
  const lineOf = (of: number): Line => ({
    name: String(of),
    points: ofYear(monthly, of),
    forecast: forecastIn(now, of, year),
  });
  return (
    <section className={styles.compared} aria-labelledby="compare-times">
      <h2 id="compare-times">{own.title}</h2>
      <div className={styles.choices}>
        <DayField
          key={chosen.than}
          label={own.day}
          value={chosen.than ?? null}
          max={day}
          onChange={(than) => {
            if (than !== undefined && (than ?? undefined) !== chosen.than) onChoose({ than: than ?? undefined });
          }}
        />
        {others.length > 0 && (
          <Select
            label={own.year}
            placeholder={own.noYear}
            data={others.map(String)}
            value={chosen.thanYear === undefined ? null : String(chosen.thanYear)}
            onChange={(value) => onChoose({ thanYear: value === null ? undefined : Number(value) })}
            clearable
          />
        )}
        {(chosen.than !== undefined || chosen.thanYear !== undefined) && (
          <Button variant="subtle" leftSection={<IconX size={16} aria-hidden />} onClick={() => onChoose({})}>
            {own.clear}
          </Button>
        )}
      </div>
      {chosen.than !== undefined && then && (
        <Two
          title={own.ofDays(name, formatDay(day, language), formatDay(chosen.than, language))}
          lines={[
            { name: told(day), ...now },
            { name: told(chosen.than), ...then },
          ]}
          by="day"
          unit={unit}
        />
      )}
      {chosen.thanYear !== undefined && year !== undefined && (
        <Two
          title={own.ofYears(name, String(year), String(chosen.thanYear))}
          lines={[lineOf(year), lineOf(chosen.thanYear)]}
          by="month"
          unit={unit}
        />
      )}
    </section>
  );
}

/** What may come belongs to the latest year only. */
const forecastIn = ({ forecast }: Known, of: number, latest: number | undefined): Forecast | null =>
  of === latest && forecast && Number(forecast.day.slice(0, 4)) === of ? forecast : null;

type TwoProps = { title: string; lines: readonly [Line, Line]; by: By; unit: string | null };

function Two({ title, lines, by, unit }: TwoProps) {
  const { words, language } = useWording();
  const own = words.charts;
  const [first, second] = lines;
  const rows = comparedRows(first, second, by);
  if (second.points.length === 0) return <p className="soft">{own.compare.nothing}</p>;
  const unlike = rows.filter((row) => differenceOf(row) !== 0).length;
  return (
    <>
      {by === 'day' && <p>{unlike === 0 ? own.compare.same : own.compare.changed(formatNumber(unlike, language))}</p>}
      <ChartFrame
        title={title}
        draw={(place) => <CompareChart lines={lines} by={by} unit={unit} place={place} label={title} />}
        table={{
          heads: [own.period, first.name, second.name, own.compare.difference],
          rows: rows.map((row) => [
            by === 'month' ? own.month(String(row.at)) : formatDay(row.day, language),
            row.first,
            row.second,
            differenceOf(row),
          ]),
        }}
      />
      {lines.map(
        ({ name, forecast }) =>
          forecast && (
            <p key={name} className="soft">
              {name}:{' '}
              {own.forecast(
                withUnit(formatNumber(forecastValue(forecast), language), unit),
                formatDay(forecast.day, language),
                own.methods[forecast.method],
              )}
            </p>
          ),
      )}
    </>
  );
}
