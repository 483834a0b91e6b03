import { Button, Select, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconChartBar, IconChartLine, IconEdit, IconTable } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { CallError, call } from '../../../src/api/client.ts';
import { changeIndicator, getIndicator, listIndicators } from '../../../src/api/indicators.ts';
import { aggregationOf } from '../../../src/registry/aggregate.ts';
import { formulaWords } from '../../../src/registry/formula-words.ts';
import type { Indicator, IndicatorFields } from '../../../src/registry/indicator.ts';
import {
  type IndicatorPoint,
  type IndicatorSummary,
  type Series,
  seriesOf,
} from '../../../src/registry/indicator-line.ts';
import type { IndicatorFigure } from '../../../src/registry/past-figure.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { Blank } from '../../parts/blank.tsx';
import { Failure, NotFound } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../parts/session.ts';
import { SidePanel } from '../../parts/side-panel.tsx';
import type { Words } from '../../words/vi.ts';
import { useWording } from '../../words/words.ts';
import { ChooseIndicator } from './choose-indicator.tsx';
import { EntryForm } from './entry-form.tsx';
import { FiguresTable } from './figures-table.tsx';
import styles from './indicators.module.css';
import { PointsTable } from './points-table.tsx';
import { ReportedFigures } from './reported-figures.tsx';
import { StepChart } from './step-chart.tsx';
import { useRenewal } from './use-renewal.ts';

const route = getRouteApi('/chi-tieu/danh-muc/$id');

/** Names for ids in a formula, asked for where there is one. */
const useCatalogue = (wanted: boolean): IndicatorSummary[] =>
  useQuery({
    queryKey: ['indicators', undefined],
    queryFn: ({ signal }) => call(listIndicators, { query: {}, signal }),
    enabled: wanted,
  }).data?.indicators ?? [];

function aggregationText(indicator: Indicator, { indicators: { rules } }: Words, names: IndicatorSummary[]): string {
  const rule = rules[aggregationOf(indicator)];
  const weight = names.find(({ id }) => id === indicator.weightIndicatorId);
  return weight ? `${rule}: ${weight.name}` : rule;
}

