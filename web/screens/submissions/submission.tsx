import { Skeleton, Tabs } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { partsOf } from './parts.ts';
import { SubmissionSteps } from './steps.tsx';
import { SubmissionFacts } from './submission-facts.tsx';
import { useSubmission } from './use-submission.ts';
import { Workbook } from './workbook.tsx';

const route = getRouteApi('/bao-cao/$id');

/** What one agency owes in a round: its parts, how far it is, and the steps that may be taken now. */
export function Submission() {
  const own = useWords().rounds.submission;
  const { id } = route.useParams();
  const { phan } = route.useSearch();
  const queries = useQueryClient();
  const navigate = useNavigate({ from: '/bao-cao/$id' });
  const found = useSubmission(id);
  const page = found.data;
  if (!page)
    return found.error ? (
      <Failure error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <Skeleton height={320} />
    );
  const mayFill = page.may.includes('fill');
  const isOpenToOthers = ['sent', 'approved'].includes(page.submission.stage);
  const parts = partsOf(page);
  const shown = parts.find(({ key }) => key === phan) ?? parts[0];
  return (
    <Page title={`${page.round.title}: ${page.submission.agency.name}`} actions={<SubmissionSteps page={page} />}>
      <SubmissionFacts page={page} />
      {page.submission.cells > 0 && (mayFill || isOpenToOthers) && (
        <Workbook submissionId={id} mayFill={mayFill} onTaken={() => void queries.invalidateQueries()} />
      )}
      {!shown && <p>{own.nothing}</p>}
      {shown && (
        <Tabs
          value={shown.key}
          keepMounted={false}
          onChange={(key) => key && void navigate({ search: (now) => ({ ...now, phan: key }), replace: true })}
        >
          <Tabs.List aria-label={own.partsLabel}>
            {parts.map(({ key, name }) => (
              <Tabs.Tab key={key} value={key}>
                {own.parts[name]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={shown.key} pt="md">
            <Suspense fallback={<Skeleton height={240} />}>
              <shown.Part page={page} />
            </Suspense>
          </Tabs.Panel>
        </Tabs>
      )}
    </Page>
  );
}
