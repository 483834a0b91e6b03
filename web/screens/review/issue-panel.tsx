import { Checkbox } from '@mantine/core';
import type { DocumentDetail } from '../../../src/api/documents.ts';
import type { ReviewedDocument, ReviewItem } from '../../../src/registry/review.ts';
import { formatDay, formatNumber } from '../../../src/values/format.ts';
import { useMay } from '../../parts/session.ts';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useWording } from '../../words/words.ts';
import styles from './issue-panel.module.css';
import { nameOf } from './name-of.ts';
import { standingOf } from './queue.ts';
import { StandingMark } from './standing-mark.tsx';
import { StateSteps } from './state-steps.tsx';
import { Story } from './story.tsx';

type Props = {
  detail: DocumentDetail;
  document: ReviewedDocument;
  queue: ReviewItem[];
  acceptRest: boolean;
  onAcceptRest: (acceptRest: boolean) => void;
  onPick: (id: string) => void;
  onClose: () => void;
};

const mostShown = 30;

/** What stands in the way of issuing, each one click away. */
function InTheWay({
  queue,
  acceptRest,
  onAcceptRest,
  onPick,
}: Pick<Props, 'queue' | 'acceptRest' | 'onAcceptRest' | 'onPick'>) {
  const { words, language } = useWording();
  const { issue, blockers } = words.review;
  const blocked = queue.filter(
    (item) => standingOf(item) === 'blocked' || (item.review === 'accepted' && item.blockers.length > 0),
  );
  const undecided = queue.filter(({ review }) => review === 'proposed').length - blocked.length;
  const number = (value: number) => formatNumber(value, language);
  return (
    <section aria-label={issue.inTheWay}>
      <h3>{blocked.length > 0 ? `${issue.inTheWay} (${number(blocked.length)})` : issue.nothingInTheWay}</h3>
      <ul className={styles.obstacles}>
        {blocked.slice(0, mostShown).map((item) => (
          <li key={item.id}>
            <button type="button" onClick={() => onPick(item.id)}>
              <StandingMark standing="blocked" />
              <span className={styles.name} lang="vi">
                {nameOf(item)}
              </span>
              <span className="soft">{item.blockers.map((blocker) => blockers[blocker]).join(' ')}</span>
            </button>
          </li>
        ))}
      </ul>
      {blocked.length > mostShown && <p className="soft">{issue.more(number(blocked.length - mostShown))}</p>}
      {undecided > 0 && (
        <>
          <p>{issue.undecided(number(undecided))}.</p>
          <Checkbox
            label={issue.acceptRest(number(undecided))}
            description={issue.acceptRestHint}
            checked={acceptRest}
            onChange={(event) => onAcceptRest(event.currentTarget.checked)}
          />
        </>
      )}
    </section>
  );
}

/** Where the document stands, what stands in the way of the next step, and what was done with it. */
export function IssuePanel(props: Props) {
  const { detail, document, onClose } = props;
  const { words, language } = useWording();
  const issues = useMay()('issueDocuments');
  const { issue, states, stateHints } = words.review;
  const { state, validFrom, validUntil } = document;
  const open = state === 'read' || state === 'inReview';
  return (
    <SidePanel title={issue.panel} size={480} onClose={onClose}>
      <div className={styles.panel}>
        <section aria-label={issue.state} className={styles.state} data-state={state}>
          <strong>{states[state]}</strong>
          <span>{stateHints[state]}</span>
          {validFrom && (
            <span className="numbers">
              {issue.inForce(formatDay(validFrom, language))}
              {validUntil && `, ${issue.until(formatDay(validUntil, language))}`}
            </span>
          )}
        </section>
        {issues && open && <InTheWay {...props} />}
        {issues && <StateSteps detail={detail} document={document} acceptRest={props.acceptRest} />}
        <Story documentId={detail.id} version={document.version} />
      </div>
    </SidePanel>
  );
}
