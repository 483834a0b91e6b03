import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addGroup, changeGroup, listAgencyGroups } from '../../../src/api/agency-groups.ts';
import { CallError, call } from '../../../src/api/client.ts';
import type { AgencyGroup } from '../../../src/registry/agency-group.ts';
import { groupFieldsOf } from '../../../src/registry/group-edit.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import { emptyGroup, mergedGroup } from './group-draft.ts';
import { GroupForm } from './group-form.tsx';

type Props = {
  /** Undefined: a new one. */
  group: AgencyGroup | undefined;
  groups: readonly AgencyGroup[];
  place: string | null;
  onSaved: (group: AgencyGroup) => void;
  onCancel: () => void;
};

/** Writes a group. Where somebody else saved it meanwhile, what was not touched here becomes theirs, and is told. */
export function GroupEditor({ group, groups, place, onSaved, onCancel }: Props) {
  const { words, language } = useWording();
  const [seen, setSeen] = useState(group);
  const begun = seen ? groupFieldsOf(seen) : emptyGroup;
  const [fields, setFields] = useState(begun);
  const [notice, setNotice] = useState<string | null>(null);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (reason: string) => {
      const said = { fields, ...(reason.trim() !== '' && { reason: reason.trim() }) };
      if (!seen) return call(addGroup, { body: said });
      return call(changeGroup, { params: { id: seen.id }, body: { ...said, version: seen.version } });
    },
    onSuccess: async ({ group: saved }) => {
      await queries.invalidateQueries({ queryKey: ['agency-groups'] });
      await queries.invalidateQueries({ queryKey: ['group-story', saved.id] });
      notifications.show({ message: words.agencyGroups.saved });
      onSaved(saved);
    },
    onError: async (error) => {
      const sentence = sentenceOf(error, words, language);
      setNotice(sentence);
      if (!(error instanceof CallError) || error.code !== 'changedMeanwhile' || !seen) return;
      const now = (await call(listAgencyGroups, {})).groups.find(({ id }) => id === seen.id);
      if (!now) return;
      setFields((mine) => mergedGroup(begun, mine, groupFieldsOf(now)));
      setSeen(now);
      setNotice(`${sentence} ${words.agencyGroups.merged}`);
    },
  });
  return (
    <GroupForm
      fields={fields}
      onChange={setFields}
      others={groups.filter(({ id }) => id !== group?.id)}
      place={place}
      busy={save.isPending}
      notice={notice}
      onSave={(reason) => save.mutate(reason)}
      onCancel={onCancel}
    />
  );
}
