import { ActionIcon, MultiSelect, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { AgencyKind } from '../../../src/registry/agency.ts';
import { type GroupPart, groupScopes } from '../../../src/registry/agency-group.ts';
import type { Named } from '../../../src/registry/named.ts';
import { PlaceKind } from '../../../src/registry/place.ts';
import { useWords } from '../../words/words.ts';
import styles from './agency-groups.module.css';

type Props = {
  part: GroupPart;
  number: number;
  profiles: readonly Named[];
  onChange: (part: GroupPart) => void;
  onRemove: () => void;
};

/** One part of a group's rule: where its members are, and what they are there. */
export function PartFields({ part, number, profiles, onChange, onRemove }: Props) {
  const words = useWords();
  const own = words.agencyGroups;
  const known = new Set(profiles.map(({ id }) => id));
  return (
    <fieldset className={styles.part}>
      <legend>{own.part(number)}</legend>
      <ActionIcon
        className={styles.remove}
        variant="subtle"
        color="gray"
        aria-label={own.removePart(number)}
        onClick={onRemove}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
      <Select
        label={own.scope}
        data={groupScopes.map((value) => ({ value, label: own.scopes[value] }))}
        value={part.scope}
        allowDeselect={false}
        onChange={(scope) => scope && onChange({ ...part, scope: scope as GroupPart['scope'] })}
      />
      <MultiSelect
        label={own.kinds}
        data={AgencyKind.options.map((value) => ({ value, label: words.agencies.kinds[value] }))}
        value={part.kinds}
        onChange={(kinds) => onChange({ ...part, kinds: kinds as AgencyKind[] })}
      />
      <MultiSelect
        label={own.profiles}
        data={[
          ...profiles.map(({ id, name }) => ({ value: id, label: name })),
          ...part.profiles.filter((id) => !known.has(id)).map((id) => ({ value: id, label: id })),
        ]}
        value={part.profiles}
        searchable
        limit={60}
        onChange={(chosen) => onChange({ ...part, profiles: chosen })}
      />
      <MultiSelect
        label={own.placeKinds}
        placeholder={part.placeKinds.length === 0 ? own.everywhere : ''}
        data={PlaceKind.options.map((value) => ({ value, label: own.placeKindNames[value] }))}
        value={part.placeKinds}
        onChange={(kinds) => onChange({ ...part, placeKinds: kinds as PlaceKind[] })}
      />
    </fieldset>
  );
}
