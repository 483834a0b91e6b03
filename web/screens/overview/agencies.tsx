import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dutyStates } from '../../../src/registry/duty-state.ts';
import type { Overview } from '../../../src/registry/overview.ts';
import { standingStates } from '../../../src/registry/standing.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { Lengths } from './bars.tsx';
import { dutySearch } from './numbers.tsx';
import styles from './overview.module.css';
import type { PlanSearch } from './search.ts';

const first = 12;
const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, one) => all + one, 0);

/** Agencies as small multiples: the same two bars for each, those with most overdue first. */
export function Agencies({ of: { agencies, day }, plan }: { of: Overview; plan: PlanSearch }) {
  const { words, language } = useWording();
  const own = words.overview;
  const may = useMay();
  const [all, setAll] = useState(false);
  const shown = all ? agencies : agencies.slice(0, first);
  const number = (value: number) => formatNumber(value, language);
  if (agencies.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="overview-agencies">
      <h2 id="overview-agencies">{own.agencies}</h2>
      {shown.length < agencies.length && (
        <p className="soft">{own.onlyFirst(number(first), number(agencies.length))}</p>
      )}
      <ul className={styles.multiples}>
        {shown.map(({ agency, duties, targets }) => (
          <li key={agency.id}>
            <h3>
              <Link to="/don-vi/$id" params={{ id: agency.id }} preload={false}>
                {agency.name}
              </Link>
            </h3>
            {sum(duties) > 0 && (
              <>
                <Lengths counts={duties} states={dutyStates} />
                <p>
                  <Link to="/theo-doi" search={dutySearch(plan, day, [], agency.id)} preload={false}>
                    {own.agencyDuties} {number(sum(duties))}
                  </Link>
                  {(duties.openOverdue ?? 0) > 0 && (
                    <>
                      ,{' '}
                      <Link to="/theo-doi" search={dutySearch(plan, day, ['openOverdue'], agency.id)} preload={false}>
                        {own.overdue(number(duties.openOverdue ?? 0)).toLowerCase()}
                      </Link>
                    </>
                  )}
                </p>
              </>
            )}
            {sum(targets) > 0 && (
              <>
                <Lengths counts={targets} states={standingStates} />
                <p>
                  <Link to="/tong-quan/chi-tieu" search={{ ...plan, agency: [agency.id] }} preload={false}>
                    {own.agencyTargets} {number(sum(targets))}
                  </Link>
                  {(targets.behind ?? 0) > 0 && (
                    <>
                      ,{' '}
                      <Link
                        to="/tong-quan/chi-tieu"
                        search={{ ...plan, agency: [agency.id], state: ['behind'] }}
                        preload={false}
                      >
                        {number(targets.behind ?? 0)} {own.names.behind}
                      </Link>
                    </>
                  )}
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
      {may('compareAgencies') && (
        <p>
          <Link to="/don-vi/xep-hang">{words.scorecards.rankingTitle}</Link>
        </p>
      )}
      {agencies.length > first && (
        <Button variant="default" size="compact-md" onClick={() => setAll(!all)}>
          {all ? own.fewer : own.all}
        </Button>
      )}
    </section>
  );
}
