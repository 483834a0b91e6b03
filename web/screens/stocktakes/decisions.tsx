import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconEdit, IconPlus, IconSend, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { changeDecision, decide, giveDecisions, removeDecision } from '../../../src/api/stocktakes.ts';
import type {
  DecisionFields,
  StocktakeDecision,
  StocktakeItem,
  StocktakePage,
} from '../../../src/registry/stocktake.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { AskedButton } from '../../parts/asked-button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { useSession } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { DecisionLine } from './decision-line.tsx';
import { keptDecision } from './kept-words.ts';
import styles from './stocktakes.module.css';
import { useStep } from './use-stocktake.ts';

type Props = { item: StocktakeItem; page: StocktakePage };

/** What is decided about one thing; given, each becomes work of its agency. */
export function Decisions({ item, page: { stocktake, holds } }: Props) {
  const { words, language } = useWording();
  const own = words.stocktakes;
  const userId = useSession().data?.user?.id ?? '';
  // What was begun here and not recorded is there again.
  const [edited, setEdited] = useState(
    () => (keptDecision.readKept(item.id, userId) ? 'new' : undefined) as string | undefined,
  );
  const planned = holds && stocktake.stage === 'planned';
  const open = item.decisions.filter(({ duty }) => duty === null);
  const give = useStep(
    stocktake.id,
    (decisions: string[]) => call(giveDecisions, { params: { id: stocktake.id }, body: { decisions } }),
    own.given(formatNumber(1, language)),
  );
  const remove = useStep(stocktake.id, ({ id, version }: StocktakeDecision) =>
    call(removeDecision, { params: { id }, query: { version } }),
  );
  return (
    <>
      {item.decisions.length === 0 && edited === undefined && <p className="soft">{own.noConclusions}</p>}
      <ul className={styles.decisions}>
        {item.decisions.map((decision) => (
          <li key={decision.id}>
            {edited === decision.id ? (
              <DecisionForm
                item={item}
                decision={decision}
                stocktakeId={stocktake.id}
                onClose={() => setEdited(undefined)}
              />
            ) : (
              <DecisionLine decision={decision}>
                {holds && decision.duty === null && (
                  <span className={styles.tools}>
                    <Button
                      size="compact-md"
                      leftSection={<IconSend size={16} aria-hidden />}
                      aria-label={own.giveOne(decision.content)}
                      loading={give.isPending}
                      onClick={() => give.mutate([decision.id])}
                    >
                      {own.give}
                    </Button>
                    {planned && (
                      <>
                        <ActionIcon
                          variant="subtle"
                          aria-label={own.editDecision(decision.content)}
                          onClick={() => setEdited(decision.id)}
                        >
                          <IconEdit size={18} aria-hidden />
                        </ActionIcon>
                        <AskedButton
                          size="compact-md"
                          variant="subtle"
                          color="red"
                          leftSection={<IconTrash size={16} aria-hidden />}
                          aria-label={own.removeDecision(decision.content)}
                          title={own.removeDecision(decision.content)}
                          hint={own.removeDecisionHint}
                          loading={remove.isPending && remove.variables.id === decision.id}
                          onYes={() => remove.mutate(decision)}
                        >
                          {own.remove}
                        </AskedButton>
                      </>
                    )}
                  </span>
                )}
              </DecisionLine>
            )}
          </li>
        ))}
      </ul>
      {holds && open.length > 1 && (
        <Button
          variant="light"
          leftSection={<IconSend size={16} aria-hidden />}
          loading={give.isPending}
          onClick={() => give.mutate(open.map(({ id }) => id))}
        >
          {own.giveAll(formatNumber(open.length, language))}
        </Button>
      )}
      {planned && edited === 'new' && (
        <DecisionForm item={item} stocktakeId={stocktake.id} onClose={() => setEdited(undefined)} />
      )}
      {planned && edited === undefined && (
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
          {own.addDecision}
        </Button>
      )}
    </>
  );
}

type FormProps = { item: StocktakeItem; decision?: StocktakeDecision; stocktakeId: string; onClose: () => void };

function DecisionForm({ item, decision, stocktakeId, onClose }: FormProps) {
  const own = useWording().words.stocktakes;
  const userId = useSession().data?.user?.id ?? '';
  const [begun] = useState(() => (decision ? undefined : keptDecision.readKept(item.id, userId)));
  const first = begun ?? {
    // Whoever answers for it is most often the one that is told something.
    agencyId: decision?.agency.id ?? item.facts.agencies[0]?.id ?? null,
    content: decision?.content ?? '',
    due: decision?.due ?? null,
  };
  const [agencyId, setAgencyId] = useState(first.agencyId);
  const [content, setContent] = useState(first.content);
  const [due, setDue] = useState<PlainDate | null | undefined>(first.due);
  useEffect(() => {
    if (decision) return;
    if (content.trim() === '') keptDecision.forget(item.id, userId);
    else keptDecision.keep(item.id, userId, { agencyId, content, due: due ?? null });
  }, [decision, item.id, userId, agencyId, content, due]);
  const leave = () => {
    if (!decision) keptDecision.forget(item.id, userId);
    onClose();
  };
  const [id] = useState(() => crypto.randomUUID());
  const save = useStep(stocktakeId, async (fields: DecisionFields) => {
    if (decision)
      await call(changeDecision, { params: { id: decision.id }, body: { ...fields, version: decision.version } });
    else await call(decide, { params: { id: item.id }, body: { ...fields, id } });
    leave();
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (agencyId !== null && due !== undefined) save.mutate({ agencyId, content, due });
      }}
    >
      <Textarea
        label={own.decisionText}
        required
        autosize
        minRows={2}
        maxLength={4000}
        value={content}
        onChange={(event) => setContent(event.currentTarget.value)}
      />
      <div className={styles.pair}>
        <AgencySelect label={own.decisionAgency} required chosen={agencyId} onChoose={setAgencyId} />
        <DayField label={own.decisionDue} value={due ?? null} onChange={setDue} />
      </div>
      <div className={styles.buttons}>
        <Button
          type="submit"
          loading={save.isPending}
          disabled={content.trim() === '' || agencyId === null || due === undefined}
        >
          {own.recordDecision}
        </Button>
        <Button variant="default" onClick={leave}>
          {own.cancel}
        </Button>
      </div>
    </form>
  );
}
