import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { call } from '../../../src/api/client.ts';
import { listIndicators } from '../../../src/api/indicators.ts';
import { formulaWords } from '../../../src/registry/formula-words.ts';
import { useWording } from '../../words/words.ts';
import type { FormFields } from './fields.ts';
import styles from './indicators.module.css';
import { ruleOptions } from './rule-options.ts';

type Props = { form: FormFields; put: (next: Partial<FormFields>) => void };

/** How agencies' figures become one, and how a figure follows from others. */
export function RuleFields({ form, put }: Props) {
  const { words } = useWording();
  const { fields: names, rules } = words.indicators;
  const formula = useRef<HTMLTextAreaElement>(null);
  const all = useQuery({
    queryKey: ['indicators', undefined],
    queryFn: ({ signal }) => call(listIndicators, { query: {}, signal }),
  });
  const catalogue = all.data?.indicators ?? [];
  const choices = catalogue.map(({ id, name, unit }) => ({
    value: id,
    label: unit === null ? name : `${name} (${unit})`,
  }));
  const insert = (id: string) => {
    const text = form.formula ?? '';
    const at = formula.current?.selectionStart ?? text.length;
    put({ formula: `${text.slice(0, at)}{${id}}${text.slice(at)}` });
    formula.current?.focus();
  };
  const inWords = form.formula === null ? '' : formulaWords(form.formula, catalogue);
  return (
    <fieldset className={styles.rules}>
      <legend>{names.rules}</legend>
      <div className={styles.pair}>
        <Select
          label={names.aggregation}
          allowDeselect={false}
          data={ruleOptions(rules, form)}
          value={form.aggregation ?? 'asMeasured'}
          onChange={(chosen) => put({ aggregation: chosen === 'asMeasured' ? null : chosen })}
        />
        {form.aggregation === 'weightedMean' && (
          <Select
            required
            searchable
            label={names.weight}
            data={choices}
            value={form.weightIndicatorId}
            onChange={(weightIndicatorId) => put({ weightIndicatorId })}
          />
        )}
      </div>
      <Textarea
        ref={formula}
        label={names.formula}
        description={names.formulaHint}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={2000}
        spellCheck={false}
        value={form.formula ?? ''}
        onChange={(event) => put({ formula: event.currentTarget.value || null })}
      />
      {inWords !== '' && <p className="soft">{names.formulaReads(inWords)}</p>}
      <Select
        searchable
        label={names.insert}
        placeholder={names.insertHint}
        data={choices}
        value={null}
        onChange={(id) => id !== null && insert(id)}
      />
    </fieldset>
  );
}
