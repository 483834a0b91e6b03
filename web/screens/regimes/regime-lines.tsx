import { Button, Select } from '@mantine/core';
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { memo, useRef, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { listIndicators } from '../../../src/api/indicators.ts';
import type { IndicatorSummary } from '../../../src/registry/indicator-line.ts';
import type { RegimeLine } from '../../../src/registry/regime.ts';
import type { LineFault } from '../../../src/registry/regime-lines.ts';
import { formatNumber, type Language } from '../../../src/values/format.ts';
import { refusalSentence } from '../../../src/values/refusal-words.ts';
import { fold } from '../../../src/values/vietnamese.ts';
import { lineName } from '../../parts/figure-text.ts';
import { useWording } from '../../words/words.ts';
import { keepForm, LineFields } from './line-fields.tsx';
import { OrderSteps } from './order-steps.tsx';
import type { RegimeDraft } from './regime-draft.ts';
import styles from './regimes.module.css';
import { useIsReporter } from './use-is-reporter.ts';

export type Catalogue = ReadonlyMap<string, IndicatorSummary>;

const byId = ({ indicators }: { indicators: IndicatorSummary[] }): Catalogue =>
  new Map(indicators.map((one) => [one.id, one]));

/** Undefined until it is there. */
export const useCatalogue = (): Catalogue | undefined =>
  useQuery({
    queryKey: ['indicators', undefined],
    queryFn: ({ signal }) => call(listIndicators, { signal }),
    staleTime: 60_000,
    select: byId,
  }).data;

type Props = Pick<RegimeDraft, 'lines' | 'reporters' | 'receiverId' | 'content' | 'asks'> & {
  catalogue: Catalogue | undefined;
  faults: readonly (LineFault | null)[];
  names: Record<string, string>;
  onChange: (part: Pick<RegimeDraft, 'lines'>) => void;
  onName: (id: string, name: string) => void;
};

type Row = { key: number; line: RegimeLine };

/** The figures that every round asks for beside those of targets, in their order. Kept from drawing again: there may be hundreds. */
export const RegimeLines = memo(function RegimeLines(props: Props) {
  const { lines, content, asks, catalogue, faults, names, onChange, onName } = props;
  const { words, language } = useWording();
  const own = words.regimes;
  const [rows, setRows] = useState(() => lines.map((line, key): Row => ({ key, line })));
  const [open, setOpen] = useState<number | null>(null);
  const [told, setTold] = useState('');
  const added = useRef(lines.length);
  const adding = useRef<HTMLInputElement>(null);
  const isReporter = useIsReporter(
    props,
    rows.some(({ line }) => line.agencyId !== null),
  );
  const nameOf = ({ indicatorId, line }: RegimeLine) =>
    lineName({ name: catalogue?.get(indicatorId)?.name ?? names[indicatorId] ?? indicatorId, line });
  const tell = (line: RegimeLine, at: number, of: number) =>
    setTold(own.lineAt(nameOf(line), formatNumber(at + 1, language), formatNumber(of, language)));
  const put = (next: Row[]) => {
    setRows(next);
    onChange({ lines: next.map(({ line }) => line) });
  };
  const add = ({ id, name, cumulative }: IndicatorSummary) => {
    const basis = rows.at(-1)?.line.basis ?? asks.targets ?? 'estimated';
    const line: RegimeLine = {
      indicatorId: id,
      line: '',
      span: cumulative ? 'toDate' : 'period',
      basis,
      agencyId: null,
    };
    onName(id, name);
    put([...rows, { key: added.current, line }]);
    added.current += 1;
    tell(line, rows.length, rows.length + 1);
  };
  const move = (at: number, by: 1 | -1) => {
    const [here, there] = [rows[at], rows[at + by]];
    if (!here || !there) return;
    put(rows.with(at, there).with(at + by, here));
    tell(here.line, at + by, rows.length);
  };
  const drop = (at: number, step: HTMLElement) => {
    const item = step.closest('li');
    const beside = item?.nextElementSibling ?? item?.previousElementSibling;
    (beside?.querySelector('button') ?? adding.current)?.focus();
    put(rows.toSpliced(at, 1));
  };
  return (
    <section>
      <h2 className={styles.heading}>{own.lines}</h2>
      <p className="soft">{content === 'text' && rows.length > 0 ? own.linesUnasked : own.linesHint}</p>
      <ol className={styles.sections} aria-label={own.lines}>
        {rows.map(({ key, line }, at) => (
          <li key={key} className={styles.section}>
            <div className={styles.line}>
              <LineSaid
                number={formatNumber(at + 1, language)}
                name={nameOf(line)}
                unit={catalogue?.get(line.indicatorId)?.unit ?? null}
                line={line}
                agency={line.agencyId === null ? null : (names[line.agencyId] ?? line.agencyId)}
                reaches={line.agencyId === null || isReporter(line.agencyId) !== false}
                fault={faultSentence(faults[at], { line: at + 1, name: nameOf(line) }, language)}
              />
              <div className={styles.row}>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${own.edit}: ${nameOf(line)}`}
                  aria-expanded={open === key}
                  leftSection={<IconPencil size={14} aria-hidden />}
                  onClick={() => setOpen(open === key ? null : key)}
                >
                  {own.edit}
                </Button>
                <OrderSteps
                  name={nameOf(line)}
                  at={at}
                  count={rows.length}
                  onMove={(by) => move(at, by)}
                  onDrop={(step) => drop(at, step)}
                />
              </div>
            </div>
            {open === key && (
              <LineFields line={line} onName={onName} onChange={(next) => put(rows.with(at, { key, line: next }))} />
            )}
          </li>
        ))}
      </ol>
      <AddLine field={adding} catalogue={catalogue} onAdd={add} />
      <p className="hidden-visually" aria-live="polite">
        {told}
      </p>
    </section>
  );
});

const faultSentence = (
  fault: LineFault | null | undefined,
  of: { line: number; name: string },
  language: Language,
): string | null => (fault ? refusalSentence('regimeFaulty', { ...fault, ...of }, language) : null);

type SaidProps = {
  number: string;
  name: string;
  unit: string | null;
  line: RegimeLine;
  /** The only one that is asked; null: all. */
  agency: string | null;
  reaches: boolean;
  fault: string | null;
};

/** A line in words: what, as what, of whom, and what is wrong with it. */
function LineSaid({ number, name, unit, line, agency, reaches, fault }: SaidProps) {
  const own = useWording().words.regimes;
  const wrong = fault ?? (agency !== null && !reaches ? own.notReporter(agency) : null);
  return (
    <div className={styles.grow}>
      <div lang="vi">
        {number}. <strong>{name}</strong>
        {unit !== null && <span className="soft"> ({unit})</span>}
      </div>
      <div>
        {own.spans[line.span]} · {own.targetsBasis[line.basis]} ·{' '}
        {agency === null ? own.askedAll : own.askedOne(agency)}
      </div>
      {wrong !== null && (
        <div className={styles.wrong}>
          <IconAlertTriangle size={16} aria-hidden /> {wrong}
        </div>
      )}
    </div>
  );
}

type AddProps = {
  field: React.RefObject<HTMLInputElement | null>;
  catalogue: Catalogue | undefined;
  onAdd: (indicator: IndicatorSummary) => void;
};

/** Found with or without accents; what has no number cannot be asked for. */
function AddLine({ field, catalogue, onAdd }: AddProps) {
  const { words } = useWording();
  const own = words.regimes;
  const [typed, setTyped] = useState('');
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  const found = [...(catalogue?.values() ?? [])].filter(({ measure, name, statisticalCode }) => {
    const text = fold(`${name} ${statisticalCode ?? ''}`);
    return measure !== 'condition' && wanted.every((word) => text.includes(word));
  });
  return (
    <Select
      ref={field}
      label={own.addLine}
      placeholder={own.addLineHint}
      searchable
      selectFirstOptionOnChange
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={catalogue ? own.noIndicator : words.list.loading}
      data={found
        .slice(0, 40)
        .map(({ id, name, unit }) => ({ value: id, label: [name, unit].filter(Boolean).join(' · ') }))}
      filter={({ options }) => options}
      value={null}
      onKeyDown={keepForm}
      onChange={(id) => {
        const indicator = id === null ? undefined : catalogue?.get(id);
        if (!indicator) return;
        onAdd(indicator);
        setTyped('');
      }}
    />
  );
}