function Facts({ indicator }: { indicator: Indicator }) {
  const { words } = useWording();
  const { fields, measures, directions, pillars, owners, evidences, columns } = words.indicators;
  const names = useCatalogue(indicator.formula !== null || indicator.weightIndicatorId !== null);
  const { statisticalCode: code, codeEvidence: evidence, ownerProfile: owner } = indicator;
  const facts: [string, string | null][] = [
    [fields.unit, indicator.unit],
    [fields.measure, measures[indicator.measure]],
    [fields.direction, directions[indicator.direction]],
    [fields.pillar, indicator.pillar && pillars[indicator.pillar]],
    [fields.ownerProfile, owner && (owners[owner] ?? owner)],
    [fields.aggregation, aggregationText(indicator, words, names)],
    [fields.formula, indicator.formula && formulaWords(indicator.formula, names)],
    [columns.code, code && [code, evidence && evidences[evidence]].filter(Boolean).join(', ')],
    [fields.synonyms.split(',')[0] ?? '', indicator.synonyms.join('; ') || null],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Edit({ indicator, onClose }: { indicator: Indicator; onClose: () => void }) {
  const { words } = useWording();
  const renew = useRenewal();
  const change = useMutation({
    mutationFn: ({ fields, reason }: { fields: IndicatorFields; reason: string }) =>
      call(changeIndicator, {
        params: { id: indicator.id },
        body: { fields, version: indicator.version, ...(reason && { reason }) },
      }),
    onSuccess: async () => {
      notifications.show({ message: words.indicators.saved });
      await renew();
      onClose();
    },
  });
  return (
    <SidePanel title={words.indicators.editTitle} size="lg" onClose={onClose}>
      <EntryForm
        initial={indicator}
        changing
        pending={change.isPending}
        error={change.error}
        onSave={(fields, reason) => change.mutate({ fields, reason })}
        onCancel={onClose}
      />
    </SidePanel>
  );
}

const everyLine = '*';

/** The lines of an indicator: the one asked for, else the whole, else the first there is. */
function useLine(series: Series[]) {
  const { words } = useWording();
  const { dong } = route.useSearch();
  const navigate = useNavigate({ from: '/chi-tieu/danh-muc/$id' });
  const lines = [...new Set(series.map(({ line }) => line))];
  const line = dong === everyLine || (dong !== undefined && lines.includes(dong)) ? dong : (lines[0] ?? '');
  const shown = useMemo(
    () => (line === everyLine ? series : series.filter((one) => one.line === line)),
    [series, line],
  );
  const choice =
    lines.length < 2 ? null : (
      <Select
        label={words.indicators.line}
        allowDeselect={false}
        value={line}
        data={[
          ...lines.map((value) => ({ value, label: value === '' ? words.indicators.whole : value })),
          { value: everyLine, label: words.indicators.everyLine },
        ]}
        onChange={(next) => next !== null && void navigate({ search: { dong: next }, replace: true })}
        className={styles.line}
      />
    );
  return { shown, choice, every: line === everyLine };
}

type ThroughProps = { indicator: Indicator; points: IndicatorPoint[]; figures: IndicatorFigure[] };

function Through({ indicator, points, figures }: ThroughProps) {
  const { words } = useWording();
  const reviewing = useMay()('reviewDocuments');
  const [correcting, setCorrecting] = useState<IndicatorPoint>();
  const series = useMemo(() => seriesOf(points, figures), [points, figures]);
  const { shown, choice, every } = useLine(series);
  const nameOf = useCallback(
    ({ line, tier, territory }: Series) =>
      [every && (line === '' ? words.indicators.whole : line), territory ?? words.tiers[tier]]
        .filter(Boolean)
        .join(', '),
    [words, every],
  );
  return (
    <>
      {choice}
      <p className="soft">
        {indicator.measure === 'condition'
          ? words.indicators.noNumbers
          : figures.length === 0
            ? words.indicators.noActual
            : words.indicators.actualDrawn}
      </p>
      {indicator.measure !== 'condition' && <StepChart indicator={indicator} series={shown} nameOf={nameOf} />}
      <PointsTable series={shown} nameOf={nameOf} onCorrect={reviewing ? setCorrecting : undefined} />
      <FiguresTable series={shown} nameOf={nameOf} />
      {correcting && <ChooseIndicator point={correcting} onClose={() => setCorrecting(undefined)} />}
    </>
  );
}

/** One indicator: what every document asks for through the years, and the sentence behind each figure. */
export function IndicatorScreen() {
  const { words } = useWording();
  const { id } = route.useParams();
  const asOf = useAsOf();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const found = useQuery({
    queryKey: ['indicator', id, asOf],
    queryFn: ({ signal }) => call(getIndicator, { params: { id }, query: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
  if (found.isError && found.error instanceof CallError && found.error.code === 'notFound') return <NotFound />;
  const indicator = found.data?.indicator;
  return (
    <Page
      title={indicator?.name ?? words.indicators.title}
      actions={
        <>
          <Button
            component={Link}
            to="/chi-tieu/danh-muc"
            variant="subtle"
            leftSection={<IconArrowLeft size={18} aria-hidden />}
          >
            {words.indicators.back}
          </Button>
          <Button
            variant="default"
            leftSection={<IconChartBar size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/chi-tieu/danh-muc/$id/chi-tiet" params={{ id }} {...props} />}
          >
            {words.breakdown.title}
          </Button>
          <Button
            variant="default"
            leftSection={<IconTable size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/chi-tieu" search={{ indicator: [id] }} {...props} />}
          >
            {words.indicators.listTargets}
          </Button>
          {indicator && may('changeIndicators') && (
            <Button variant="default" leftSection={<IconEdit size={18} aria-hidden />} onClick={() => setEditing(true)}>
              {words.indicators.edit}
            </Button>
          )}
        </>
      }
    >
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={320} aria-busy="true" />}
      {found.data && (
        <>
          <Facts indicator={found.data.indicator} />
          {found.data.points.length + found.data.figures.length === 0 ? (
            <Blank
              icon={IconChartLine}
              title={words.indicators.noPoints}
              text={asOf === undefined ? words.indicators.noPointsText : words.indicators.noPointsThen}
            />
          ) : (
            <Through indicator={found.data.indicator} points={found.data.points} figures={found.data.figures} />
          )}
          <ReportedFigures indicator={found.data.indicator} targets={found.data.points} />
          {editing && <Edit indicator={found.data.indicator} onClose={() => setEditing(false)} />}
        </>
      )}
    </Page>
  );
}
