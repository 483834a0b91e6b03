import { Alert, Button, Skeleton } from '@mantine/core';
import { IconFileExport, IconMail, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { addressOf, CallError, call } from '../../../src/api/client.ts';
import { type DraftPage, getPlanDraft, writePlanDraft } from '../../../src/api/plan-drafts.ts';
import type { DocumentFormat } from '../../../src/values/document-format.ts';
import { Failure, NotFound } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useMay, useSession } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { Letterhead } from './letterhead.tsx';
import styles from './plan-drafts.module.css';
import { TargetRows } from './target-rows.tsx';
import { TaskRows } from './task-rows.tsx';
import { type DraftDesk, useDraft } from './use-draft.ts';

const route = getRouteApi('/soan-ke-hoach/$id');

/** A next plan while it is written. */
export function PlanDraft() {
  const { words } = useWording();
  const { id } = route.useParams();
  const userId = useSession().data?.user?.id;
  const draft = useQuery({
    queryKey: ['plan-draft', id],
    queryFn: ({ signal }) => call(getPlanDraft, { params: { id }, signal }),
    // What is typed is not taken away by what was stored a moment ago.
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
  if (draft.isError) {
    const gone = draft.error instanceof CallError && ['notFound', 'invalidInput'].includes(draft.error.code);
    return gone ? <NotFound /> : <Failure error={draft.error} onRetry={() => void draft.refetch()} />;
  }
  if (!draft.data || userId === undefined)
    return (
      <Page title={words.planDrafts.title}>
        <Skeleton height={320} aria-busy="true" />
      </Page>
    );
  return <Writing key={`${id} ${userId}`} draft={draft.data} userId={userId} />;
}

function Writing({ draft, userId }: { draft: DraftPage; userId: string }) {
  const { words } = useWording();
  const own = words.planDrafts;
  const desk = useDraft(draft, userId);
  const writes = useMay()('draftPlans');
  const beside = new Map(draft.beside.map((one) => [one.key, one]));
  const { content, unread, change } = desk;
  const address = (format: DocumentFormat) =>
    addressOf(writePlanDraft, { params: { id: draft.id }, query: { format } });
  const ready = desk.saving === 'saved' && unread.length === 0;
  return (
    <Page
      title={content.about || own.untitled}
      aside={<span role="status">{own.saving[desk.saving]}</span>}
      actions={
        <>
          <Button
            component="a"
            href={address('docx')}
            download
            leftSection={<IconFileExport size={18} aria-hidden />}
            {...(!ready && { 'data-disabled': true, 'aria-disabled': true })}
          >
            {own.docx}
          </Button>
          <Button
            component="a"
            variant="default"
            href={address('pdf')}
            download
            leftSection={<IconPrinter size={18} aria-hidden />}
            {...(!ready && { 'data-disabled': true, 'aria-disabled': true })}
          >
            {own.pdf}
          </Button>
          <Button
            component="a"
            variant="default"
            href={address('edxml')}
            download
            leftSection={<IconMail size={18} aria-hidden />}
            {...(!ready && { 'data-disabled': true, 'aria-disabled': true })}
          >
            {own.edxml}
          </Button>
        </>
      }
    >
      <Told desk={desk} />
      <p className={styles.lead}>{own.signedHint}</p>
      <Letterhead desk={desk} writes={writes} />
      <TargetRows
        rows={content.targets}
        beside={beside}
        unread={unread}
        writes={writes}
        onChange={(targets) => change({ ...content, targets })}
      />
      <TaskRows
        rows={content.tasks}
        beside={beside}
        unread={unread}
        writes={writes}
        onChange={(tasks) => change({ ...content, tasks })}
      />
    </Page>
  );
}

function Told({ desk: { error, merged, restored, unread } }: { desk: DraftDesk }) {
  const { words, language } = useWording();
  const own = words.planDrafts;
  return (
    <>
      {error && (
        <Alert color="red" mb="md">
          {sentenceOf(error, words, language)}
        </Alert>
      )}
      {restored && (
        <Alert color="yellow" mb="md">
          {own.restored}
          {restored.both.length > 0 && ` ${own.bothChanged(restored.both.join('; '))}`}
        </Alert>
      )}
      {merged && (
        <Alert color="yellow" mb="md">
          {own.merged(String(merged.sentence.detail.name ?? own.somebody))}
          {merged.both.length > 0 && ` ${own.bothChanged(merged.both.join('; '))}`}
        </Alert>
      )}
      {unread.length > 0 && (
        <Alert color="yellow" mb="md">
          {own.unread(String(unread.length))}
        </Alert>
      )}
    </>
  );
}
