import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useSession } from '../../parts/session.ts';
import { useWords } from '../../words/words.ts';
import { Chain } from './chain.tsx';
import { contentOf } from './content-of.ts';
import { DueChanges } from './due-changes.tsx';
import styles from './duty.module.css';
import { DutyVerbs } from './duty-verbs.tsx';
import { EvidenceAdding, EvidenceItems } from './evidence.tsx';
import { Head } from './head.tsx';
import { Obstacles } from './obstacles.tsx';
import { People } from './people.tsx';
import { ProgressCard } from './progress-card.tsx';
import { ProgressForm } from './progress-form.tsx';
import { Questions } from './questions.tsx';
import { SixClear } from './six-clear.tsx';
import { Story } from './story.tsx';
import { useDutyPage, useDutyReport } from './use-duty.ts';

const route = getRouteApi('/viec/$id');

/** One duty: its whole story, and all that may be done with it. */
export function Duty() {
  const words = useWords();
  const own = words.duty;
  const { id } = route.useParams();
  const page = useDutyPage(id);
  const report = useDutyReport(id);
  const userId = useSession().data?.user?.id;
  if (page.error) return <Failure error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <Skeleton height={320} />;
  const { duty } = page.data;
  const told = report.data;
  return (
    <Page title={contentOf(duty) || own.title} actions={<DutyVerbs page={page.data} />}>
      <Head duty={duty} />
      <SixClear duty={duty} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {report.error && <Failure error={report.error} onRetry={() => void report.refetch()} />}
          {told?.may.write && userId && <ProgressForm key={duty.id} dutyId={id} userId={userId} report={told} />}
          {told?.inside
            .filter(({ author, stage }) => author.id !== userId || stage === 'submitted')
            .map((item) => (
              <ProgressCard key={item.id} item={item} agency={told.agencies[item.agencyId]} />
            ))}
          {told?.sent.map((item) => (
            <ProgressCard key={item.id} item={item} agency={told.agencies[item.agencyId]} />
          ))}
          <Story dutyId={id} />
        </div>
        <aside className={styles.side}>
          <People page={page.data} />
          <Chain page={page.data} />
          {told && <DueChanges dutyId={id} report={told} firstDue={duty.firstDue} />}
          {told && <Obstacles dutyId={id} report={told} />}
          {told && <Questions dutyId={id} report={told} />}
          {told && (told.evidence.length > 0 || told.may.addEvidence) && (
            <section className={styles.card} aria-labelledby="evidence">
              <h2 id="evidence">{own.evidence}</h2>
              <EvidenceItems items={told.evidence} />
              {told.may.addEvidence && <EvidenceAdding dutyId={id} progressId={null} />}
            </section>
          )}
        </aside>
      </div>
    </Page>
  );
}
