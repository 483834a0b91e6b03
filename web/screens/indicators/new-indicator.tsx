import { Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { addIndicator, draftIndicator } from '../../../src/api/indicators.ts';
import type { IndicatorFields } from '../../../src/registry/indicator.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useWording } from '../../words/words.ts';
import { EntryForm } from './entry-form.tsx';
import { emptyFields } from './fields.ts';

const route = getRouteApi('/chi-tieu/danh-muc/moi');

/** A new entry of the catalogue, filled in from a target where the address names one. */
export function NewIndicator() {
  const { words, language } = useWording();
  const { vanban: documentId, muc: targetId } = route.useSearch();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const from = documentId !== undefined && targetId !== undefined ? { documentId, targetId } : undefined;
  const draft = useQuery({
    queryKey: ['indicator-draft', from],
    queryFn: ({ signal }) => call(draftIndicator, { query: from ?? {}, signal }),
    enabled: from !== undefined,
  });
  const add = useMutation({
    mutationFn: (fields: IndicatorFields) => call(addIndicator, { body: { fields } }),
    onSuccess: async ({ indicator, matched }) => {
      notifications.show({ message: words.indicators.added(formatNumber(matched, language)) });
      await Promise.all(['indicators', 'targets'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      await navigate({ to: '/chi-tieu/danh-muc/$id', params: { id: indicator.id } });
    },
  });
  return (
    <Page title={words.indicators.addTitle}>
      <p className="soft">{words.indicators.addHint}</p>
      {draft.isError && <Failure error={draft.error} onRetry={() => void draft.refetch()} />}
      {from && draft.isPending && <Skeleton height={320} aria-busy="true" />}
      {(!from || draft.data) && (
        <EntryForm
          initial={draft.data?.fields ?? emptyFields}
          changing={false}
          pending={add.isPending}
          error={add.error}
          onSave={(fields) => add.mutate(fields)}
          onCancel={() => void navigate({ to: '/chi-tieu/danh-muc' })}
        />
      )}
    </Page>
  );
}
