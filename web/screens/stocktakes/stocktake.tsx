import { Button, Skeleton } from '@mantine/core';
import { IconEdit, IconPresentation } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CallError } from '../../../src/api/client.ts';
import type { StocktakePage } from '../../../src/registry/stocktake.ts';
import { formatDay } from '../../../src/values/format.ts';
import { Failure, NotFound } from '../../parts/fault.tsx';
import { Page } from '../../parts/page.tsx';
import { useWording } from '../../words/words.ts';
import { Agenda } from './agenda.tsx';
import { DecisionLine } from './decision-line.tsx';
import { DocumentsMenu } from './documents-menu.tsx';
import { PlanForm } from './plan-form.tsx';
import { Proposals } from './proposals.tsx';
import { Steps } from './steps.tsx';
import styles from './stocktakes.module.css';
import { useStocktake } from './use-stocktake.ts';

const route = getRouteApi('/kiem-diem/$id');

/** One stocktake: what became of the last one, its agenda, and what the system proposes for it. */
export function StocktakeScreen() {
  const { words } = useWording();
  const { id } = route.useParams();
  const found = useStocktake(id);
  if (found.isLoadingError) {
    const gone = found.error instanceof CallError && ['notFound', 'invalidInput'].includes(found.error.code);
    return gone ? <NotFound /> : <Failure error={found.error} onRetry={() => void found.refetch()} />;
  }
  if (!found.data)
    return (
      <Page title={words.stocktakes.title}>
        <Skeleton height={320} aria-busy="true" />
      </Page>
    );
  return <Whole page={found.data} />;
}

function Whole({ page }: { page: StocktakePage }) {
  const { words } = useWording();
  const own = words.stocktakes;
  const { stocktake, holds } = page;
  const [editing, setEditing] = useState(false);
  const planned = stocktake.stage === 'planned';
  const kept = page.items.some((item) => item.kept);
  return (
    <Page
      title={stocktake.title}
      aside={own.stages[stocktake.stage]}
      actions={
        <>
          {kept && (
            <Button
              leftSection={<IconPresentation size={18} aria-hidden />}
              renderRoot={(props) => (
                <Link to="/kiem-diem/$id/hop" params={{ id: stocktake.id }} search={{}} {...props} />
              )}
            >
              {own.enter}
            </Button>
          )}
          {holds && planned && (
            <Button variant="default" leftSection={<IconEdit size={18} aria-hidden />} onClick={() => setEditing(true)}>
              {own.edit}
            </Button>
          )}
          {kept && <DocumentsMenu page={page} />}
          <Steps page={page} />
        </>
      }
    >
      <Facts stocktake={stocktake} />
      {page.last && <Last last={page.last} />}
      <Agenda page={page} />
      {holds && planned && <Proposals page={page} />}
      {editing && <PlanForm stocktake={stocktake} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function Facts({ stocktake }: { stocktake: StocktakePage['stocktake'] }) {
  const { words, language } = useWording();
  const own = words.stocktakes;
  const { heldOn, begins, ends, place, chair, secretary, agencies, agency } = stocktake;
  const rows = [
    [own.day, [formatDay(heldOn, language), begins, ends].filter(Boolean).join(' – ')],
    [own.place, place],
    [own.chair, `${chair.name} (${agency.name})`],
    [own.secretary, secretary],
    [own.participants, agencies.map(({ name }) => name).join('; ')],
  ] as const;
  return (
    <dl className={styles.facts}>
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Last({ last }: { last: NonNullable<StocktakePage['last']> }) {
  const { words, language } = useWording();
  const own = words.stocktakes;
  return (
    <section className={styles.part} aria-labelledby="stocktake-last">
      <h2 id="stocktake-last">{own.last}</h2>
      <p className="soft">
        <Link to="/kiem-diem/$id" params={{ id: last.id }}>
          {own.lastOf(last.title, formatDay(last.heldOn, language))}
        </Link>
      </p>
      {last.decisions.length === 0 && <p>{own.noLast}</p>}
      <ul className={styles.decisions}>
        {last.decisions.map((decision) => (
          <li key={decision.id}>
            <DecisionLine decision={decision} />
          </li>
        ))}
      </ul>
    </section>
  );
}
