import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { actionPlanName, planForms } from '../../../src/registry/plan-draft.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { useWording } from '../../words/words.ts';
import styles from './plan-drafts.module.css';
import { ProposedBases } from './proposed-bases.tsx';
import type { DraftDesk } from './use-draft.ts';

/** What a draft says besides its rows, by the form that it is to have. */
export function Letterhead({ desk: { content, change }, writes }: { desk: DraftDesk; writes: boolean }) {
  const own = useWording().words.planDrafts;
  const issuesPlan = content.form === 'actionPlan';
  const name = actionPlanName(content.about);
  return (
    <fieldset className={styles.letterhead} disabled={!writes}>
      <legend>{own.letterhead}</legend>
      <NativeSelect
        className={styles.whole}
        label={own.form}
        value={content.form}
        onChange={(event) => {
          const form = planForms.find((one) => one === event.currentTarget.value);
          if (form) change({ ...content, form });
        }}
        data={planForms.map((value) => ({ value, label: own.forms[value] }))}
      />
      <AgencySelect
        label={own.issuer}
        chosen={content.issuerId}
        onChoose={(issuerId) => change({ ...content, issuerId })}
      />
      <DayField
        label={own.date}
        value={content.date}
        onChange={(date) => date !== undefined && change({ ...content, date })}
      />
      <TextInput
        className={styles.whole}
        label={own.about}
        {...(issuesPlan && name !== '' && { description: own.issuedAs(name) })}
        value={content.about}
        maxLength={2000}
        onChange={(event) => change({ ...content, about: event.currentTarget.value })}
      />
      <Textarea
        className={styles.whole}
        label={own.bases}
        description={own.basesHint}
        autosize
        minRows={2}
        value={content.bases.join('\n')}
        onChange={(event) => {
          const text = event.currentTarget.value;
          change({ ...content, bases: text === '' ? [] : text.split('\n').slice(0, 100) });
        }}
      />
      {writes && (
        <ProposedBases content={content} onTake={(bases) => change({ ...content, bases: bases.slice(0, 100) })} />
      )}
      {issuesPlan &&
        (['purpose', 'carryingOut'] as const).map((part) => (
          <Textarea
            key={part}
            className={styles.whole}
            label={own[part]}
            description={own.partHints[part]}
            autosize
            minRows={3}
            maxLength={20_000}
            value={content[part]}
            onChange={(event) => change({ ...content, [part]: event.currentTarget.value })}
          />
        ))}
    </fieldset>
  );
}
