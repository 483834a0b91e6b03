import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import type { ListedPerson } from '../../../src/api/people.ts';
import {
  endSessionsOf,
  getPersonAccount,
  invitePersonAgain,
  releaseAccount,
  resetSecondFactor,
} from '../../../src/api/people-accounts.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { AskedButton } from '../../parts/asked-button.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { useWording } from '../../words/words.ts';
import styles from './people.module.css';
import { peopleKey, usePersonChange } from './use-person-change.ts';

/** How somebody signs in, and what an administrator can do about it. */
export function AccountSection({ person: { id, state } }: { person: ListedPerson }) {
  const { words, language } = useWording();
  const own = words.people;
  const asked = useQuery({
    queryKey: [...peopleKey, id, 'account'],
    queryFn: ({ signal }) => call(getPersonAccount, { params: { id }, signal }),
  });
  const said = () => own.done;
  const release = usePersonChange(() => call(releaseAccount, { params: { id } }), { said });
  const reset = usePersonChange(() => call(resetSecondFactor, { params: { id } }), { said });
  const end = usePersonChange(() => call(endSessionsOf, { params: { id } }), { said });
  const again = usePersonChange(() => call(invitePersonAgain, { params: { id } }));
  const error = asked.error ?? release.error ?? reset.error ?? end.error ?? again.error;
  const account = asked.data;
  const buttons = [
    { name: own.release, shown: state === 'locked', change: release },
    { name: own.endSessions, shown: (account?.sessions ?? 0) > 0, change: end },
    { name: own.inviteAgain, shown: state === 'invited' || state === 'left', change: again },
  ].filter(({ shown }) => shown);
  return (
    <section className={styles.section}>
      <h3>{own.account}</h3>
      {account && (
        <p>
          {account.seenAt ? own.seen(formatMoment(account.seenAt, language)) : own.neverSeen}{' '}
          {own.sessions(formatNumber(account.sessions, language))}{' '}
          {account.lockedUntil && own.lockedUntil(formatMoment(account.lockedUntil, language))}
        </p>
      )}
      {error && <Alert color="red">{sentenceOf(error, words, language)}</Alert>}
      <div className={styles.buttons}>
        {account?.secondFactor && (
          <AskedButton
            variant="default"
            title={own.resetSecondFactor}
            hint={own.resetHint}
            loading={reset.isPending}
            onYes={() => reset.mutate(undefined)}
          >
            {own.resetSecondFactor}
          </AskedButton>
        )}
        {buttons.map(({ name, change }) => (
          <Button key={name} variant="default" loading={change.isPending} onClick={() => change.mutate(undefined)}>
            {name}
          </Button>
        ))}
      </div>
      {again.data?.link === null && <p role="status">{own.invited}</p>}
      {again.data?.link && <ShownOnce hint={own.inviteLink} value={again.data.link} onKept={() => again.reset()} />}
    </section>
  );
}
