import { type Note, noteSeverity } from '../../src/values/note.ts';
import { confidenceWord, noteQuote, noteSentence } from '../../src/values/note-words.ts';
import { useWording } from '../words/words.ts';
import styles from './finding-notes.module.css';
import { SeverityMark } from './severity-mark.tsx';

/** What is to be checked about a finding, and how sure the reader is of it. */
export function FindingNotes({ notes, confidence }: { notes: Note[]; confidence: number }) {
  const { words, language } = useWording();
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label={words.document.notes}>
      {notes.map((note) => {
        const quote = noteQuote(note);
        return (
          <li key={`${note.code} ${note.span?.start} ${note.detail}`}>
            <SeverityMark severity={noteSeverity[note.code]} />
            <span>
              {noteSentence(note, language)}
              {quote && (
                <span className={styles.noteQuote} lang="vi">
                  {quote}
                </span>
              )}
            </span>
          </li>
        );
      })}
      <li className={styles.confidence}>{words.document.confidence(confidenceWord(confidence, language))}</li>
    </ul>
  );
}
