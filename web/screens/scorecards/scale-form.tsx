import { Button, NumberInput, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { setScale } from '../../../src/api/scorecards.ts';
import { criteria, type ScaleRules } from '../../../src/registry/emulation-scale.ts';
import { criterionWords } from '../../../src/registry/scorecard-words.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Failure } from '../../parts/fault.tsx';
import { useWording } from '../../words/words.ts';
import styles from './scorecards.module.css';

type Props = { initial: ScaleRules; seen: number | null; onClose: () => void };
type Day = PlainDate | null | undefined;

/** A scale from a day on, beginning with the one that holds now. */
export function ScaleForm({ initial, seen, onClose }: Props) {
  const { words, language } = useWording();
  const own = words.scorecards;
  const queries = useQueryClient();
  const [rules, setRules] = useState(initial);
  const [decisionNumber, setNumber] = useState('');
  const [decisionDate, setDate] = useState<Day>(null);
  const [validFrom, setFrom] = useState<Day>(null);
  const save = useMutation({
    mutationFn: (days: { decisionDate: PlainDate; validFrom: PlainDate }) =>
      call(setScale, { body: { ...days, decisionNumber, rules, seen } }),
    onSuccess: async () => {
      notifications.show({ message: own.saved });
      await queries.invalidateQueries({ queryKey: ['emulation-scales'] });
      await queries.invalidateQueries({ queryKey: ['scorecard'] });
      await queries.invalidateQueries({ queryKey: ['ranking'] });
      onClose();
    },
  });
  const sum = Object.values(rules.points).reduce((all, one) => all + one, 0);
  const descending = rules.classes.every(({ from }, at) => at === 0 || from < (rules.classes[at - 1]?.from ?? 0));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (decisionDate && validFrom) save.mutate({ decisionDate, validFrom });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className="soft">{own.setScaleHint}</p>
      <TextInput
        label={own.decisionNumber}
        required
        maxLength={60}
        value={decisionNumber}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <DayField label={own.decisionDate} value={null} onChange={setDate} />
      <DayField label={own.validFrom} value={null} onChange={setFrom} />
      <h3 className={styles.heading}>{own.pointsOf}</h3>
      {criteria.map((criterion) => (
        <NumberInput
          key={criterion}
          label={criterionWords[language][criterion].name}
          value={rules.points[criterion]}
          min={0}
          max={100}
          decimalSeparator=","
          required
          onChange={(value) =>
            typeof value === 'number' && setRules({ ...rules, points: { ...rules.points, [criterion]: value } })
          }
        />
      ))}
      <p className="soft" aria-live="polite">
        {sum === 0 ? own.faultPoints : own.pointsSum(formatNumber(sum, language))}
      </p>
      <Classes rules={rules} onChange={setRules} />
      {!descending && <p role="alert">{own.faultClasses}</p>}
      <NumberInput
        label={own.leastCovered}
        value={rules.leastCovered}
        min={1}
        max={100}
        required
        onChange={(value) => typeof value === 'number' && setRules({ ...rules, leastCovered: value })}
      />
      {save.isError && <Failure error={save.error} onRetry={() => save.reset()} />}
      <Button
        type="submit"
        loading={save.isPending}
        disabled={sum === 0 || !descending || !decisionDate || !validFrom || decisionNumber.trim() === ''}
      >
        {own.save}
      </Button>
    </form>
  );
}

const mostClasses = 8;

function Classes({ rules, onChange }: { rules: ScaleRules; onChange: (rules: ScaleRules) => void }) {
  const { words, language } = useWording();
  const own = words.scorecards;
  const { classes } = rules;
  // Names may be empty or alike while they are typed.
  const [keys, setKeys] = useState(() => classes.map((_, at) => at));
  const put = (at: number, next: Partial<ScaleRules['classes'][number]>) =>
    onChange({ ...rules, classes: classes.map((one, index) => (index === at ? { ...one, ...next } : one)) });
  return (
    <>
      <h3 className={styles.heading}>{own.classes}</h3>
      {classes.map(({ name, from }, at) => {
        const number = formatNumber(at + 1, language);
        return (
          <div key={keys[at]} className={styles.pair}>
            <TextInput
              label={own.classNamed(number)}
              required
              maxLength={60}
              value={name}
              onChange={(event) => put(at, { name: event.currentTarget.value })}
            />
            <NumberInput
              label={own.classFrom(number)}
              required
              min={0}
              max={100}
              decimalSeparator=","
              value={from}
              onChange={(value) => typeof value === 'number' && put(at, { from: value })}
            />
            <Button
              variant="subtle"
              aria-label={own.removeClass(number)}
              disabled={classes.length === 1}
              onClick={() => {
                setKeys(keys.filter((_, index) => index !== at));
                onChange({ ...rules, classes: classes.filter((_, index) => index !== at) });
              }}
            >
              <IconTrash size={18} aria-hidden />
            </Button>
          </div>
        );
      })}
      {classes.length < mostClasses && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => {
            setKeys([...keys, Math.max(...keys) + 1]);
            onChange({
              ...rules,
              classes: [...classes, { name: '', from: Math.max(0, (classes.at(-1)?.from ?? 10) - 10) }],
            });
          }}
        >
          {own.addClass}
        </Button>
      )}
      <TextInput
        label={own.lowest}
        required
        maxLength={60}
        value={rules.lowest}
        onChange={(event) => onChange({ ...rules, lowest: event.currentTarget.value })}
      />
    </>
  );
}
