import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsOf } from '../../parts/as-of.ts';
import { AttentionPart } from '../../parts/attention.tsx';
import { Failure } from '../../parts/fault.tsx';
import { FollowButton } from '../../parts/follow-button.tsx';
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
import { useDuty } from './use-duty.ts';

const route = getRouteApi('/viec/$id');

/** One duty: its whole story, and all that may be done with it. */
export function Duty() {
  const words = useWords();
  const own = words.duty;
  const { id } = route.useParams();
  const asOf = useAsOf();
  const whole = useDuty(id, asOf);
  const userId = useSession().data?.user?.id;
  const [taken, setTaken] = useState<string>();
  const failure = whole.error && <Failure error={whole.error} onRetry={() => void whole.refetch()} />;
  if (!whole.data) return failure ?? <Skeleton height={320} />;
  const { page, report, story } = whole.data;
  const { duty } = page;
  // The form begins anew with a colleague's draft once that is one's own.
  const takenOver = report.inside.find(({ id: one, author }) => one === taken && author.id === userId)?.id;
  return (
    <Page
      title={contentOf(duty) || own.title}
      actions={
        <>
          <FollowButton matter={{ kind: 'duty', dutyId: duty.id }} name={contentOf(duty)} />
          <DutyVerbs page={page} />
        </>
      }
    >
      <Head duty={duty} />
      <SixClear duty={duty} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {failure}
          {report.may.write && userId && (
            <ProgressForm key={`${duty.id} ${takenOver}`} dutyId={id} userId={userId} report={report} />
          )}
          {report.inside
            .filter(({ author, stage }) => author.id !== userId || stage === 'submitted')
            .map((item) => (
              <ProgressCard
                key={item.id}
                item={item}
                agency={report.agencies[item.agencyId]}
                onTakeOver={() => setTaken(item.id)}
              />
            ))}
          {report.sent.map((item) => (
            <ProgressCard key={item.id} item={item} agency={report.agencies[item.agencyId]} />
          ))}
          <Story key={asOf} dutyId={id} first={story} />
        </div>
        <aside className={styles.side}>
          <People page={page} />
          <AttentionPart matter={{ kind: 'duty', dutyId: duty.id }} className={styles.card} />
          <Chain page={page} />
          <DueChanges dutyId={id} report={report} firstDue={duty.firstDue} />
          <Obstacles dutyId={id} report={report} />
          <Questions dutyId={id} report={report} />
          {(report.evidence.length > 0 || report.may.addEvidence) && (
            <section className={styles.card} aria-labelledby="evidence">
              <h2 id="evidence">{own.evidence}</h2>
              <EvidenceItems items={report.evidence} />
              {report.may.addEvidence && <EvidenceAdding dutyId={id} progressId={null} />}
            </section>
          )}
        </aside>
      </div>
    </Page>
  );
}
