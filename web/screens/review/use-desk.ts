import { useCallback, useMemo, useRef, useState } from 'react';
import type { ReviewItem } from '../../../src/registry/review.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { Span } from '../../../src/values/span.ts';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import type { Deed } from './keys.ts';
import { firstToChoose, type MentionPlace, mentionAt } from './mention-place.ts';
import { acceptPlan, groupPlan, joinPlan, onlyLooking, type Plan, possible, reopenPlan, undoPlan } from './plans.ts';
import { beginAt, countStandings, groupOf, isDecided, stepFrom } from './queue.ts';
import type { ReviewInHand } from './use-review.ts';

/** What is open over the queue. `about` is the finding as it was when it was opened: what others change meanwhile is met at saving. */
export type Open =
  | { what: 'help' | 'issue' }
  | { what: 'edit' | 'reject' | 'split' | 'indicator'; about: ReviewItem }
  | { what: 'agency' | 'members'; place: MentionPlace; about: ReviewItem }
  | { what: 'add'; span: Span };

type Options = {
  wanted: string | undefined;
  /** What is selected in the text. */
  selection: () => Span | undefined;
  onFault: (plan: Plan, error: unknown) => void;
};

/** What an officer has in hand: the finding, what is open over it, and what each key does. */
export function useDesk({ queue, review, act }: ReviewInHand, { wanted, selection, onFault }: Options) {
  const wording = useWording();
  const { said, done, blockers } = wording.words.review;
  const [current, setCurrent] = useState(wanted);
  const [open, setOpen] = useState<Open>();
  const [message, setMessage] = useState('');
  const card = useRef<HTMLElement>(null);

  const item = useMemo(() => beginAt(queue, current), [queue, current]);
  const group = useMemo(() => (item ? groupOf(queue, item) : []), [queue, item]);
  const counts = useMemo(() => countStandings(queue), [queue]);
  const reviews = useMay()('reviewDocuments');
  const may = reviews ? possible(review, { item, queue, group }) : onlyLooking;
  // What is in force is set right with a reason.
  const issued = review?.document.state === 'issued';

  const pick = useCallback((id: string | undefined) => {
    setCurrent(id);
    setOpen(undefined);
    requestAnimationFrame(() => {
      card.current?.focus({ preventScroll: true });
      card.current?.scrollTo(0, 0);
      card.current?.parentElement?.scrollTo(0, 0);
    });
  }, []);

  /** Does it at once before the eyes; says it, and how far the review is, for those who do not see the bar. */
  const perform = (plan: Plan) => {
    const number = (value: number) => formatNumber(value, wording.language);
    setMessage(`${plan.said}. ${done(number(counts.decided + plan.decides), number(counts.total))}`);
    pick((plan.next ?? item)?.id);
    void act(plan.action).then((outcome) => {
      if ('error' in outcome) onFault(plan, outcome.error);
      else if (plan.follow) pick(outcome.changed.find((one) => one.review !== 'replaced')?.id ?? plan.about?.id);
    });
  };

  const openAgency = (one: ReviewItem, place = firstToChoose(one)) => {
    const group = mentionAt(one, place)?.group;
    setOpen({
      what: group?.chosenByOfficer && one.may.includes('chooseMembers') ? 'members' : 'agency',
      place,
      about: one,
    });
  };

  const lookAt = (one: ReviewItem) => {
    setMessage(`${said.blocked} ${one.blockers.map((blocker) => blockers[blocker]).join(' ')}`);
    if (one.blockers.every((blocker) => blocker === 'timeUnreadable')) setOpen({ what: 'edit', about: one });
    else openAgency(one);
  };

  const orSay = (plan: Plan | undefined, otherwise: string) => (plan ? perform(plan) : setMessage(otherwise));

  const add = () => {
    const span = selection();
    if (span) setOpen({ what: 'add', span });
    else setMessage(said.select);
  };

  const doDeed = (deed: Deed) => {
    if (!reviews && !may.has(deed)) return;
    if (deed === 'undo' && !may.has('undo')) return setMessage(said.nothingToUndo);
    if (!may.has(deed) && deed !== 'group' && deed !== 'join') return;
    if (deed === 'help') return setOpen({ what: 'help' });
    if (deed === 'undo') return perform(undoPlan(wording));
    if (deed === 'add') return add();
    if (!item) return;
    const hand = { item, queue, group };
    if (deed === 'next' || deed === 'previous') return pick(stepFrom(queue, item.id, deed === 'next' ? 1 : -1)?.id);
    if (deed === 'group') return orSay(groupPlan(hand, wording), said.noGroup);
    if (deed === 'join') return orSay(joinPlan(hand, wording), said.noNeighbour);
    if (deed === 'agency') return openAgency(item);
    if (deed !== 'accept') return setOpen({ what: deed, about: item });
    if (isDecided(item)) return perform(reopenPlan(hand, wording));
    return item.blockers.length > 0 ? lookAt(item) : perform(acceptPlan(hand, wording));
  };

  return {
    item,
    reviews,
    issued,
    selection,
    group,
    counts,
    open,
    setOpen,
    openAgency,
    message,
    setMessage,
    card,
    pick,
    perform,
    may,
    doDeed,
  };
}

export type Desk = ReturnType<typeof useDesk>;
