import { Alert, Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconExternalLink, IconWorld } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { getPublication, publishDocument, withdrawPublication } from '../../../src/api/publications.ts';
import type { Publication, PublishableItem } from '../../../src/registry/publication.ts';
import { formatDay, formatNumber } from '../../../src/values/format.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { fold } from '../../../src/values/vietnamese.ts';
import { today } from '../../parts/as-of.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Failure } from '../../parts/fault.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useMay } from '../../parts/session.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useWording } from '../../words/words.ts';
import styles from './document.module.css';
import own from './publication.module.css';

const keyOf = (id: string) => ['publication', id];

const useStored = (id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call(getPublication, { params: { id }, signal }),
  });

/** Whether the public sees the document, on the button that opens the rest. */
export function PublicationButton({ id }: { id: string }) {
  const { words } = useWording();
  const stored = useStored(id);
  const [open, setOpen] = useState(false);
  const may = useMay()('publishDocuments');
  const seen = stored.data && stored.data.state !== 'never';
  if (!may && !seen) return null;
  const name = words.publication.states[stored.data?.state ?? 'never'];
  return (
    <>
      <Button
        variant="default"
        aria-label={name}
        title={name}
        leftSection={<IconWorld size={18} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        <span className={styles.label}>{name}</span>
      </Button>
      {open && (
        <SidePanel title={words.publication.title} size={560} onClose={() => setOpen(false)}>
          {stored.isError && <Failure error={stored.error} onRetry={() => void stored.refetch()} />}
          {stored.data && <Told id={id} stored={stored.data} />}
          {stored.data && may && !stored.data.because && (
            <PublishForm key={stored.data.version} id={id} stored={stored.data} />
          )}
        </SidePanel>
      )}
    </>
  );
}

/** Where it stands, who decided so and why, and its page as the public sees it. */
function Told({ id, stored }: { id: string; stored: Publication }) {
  const { words, language } = useWording();
  const said = words.publication;
  const { state, from, reason, changedBy, changedAt, because, items } = stored;
  const shown = items.filter((item) => item.shown).length;
  return (
    <section className={own.told} data-state={state}>
      <strong>{said.states[state]}</strong>
      {because && <p>{said.because[because]}</p>}
      {from && state !== 'withdrawn' && (
        <p>
          {said.from(formatDay(from, language))}{' '}
          {said.shown(formatNumber(shown, language), formatNumber(items.length, language))}
        </p>
      )}
      {changedBy && changedAt && (
        <p className="soft">
          {changedBy.name}, {formatMoment(changedAt, language)}: <q lang="vi">{reason}</q>
        </p>
      )}
      {state === 'published' && (
        <a href={`/cong-khai${language === 'en' ? '/en' : ''}/van-ban/${id}`} target="_blank" rel="noreferrer">
          {said.see} <IconExternalLink size={16} aria-hidden />
        </a>
      )}
    </section>
  );
}

type FormProps = { id: string; stored: Publication };

const itemKey = ({ kind, id }: Pick<PublishableItem, 'kind' | 'id'>): string => `${kind} ${id}`;

function useChange({ id, stored: { version } }: FormProps) {
  const { words, language } = useWording();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: {
      reason: string;
      from: PlainDate | null;
      keptBack: Pick<PublishableItem, 'kind' | 'id'>[];
    }) => {
      const { reason, from, keptBack } = given;
      const params = { id };
      return from === null
        ? call(withdrawPublication, { params, body: { version, reason } })
        : call(publishDocument, { params, body: { version, reason, from, keptBack } });
    },
    onSuccess: (answer) => {
      queries.setQueryData(keyOf(id), answer);
      notifications.show({ message: words.publication.states[answer.state], color: 'green' });
    },
    onError: async (error) => {
      showRefused(sentenceOf(error, words, language));
      await queries.invalidateQueries({ queryKey: keyOf(id) });
    },
  });
}

function PublishForm({ id, stored }: FormProps) {
  const { words } = useWording();
  const said = words.publication;
  const change = useChange({ id, stored });
  const usual = stored.from && stored.state !== 'withdrawn' ? stored.from : today();
  const [from, setFrom] = useState<PlainDate | null | undefined>(usual);
  const [reason, setReason] = useState('');
  const [kept, setKept] = useState(
    () => new Set(stored.version === 0 ? [] : stored.items.filter(({ shown }) => !shown).map(itemKey)),
  );
  const visible = stored.state === 'published' || stored.state === 'planned';
  const given = reason.trim();
  return (
    <form
      className={own.form}
      onSubmit={(event) => {
        event.preventDefault();
        const keptBack = stored.items
          .filter((item) => kept.has(itemKey(item)))
          .map(({ kind, id: item }) => ({ kind, id: item }));
        if (from && given !== '') change.mutate({ reason: given, from, keptBack });
      }}
    >
      <p className="soft">{said.hint}</p>
      <DayField label={said.day} value={usual} onChange={setFrom} />
      <Textarea
        label={said.reason}
        required
        withAsterisk={false}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={1}
        maxRows={4}
      />
      <Items items={stored.items} kept={kept} onKept={setKept} />
      <div className={own.actions}>
        <Button type="submit" loading={change.isPending} disabled={!from || given === ''}>
          {visible ? said.publishAnew : said.publish}
        </Button>
        {visible && (
          <Button
            variant="default"
            disabled={given === '' || change.isPending}
            onClick={() => change.mutate({ reason: given, from: null, keptBack: [] })}
          >
            {said.withdraw}
          </Button>
        )}
      </div>
    </form>
  );
}

type ItemsProps = { items: readonly PublishableItem[]; kept: ReadonlySet<string>; onKept: (kept: Set<string>) => void };

/** More boxes than that are not gone through one by one; those that name somebody stand first. */
const mostShown = 400;
/** As many are seen at a glance. */
const fewest = 10;

function Items({ items, kept, onKept }: ItemsProps) {
  const { words, language } = useWording();
  const said = words.publication;
  const [typed, setTyped] = useState('');
  const personal = items.filter(({ namesPerson }) => namesPerson);
  const rest = items.filter(
    ({ namesPerson, quote }) => !namesPerson && fold(quote).toLowerCase().includes(fold(typed).toLowerCase()),
  );
  const turn = (item: PublishableItem, isShown: boolean) => {
    const next = new Set(kept);
    if (isShown) next.delete(itemKey(item));
    else next.add(itemKey(item));
    onKept(next);
  };
  return (
    <fieldset className={own.items}>
      <legend>{said.items}</legend>
      {personal.length > 0 && (
        <Alert color="orange" variant="light" title={said.personal(formatNumber(personal.length, language))}>
          <ul>
            {personal.map((item) => (
              <li key={itemKey(item)} lang="vi">
                {item.quote}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {items.length > fewest && (
        <TextInput
          type="search"
          label={said.filter}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {rest.slice(0, mostShown).map((item) => (
        <Checkbox
          key={itemKey(item)}
          checked={!kept.has(itemKey(item))}
          onChange={(event) => turn(item, event.currentTarget.checked)}
          label={
            <>
              <span className="soft">{words.review.kinds[item.kind]}</span> <span lang="vi">{item.quote}</span>
            </>
          }
        />
      ))}
      {rest.length > mostShown && <p className="soft">{said.more(formatNumber(rest.length - mostShown, language))}</p>}
    </fieldset>
  );
}
