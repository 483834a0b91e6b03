import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ImportChoices } from '../../../src/registry/figure-import.ts';
import { useWording } from '../../words/words.ts';
import styles from './figure-imports.module.css';

type Props = { ready: boolean; busy: boolean; onStart: (choices: ImportChoices) => void };

/** All or nothing, and what becomes of figures that are there. */
export function ChoicesForm({ ready, busy, onStart }: Props) {
  const own = useWording().words.figureImports;
  const [choices, setChoices] = useState<ImportChoices>({
    ...{ keepGood: false, replace: false, keepUnusual: false, reason: '' },
  });
  const wantsReason = choices.replace || choices.keepUnusual;
  const reasonMissing = wantsReason && choices.reason.trim() === '';
  return (
    <form
      className={styles.choices}
      onSubmit={(event) => {
        event.preventDefault();
        onStart(choices);
      }}
    >
      <Checkbox
        label={own.keepGood}
        description={own.keepGoodHint}
        checked={choices.keepGood}
        onChange={(event) => setChoices({ ...choices, keepGood: event.currentTarget.checked })}
      />
      <Checkbox
        label={own.replace}
        description={own.replaceHint}
        checked={choices.replace}
        onChange={(event) => setChoices({ ...choices, replace: event.currentTarget.checked })}
      />
      <Checkbox
        label={own.keepUnusual}
        description={own.keepUnusualHint}
        checked={choices.keepUnusual}
        onChange={(event) => setChoices({ ...choices, keepUnusual: event.currentTarget.checked })}
      />
      {wantsReason && (
        <TextInput
          label={own.reason}
          required
          maxLength={1000}
          value={choices.reason}
          onChange={(event) => setChoices({ ...choices, reason: event.currentTarget.value })}
        />
      )}
      <Button type="submit" className={styles.start} loading={busy} disabled={!ready || reasonMissing}>
        {own.start}
      </Button>
    </form>
  );
}
