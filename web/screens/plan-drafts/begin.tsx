import { Alert, Button, Checkbox, MultiSelect, NumberInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { listDocuments } from '../../../src/api/documents.ts';
import { beginPlanDraft } from '../../../src/api/plan-drafts.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { today } from '../../parts/as-of.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useNothingFound } from '../../parts/nothing-found.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './plan-drafts.module.css';

/** Which documents the next plan goes on with, and what of them. */
export function Begin({ onClose }: { onClose: () => void }) {
  const { words, language } = useWording();
  const own = words.planDrafts;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const nothing = useNothingFound();
  const found = useQuery({
    queryKey: ['documents'],
    queryFn: ({ signal }) => call(listDocuments, { query: {}, signal }),
  });
  const issued = found.data?.documents.filter(({ state }) => state === 'issued') ?? [];
  const [documents, setDocuments] = useState<string[]>([]);
  const [year, setYear] = useState<number | string>(Number(today().slice(0, 4)) + 1);
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [unfinished, setUnfinished] = useState(false);
  const [recurring, setRecurring] = useState(true);
  const begin = useMutation({
    mutationFn: () =>
      call(beginPlanDraft, { body: { documents, year: Number(year), agencyId, unfinished, recurring } }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['plan-drafts'] });
      await navigate({ to: '/soan-ke-hoach/$id', params: { id } });
    },
  });
  return (
    <Dialog onClose={onClose} title={own.begin} size="lg">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate();
        }}
      >
        {begin.isError && <Alert color="red">{sentenceOf(begin.error, words, language)}</Alert>}
        <MultiSelect
          label={own.documents}
          description={own.documentsHint}
          required
          searchable
          data={issued.map(({ id, number, title, fileName }) => ({
            value: id,
            label: [number, title].filter(Boolean).join(': ') || fileName,
          }))}
          nothingFoundMessage={nothing(found, words.list.nothingFound)}
          value={documents}
          onChange={setDocuments}
        />
        <NumberInput label={own.year} min={2000} max={2200} required value={year} onChange={setYear} />
        <AgencySelect label={own.onlyAgency} chosen={agencyId} onChoose={setAgencyId} />
        <Checkbox
          label={own.unfinished}
          checked={unfinished}
          onChange={(event) => setUnfinished(event.currentTarget.checked)}
        />
        <Checkbox
          label={own.recurring}
          checked={recurring}
          onChange={(event) => setRecurring(event.currentTarget.checked)}
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={begin.isPending} disabled={documents.length === 0 || year === ''}>
            {own.start}
          </Button>
          <Button variant="default" onClick={onClose}>
            {own.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
