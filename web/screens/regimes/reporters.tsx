import { CloseButton, MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getAgency } from '../../../src/api/agencies.ts';
import { listAgencyGroups } from '../../../src/api/agency-groups.ts';
import { call } from '../../../src/api/client.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { useWording } from '../../words/words.ts';
import type { RegimeDraft } from './regime-draft.ts';
import styles from './regimes.module.css';

type Chosen = { agencies: readonly string[]; groups: readonly string[] };
type ChoiceProps = {
  chosen: Chosen;
  names: Record<string, string>;
  onChange: (chosen: { agencies: string[]; groups: string[] }) => void;
  onName: (id: string, name: string) => void;
};

/** Groups of the register, and agencies one by one. Groups whose members an officer chooses in each document cannot be meant. */
export function AgencyChoice({ chosen, names, onChange, onName }: ChoiceProps) {
  const own = useWording().words.regimes;
  const groups = useQuery({
    queryKey: ['agency-groups', undefined],
    queryFn: ({ signal }) => call(listAgencyGroups, { signal }),
    staleTime: 60_000,
  });
  const known = (groups.data?.groups ?? []).filter(({ chosenByOfficer }) => !chosenByOfficer);
  const add = async (id: string) => {
    const { summary } = await call(getAgency, { params: { id } });
    onName(id, summary.name);
    if (!chosen.agencies.includes(id)) onChange({ agencies: [...chosen.agencies, id], groups: [...chosen.groups] });
  };
  return (
    <>
      <MultiSelect
        label={own.reporterGroups}
        searchable
        data={known.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...chosen.groups]}
        onChange={(some) => onChange({ agencies: [...chosen.agencies], groups: some })}
      />
      <AgencySelect label={own.addAgency} chosen={null} onChoose={(id) => id !== null && void add(id)} />
      {chosen.agencies.length > 0 && (
        <ul className={styles.names} aria-label={own.reporterAgencies}>
          {chosen.agencies.map((id) => (
            <li key={id} className={styles.row}>
              {names[id] ?? id}
              <CloseButton
                size="sm"
                aria-label={own.remove(names[id] ?? id)}
                onClick={() =>
                  onChange({ agencies: chosen.agencies.filter((one) => one !== id), groups: [...chosen.groups] })
                }
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type Props = Pick<ChoiceProps, 'names' | 'onName'> & {
  draft: RegimeDraft;
  onChange: (part: Pick<RegimeDraft, 'reporters'>) => void;
};

export function Reporters({ draft: { reporters }, onChange, ...rest }: Props) {
  const own = useWording().words.regimes;
  const chosen = {
    agencies: reporters.flatMap((one) => ('agencyId' in one ? [one.agencyId] : [])),
    groups: reporters.flatMap((one) => ('groupId' in one ? [one.groupId] : [])),
  };
  return (
    <section>
      <h2 className={styles.heading}>{own.reporters}</h2>
      <AgencyChoice
        {...rest}
        chosen={chosen}
        onChange={({ agencies, groups }) =>
          onChange({
            reporters: [...groups.map((groupId) => ({ groupId })), ...agencies.map((agencyId) => ({ agencyId }))],
          })
        }
      />
    </section>
  );
}
