import { Alert, Badge, Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { endKey, listKeys, makeKey } from '../../../src/api/account.ts';
import { addressOf, call } from '../../../src/api/client.ts';
import { getDeadlines } from '../../../src/api/deadlines.ts';
import { type KeyRecord, type KeyScope, longestKeyDays, programScopes } from '../../../src/registry/api-key.ts';
import { AskedButton } from '../../parts/asked-button.tsx';
import { Failure } from '../../parts/fault.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { useWording, useWords } from '../../words/words.ts';
import styles from './account.module.css';
import { useAccountChange } from './use-account.ts';

const keysKey = ['account', 'keys'];

/** Keys by which other programs ask for this person. */
export function KeysSection() {
  const own = useWords().account.keys;
  const keys = useQuery({ queryKey: keysKey, queryFn: ({ signal }) => call(listKeys, { signal }), staleTime: 0 });
  return (
    <section className={styles.section}>
      <h2>{own.title}</h2>
      <p className={styles.soft}>
        {own.hint} <a href="/lap-trinh">{own.guide}</a>
      </p>
      {keys.isError && <Failure error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.data && <KeyList keys={keys.data.keys} />}
      <KeyForm />
      <CalendarForm />
    </section>
  );
}

function KeyList({ keys }: { keys: readonly KeyRecord[] }) {
  const { words, language } = useWording();
  const own = words.account.keys;
  const queries = useQueryClient();
  const end = useAccountChange(async (id: string) => {
    await call(endKey, { params: { id } });
    await queries.invalidateQueries({ queryKey: keysKey });
  });
  return (
    <>
      {end.error && <Alert color="red">{sentenceOf(end.error, words, language)}</Alert>}
      <ul className={styles.sessions}>
        {keys.map((key) => (
          <li key={key.id}>
            <div>
              {key.name}{' '}
              {(key.scopes.length > 0 ? key.scopes.map((scope) => own.scopes[scope]) : [own.readsOnly]).map((scope) => (
                <Badge key={scope} variant="light" tt="none">
                  {scope}
                </Badge>
              ))}
              <div className={styles.soft}>
                {(new Date(key.endsAt) > new Date() ? own.ends : own.ended)(formatMoment(key.endsAt, language))},{' '}
                {key.usedAt ? own.used(formatMoment(key.usedAt, language), key.usedFrom ?? '') : own.unused}
              </div>
            </div>
            <AskedButton
              variant="default"
              size="compact-sm"
              aria-label={own.endNamed(key.name)}
              title={own.endNamed(key.name)}
              hint={own.endHint}
              loading={end.isPending && end.variables === key.id}
              onYes={() => end.mutate(key.id)}
            >
              {own.end}
            </AskedButton>
          </li>
        ))}
      </ul>
    </>
  );
}

function KeyForm() {
  const { words, language } = useWording();
  const own = words.account.keys;
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<KeyScope[]>([]);
  const [days, setDays] = useState<number | string>(180);
  const make = useAccountChange(async () => {
    const made = await call(makeKey, { body: { name, scopes, days: Number(days) } });
    await queries.invalidateQueries({ queryKey: keysKey });
    return made.key;
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(undefined);
  };
  if (make.data !== undefined)
    return (
      <ShownOnce
        hint={own.once}
        value={make.data}
        onKept={() => {
          make.reset();
          setName('');
        }}
      />
    );
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={own.name}
        placeholder={own.namePlaceholder}
        required
        minLength={2}
        maxLength={120}
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox.Group label={own.writes} value={scopes} onChange={(chosen) => setScopes(chosen as KeyScope[])}>
        {programScopes.map((scope) => (
          <Checkbox key={scope} value={scope} label={own.scopes[scope]} mt={8} />
        ))}
      </Checkbox.Group>
      <NumberInput label={own.days} value={days} onChange={setDays} min={1} max={longestKeyDays} allowDecimal={false} />
      {make.error && <Alert color="red">{sentenceOf(make.error, words, language)}</Alert>}
      <div className={styles.buttons}>
        <Button type="submit" variant="default" loading={make.isPending} disabled={name.trim().length < 2}>
          {own.make}
        </Button>
      </div>
    </form>
  );
}

/** The address of a calendar of deadlines, for a phone or an office program to subscribe to. */
function CalendarForm() {
  const { words, language } = useWording();
  const own = words.account.keys;
  const queries = useQueryClient();
  const make = useAccountChange(async () => {
    const body = { name: own.calendarName, scopes: ['calendar' as const], days: longestKeyDays };
    const { key } = await call(makeKey, { body });
    await queries.invalidateQueries({ queryKey: keysKey });
    return new URL(addressOf(getDeadlines, { params: { key } }), window.location.origin).href;
  });
  return (
    <div className={styles.form}>
      <h3>{own.calendar}</h3>
      <p className={styles.soft}>{own.calendarHint}</p>
      {make.error && <Alert color="red">{sentenceOf(make.error, words, language)}</Alert>}
      {make.data === undefined ? (
        <div className={styles.buttons}>
          <Button variant="default" loading={make.isPending} onClick={() => make.mutate(undefined)}>
            {own.makeCalendar}
          </Button>
        </div>
      ) : (
        <ShownOnce hint={own.calendarOnce} value={make.data} onKept={() => make.reset()} />
      )}
    </div>
  );
}
