import { Button, Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuilding, IconTrash, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { searchAgencies } from '../../../src/api/agencies.ts';
import { call } from '../../../src/api/client.ts';
import type { AgencyMention, Meaning, ReviewAction, ReviewItem } from '../../../src/registry/review.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { useWording } from '../../words/words.ts';
import { type MentionPlace, mentionAt } from './mention-place.ts';
import { seen } from './pending.ts';
import { type Found, PickerDialog } from './picker-dialog.tsx';

type Props = {
  item: ReviewItem;
  place: MentionPlace;
  /** It is in force: another body than the settled one wants a reason. */
  issued: boolean;
  documentId: string;
  /** The document's day: its bodies are those of that day. */
  day: PlainDate;
  /** Others of the same heading that have no lead either. */
  alike: readonly ReviewItem[];
  onChoose: (action: ReviewAction) => void;
  /** Opens the choice of a group's members. */
  onMembers: (mention: AgencyMention) => void;
  onClose: () => void;
};

const meaningOf = ({ agency, group }: AgencyMention): Meaning | null =>
  agency ? { agencyId: agency.id } : group ? { groupId: group.id } : null;

const namedOne = (mention: AgencyMention) => ({ name: mention.name, meaning: meaningOf(mention) });
const named = (mentions: readonly AgencyMention[]) => mentions.map(namedOne);

function useFound(typed: string, documentId: string, day: PlainDate): Found[] | undefined {
  const { words } = useWording();
  const { agency: said } = words.review;
  const [q] = useDebouncedValue(typed.trim(), 120);
  const search = useQuery({
    queryKey: ['agency-search', documentId, day, q],
    queryFn: ({ signal }) => call(searchAgencies, { query: { q, document: documentId, asOf: day, limit: 20 }, signal }),
    placeholderData: keepPreviousData,
    enabled: q !== '',
  });
  if (q === '') return [];
  if (!search.data) return undefined;
  const agencies = search.data.agencies.map(({ id, name, placeName, heirs }) => ({
    value: `a ${id}`,
    name,
    aside: [placeName, heirs.length > 0 && said.heirs(heirs.map((heir) => heir.name).join('; '))]
      .filter(Boolean)
      .join(' · '),
    icon: <IconBuilding size={18} aria-hidden />,
  }));
  const groups = search.data.groups.map(({ id, name }) => ({
    value: `g ${id}`,
    name,
    aside: said.group,
    icon: <IconUsersGroup size={18} aria-hidden />,
  }));
  return [...agencies, ...groups];
}

/** Which agency or group of the register a body is, or one more body for the finding. */
export function AgencyDialog(props: Props) {
  const { item, place, issued, documentId, day, alike, onChoose, onMembers, onClose } = props;
  const { words, language } = useWording();
  const { agency: said, fields, form } = words.review;
  const { role, position } = place;
  const mention = mentionAt(item, place);
  const [typed, setTyped] = useState(mention?.name ?? '');
  const [everywhere, setEverywhere] = useState(true);
  const [toAll, setToAll] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const reasoned = (deed: () => void) => (issued && reason.trim() === '' ? setTried(true) : deed());
  const settled = mention !== undefined && (mention.agency !== null || mention.group !== null);
  const found = useFound(typed, documentId, day);
  const there = item.mentions.filter((one) => one.role === role);
  const set = (agencies: { name: string; meaning: Meaning | null }[], items: readonly ReviewItem[]) =>
    reasoned(() =>
      onChoose({
        ...{ verb: 'setAgencies', items: items.map(seen), role, agencies },
        ...(issued && { reason: reason.trim() }),
      }),
    );
  const choose = (value: string) => {
    const one = found?.find((each) => each.value === value);
    if (!one) return;
    const id = value.slice(2);
    const meaning = value.startsWith('g') ? { groupId: id } : { agencyId: id };
    if (mention && issued && settled)
      set(
        there.map((other) => (other === mention ? { name: other.name, meaning } : namedOne(other))),
        [item],
      );
    else if (mention) onChoose({ verb: 'resolveAgency', item: seen(item), role, position, meaning, everywhere });
    else set([...named(there), { name: one.name, meaning }], toAll ? [item, ...alike] : [item]);
  };
  return (
    <PickerDialog
      title={said.choose(fields[role])}
      about={mention?.name}
      search={said.search}
      typed={typed}
      onType={setTyped}
      found={found}
      none={said.none}
      onChoose={choose}
      onClose={onClose}
    >
      {issued && (!mention || settled) && (
        <TextInput
          label={form.reason}
          placeholder={form.reasonHint}
          value={reason}
          maxLength={2000}
          error={tried && reason.trim() === '' ? form.reasonMissing : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {mention && !(issued && settled) && (
        <Checkbox
          label={said.everywhere(mention.name)}
          checked={everywhere}
          onChange={(event) => setEverywhere(event.currentTarget.checked)}
        />
      )}
      {!mention && alike.length > 0 && (
        <Checkbox
          label={said.toAll(formatNumber(alike.length, language))}
          checked={toAll}
          onChange={(event) => setToAll(event.currentTarget.checked)}
        />
      )}
      {mention?.group?.chosenByOfficer && (
        <Button variant="default" leftSection={<IconUsers size={18} aria-hidden />} onClick={() => onMembers(mention)}>
          {said.chooseMembers}
        </Button>
      )}
      {mention && item.may.includes('setAgencies') && (
        <Button
          variant="default"
          leftSection={<IconTrash size={18} aria-hidden />}
          onClick={() => set(named(there.filter((one) => one !== mention)), [item])}
        >
          {said.remove(mention.name)}
        </Button>
      )}
      <Button variant="default" onClick={onClose}>
        {form.cancel}
      </Button>
    </PickerDialog>
  );
}
