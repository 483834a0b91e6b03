import { Button, NumberInput, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { proposeForStocktake } from '../../../src/api/stocktakes.ts';
import { ProposalRules, type StocktakePage } from '../../../src/registry/stocktake.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Failure } from '../../parts/fault.tsx';
import { useWording } from '../../words/words.ts';
import { reasonWords } from './reasons.ts';
import styles from './stocktakes.module.css';
import { useArrange } from './use-arrange.ts';

/** What the system would look at, each with its reasons: taken or left out one by one, or all at once. */
export function Proposals({ page }: { page: StocktakePage }) {
  const { words, language } = useWording();
  const own = words.stocktakes;
  const { id, version } = page.stocktake;
  const [rules, setRules] = useState(() => ProposalRules.parse({}));
  const arrange = useArrange(page);
  const found = useQuery({
    queryKey: ['proposals', id, version, rules],
    queryFn: ({ signal }) => call(proposeForStocktake, { params: { id }, query: rules, signal }),
    placeholderData: keepPreviousData,
  });
  const proposals = found.data?.proposals ?? [];
  const dropped = page.items.filter(({ kept }) => !kept).length;
  const field = (name: keyof ProposalRules) => (
    <NumberInput
      label={own[name]}
      min={0}
      max={3650}
      value={rules[name]}
      onChange={(value) => typeof value === 'number' && setRules({ ...rules, [name]: value })}
    />
  );
  return (
    <section className={`${styles.part} not-printed`} aria-labelledby="stocktake-proposals">
      <h2 id="stocktake-proposals">{own.proposals}</h2>
      <div className={styles.pair}>
        {field('overdueDays')}
        {field('obstacleDays')}
      </div>
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={160} aria-busy="true" />}
      {found.data && proposals.length === 0 && <p className="soft">{own.noProposals}</p>}
      <ul className={styles.items}>
        {proposals.map(({ key, matter, name, agencies, reasons }) => (
          <li key={key}>
            <div className={styles.item}>
              <div>{name}</div>
              <div className="soft">
                {matter.kind !== 'agency' &&
                  agencies.length > 0 &&
                  `${agencies.map((agency) => agency.name).join('; ')}. `}
                {reasons.map((reason) => reasonWords(reason, words, language)).join('; ')}
              </div>
            </div>
            <div className={styles.tools}>
              <Button
                size="compact-sm"
                variant="light"
                aria-label={own.takeOne(name)}
                disabled={arrange.isPending}
                onClick={() => arrange.mutate({ take: [matter] })}
              >
                {own.take}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={own.leaveOne(name)}
                disabled={arrange.isPending}
                onClick={() => arrange.mutate({ drop: [matter] })}
              >
                {own.leave}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {proposals.length > 1 && (
        <Button
          variant="default"
          loading={arrange.isPending}
          onClick={() => arrange.mutate({ take: proposals.map(({ matter }) => matter) })}
        >
          {own.takeAll}
        </Button>
      )}
      {dropped > 0 && <p className="soft">{own.dropped(formatNumber(dropped, language))}</p>}
    </section>
  );
}
