import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconListNumbers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { call } from '../../../src/api/client.ts';
import { getTargetStanding } from '../../../src/api/overview.ts';
import { standingWords } from '../../../src/registry/standing-words.ts';
import type { StocktakeItem, StocktakePage } from '../../../src/registry/stocktake.ts';
import { formatDay } from '../../../src/values/format.ts';
import { dayOfMoment } from '../../../src/values/plain-date.ts';
import { TargetChart } from '../../parts/charts/target-chart.tsx';
import { Failure } from '../../parts/fault.tsx';
import { MatterLink, MatterStand, MatterTurn } from '../../parts/matter-stand.tsx';
import { Page } from '../../parts/page.tsx';
import { useWording } from '../../words/words.ts';
import { Decisions } from './decisions.tsx';
import { DiscussionForm } from './discussion-form.tsx';
import { reasonWords } from './reasons.ts';
import styles from './stocktakes.module.css';
import { useStocktake } from './use-stocktake.ts';

const route = getRouteApi('/kiem-diem/$id/hop');

/** The meeting itself, one thing at a time: for a wall, and for a telephone on the table. */
export function Meeting() {
  const { words } = useWording();
  const { id } = route.useParams();
  const found = useStocktake(id);
  if (found.isLoadingError) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data)
    return (
      <Page title={words.stocktakes.title}>
        <Skeleton height={320} aria-busy="true" />
      </Page>
    );
  return <Whole page={found.data} />;
}

/** Keys move on only where nobody is typing. */
const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"]') !== null;

function Whole({ page }: { page: StocktakePage }) {
  const { words } = useWording();
  const own = words.stocktakes;
  const { id } = page.stocktake;
  const { muc = 1 } = route.useSearch();
  const navigate = useNavigate({ from: '/kiem-diem/$id/hop' });
  const kept = page.items.filter((item) => item.kept);
  const at = Math.min(muc, Math.max(kept.length, 1));
  const item = kept[at - 1];
  const count = kept.length;
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const step =
        event.key === 'ArrowRight' || event.key === 'PageDown'
          ? 1
          : event.key === 'ArrowLeft' || event.key === 'PageUp'
            ? -1
            : 0;
      if (step === 0 || isTyping(event) || at + step < 1 || at + step > count) return;
      event.preventDefault();
      void navigate({ search: { muc: at + step } });
    };
    window.addEventListener('keydown', move);
    return () => window.removeEventListener('keydown', move);
  }, [at, count, navigate]);
  return (
    <Page
      title={page.stocktake.title}
      aside={own.placeOf(String(at), String(count))}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={18} aria-hidden />}
            disabled={at <= 1}
            onClick={() => void navigate({ search: { muc: at - 1 } })}
          >
            {own.previous}
          </Button>
          <Button
            rightSection={<IconArrowRight size={18} aria-hidden />}
            disabled={at >= count}
            onClick={() => void navigate({ search: { muc: at + 1 } })}
          >
            {own.next}
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconListNumbers size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/kiem-diem/$id" params={{ id }} {...props} />}
          >
            {own.back}
          </Button>
        </>
      }
    >
      {item ? <Item key={item.id} item={item} page={page} /> : <p>{own.noAgenda}</p>}
    </Page>
  );
}

function Item({ item, page }: { item: StocktakeItem; page: StocktakePage }) {
  const { words, language } = useWording();
  const own = words.stocktakes;
  const { facts, reasons } = item;
  const { source, said, now, matter } = facts;
  const changes = page.holds && page.stocktake.stage === 'planned';
  return (
    <div className={styles.meeting}>
      <h2 className={styles.subject} lang="vi">
        {facts.name}
      </h2>
      <div className={styles.big}>
        <MatterStand facts={facts} /> {facts.before && <MatterTurn facts={facts} />}
      </div>
      {matter.kind !== 'agency' && <p>{facts.agencies.map(({ name }) => name).join('; ')}</p>}
      {now.kind === 'target' && <p>{standingWords(now.standing, now.unit, language).join(' ')}</p>}
      <p>
        <strong>{reasons.map((reason) => reasonWords(reason, words, language)).join('; ')}</strong>
        {facts.nextDue && ` · ${words.follows.next}: ${formatDay(facts.nextDue, language)}`}
      </p>
      <section className={styles.part}>
        <h3>{own.agencySays}</h3>
        {said ? (
          <p lang="vi">
            {said.words}{' '}
            <span className="soft">
              ({said.agency.name}, {formatDay(dayOfMoment(new Date(said.at)), language)})
            </span>
          </p>
        ) : (
          <p className="soft">{words.follows.nothingSaid}</p>
        )}
        {source && (
          <p lang="vi">
            <span className="soft">{own.sentence}: </span>
            <Link
              to="/van-ban/$id"
              params={{ id: source.documentId }}
              search={{ muc: source.findingId }}
              preload={false}
            >
              “{source.quote}”{source.documentNumber && ` (${source.documentNumber})`}
            </Link>
          </p>
        )}
        <p>
          <MatterLink facts={facts}>{own.story}</MatterLink>
        </p>
      </section>
      {matter.kind === 'target' && <Chart documentId={matter.documentId} targetId={matter.targetId} />}
      <section className={styles.part} aria-labelledby="meeting-conclusions">
        <h3 id="meeting-conclusions">{own.conclusions}</h3>
        {changes ? (
          <DiscussionForm item={item} stocktakeId={page.stocktake.id} />
        ) : (
          item.discussion && <p lang="vi">{item.discussion}</p>
        )}
        <Decisions item={item} page={page} />
      </section>
    </div>
  );
}

function Chart({ documentId, targetId }: { documentId: string; targetId: string }) {
  const found = useQuery({
    queryKey: ['standing', documentId, targetId, undefined],
    queryFn: ({ signal }) => call(getTargetStanding, { params: { documentId, targetId }, query: {}, signal }),
  });
  const { target, story, steps } = found.data ?? {};
  // As high as the chart: the form below it does not move away from whoever has begun to write.
  if (found.isPending) return <Skeleton height={460} aria-busy="true" />;
  return target && story && steps ? <TargetChart target={target} story={story} steps={steps} /> : null;
}
