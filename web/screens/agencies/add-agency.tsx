import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addAgency } from '../../../src/api/agencies.ts';
import { listAgencyGroups } from '../../../src/api/agency-groups.ts';
import { call } from '../../../src/api/client.ts';
import type { AgencyFields } from '../../../src/registry/agency-edit.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useNothingFound } from '../../parts/nothing-found.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording } from '../../words/words.ts';
import { AgencyForm } from './agency-form.tsx';

const empty: AgencyFields = {
  kind: 'service',
  names: [{ kind: 'official', name: '', validFrom: null, validUntil: null }],
  symbol: null,
  exchangeCode: null,
  contact: null,
  validFrom: null,
  validUntil: null,
};

/** A body of a province, or of the nation where none is chosen. */
export function AddAgency({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { words, language } = useWording();
  const own = words.agencies;
  const asOf = useAsOf();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [placeId, setPlaceId] = useState<string | null>(null);
  const nothing = useNothingFound();
  const places = useQuery({
    queryKey: ['agency-groups', asOf],
    queryFn: ({ signal }) => call(listAgencyGroups, { query: { asOf }, signal }),
    enabled: opened,
  });
  const add = useMutation({
    mutationFn: ({ fields, reason }: { fields: AgencyFields; reason: string }) =>
      call(addAgency, {
        body: {
          fields: { ...fields, tier: placeId === null ? 'national' : 'province', placeId, parentId: null },
          ...(reason !== '' && { reason }),
        },
      }),
    onSuccess: async ({ agency }) => {
      await queries.invalidateQueries({ queryKey: ['agencies'] });
      onClose();
      void navigate({ to: '/don-vi/$id', params: { id: agency.id } });
    },
    onError: (error) => showRefused(sentenceOf(error, words, language)),
  });
  return (
    <Dialog opened={opened} onClose={onClose} title={own.add} size="xl">
      <Select
        label={own.place}
        placeholder={words.tiers.national}
        searchable
        clearable
        data={(places.data?.places ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        nothingFoundMessage={nothing(places, words.list.nothingFound)}
        value={placeId}
        onChange={setPlaceId}
        mb="md"
      />
      <AgencyForm
        fields={empty}
        busy={add.isPending}
        onSave={(fields, reason) => add.mutate({ fields, reason })}
        onCancel={onClose}
      />
    </Dialog>
  );
}
