import { Button, Skeleton } from '@mantine/core';
import { IconTrophy } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { getScorecard } from '../../../src/api/scorecards.ts';
import { dutyStates } from '../../../src/registry/duty-state.ts';
import { formulaVersion } from '../../../src/registry/emulation-scale.ts';
import type { Judged, ScorecardPage } from '../../../src/registry/scorecard-page.ts';
import { scoredPeriodOn } from '../../../src/registry/scorecard-page.ts';
import { standingStates } from '../../../src/registry/standing.ts';
import { stateWord } from '../../../src/registry/standing-words.ts';
import { formatDay, formatNumber } from '../../../src/values/format.ts';
import { today, useAsOf } from '../../parts/as-of.ts';
import { StateIcon } from '../../parts/duty-state-mark.tsx';
import { Failure } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { Lengths, standingIcon } from '../overview/bars.tsx';
import { Criteria } from './criteria.tsx';
import { Items } from './items.tsx';
import { NoticeMenu } from './notice-menu.tsx';
import { PeriodSelect } from './period-select.tsx';
import styles from './scorecards.module.css';

const route = getRouteApi('/don-vi/$id/phieu-diem');

/** How one agency did in a period: a score, what it follows from, and every item that was counted. */
export function ScorecardScreen() {
  const { words } = useWording();
  const own = words.scorecards;
  const { id } = route.useParams();
  const { period: asked, muc: open } = route.useSearch();
  const navigate = useNavigate({ from: '/don-vi/$id/phieu-diem' });
  const asOf = useAsOf();
  const day = asOf ?? today();
  const period = asked ?? scoredPeriodOn(day);
  const may = useMay();
  const change = (next: { period?: string; muc?: typeof open }) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const found = useQuery({
    queryKey: ['scorecard', id, period, asOf],
    queryFn: ({ signal }) => call(getScorecard, { params: { id }, query: { period, asOf }, signal }),
    placeholderData: keepPreviousData,
  });
  const page = found.data;
  return (
    <Page
      title={page ? own.titleOf(page.agency.name) : own.title}
      actions={
        <>
          {page && may('compareAgencies') && (
            <Button
              variant="default"
              leftSection={<IconTrophy size={18} aria-hidden />}
              renderRoot={(props) => (
                <Link to="/don-vi/xep-hang" search={{ period, ...page.group, near: id }} {...props} />
              )}
            >
              {own.ranking}
            </Button>
          )}
          {page && may('makeDocuments') && <NoticeMenu agencyId={id} period={period} asOf={asOf} />}
          <Button variant="default" renderRoot={(props) => <Link to="/don-vi/thang-diem" {...props} />}>
            {own.scale}
          </Button>
        </>
      }
    >
      <div className={styles.filters}>
        <PeriodSelect period={period} day={day} onChange={(code) => change({ period: code })} />
      </div>
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={320} aria-busy="true" />}
      {page && (
        <>
          <Result page={page} />
          <Criteria scores={page.score.criteria} onOpen={(criterion) => change({ muc: criterion })} />
          <Counts page={page} />
        </>
      )}
      {page && open && (
        <Items
          agency={page.agency}
          criterion={open}
          period={period}
          asOf={asOf}
          onClose={() => change({ muc: undefined })}
        />
      )}
    </Page>
  );
}

function Result({ page }: { page: ScorecardPage }) {
  const { words, language } = useWording();
  const own = words.scorecards;
  const { score, className, covered } = page.score;
  const number = (value: number) => formatNumber(value, language);
  return (
    <section className={styles.result} aria-label={own.total}>
      {score === null ? (
        <p>
          <strong className={styles.none}>{own.noScore}</strong>{' '}
          {own.noScoreText(number(covered), number(page.rules.leastCovered))}
        </p>
      ) : (
        <p>
          <strong className={styles.score}>{own.score(number(score))}</strong>{' '}
          <span className="soft">{own.ofHundred}</span>{' '}
          {className === null ? own.notYetClassed : <strong lang="vi">{className}</strong>}
        </p>
      )}
      <p className="soft">
        {score !== null && `${own.covered(number(covered))} `}
        <JudgedBy judged={page} />
      </p>
    </section>
  );
}

/** For which days, and by which scale and formulas. */
export function JudgedBy({ judged: { scale, from, to, last, asOf } }: { judged: Judged }) {
  const { words, language } = useWording();
  const own = words.scorecards;
  const day = (one: string) => formatDay(one, language);
  return (
    <>
      {own.days(day(from), day(to))} {own.lookedAt(day(last))} {asOf <= to && `${own.running} `}
      {scale ? own.by(scale.decisionNumber, day(scale.decisionDate), day(scale.validFrom)) : own.byProposal}{' '}
      <Link to="/don-vi/thang-diem">{own.formula(formatNumber(formulaVersion, language))}</Link>.
    </>
  );
}

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, one) => all + one, 0);

/** All work and all targets, whether or not they are in a criterion yet. */
function Counts({ page: { score } }: { page: ScorecardPage }) {
  const { words, language } = useWording();
  const own = words.scorecards;
  const number = (value: number | undefined) => formatNumber(value ?? 0, language);
  return (
    <div className={styles.parts}>
      <section aria-labelledby="scorecard-tasks">
        <h2 id="scorecard-tasks">{own.tasks}</h2>
        <Lengths counts={score.states} states={dutyStates} />
        {sum(score.states) === 0 && <p className="soft">{own.noTasks}</p>}
        <ul className={styles.legend}>
          {dutyStates
            .filter((state) => (score.states[state] ?? 0) > 0)
            .map((state) => (
              <li key={state}>
                <StateIcon state={state} share={50} /> {words.states.names[state]}{' '}
                <strong className="numbers">{number(score.states[state])}</strong>
              </li>
            ))}
        </ul>
      </section>
      <section aria-labelledby="scorecard-targets">
        <h2 id="scorecard-targets">{own.targets}</h2>
        <Lengths counts={score.standings} states={standingStates} />
        {sum(score.standings) === 0 && <p className="soft">{own.noTargets}</p>}
        <ul className={styles.legend}>
          {standingStates
            .filter((state) => (score.standings[state] ?? 0) > 0)
            .map((state) => (
              <li key={state}>
                {standingIcon(state)} {stateWord(state, language)}{' '}
                <strong className="numbers">{number(score.standings[state])}</strong>
              </li>
            ))}
        </ul>
        <p>{score.openObstacles === 0 ? own.noObstacles : own.obstacles(number(score.openObstacles))}</p>
      </section>
    </div>
  );
}
