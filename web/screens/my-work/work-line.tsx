import { Link } from '@tanstack/react-router';
import type { WorkItem } from '../../../src/registry/my-work.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { DutyStateMark } from '../../parts/duty-state-mark.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import styles from './my-work.module.css';
import { WorkActions } from './work-actions.tsx';

/** One item: what it is, where it stands, and the acts that finish it. */
export function WorkLine({ item, onUpdate }: { item: WorkItem; onUpdate: (duty: WorkItem['duty']) => void }) {
  const { words, language } = useWording();
  const own = words.myWork;
  const { duty, about } = item;
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        {duty.submissionId === null ? (
          <Link to="/viec/$id" params={{ id: duty.id }} lang="vi">
            {duty.what}
          </Link>
        ) : (
          <Link to="/bao-cao/$id" params={{ id: duty.submissionId }} lang="vi">
            {duty.what}
          </Link>
        )}
        <div className={styles.facts}>
          {duty.state && <DutyStateMark state={duty.state} daysLeft={duty.daysLeft} share={duty.share} />}
          <span>{duty.agency.name}</span>
          {duty.due && <span className="numbers">{words.duty.dueOn(formatDate(duty.due))}</span>}
        </div>
        {about && (
          <p className={styles.about}>
            {about.words && <q lang="vi">{about.words}</q>}
            {item.task === 'decideDue' && about.until && <strong>{own.proposed(formatDate(about.until))}</strong>}
            {item.task !== 'decideDue' && about.until && <span>{own.wanted(formatDate(about.until))}</span>}
            {item.task === 'asked' && <span>{about.answered ? own.answered : words.duty.notAnswered}</span>}
            <span className="soft">
              {about.by?.name} · {formatMoment(about.at, language)}
            </span>
          </p>
        )}
      </div>
      <WorkActions item={item} onUpdate={onUpdate} />
    </li>
  );
}
