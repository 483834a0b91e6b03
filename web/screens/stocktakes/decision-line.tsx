import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { StocktakeDecision } from '../../../src/registry/stocktake.ts';
import { formatDay } from '../../../src/values/format.ts';
import { DutyStateMark } from '../../parts/duty-state-mark.tsx';
import { useWording } from '../../words/words.ts';

/** What was decided, whose it is, and what has become of it. */
export function DecisionLine({ decision, children }: { decision: StocktakeDecision; children?: ReactNode }) {
  const { words, language } = useWording();
  const own = words.stocktakes;
  const { content, agency, due, duty } = decision;
  return (
    <>
      <div lang="vi">{content}</div>
      <div className="soft">
        {agency.name}
        {due && ` · ${own.decisionDue}: ${formatDay(due, language)}`}
      </div>
      <div>
        {duty ? (
          <>
            {duty.state && <DutyStateMark state={duty.state} daysLeft={duty.daysLeft} share={duty.share} />}{' '}
            <span className="soft">{words.duty.dutyStages[duty.stage]}</span>{' '}
            <Link to="/viec/$id" params={{ id: duty.id }} preload={false} aria-label={`${own.openDuty}: ${content}`}>
              {own.openDuty}
            </Link>
          </>
        ) : (
          <span className="soft">{own.notGivenYet}</span>
        )}
        {children}
      </div>
    </>
  );
}
