import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type MatterFacts, type Stand, turnOf } from '../../src/registry/matter.ts';
import { standingWord } from '../../src/registry/standing-words.ts';
import { formatNumber, type Language } from '../../src/values/format.ts';
import type { Words } from '../words/vi.ts';
import { useWording } from '../words/words.ts';
import { DutyStateMark } from './duty-state-mark.tsx';
import { StandingMark } from './standing-mark.tsx';

/** Where a target, a duty or an agency stands, as lists of leaders and stocktakes show it. */
export function MatterStand({ facts: { now, daysLeft } }: { facts: Pick<MatterFacts, 'now' | 'daysLeft'> }) {
  const { words, language } = useWording();
  if (now.kind === 'target') return <StandingMark standing={now.standing} />;
  if (now.kind === 'agency') return <span>{standWords(now, words, language)}</span>;
  return (
    <>
      {now.state && <DutyStateMark state={now.state} daysLeft={daysLeft} share={now.share} />}
      {now.share !== null && (
        <span className="numbers"> {words.follows.shareDone(formatNumber(now.share, language))}</span>
      )}
    </>
  );
}

function standWords(stand: Stand, words: Words, language: Language): string {
  if (stand.kind === 'target') return standingWord(stand.standing, language);
  if (stand.kind === 'agency')
    return words.follows.agencyStand(
      formatNumber(stand.duties.openOverdue ?? 0, language),
      formatNumber(stand.targets.behind ?? 0, language),
    );
  const state = stand.state ? words.states.names[stand.state] : words.follows.noData;
  return stand.share === null ? state : `${state}, ${words.follows.shareDone(formatNumber(stand.share, language))}`;
}

const marks = { better: IconArrowUpRight, worse: IconArrowDownRight, same: IconEqual };

/** How it has gone since the last stocktake, in a shape and words. */
export function MatterTurn({ facts: { before, now } }: { facts: Pick<MatterFacts, 'before' | 'now'> }) {
  const { words, language } = useWording();
  const own = words.follows;
  const turn = turnOf(before, now);
  if (turn === null) return <span className="soft">{own.turns.unknown}</span>;
  const Mark = marks[turn];
  return (
    <span>
      <Mark size={16} aria-hidden /> {own.turns[turn]}
      {turn !== 'same' && before && <span className="soft"> ({own.from(standWords(before, words, language))})</span>}
    </span>
  );
}

/** The way to its own page. */
export function MatterLink({ facts: { matter, name }, children }: { facts: MatterFacts; children?: ReactNode }) {
  const shown = children ?? name;
  if (matter.kind === 'target')
    return (
      <Link
        to="/tong-quan/chi-tieu/$documentId/$targetId"
        params={{ documentId: matter.documentId, targetId: matter.targetId }}
        search={{}}
        preload={false}
      >
        {shown}
      </Link>
    );
  if (matter.kind === 'duty')
    return (
      <Link to="/viec/$id" params={{ id: matter.dutyId }} preload={false}>
        {shown}
      </Link>
    );
  return (
    <Link to="/don-vi/$id" params={{ id: matter.agencyId }} preload={false}>
      {shown}
    </Link>
  );
}
