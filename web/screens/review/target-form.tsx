import { NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { Change, Comparison, Tier } from '../../../src/values/finding.ts';
import { useWords } from '../../words/words.ts';
import styles from './forms.module.css';
import type { Faults, TargetDraft } from './target-draft.ts';

type Props = {
  draft: TargetDraft;
  faults: Faults<keyof TargetDraft>;
  onChange: (draft: TargetDraft) => void;
};

/** The fields of one target. */
export function TargetForm({ draft, faults, onChange }: Props) {
  const { review } = useWords();
  const set = <K extends keyof TargetDraft>(key: K, value: TargetDraft[K]) => onChange({ ...draft, [key]: value });
  const text = (key: 'value' | 'value2' | 'of' | 'unit' | 'year' | 'yearFrom' | 'variant' | 'base') => ({
    label: review.fields[key],
    value: draft[key],
    error: faults[key] && review.form[faults[key]],
    onChange: (event: { currentTarget: { value: string } }) => set(key, event.currentTarget.value),
    autoComplete: 'off',
  });
  return (
    <div className={styles.grid}>
      <Textarea
        className={styles.whole}
        label={review.fields.name}
        value={draft.name}
        error={faults.name && review.form[faults.name]}
        onChange={(event) => set('name', event.currentTarget.value.replace(/\n/g, ' '))}
        autosize
        minRows={1}
        maxRows={5}
        lang="vi"
        data-first
      />
      <NativeSelect
        label={review.fields.op}
        value={draft.op}
        onChange={(event) => set('op', Comparison.parse(event.currentTarget.value))}
        data={Comparison.options.map((value) => ({ value, label: review.ops[value] }))}
      />
      {draft.op !== 'text' && <TextInput {...text('value')} inputMode="decimal" />}
      {draft.op === 'range' && <TextInput {...text('value2')} inputMode="decimal" />}
      {draft.op !== 'text' && <TextInput {...text('unit')} />}
      {draft.op !== 'text' && draft.op !== 'range' && <TextInput {...text('of')} inputMode="decimal" />}
      <TextInput {...text('yearFrom')} inputMode="numeric" />
      <TextInput {...text('year')} inputMode="numeric" />
      <div className={styles.whole}>
        <span className={styles.label} id="nghia-la">
          {review.fields.change}
        </span>
        <SegmentedControl
          aria-labelledby="nghia-la"
          fullWidth
          value={draft.change}
          onChange={(value) => set('change', Change.parse(value))}
          data={Change.options.map((value) => ({ value, label: review.changes[value] }))}
        />
      </div>
      <TextInput className={styles.half} {...text('base')} />
      <TextInput className={styles.half} {...text('variant')} />
      <Tiers tier={draft.tier} onChange={(tier) => set('tier', tier)} />
    </div>
  );
}

function Tiers({ tier, onChange }: { tier: Tier; onChange: (tier: Tier) => void }) {
  const words = useWords();
  return (
    <NativeSelect
      className={styles.half}
      label={words.review.fields.tier}
      value={tier}
      onChange={(event) => onChange(Tier.parse(event.currentTarget.value))}
      data={Tier.options.map((value) => ({ value, label: words.tiers[value] }))}
    />
  );
}
