import { capacitiesOf, type DutyAgencies } from './duty-stage.ts';
import { may, type Person } from './may.ts';

/** What somebody is to a duty when its agency reports, asks, or is asked. */
export type DutyHats = {
  /** Of the agency that answers for it, or of one above. */
  isOwn: boolean;
  isOwnHead: boolean;
  coordinates: boolean;
  /** The coordinator or a leader. */
  directs: boolean;
  judges: boolean;
  decidesDue: boolean;
  asks: boolean;
};

/** A deadline is moved by who set it: the coordinator or a leader; of a part the agency that handed it. */
export function hatsOf(person: Person, agencies: DutyAgencies): DutyHats {
  const capacities = capacitiesOf(person.posts, agencies);
  const own = { agencyAndAbove: agencies.owner };
  // A commune's committee is below no other, and yet those of its province decide about its work.
  const over = { agencyAndAbove: agencies.coordinating };
  const directs = may(person, 'urge', over);
  return {
    isOwn: capacities.has('owner'),
    isOwnHead: may(person, 'approveProgress', own),
    coordinates: may(person, 'assignWork', over),
    directs,
    judges: capacities.has('confirmer'),
    decidesDue: agencies.kind === 'assigned' || agencies.kind === 'report' ? directs : capacities.has('decider'),
    asks: may(person, 'askQuestion', { agencyAndAbove: [...agencies.owner, ...agencies.overseeing] }),
  };
}
