import { Alert, Button, Checkbox, Group, TagsInput, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listProfiles } from '../../../src/api/agency-groups.ts';
import { call } from '../../../src/api/client.ts';
import type { AgencyGroup } from '../../../src/registry/agency-group.ts';
import { type GroupFault, type GroupFields, groupFaults } from '../../../src/registry/group-edit.ts';
import { groupFaultWords } from '../../../src/values/group-fault-words.ts';
import { useWording } from '../../words/words.ts';
import styles from './agency-groups.module.css';
import { emptyPart, shownSpellings, typedSpellings } from './group-draft.ts';
import { Members } from './members.tsx';
import { PartFields } from './part-fields.tsx';

type Props = {
  fields: GroupFields;
  onChange: (fields: GroupFields) => void;
  /** All but the one that is written. */
  others: readonly AgencyGroup[];
  place: string | null;
  busy: boolean;
  /** What kept it from being saved, and what happened to what others changed. */
  notice: string | null;
  onSave: (reason: string) => void;
  onCancel: () => void;
};

/** A group as an officer writes it, with its members beside it as they would be. */
export function GroupForm({ fields, onChange, others, place, busy, notice, onSave, onCancel }: Props) {
  const { words, language } = useWording();
  const own = words.agencyGroups;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const profiles = useQuery({
    queryKey: ['agency-profiles'],
    queryFn: ({ signal }) => call(listProfiles, { signal }),
    staleTime: 60_000,
  });
  const known = profiles.data?.profiles ?? [];
  const faults = profiles.data
    ? groupFaults(fields, { groups: others, profiles: new Set(known.map(({ id }) => id)) })
    : [];
  const sentence = ({ code, part, text = '', other = '' }: GroupFault) =>
    groupFaultWords(code, { text, other, part: (part ?? 0) + 1 }, language);
  const errorAt = (...codes: GroupFault['code'][]) => {
    const fault = tried ? faults.find(({ code }) => codes.includes(code)) : undefined;
    return fault && sentence(fault);
  };
  const change = (next: Partial<GroupFields>) => onChange({ ...fields, ...next });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (faults.length === 0) onSave(reason);
      }}
    >
      <TextInput
        label={own.name}
        value={fields.name}
        required
        maxLength={300}
        error={errorAt('nameTaken')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TagsInput
        label={own.spellings}
        description={own.spellingsHint}
        value={shownSpellings(fields.keys)}
        error={errorAt('noSpelling', 'spellingEmpty', 'spellingTaken')}
        onChange={(typed) => change({ keys: typedSpellings(typed) })}
      />
      <Checkbox
        label={own.chosenByOfficer}
        checked={fields.chosenByOfficer}
        onChange={(event) => change({ chosenByOfficer: event.currentTarget.checked })}
      />
      <Parts fields={fields} profiles={known} onChange={change} />
      <TextInput
        label={own.reason}
        placeholder={own.reasonHint}
        value={reason}
        maxLength={2000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {tried && faults.length > 0 && (
        <Alert color="red" title={own.faults} role="alert">
          <ul className={styles.faults}>
            {faults.map((fault) => (
              <li key={`${fault.code} ${fault.part} ${fault.text}`}>{sentence(fault)}</li>
            ))}
          </ul>
        </Alert>
      )}
      {notice && (
        <Alert color="yellow" role="alert">
          {notice}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {own.cancel}
        </Button>
        <Button type="submit" loading={busy}>
          {own.save}
        </Button>
      </Group>
      <Members title={own.membersNow} rule={fields.rule} place={place} />
    </form>
  );
}

type PartsProps = {
  fields: GroupFields;
  profiles: React.ComponentProps<typeof PartFields>['profiles'];
  onChange: (next: Pick<GroupFields, 'rule'>) => void;
};

function Parts({ fields: { rule }, profiles, onChange }: PartsProps) {
  const { agencyGroups: own } = useWording().words;
  return (
    <div>
      <h3 className={styles.heading}>{own.rule}</h3>
      {rule.map((part, at) => (
        <PartFields
          key={own.part(at + 1)}
          part={part}
          number={at + 1}
          profiles={profiles}
          onChange={(next) => onChange({ rule: rule.with(at, next) })}
          onRemove={() => onChange({ rule: rule.toSpliced(at, 1) })}
        />
      ))}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange({ rule: [...rule, emptyPart] })}
      >
        {own.addPart}
      </Button>
    </div>
  );
}
