import { Progress } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { DutyRecord } from '../../../src/registry/duty.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { DutyStateMark } from '../../parts/duty-state-mark.tsx';
import { useWording } from '../../words/words.ts';
import styles from './duty.module.css';

/** State, deadline, share and the agency's own word, then every sentence it comes from. */
export function Head({ duty }: { duty: DutyRecord }) {
  const { words, language } = useWording();
  const own = words.duty;
  return (
    <section className={styles.head} aria-label={own.facts}>
      <div className={styles.states}>
        {duty.state && <DutyStateMark state={duty.state} daysLeft={duty.daysLeft} share={duty.share} />}
        <span className={styles.tag}>{own.dutyStages[duty.stage]}</span>
        {duty.confidence && <span className={styles.tag}>{own.confidences[duty.confidence]}</span>}
        <span className="numbers">
          {duty.due ? own.dueOn(formatDate(duty.due)) : own.noDue}
          {duty.firstDue && duty.firstDue !== duty.due && ` (${own.firstDue}: ${formatDate(duty.firstDue)})`}
        </span>
        {duty.share !== null && (
          <span className={styles.share}>
            <Progress value={duty.share} aria-label={own.share} />
            <span className="numbers">{own.shareDone(formatNumber(duty.share, language))}</span>
          </span>
        )}
      </div>
      {duty.submissionId && (
        <p>
          <Link to="/bao-cao/$id" params={{ id: duty.submissionId }}>
            {words.myWork.openReport}
          </Link>
        </p>
      )}
      {duty.waitsFor && <p data-verdict="sentBack">{own.waitsFor(duty.waitsFor)}</p>}
      {duty.because && (
        <p>
          {own.reasons[duty.because]}
          {duty.becauseWords && `: ${duty.becauseWords}`}
          {duty.joinedInto && (
            <>
              {' '}
              <Link to="/viec/$id" params={{ id: duty.joinedInto }}>
                {own.joinedInto}
              </Link>
            </>
          )}
        </p>
      )}
      <dl className={styles.facts}>
        {duty.product && (
          <div>
            <dt>{own.product}</dt>
            <dd lang="vi">{duty.product}</dd>
          </div>
        )}
        {duty.authority && (
          <div>
            <dt>{own.authority}</dt>
            <dd lang="vi">{duty.authority}</dd>
          </div>
        )}
      </dl>
      {duty.origins.map((origin) => (
        <blockquote key={`${origin.documentId} ${origin.findingId}`} className={styles.origin} lang="vi">
          <IconQuote size={16} aria-hidden /> {origin.quote}
          <footer>
            <Link to="/van-ban/$id" params={{ id: origin.documentId }} search={{ muc: origin.findingId }}>
              {origin.documentNumber ?? origin.documentTitle ?? own.document}
            </Link>
          </footer>
        </blockquote>
      ))}
    </section>
  );
}
