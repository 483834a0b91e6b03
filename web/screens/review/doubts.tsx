import { IconHandStop } from '@tabler/icons-react';
import type { ReviewItem } from '../../../src/registry/review.ts';
import { noteSeverity } from '../../../src/values/note.ts';
import { confidenceWord, noteQuote, noteSentence } from '../../../src/values/note-words.ts';
import { SeverityMark } from '../../parts/severity-mark.tsx';
import { useWording } from '../../words/words.ts';
import styles from './finding.module.css';

/** What keeps a finding from being accepted, and what the reader is not sure of, in words. */
export function Doubts({ item }: { item: ReviewItem }) {
  const { words, language } = useWording();
  const { review } = words;
  return (
    <>
      {item.blockers.length > 0 && (
        <div className={styles.obstacles}>
          <h3>
            <IconHandStop size={18} aria-hidden />
            {review.obstacles}
          </h3>
          <ul>
            {item.blockers.map((blocker) => (
              <li key={blocker}>{review.blockers[blocker]}</li>
            ))}
          </ul>
        </div>
      )}
      {item.notes.length > 0 && (
        <div className={styles.doubts}>
          <h3 className="hidden-visually">{review.doubts}</h3>
          <ul>
            {item.notes.map((note) => {
              const quote = noteQuote(note);
              return (
                <li key={`${note.code} ${note.span?.start} ${note.detail}`}>
                  <SeverityMark severity={noteSeverity[note.code]} />
                  <span>
                    {noteSentence(note, language)} {quote && <q lang="vi">{quote.replace(/^“|”$/g, '')}</q>}
                  </span>
                </li>
              );
            })}
          </ul>
          <p>{words.document.confidence(confidenceWord(item.record.confidence, language))}</p>
        </div>
      )}
    </>
  );
}
