import { Button, Skeleton } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { changeRound, getRound } from '../../../src/api/rounds.ts';
import type { RoundAction, RoundPage } from '../../../src/registry/round.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { OpenCorrections } from '../../parts/corrections/open-corrections.tsx';
import { Failure } from '../../parts/fault.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { Page } from '../../parts/page.tsx';
import { RoundFiles } from '../../parts/regime-files.tsx';
import { useWording } from '../../words/words.ts';
import { AskDialog } from '../duties/ask-dialog.tsx';
import { Agencies } from './agencies.tsx';
import { Measures } from './measures.tsx';
import { RoundFigures } from './round-figures.tsx';
import styles from './rounds.module.css';
import { StageCounts } from './stage-counts.tsx';
import { useRoundDeed } from './use-round.ts';

const route = getRouteApi('/dot-bao-cao/$id');

/** One round: what is counted of it, and how far each agency is. */
export function Round() {
  const { words, language } = useWording();
  const own = words.rounds;
  const { id } = route.useParams();
  const found = useQuery({
    queryKey: ['round', id],
    queryFn: ({ signal }) => call(getRound, { params: { id }, signal }),
  });
  const page = found.data;
  if (!page)
    return found.error ? (
      <Failure error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <Skeleton height={320} />
    );
  const { round } = page;
  return (
    <Page
      title={round.title}
      actions={
        <>
          <Link to="/dot-bao-cao/$id/tong-hop" params={{ id }}>
            {words.reports.title}
          </Link>
          <Closing page={page} />
        </>
      }
    >
      <div className={styles.facts}>
        <strong>{round.closedAt === null ? own.isOpen : own.isClosed}</strong>
        <span>{own.counted(formatDate(round.from), formatDate(round.to))}</span>
        {round.firstDue && round.lastDue && (
          <span>
            {own.due}: {own.dueBetween(formatDate(round.firstDue), formatDate(round.lastDue))}
          </span>
        )}
        <span className="soft">
          {own.opened(round.openedBy?.name ?? own.byItself, formatMoment(round.openedAt, language))}
        </span>
      </div>
      <RoundFiles roundId={id} />
      <StageCounts round={round} number={(value) => formatNumber(value, language)} />
      <Measures measures={page.measures} />
      <Agencies roundId={id} />
      {round.content !== 'text' && <OpenCorrections roundId={id} />}
      {round.content !== 'text' && <RoundFigures roundId={id} />}
    </Page>
  );
}

function Closing({ page: { round, may } }: { page: RoundPage }) {
  const own = useWording().words.rounds;
  const [asking, setAsking] = useState<RoundAction['verb'] | null>(null);
  const change = useRoundDeed(
    (body: RoundAction) => call(changeRound, { params: { id: round.id }, body }),
    () => setAsking(null),
  );
  const verb = may.close ? 'close' : may.reopen ? 'reopen' : null;
  if (verb === null) return null;
  const Mark = verb === 'close' ? IconLock : IconLockOpen;
  return (
    <>
      <Button variant="default" leftSection={<Mark size={18} aria-hidden />} onClick={() => setAsking(verb)}>
        {own[verb]}
      </Button>
      {asking && (
        <AskDialog
          title={own[asking]}
          label={own.words}
          submit={own[asking]}
          busy={change.isPending}
          onSubmit={(words) => change.mutate({ verb: asking, version: round.version, ...(words && { words }) })}
          onClose={() => setAsking(null)}
        >
          <p>{asking === 'close' ? own.closeHint : own.reopenHint}</p>
        </AskDialog>
      )}
    </>
  );
}
