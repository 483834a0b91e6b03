import type { ReviewAction, ReviewItem } from '../../../src/registry/review.ts';
import { useWording } from '../../words/words.ts';
import { EditTarget, EditTask } from './edit-form.tsx';
import { correctPlan, rectifyPlan } from './plans.ts';
import type { Desk } from './use-desk.ts';

/** The fields of the finding in hand while they are changed; saved, it counts as accepted. What is in force wants a reason. */
export function EditFinding({ desk, item, queue }: { desk: Desk; item: ReviewItem; queue: ReviewItem[] }) {
  const wording = useWording();
  const { review } = wording.words;
  const cancel = () => desk.pick(item.id);
  const save = (change: Extract<ReviewAction, { verb: 'correct' }>['change'], reason: string) => {
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
  if (item.kind === 'target')
    return (
      <EditTarget
        key={item.id}
        fields={item.record}
        onSave={(fields, reason) => save({ kind: 'target', fields }, reason)}
        {...common}
      />
    );
  return (
    <EditTask
      key={item.id}
      fields={item.record}
      onSave={(fields, reason) => save({ kind: 'task', fields }, reason)}
      {...common}
    />
  );
}
