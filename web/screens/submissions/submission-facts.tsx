import { Alert } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { SubmissionPage } from '../../../src/registry/submission.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { DutyStateMark } from '../../parts/duty-state-mark.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { RoundFiles } from '../../parts/regime-files.tsx';
import { useWording } from '../../words/words.ts';
import styles from './submission.module.css';

/** Where it stands, by when, who did what last, and how it is to be filled in. */
export function SubmissionFacts({ page: { submission, round } }: { page: SubmissionPage }) {
  const { words, language } = useWording();
  const { submission: own, stages, counted } = words.rounds;
  const { due, firstDue, returned } = submission;
  const said = (one: { at: string; by: { name: string } } | null, tell: (by: string, at: string) => string) =>
    one && <span>{tell(one.by.name, formatMoment(one.at, language))}</span>;
  return (
    <section className={styles.facts} aria-label={own.facts}>
      <div className={styles.line}>
        <strong>{stages[submission.stage]}</strong>
        {submission.state && <DutyStateMark state={submission.state} daysLeft={submission.daysLeft} />}
        {due && (
          <span className="numbers">
            {own.due(formatDate(due))}
            {firstDue && firstDue !== due && ` (${own.firstDue(formatDate(firstDue))})`}
          </span>
        )}
        <span className="soft">{counted(formatDate(round.from), formatDate(round.to))}</span>
        <Link to="/dot-bao-cao/$id" params={{ id: round.id }}>
          {own.round}
        </Link>
        <Link to="/viec/$id" params={{ id: submission.dutyId }}>
          {own.officer}
        </Link>
      </div>
      <div className={styles.line} data-soft>
        {said(submission.submitted, own.submitted)}
        {said(submission.sent, own.sent)}
        {said(submission.approved, own.approved)}
      </div>
      {submission.asked.id !== submission.agency.id && <p>{own.inherited(submission.asked.name)}</p>}
      {submission.stage === 'returned' && returned && (
        <Alert color="yellow" title={own.returned(returned.by.name, formatMoment(returned.at, language))}>
          {returned.because}
        </Alert>
      )}
      {submission.stage === 'approved' && <p className="soft">{own.locked}</p>}
      {round.closedAt !== null && submission.stage !== 'approved' && <Alert color="gray">{own.closed}</Alert>}
      <RoundFiles roundId={round.id} />
      {round.guide && (
        <details>
          <summary>{own.guide}</summary>
          <p lang="vi" className={styles.guide}>
            {round.guide}
          </p>
        </details>
      )}
    </section>
  );
}
