import { useState } from 'react';
import type { ReviewAction, ReviewItem } from '../../../src/registry/review.ts';
import { useWording } from '../../words/words.ts';
import { EditTarget, EditTask } from './edit-form.tsx';
import { correctPlan, rectifyPlan } from './plans.ts';
import type { Desk } from './use-desk.ts';
import { WordsField } from './words-field.tsx';

type Props = {
  desk: Desk;
  item: ReviewItem;
  queue: ReviewItem[];
  /** Of the document. */
  text: string;
};

type Change = Extract<ReviewAction, { verb: 'correct' }>['change'];

/** The fields of the finding in hand while they are changed; saved, it counts as accepted. What is in force wants a reason. */
export function EditFinding({ desk, item, queue, text }: Props) {
  const wording = useWording();
  const { review } = wording.words;
  const [span, setSpan] = useState(item.record.span);
  const { start, end } = item.record.span;
  const moved = span.start === start && span.end === end ? {} : { span };
  const cancel = () => desk.pick(item.id);
  const save = (change: Change, reason: string) => {
    if (desk.issued) {
      if (Object.keys(change.fields).length === 0) return cancel();
      return desk.perform(rectifyPlan(item, change, reason, wording));
    }
    if (Object.keys(change.fields).length === 0) return item.review === 'proposed' ? desk.doDeed('accept') : cancel();
    desk.perform(correctPlan({ item, queue }, change, wording));
  };
  const common = {
    submit: desk.issued ? review.form.rectify : review.form.save,
    reasoned: desk.issued,
    onCancel: cancel,
  };
  return (
    <>
      <WordsField text={text} span={span} selection={desk.selection} onChange={setSpan} />
      {item.kind === 'target' ? (
        <EditTarget
          key={item.id}
          fields={item.record}
          onSave={(fields, reason) => save({ kind: 'target', fields: { ...fields, ...moved } }, reason)}
          {...common}
        />
      ) : (
        <EditTask
          key={item.id}
          fields={item.record}
          onSave={(fields, reason) => save({ kind: 'task', fields: { ...fields, ...moved } }, reason)}
          {...common}
        />
      )}
    </>
  );
}
