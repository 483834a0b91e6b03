import { Button, Skeleton } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { changeReorganisation, planReorganisation } from '../../../src/api/reorganisations.ts';
import type { WrittenEvent } from '../../../src/registry/reorganisation.ts';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import { type Draft, draftOf, emptyDraft, emptyMove, writtenEvent } from './draft.ts';
import { EventForm } from './event-form.tsx';
import styles from './reorganisations.module.css';
import { useReorganisation } from './use-reorganisation.ts';

const newRoute = getRouteApi('/don-vi/sap-xep/moi');
const changeRoute = getRouteApi('/don-vi/sap-xep/$id/sua');

/** A new event; from a body that ended without an heir it begins with that body and its last day. */
export function NewReorganisation() {
  const { tu, ten, hieuLuc } = newRoute.useSearch();
  const start: Draft = tu
    ? { ...emptyDraft(), effectiveOn: hieuLuc ?? null, moves: [emptyMove(1, { id: tu, name: ten ?? tu })] }
    : emptyDraft();
  return <Writing start={start} save={(event) => call(planReorganisation, { body: event })} />;
}

export function ChangeReorganisation() {
  const { id } = changeRoute.useParams();
  const { words } = useWording();
  const found = useReorganisation(id);
  if (found.isLoadingError) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data)
    return (
      <Page title={words.reorganisations.title}>
        <Skeleton height={320} aria-busy="true" />
      </Page>
    );
  const { version } = found.data;
  return (
    <Writing
      start={draftOf(found.data)}
      save={(event) => call(changeReorganisation, { params: { id }, body: { version, event } })}
    />
  );
}

function Writing({ start, save }: { start: Draft; save: (event: WrittenEvent) => Promise<{ id: string }> }) {
  const { words, language } = useWording();
  const names = words.reorganisations;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(start);
  const event = writtenEvent(draft);
  const saving = useMutation({
    mutationFn: save,
    onSuccess: async ({ id }) => {
      queries.removeQueries({ queryKey: ['reorganisation', id] });
      await queries.invalidateQueries({ queryKey: ['reorganisations'] });
      await navigate({ to: '/don-vi/sap-xep/$id', params: { id } });
    },
  });
  return (
    <Page title={names.write}>
      <p className={styles.lead}>
        <Link to="/don-vi/sap-xep">{names.back}</Link> · {names.writeHint}
      </p>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          if (event) saving.mutate(event);
        }}
      >
        <EventForm draft={draft} onChange={setDraft} />
        {saving.isError && (
          <p role="alert" className={styles.refused}>
            {sentenceOf(saving.error, words, language)}
          </p>
        )}
        <Button
          type="submit"
          mt="md"
          disabled={!event}
          loading={saving.isPending}
          leftSection={<IconDeviceFloppy size={18} aria-hidden />}
        >
          {names.save}
        </Button>
        {!event && <p className="soft">{names.saveHint}</p>}
      </form>
    </Page>
  );
}
