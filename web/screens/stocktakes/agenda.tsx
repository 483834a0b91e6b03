import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { StocktakeItem, StocktakePage } from '../../../src/registry/stocktake.ts';
import { MatterLink, MatterStand, MatterTurn } from '../../parts/matter-stand.tsx';
import { useWording } from '../../words/words.ts';
import { DecisionLine } from './decision-line.tsx';
import { reasonWords } from './reasons.ts';
import styles from './stocktakes.module.css';
import { useArrange } from './use-arrange.ts';

/** What is looked at, in order, each with why it is there, how it stands, and what was decided. */
export function Agenda({ page }: { page: StocktakePage }) {
  const own = useWording().words.stocktakes;
  const { stocktake, items, holds } = page;
  const arrange = useArrange(page);
  const kept = items.filter((item) => item.kept);
  const changes = holds && stocktake.stage === 'planned';
  const swap = (at: number, other: number) => {
    const order = kept.map(({ facts }) => facts.matter);
    const [one, two] = [order[at], order[other]];
    if (!one || !two) return;
    order[at] = two;
    order[other] = one;
    arrange.mutate({ kept: order });
  };
  return (
    <section className={styles.part} aria-labelledby="stocktake-agenda">
      <h2 id="stocktake-agenda">{own.agenda}</h2>
      {kept.length === 0 && <p className="soft">{own.noAgenda}</p>}
      <ol className={styles.items}>
        {kept.map((item, at) => (
          <li key={item.id}>
            <Item item={item} at={at + 1} stocktakeId={stocktake.id} />
            {changes && (
              <div className={styles.tools}>
                <ActionIcon
                  variant="subtle"
                  aria-label={own.up(item.facts.name)}
                  title={own.up('')}
                  disabled={at === 0 || arrange.isPending}
                  onClick={() => swap(at, at - 1)}
                >
                  <IconArrowUp size={18} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={own.down(item.facts.name)}
                  title={own.down('')}
                  disabled={at === kept.length - 1 || arrange.isPending}
                  onClick={() => swap(at, at + 1)}
                >
                  <IconArrowDown size={18} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={own.drop(item.facts.name)}
                  title={own.drop('')}
                  disabled={item.decisions.length > 0 || arrange.isPending}
                  onClick={() => arrange.mutate({ drop: [item.facts.matter] })}
                >
                  <IconX size={18} aria-hidden />
                </ActionIcon>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Item({ item, at, stocktakeId }: { item: StocktakeItem; at: number; stocktakeId: string }) {
  const { words, language } = useWording();
  const { facts, reasons, discussion, decisions } = item;
  return (
    <div className={styles.item}>
      <h3>
        <Link to="/kiem-diem/$id/hop" params={{ id: stocktakeId }} search={{ muc: at }}>
          {at}. {facts.name}
        </Link>
      </h3>
      <div className={styles.stand}>
        <MatterStand facts={facts} />
        {facts.before && <MatterTurn facts={facts} />}
        <MatterLink facts={facts}>{words.stocktakes.story}</MatterLink>
      </div>
      <div className="soft">
        {facts.matter.kind !== 'agency' &&
          facts.agencies.length > 0 &&
          `${facts.agencies.map(({ name }) => name).join('; ')}. `}
        {reasons.map((reason) => reasonWords(reason, words, language)).join('; ')}
      </div>
      {discussion && <p lang="vi">{discussion}</p>}
      {decisions.length > 0 && (
        <ul className={styles.decisions} aria-label={words.stocktakes.conclusions}>
          {decisions.map((decision) => (
            <li key={decision.id}>
              <DecisionLine decision={decision} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
