import { Autocomplete, NativeSelect } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getAgency } from '../../../src/api/agencies.ts';
import { call } from '../../../src/api/client.ts';
import { getIndicator } from '../../../src/api/indicators.ts';
import { FigureBasis, FigureSpan } from '../../../src/registry/figure-basis.ts';
import type { RegimeLine } from '../../../src/registry/regime.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { useWording } from '../../words/words.ts';
import styles from './regimes.module.css';

type Props = { line: RegimeLine; onChange: (line: RegimeLine) => void; onName: (id: string, name: string) => void };

/** What one line asks, of what, as what, and whom. */
export function LineFields({ line, onChange, onName }: Props) {
  const own = useWording().words.regimes;
  const queries = useQueryClient();
  const choose = (agencyId: string | null) => {
    onChange({ ...line, agencyId });
    if (agencyId === null) return;
    const queryFn = () => call(getAgency, { params: { id: agencyId } });
    const found = queries.fetchQuery({ queryKey: ['agency', agencyId, 'name'], queryFn, staleTime: 60_000 });
    // Without its name it stands under its id, and is saved all the same.
    void found.then(
      ({ summary }) => onName(agencyId, summary.name),
      () => undefined,
    );
  };
  return (
    <div className={styles.facts}>
      <PartField line={line} onChange={onChange} />
      <NativeSelect
        label={own.lineSpan}
        data={FigureSpan.options.map((value) => ({ value, label: own.spans[value] }))}
        value={line.span}
        onChange={(event) => onChange({ ...line, span: FigureSpan.parse(event.currentTarget.value) })}
      />
      <NativeSelect
        label={own.lineBasis}
        data={FigureBasis.options.map((value) => ({ value, label: own.targetsBasis[value] }))}
        value={line.basis}
        onChange={(event) => onChange({ ...line, basis: FigureBasis.parse(event.currentTarget.value) })}
      />
      <AgencySelect label={own.lineAgency} placeholder={own.everybody} chosen={line.agencyId} onChoose={choose} />
    </div>
  );
}

/** Enter chooses here; it does not save the whole regime. */
export const keepForm = (event: React.KeyboardEvent): void => {
  if (event.key === 'Enter') event.preventDefault();
};

/** The part that is meant, as targets and past figures of the indicator spell it: spelled otherwise it would be another figure. */
function PartField({ line, onChange }: Pick<Props, 'line' | 'onChange'>) {
  const own = useWording().words.regimes;
  const [typed, setTyped] = useState(line.line);
  const indicator = useQuery({
    queryKey: ['indicator', line.indicatorId, undefined],
    queryFn: ({ signal }) => call(getIndicator, { params: { id: line.indicatorId }, signal }),
    staleTime: 60_000,
  });
  const { points = [], figures = [] } = indicator.data ?? {};
  const known = [...new Set([...points, ...figures].map((one) => one.line))].filter((part) => part !== '');
  const put = (words: string) => {
    const wanted = words.trim().normalize('NFC');
    const part = known.find((one) => one.toLowerCase() === wanted.toLowerCase()) ?? wanted;
    setTyped(part);
    if (part !== line.line) onChange({ ...line, line: part });
  };
  return (
    <Autocomplete
      label={own.linePart}
      placeholder={own.linePartHint}
      maxLength={300}
      limit={30}
      data={known}
      value={typed}
      onChange={setTyped}
      onOptionSubmit={put}
      onKeyDown={keepForm}
      onBlur={() => put(typed)}
    />
  );
}
