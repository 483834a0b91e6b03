import { notifications } from '@mantine/notifications';
import type { DocumentDetail } from '../../../src/api/documents.ts';
import type { Draft, ReviewItem } from '../../../src/registry/review.ts';
import { useWording } from '../../words/words.ts';
import { AddDialog } from './add-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { nameOf } from './name-of.ts';
import { seen } from './pending.ts';
import { rejectPlan } from './plans.ts';
import { RejectDialog } from './reject-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import type { Desk } from './use-desk.ts';

type Props = { detail: DocumentDetail; desk: Desk; queue: ReviewItem[] };

/** The dialog that is open over the queue. */
export function Overlay({ detail, desk, queue }: Props) {
  const wording = useWording();
  const { review } = wording.words;
  const { open, item, perform } = desk;
  const close = () => desk.pick(item?.id);
  if (open?.what === 'help') return <HelpDialog onClose={close} />;
  if (open?.what === 'add') {
    const add = (draft: Draft) => {
      const name = draft.kind === 'target' ? draft.fields.name : review.kinds.task;
      perform({
        action: { verb: 'add', draft },
        about: undefined,
        said: review.said.added(name),
        decides: 0,
        follow: true,
      });
      window.getSelection()?.removeAllRanges();
    };
    return <AddDialog detail={detail} span={open.span} onAdd={add} onClose={close} />;
  }
  if (!item) return null;
  if (open?.what === 'reject') {
    const reject = (reason: string | undefined) => perform(rejectPlan({ item, queue }, reason, wording));
    return <RejectDialog name={nameOf(item)} onReject={reject} onClose={close} />;
  }
  if (open?.what === 'split') {
    const split = (parts: Draft[]) =>
      perform({
        action: { verb: 'split', item: seen(item), parts },
        about: item,
        said: review.said.split,
        decides: 0,
        follow: true,
      });
    return <SplitDialog documentId={detail.id} item={item} onSplit={split} onClose={close} />;
  }
  return null;
}

/** A fault that is told and needs no answer. */
export const tellFault = (title: string, message: string): void => {
  notifications.show({ title, message, color: 'red', autoClose: 12_000 });
};
