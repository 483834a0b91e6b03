import type { ReviewAction, ReviewItem } from '../../../src/registry/review.ts';
import { useWording } from '../../words/words.ts';
import { EditTarget, EditTask } from './edit-form.tsx';
import { correctPlan } from './plans.ts';
import type { Desk } from './use-desk.ts';

/** The fields of the finding in hand while they are changed; saved, it counts as accepted. */
export function EditFinding({ desk, item, queue }: { desk: Desk; item: ReviewItem; queue: ReviewItem[] }) {
  const wording = useWording();
  const { review } = wording.words;
  const cancel = () => desk.pick(item.id);
  const save = (change: Extract<ReviewAction, { verb: 'correct' }>['change']) => {
    if (Object.keys(change.fields).length === 0) return item.review === 'proposed' ? desk.doDeed('accept') : cancel();
    desk.perform(correctPlan({ item, queue }, change, wording));
  };
  const common = { submit: review.form.save, onCancel: cancel };
  if (item.kind === 'target')
    return (
      <EditTarget
        key={item.id}
        fields={item.record}
        onSave={(fields) => save({ kind: 'target', fields })}
        {...common}
      />
    );
  return (
    <EditTask key={item.id} fields={item.record} onSave={(fields) => save({ kind: 'task', fields })} {...common} />
  );
}
