import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/words.ts';

/** A password that is chosen, typed twice. @param onChange hears undefined until both are the same */
export function NewPassword({ onChange }: { onChange: (password: string | undefined) => void }) {
  const own = useWords().account.password;
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const settle = (one: string, other: string) => {
    setNext(one);
    setAgain(other);
    onChange(one !== '' && one === other ? one : undefined);
  };
  return (
    <>
      <PasswordInput
        label={own.next}
        description={own.rules}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={next}
        onChange={(event) => settle(event.currentTarget.value, again)}
      />
      <PasswordInput
        label={own.again}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={again}
        error={again !== '' && !next.startsWith(again) ? own.different : undefined}
        onChange={(event) => settle(next, event.currentTarget.value)}
      />
    </>
  );
}
