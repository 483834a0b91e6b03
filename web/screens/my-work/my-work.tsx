import { Skeleton } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { getMyWork } from '../../../src/api/my-work.ts';
import { sectionOf, type WorkItem, type WorkList, WorkSection } from '../../../src/registry/my-work.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Blank } from '../../parts/blank.tsx';
import { OpenCorrections } from '../../parts/corrections/open-corrections.tsx';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay, useSession } from '../../parts/session.ts';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useWording } from '../../words/words.ts';
import { ProgressForm } from '../duties/progress-form.tsx';
import { useDutyReport } from '../duties/use-duty.ts';
import { MoreItems } from './more-items.tsx';
import styles from './my-work.module.css';
import { ReviewsDue, useReviewsDue } from './reviews-due.tsx';
import { WorkLine } from './work-line.tsx';

/** What waits for whoever is signed in, the most pressing first; each item can be finished from here. */
export function MyWork() {
  const { words, language } = useWording();
  const own = words.myWork;
  const [updating, setUpdating] = useState<WorkItem['duty']>();
  const work = useQuery({
    queryKey: ['my-work'],
    queryFn: ({ signal }) => call(getMyWork, { query: {}, signal }),
    refetchInterval: 60_000,
  });
  const reviews = useReviewsDue(useMay()('manageUsers'));
  if (work.isLoadingError) return <Failure error={work.error} onRetry={() => void work.refetch()} />;
  if (!work.data) return <Skeleton height={320} />;
  const lists = work.data.lists.filter(({ total }) => total > 0);
  const waiting = lists
    .filter(({ task }) => sectionOf[task] !== 'coming' && sectionOf[task] !== 'asked')
    .reduce((sum, { total }) => sum + total, reviews.length);

  return (
    <Page
      title={own.title}
      aside={<span aria-live="polite">{own.waiting(formatNumber(waiting, language))}</span>}
      actions={<OwnScorecard />}
    >
      <ReviewsDue due={reviews} />
      {lists.length + reviews.length === 0 && (
        <Blank icon={IconMoodSmile} title={own.emptyTitle} text={own.emptyText}>
          <Link to="/theo-doi">{words.duties.title}</Link>
        </Blank>
      )}
      {WorkSection.options.map((section) => {
        const here = lists.filter(({ task }) => sectionOf[task] === section);
        if (here.length === 0) return null;
        return (
          <section key={section} className={styles.section} aria-labelledby={`work-${section}`}>
            <h2 id={`work-${section}`}>{own.sections[section]}</h2>
            {here.map((list) => (
              <Task key={list.task} list={list} onUpdate={setUpdating} />
            ))}
          </section>
        );
      })}
      <OpenCorrections />
      {updating && <Updating duty={updating} onClose={() => setUpdating(undefined)} />}
    </Page>
  );
}

function Task({ list, onUpdate }: { list: WorkList; onUpdate: (duty: WorkItem['duty']) => void }) {
  const { words, language } = useWording();
  const own = words.myWork;
  return (
    <>
      <h3 className={styles.task}>
        {own.tasks[list.task]} <span className={styles.count}>{formatNumber(list.total, language)}</span>
      </h3>
      <ul className={styles.lines}>
        {list.items.map((item) => (
          <WorkLine key={`${item.duty.id} ${item.about?.id}`} item={item} onUpdate={onUpdate} />
        ))}
      </ul>
      {list.next && <MoreItems task={list.task} after={list.next} onUpdate={onUpdate} />}
    </>
  );
}

/** The form of the duty's page, over the list. */
function Updating({ duty, onClose }: { duty: WorkItem['duty']; onClose: () => void }) {
  const report = useDutyReport(duty.id);
  const userId = useSession().data?.user?.id;
  return (
    <SidePanel title={duty.what} size="lg" keepsTyped onClose={onClose}>
      {report.error && <Failure error={report.error} onRetry={() => void report.refetch()} />}
      {report.data && userId && <ProgressForm dutyId={duty.id} userId={userId} report={report.data} onSent={onClose} />}
    </SidePanel>
  );
}

/** How one's own agency did, with every item that was counted. */
function OwnScorecard() {
  const { words } = useWording();
  const own = useSession().data?.posts.find(({ role }) => role === 'head' || role === 'officer');
  return (
    own && (
      <Link to="/don-vi/$id/phieu-diem" params={{ id: own.agencyId }}>
        {words.scorecards.own}
      </Link>
    )
  );
}
