import type { DocumentDetail } from '../../../src/api/documents.ts';
import type { Reference } from '../../../src/values/finding.ts';
import { formatDay } from '../../../src/values/format.ts';
import { type Note, noteSeverity } from '../../../src/values/note.ts';
import { noteSentence, severityWord } from '../../../src/values/note-words.ts';
import { noteId, referenceId } from '../../parts/paper/marks.ts';
import { useWording } from '../../words/words.ts';
import { Card, Field } from './card.tsx';

type Common = { index: number; chosen: string | undefined; onPick: (id: string) => void };

export function ReferenceCard({ reference, index, chosen, onPick }: Common & { reference: Reference }) {
  const { words, language } = useWording();
  const id = referenceId(index);
  // Documents stored before the relation was read carry none.
  const relation = reference.relation ?? 'mentions';
  return (
    <Card
      id={id}
      kind="reference"
      title={reference.number}
      chosen={id === chosen}
      onPick={onPick}
      value={reference.date && <span className="soft numbers">{formatDay(reference.date, language)}</span>}
    >
      <Field name={words.document.kind} value={reference.kind ?? null} />
      <Field name={words.document.issuer} value={reference.issuer ?? null} />
      <Field name={words.document.citedPart} value={reference.part ?? null} />
      <Field
        name={words.document.relation}
        value={relation === 'mentions' ? null : words.document.relations[relation]}
      />
    </Card>
  );
}

const excerptLength = 160;

/** The words a note is about; a note on the whole document has none. */
function excerptOf(note: Note, detail: DocumentDetail): string | null {
  if (!note.span) return null;
  const words = detail.text.slice(note.span.start, note.span.end).replace(/\s+/g, ' ').trim();
  return words.length > excerptLength ? `${words.slice(0, excerptLength)}…` : words;
}

export function NoteCard({ note, index, detail, chosen, onPick }: Common & { note: Note; detail: DocumentDetail }) {
  const { words, language } = useWording();
  const id = noteId(index);
  const severity = noteSeverity[note.code];
  const excerpt = excerptOf(note, detail);
  return (
    <Card
      id={id}
      kind="note"
      title={noteSentence(note, language)}
      severity={severity}
      value={<span className="soft">{severityWord(severity, language)}</span>}
      chosen={id === chosen}
      onPick={onPick}
    >
      <Field name={words.document.text} value={excerpt} />
      <Field name={words.document.about} value={note.detail === excerpt ? null : note.detail} />
      <Field name={words.document.suggestion} value={note.suggestion} strong />
    </Card>
  );
}
