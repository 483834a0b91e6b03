import type { DocumentDetail } from '../../../src/api/documents.ts';
import { documentDay } from '../../../src/registry/place-names.ts';
import type { Draft, ReviewAction, ReviewItem } from '../../../src/registry/review.ts';
import { useWording } from '../../words/words.ts';
import { AddDialog } from './add-dialog.tsx';
import { AgencyDialog } from './agency-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { IndicatorDialog } from './indicator-dialog.tsx';
import { MembersDialog } from './members-dialog.tsx';
import { mentionAt } from './mention-place.ts';
import { nameOf } from './name-of.ts';
import { seen } from './pending.ts';
import { rejectPlan, settlePlan } from './plans.ts';
import { RejectDialog } from './reject-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import type { Desk, Open } from './use-desk.ts';

type Props = { detail: DocumentDetail; desk: Desk; queue: ReviewItem[] };

/** The dialog that is open over the queue. */
export function Overlay({ detail, desk, queue }: Props) {
  const wording = useWording();
  const { review } = wording.words;
  const { open, perform } = desk;
  const close = () => desk.pick(desk.item?.id);
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
  if (!open || !('about' in open)) return null;
  const item = open.about;
  if (open.what === 'reject') {
    const reject = (reason: string | undefined) => perform(rejectPlan({ item, queue }, reason, wording));
    return <RejectDialog name={nameOf(item)} onReject={reject} onClose={close} />;
  }
  if (open.what === 'split') {
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
  if (open.what === 'indicator' && item.kind === 'target') {
    const choose = (indicatorId: string | null) =>
      perform(settlePlan(item, { verb: 'chooseIndicator', items: [seen(item)], indicatorId }, wording));
    return <IndicatorDialog item={item} onChoose={choose} onClose={close} />;
  }
  if (open.what === 'agency' || open.what === 'members')
    return <AgencyChoice detail={detail} desk={desk} open={open} onClose={close} />;
  return null;
}

type AgencyChoiceProps = {
  detail: DocumentDetail;
  desk: Desk;
  open: Extract<Open, { place: unknown }>;
  onClose: () => void;
};

/** Who a body of the finding is; of a "liên quan" group, which of its members. */
function AgencyChoice({ detail, desk, open, onClose }: AgencyChoiceProps) {
  const wording = useWording();
  const { place, about: item } = open;
  const { role, position } = place;
  // The day that the reader matched its names with.
  const day = documentDay(detail.header, detail.receivedAt.slice(0, 10));
  const mention = mentionAt(item, place);
  const settle = (action: ReviewAction) => desk.perform(settlePlan(item, action, wording));
  if (open.what === 'members' && mention)
    return (
      <MembersDialog
        mention={mention}
        documentId={detail.id}
        day={day}
        onChoose={(agencyIds) => settle({ verb: 'chooseMembers', item: seen(item), role, position, agencyIds })}
        onOther={() => desk.setOpen({ ...open, what: 'agency' })}
        onClose={onClose}
      />
    );
  const lacksLead = ({ id, blockers }: ReviewItem) => id !== item.id && blockers.includes('leadMissing');
  return (
    <AgencyDialog
      item={item}
      place={place}
      issued={desk.issued}
      documentId={detail.id}
      day={day}
      alike={role === 'lead' && item.blockers.includes('leadMissing') ? desk.group.filter(lacksLead) : []}
      onChoose={settle}
      onMembers={() => desk.setOpen({ ...open, what: 'members' })}
      onClose={onClose}
    />
  );
}
