import type { Task } from '../../../src/values/finding.ts';
import { formatDue } from '../../../src/values/format.ts';
import { heaviest, type Note } from '../../../src/values/note.ts';
import { FindingNotes } from '../../parts/finding-notes.tsx';
import { useWording } from '../../words/words.ts';
import { Card, Field } from './card.tsx';

type Props = { task: Task; quote: string; chosen: boolean; notes: Note[]; onPick: (id: string) => void };

export function TaskCard({ task, quote, chosen, notes, onPick }: Props) {
  const { words, language } = useWording();
  return (
    <Card
      id={task.id}
      kind="task"
      ordinal={task.ordinal}
      chosen={chosen}
      severity={heaviest(notes)}
      below={<FindingNotes notes={notes} confidence={task.confidence} />}
      onPick={onPick}
      title={quote}
    >
      <Field name={words.document.lead} value={task.lead.join('; ')} strong />
      <Field name={words.document.coord} value={task.coord.join('; ')} />
      <Field name={words.document.monitor} value={task.monitor.join('; ')} />
      <Field
        name={words.document.time}
        value={task.time.kind === 'none' ? null : formatDue(task.time, language)}
        strong
      />
      <Field name={words.document.product} value={task.productRaw} />
      <Field name={words.document.funding} value={task.fundingRaw} />
      <Field name={words.document.note} value={task.noteRaw} />
    </Card>
  );
}
