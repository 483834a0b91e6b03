import type { DutyRecord } from '../../../src/registry/duty.ts';
import { formatNumber, type Language } from '../../../src/values/format.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { DutyStateMark } from '../../parts/duty-state-mark.tsx';
import { FollowButton } from '../../parts/follow-button.tsx';
import type { Column } from '../../parts/record-table.tsx';
import type { Words } from '../../words/vi.ts';
import { contentOf } from './content-of.ts';

/** @param follows whoever may put something on a leader's list does it here, too */
export function dutyTable(words: Words, language: Language, follows: boolean): Column<DutyRecord>[] {
  const names = words.duties.columns;
  return [
    { id: 'content', name: names.content, width: 205, grow: 4, show: contentOf },
    { id: 'agency', name: names.agency, width: 140, grow: 2, show: ({ agency }) => agency.name },
    { id: 'due', name: names.due, width: 116, sort: 'due', show: ({ due }) => (due ? formatDate(due) : '') },
    {
      id: 'state',
      name: names.state,
      width: 170,
      show: ({ state, share, daysLeft }) => state && <DutyStateMark state={state} share={share} daysLeft={daysLeft} />,
    },
    { id: 'stage', name: names.stage, width: 120, show: ({ stage }) => words.duty.dutyStages[stage] },
    {
      id: 'share',
      name: names.share,
      width: 56,
      numeric: true,
      show: ({ share }) => (share === null ? '' : `${formatNumber(share, language)} %`),
    },
    { id: 'officer', name: names.officer, width: 90, grow: 1, show: ({ officer }) => officer?.name },
    {
      id: 'document',
      name: names.document,
      width: 96,
      grow: 1,
      show: ({ origins }) => origins.map((one) => one.documentNumber ?? one.documentTitle).join('; '),
    },
    ...(follows ? [{ id: 'follow', name: names.follow, quiet: true, width: 48, show: FollowDuty } as const] : []),
  ];
}

export const FollowDuty = (duty: DutyRecord) => (
  <FollowButton matter={{ kind: 'duty', dutyId: duty.id }} name={contentOf(duty)} small />
);
