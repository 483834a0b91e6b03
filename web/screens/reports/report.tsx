import { Alert, Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CallError, call } from '../../../src/api/client.ts';
import { beginReport } from '../../../src/api/reports.ts';
import type { ReportPage } from '../../../src/registry/report.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { Failure, NotFound } from '../../parts/fault.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { Page } from '../../parts/page.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import { Address } from './address.tsx';
import { Desk } from './desk.tsx';
import { Download } from './download.tsx';
import styles from './report.module.css';
import { Steps } from './steps.tsx';
import { useReport, useReportStep } from './use-report.ts';
import { WholeReport } from './whole-report.tsx';

const route = getRouteApi('/dot-bao-cao/$id/tong-hop');

/** The consolidated report of a round: what agencies sent becomes one text, which a leader signs. */
export function Report() {
  const { words } = useWording();
  const { id } = route.useParams();
  const page = useReport(id);
  if (page.isLoadingError)
    return page.error instanceof CallError && page.error.code === 'notFound' ? (
      <NotFound />
    ) : (
      <Failure error={page.error} onRetry={() => void page.refetch()} />
    );
  if (!page.data)
    return (
      <Page title={words.reports.title}>
        <Skeleton height={320} />
      </Page>
    );
  return <Found page={page.data} />;
}

function Found({ page }: { page: ReportPage }) {
  const { words } = useWording();
  const own = words.reports;
  const { round, report } = page;
  const writes = page.may.includes('edit');
  const [view, setView] = useState<'write' | 'whole'>('write');
  const reads = !writes || view === 'whole';
  return (
    <Page
      title={own.title}
      aside={
        <Link to="/dot-bao-cao/$id" params={{ id: round.id }}>
          {round.title}
        </Link>
      }
      actions={
        report && (
          <>
            {writes && (
              <SegmentedControl
                aria-label={own.title}
                value={view}
                onChange={(value) => setView(value === 'whole' ? 'whole' : 'write')}
                data={[
                  { value: 'write', label: own.view.write },
                  { value: 'whole', label: own.view.whole },
                ]}
              />
            )}
            {writes && <Address page={page} report={report} />}
            <Download reportId={report.id} />
            <Steps page={page} report={report} />
          </>
        )
      }
    >
      {report ? (
        <>
          <Standing report={report} />
          {reads ? <WholeReport page={page} /> : <Desk page={page} report={report} />}
        </>
      ) : (
        <Beginning page={page} />
      )}
    </Page>
  );
}

function Standing({ report }: { report: NonNullable<ReportPage['report']> }) {
  const { words, language } = useWording();
  const own = words.reports;
  const { stage, returnedBecause, signed, number, issuedOn } = report;
  return (
    <>
      <p className={styles.standing}>
        <span className={styles.stage} data-stage={stage}>
          {own.stages[stage]}
        </span>
        {signed && <span>{own.signedBy(signed.by.name, formatMoment(signed.at, language))}</span>}
        {number !== null && issuedOn !== null && <span>{own.issued(number, formatDate(issuedOn))}</span>}
      </p>
      {stage === 'returned' && returnedBecause !== null && (
        <Alert color="yellow" title={own.returnedBecause} mb="md">
          {returnedBecause}
        </Alert>
      )}
    </>
  );
}

function Beginning({ page }: { page: ReportPage }) {
  const { words, language } = useWording();
  const own = words.reports;
  const begin = useReportStep(page.round.id, () => call(beginReport, { params: { id: page.round.id } }));
  if (!page.mayBegin) return <p>{own.notYet}</p>;
  return (
    <>
      <p className={styles.hint}>{own.beginHint}</p>
      {begin.isError && (
        <Alert color="red" title={own.notDone} mb="md">
          {sentenceOf(begin.error, words, language)}
        </Alert>
      )}
      <Button
        leftSection={<IconPencilPlus size={18} aria-hidden />}
        loading={begin.isPending}
        onClick={() => begin.mutate(undefined)}
      >
        {own.begin}
      </Button>
    </>
  );
}
