import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import {
  type Account,
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '../../../src/api/account.ts';
import { call } from '../../../src/api/client.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './account.module.css';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useAccountChange } from './use-account.ts';

type Doing = 'add' | 'renew' | 'remove';

export function SecondFactorSection({ account }: { account: Account }) {
  const { words, language } = useWording();
  const own = words.account.second;
  const [doing, setDoing] = useState<Doing>();
  const [codes, setCodes] = useState<string[]>();
  const begin = useAccountChange((password: string) => call(beginSecondFactor, { body: { password } }));
  const confirm = useAccountChange((code: string) => call(confirmSecondFactor, { body: { code } }));
  const renew = useAccountChange((password: string) => call(renewRecoveryCodes, { body: { password } }));
  const remove = useAccountChange((password: string) => call(removeSecondFactor, { body: { password } }));
  const error = begin.error ?? confirm.error ?? renew.error ?? remove.error;
  const stop = () => {
    setDoing(undefined);
    for (const change of [begin, confirm, renew, remove]) change.reset();
  };
  const show = ({ recoveryCodes }: { recoveryCodes: string[] }) => {
    setCodes(recoveryCodes);
    stop();
  };
  const take = (password: string) => {
    if (doing === 'add') begin.mutate(password);
    if (doing === 'renew') renew.mutate(password, { onSuccess: show });
    if (doing === 'remove') remove.mutate(password, { onSuccess: stop });
  };
  const pending = begin.isPending || renew.isPending || remove.isPending;

  return (
    <section className={styles.section}>
      <h2>{own.title}</h2>
      <p>{account.secondFactor ? own.on(String(account.recoveryCodesLeft)) : own.off}</p>
      {error && (
        <Alert color="red" variant="light" role="alert">
          {sentenceOf(error, words, language)}
        </Alert>
      )}
      {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />}
      {doing && !begin.data && (
        <Ask
          label={own.askPassword}
          submit={doing === 'add' ? own.go : own[doing]}
          pending={pending}
          secret
          onGive={take}
          onStop={stop}
        />
      )}
      {begin.data && (
        <>
          <p>{own.scan}</p>
          <img
            className={styles.picture}
            src={`data:image/svg+xml;utf8,${encodeURIComponent(begin.data.picture)}`}
            alt={own.picture}
          />
          <code className={styles.key}>{begin.data.key}</code>
          <Ask
            label={own.code}
            submit={own.confirm}
            pending={confirm.isPending}
            onGive={(code) => confirm.mutate(code, { onSuccess: show })}
            onStop={stop}
          />
        </>
      )}
      {!doing && !codes && (
        <div className={styles.buttons}>
          {account.secondFactor ? (
            <>
              <Button variant="default" onClick={() => setDoing('renew')}>
                {own.renew}
              </Button>
              <Button variant="default" color="red" onClick={() => setDoing('remove')}>
                {own.remove}
              </Button>
            </>
          ) : (
            <Button onClick={() => setDoing('add')}>{own.add}</Button>
          )}
        </div>
      )}
    </section>
  );
}

type AskProps = {
  label: ReactNode;
  submit: string;
  pending: boolean;
  /** A password, in contrast to a code that everybody may see. */
  secret?: boolean;
  onGive: (given: string) => void;
  onStop: () => void;
};

function Ask({ label, submit, pending, secret, onGive, onStop }: AskProps) {
  const { words } = useWording();
  const [given, setGiven] = useState('');
  const Field = secret ? PasswordInput : TextInput;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onGive(given);
      }}
    >
      <Field
        label={label}
        autoComplete={secret ? 'current-password' : 'one-time-code'}
        autoFocus
        required
        withAsterisk={false}
        value={given}
        onChange={(event) => setGiven(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={pending}>
          {submit}
        </Button>
        <Button variant="subtle" onClick={onStop}>
          {words.account.cancel}
        </Button>
      </div>
    </form>
  );
}
