import {
  IconAlertTriangle,
  IconBuildingBank,
  IconChartLine,
  IconChecklist,
  IconFileDescription,
  IconFileSearch,
  IconFileText,
  IconMessageQuestion,
  IconPaperclip,
  IconProgressCheck,
  IconQuote,
  IconReportAnalytics,
  IconSubtask,
  IconTargetArrow,
  IconUser,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { SearchHit } from '../../../src/registry/search.ts';
import { formatDay, formatNumber } from '../../../src/values/format.ts';
import { DutyStateMark } from '../../parts/duty-state-mark.tsx';
import { useWording } from '../../words/words.ts';
import { HitLink } from './hit-link.tsx';
import { documentName, Pieces } from './hit-words.tsx';
import styles from './search.module.css';

export const hitIcons = {
  document: IconFileText,
  passage: IconQuote,
  target: IconTargetArrow,
  task: IconChecklist,
  duty: IconSubtask,
  progress: IconProgressCheck,
  obstacle: IconAlertTriangle,
  question: IconMessageQuestion,
  evidence: IconPaperclip,
  evidenceText: IconFileSearch,
  section: IconFileDescription,
  report: IconReportAnalytics,
  indicator: IconChartLine,
  agency: IconBuildingBank,
  person: IconUser,
};

/** One thing that was found: what it is, where, and the words; the title leads to it. */
export function Hit({ hit, onOpen }: { hit: SearchHit; onOpen: (hit: SearchHit) => void }) {
  const { words, language } = useWording();
  const own = words.search;
  const Mark = hitIcons[hit.kind];
  const inside = documentName(hit, words);
  const title = hit.kind === 'document' ? inside : hit.title;
  const facts = [
    hit.kind !== 'document' && inside && own.inDocument(inside),
    hit.kind !== 'agency' && hit.agency?.name,
    hit.day && formatDay(hit.day, language),
    hit.standing !== 'current' && own.standings[hit.standing],
    hit.others > 0 && own.others(formatNumber(hit.others, language)),
  ].filter((fact) => typeof fact === 'string');
  return (
    <article className={styles.result} data-standing={hit.standing}>
      <Mark size={20} stroke={1.6} aria-hidden className={styles.icon} />
      <div className={styles.said}>
        <p className={styles.facts}>
          <span className={styles.kind}>{own.kinds[hit.kind]}</span>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        <h2>
          <HitLink hit={hit} onClick={() => onOpen(hit)}>
            {title ?? <Pieces pieces={hit.pieces} />}
          </HitLink>
        </h2>
        {title !== null && hit.pieces.some(({ text }) => text !== '') && (
          <p className={styles.words} lang="vi">
            <Pieces pieces={hit.pieces} />
          </p>
        )}
        {hit.duty && (
          <p className={styles.facts}>
            {hit.duty.state && <DutyStateMark state={hit.duty.state} />}
            {hit.duty.due && <span>{own.due(formatDay(hit.duty.due, language))}</span>}
            {hit.document && (
              <Link to="/viec/$id" params={{ id: hit.duty.id }}>
                {own.work}
              </Link>
            )}
          </p>
        )}
      </div>
    </article>
  );
}
