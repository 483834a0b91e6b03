import { Button, Checkbox, Skeleton, TextInput } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { groupMembers } from '../../../src/api/agency-groups.ts';
import { call } from '../../../src/api/client.ts';
import type { AgencyMention } from '../../../src/registry/review.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { fold } from '../../../src/values/vietnamese.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useWording } from '../../words/words.ts';
import styles from './picker-dialog.module.css';

type Props = {
  mention: AgencyMention;
  documentId: string;
  day: PlainDate;
  onChoose: (agencyIds: string[]) => void;
  /** Another agency instead of the group. */
  onOther: () => void;
  onClose: () => void;
};

/** Which members of a "liên quan" group get the task: an officer says it. */
export function MembersDialog({ mention, documentId, day, onChoose, onOther, onClose }: Props) {
  const { words, language } = useWording();
  const { agency: said, form } = words.review;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(mention.group?.members?.map(({ id }) => id)));
  const [typed, setTyped] = useState('');
  const id = mention.group?.id ?? '';
  const members = useQuery({
    queryKey: ['group-members', id, documentId, day],
    queryFn: ({ signal }) => call(groupMembers, { params: { id }, query: { document: documentId, asOf: day }, signal }),
  });
  const all = members.data?.agencies ?? [];
  // Enterprises and the like: the group's members are not in the register, so that an agency stands for them.
  const none = members.data?.agencies.length === 0;
  useEffect(() => {
    if (none) onOther();
  }, [none, onOther]);
  const shown = all.filter(({ name }) => fold(name).includes(fold(typed.trim())));
  const toggle = (agencyId: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(agencyId);
    else next.delete(agencyId);
    setChosen(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.size > 0) onChoose([...chosen]);
  };
  return (
    <Dialog onClose={onClose} size="lg" title={said.membersTitle(mention.name)}>
      <form onSubmit={submit}>
        <p className={styles.hint}>{said.membersHint}</p>
        <TextInput
          inputMode="search"
          aria-label={said.search}
          placeholder={said.search}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
        {members.isPending && <Skeleton height={180} my={6} />}
        <ul className={styles.members}>
          {shown.map((one) => (
            <li key={one.id}>
              <Checkbox
                label={one.name}
                lang="vi"
                checked={chosen.has(one.id)}
                onChange={(event) => toggle(one.id, event.currentTarget.checked)}
              />
            </li>
          ))}
        </ul>
        <div className={styles.buttons}>
          <Button type="submit" leftSection={<IconCheck size={18} aria-hidden />} disabled={chosen.size === 0}>
            {said.membersSubmit(formatNumber(chosen.size, language))}
          </Button>
          <Button variant="default" onClick={() => setChosen(new Set(all.map((one) => one.id)))}>
            {said.membersAll}
          </Button>
          <Button variant="default" onClick={onOther}>
            {said.other}
          </Button>
          <Button variant="default" onClick={onClose}>
            {form.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
