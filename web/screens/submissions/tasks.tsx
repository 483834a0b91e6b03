import { Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { dutiesOfSubmission } from '../../../src/api/submissions.ts';
import type { SubmissionPage } from '../../../src/registry/submission.ts';
import type { SubmissionDuty } from '../../../src/registry/submission-duty.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { DutyStateMark } from '../../parts/duty-state-mark.tsx';
import { Failure } from '../../parts/fault.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import { Pages } from '../rounds/pages.tsx';
import styles from './submission.module.css';

const atOnce = 50;

/** The agency's duties with what was sent in the period. Nothing is typed here: what is missing is reported on the duty itself. */
export function SubmissionTasks({ page }: { page: SubmissionPage }) {
  const { words, language } = useWording();
  const own = words.rounds.tasks;
  const [offset, setOffset] = useState(0);
  const { id } = page.submission;
  const found = useQuery({
    queryKey: ['submission', id, 'duties', offset],
    queryFn: ({ signal }) => call(dutiesOfSubmission, { params: { id }, query: { offset, limit: atOnce }, signal }),
    placeholderData: keepPreviousData,
  });
  if (found.isLoadingError) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton height={240} />;
  const { rows, total, silent, from, to } = found.data;
  const [all, quiet] = [formatNumber(total, language), formatNumber(silent, language)];
  if (total === 0) return <p>{own.none}</p>;
  return (
    <section aria-label={own.title}>
      <p>
        <strong>{silent === 0 ? own.all(all) : own.silent(quiet, all)}</strong>{' '}
        <span className="soft">{own.window(formatDate(from), formatDate(to))}</span>
      </p>
      <ul className={styles.tasks}>
        {rows.map((duty) => (
          <Task key={duty.id} duty={duty} writes={page.may.includes('fill')} />
        ))}
      </ul>
      <Pages offset={offset} limit={atOnce} total={total} onChange={setOffset} />
    </section>
  );
}

function Task({ duty, writes }: { duty: SubmissionDuty; writes: boolean }) {
  const { words, language } = useWording();
  const own = words.rounds.tasks;
  const { said } = duty;
  return (
    <li className={styles.task}>
      <Link to="/viec/$id" params={{ id: duty.id }} lang="vi">
        {duty.what}
      </Link>
      <div className={styles.line}>
        {duty.state && <DutyStateMark state={duty.state} daysLeft={duty.daysLeft} share={duty.share} />}
        {duty.due && <span className="numbers">{words.duty.dueOn(formatDate(duty.due))}</span>}
        {duty.share !== null && <span className="numbers">{own.done(formatNumber(duty.share, language))}</span>}
      </div>
      {said ? (
        <p>
          {said.words && <q lang="vi">{said.words}</q>} <span className="soft">{formatMoment(said.at, language)}</span>
        </p>
      ) : (
        <div className={styles.line}>
          <span className="soft">{own.nothing}</span>
          {writes && duty.stage === 'accepted' && (
            <Link to="/viec/$id" params={{ id: duty.id }} hash="update">
              {own.update}
            </Link>
          )}
        </div>
      )}
    </li>
  );
}
