import { Alert, Button, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallError, call } from '../../../src/api/client.ts';
import { changeWorkRules, getWorkRules } from '../../../src/api/work-rules.ts';
import type { WorkRules } from '../../../src/registry/work-rules.ts';
import { Failure } from '../../parts/fault.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useMay } from '../../parts/session.ts';
import { useWording, useWords } from '../../words/words.ts';
import styles from './urging-settings.module.css';

const key = ['work-rules'];

/** How many working days make something due soon, and for how many a duty may be returned. */
export function WorkRulesSection() {
  const { work: own } = useWords().urgingSettings;
  const rules = useQuery({ queryKey: key, queryFn: ({ signal }) => call(getWorkRules, { signal }) });
  return (
    <section className={styles.section} aria-labelledby="work-rules">
      <h2 id="work-rules">{own.title}</h2>
      <p className="soft">{own.lead}</p>
      {rules.isError && <Failure error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.data && <WorkRulesForm rules={rules.data} />}
    </section>
  );
}

/** Empty while a number is being typed. */
type Typed = { [name in keyof WorkRules]?: WorkRules[name] | undefined };

function WorkRulesForm({ rules }: { rules: WorkRules }) {
  const { words, language } = useWording();
  const { work: own } = words.urgingSettings;
  const queries = useQueryClient();
  const changing = useMay()('changeSettings');
  // What was shown when the first number was typed: what others change after that is met at saving.
  const [edit, setEdit] = useState<{ seen: WorkRules; typed: Typed }>();
  const { soonDays, returnDays } = edit?.typed ?? rules;
  const save = useMutation({
    mutationFn: (body: { seen: WorkRules; rules: WorkRules }) => call(changeWorkRules, { body }),
    onSuccess: (data) => {
      queries.setQueryData(key, data);
      setEdit(undefined);
      notifications.show({ message: own.saved });
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
    onError: async (error) => {
      if (!(error instanceof CallError) || error.code !== 'changedMeanwhile') return;
      await queries.invalidateQueries({ queryKey: key });
      setEdit(undefined);
    },
  });
  const put = (next: Typed) => {
    save.reset();
    setEdit({ seen: edit?.seen ?? rules, typed: { soonDays, returnDays, ...next } });
  };
  const whole = edit && soonDays !== undefined && returnDays !== undefined;
  const field = (name: keyof WorkRules, hint: string) => (
    <NumberInput
      label={own[name]}
      description={hint}
      suffix={` ${own.days}`}
      w={260}
      min={0}
      max={60}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      required
      withAsterisk={false}
      disabled={!changing}
      value={edit ? (edit.typed[name] ?? '') : rules[name]}
      onChange={(value) => put({ [name]: typeof value === 'number' ? value : undefined })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) save.mutate({ seen: edit.seen, rules: { soonDays, returnDays } });
      }}
    >
      {!changing && <p role="note">{own.whoChanges}</p>}
      <div className={styles.numbers}>
        {field('soonDays', own.soonHint)}
        {field('returnDays', own.returnHint)}
      </div>
      {save.isError && (
        <Alert color="red" mt="sm" title={own.notSaved}>
          {sentenceOf(save.error, words, language)}
        </Alert>
      )}
      {changing && (
        <Button type="submit" mt="sm" loading={save.isPending} disabled={!whole}>
          {own.save}
        </Button>
      )}
    </form>
  );
}
