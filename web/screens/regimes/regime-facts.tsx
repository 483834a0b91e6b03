import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { FigureBasis } from '../../../src/registry/figure-basis.ts';
import { RegimeContent, RegimeKind } from '../../../src/registry/regime.ts';
import { Tier } from '../../../src/values/finding.ts';
import { PeriodKind, ReportingCalendar } from '../../../src/values/period.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { useWording } from '../../words/words.ts';
import type { RegimeDraft } from './regime-draft.ts';
import styles from './regimes.module.css';

type Props = { draft: RegimeDraft; onChange: (part: Partial<RegimeDraft>) => void };

const choices = <K extends string>(values: readonly K[], names: Record<K, string>) =>
  values.map((value) => ({ value, label: names[value] }));

/** What Điều 8 wants stated, but for who reports and the outline. */
export function RegimeFacts(props: Props) {
  const { draft, onChange } = props;
  const { words } = useWording();
  const own = words.regimes;
  return (
    <div className={styles.facts}>
      <TextInput
        className={styles.wide ?? ''}
        label={own.name}
        required
        maxLength={300}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={own.kind}
        data={choices(RegimeKind.options, own.kinds)}
        value={draft.kind}
        onChange={(event) => onChange({ kind: RegimeKind.parse(event.currentTarget.value) })}
      />
      <NativeSelect
        label={own.content}
        data={choices(RegimeContent.options, own.contents)}
        value={draft.content}
        onChange={(event) => onChange({ content: RegimeContent.parse(event.currentTarget.value) })}
      />
      <AgencySelect
        label={own.receiver}
        required
        chosen={draft.receiverId}
        onChoose={(receiverId) => onChange({ receiverId })}
      />
      <Rhythm {...props} />
      <Asked {...props} />
      <DayField
        key={draft.validFrom}
        label={own.validFrom}
        value={draft.validFrom}
        onChange={(validFrom) => validFrom && onChange({ validFrom })}
      />
      <DayField
        label={own.validUntil}
        value={draft.validUntil}
        onChange={(validUntil) => validUntil !== undefined && onChange({ validUntil })}
      />
      {(['legalBasis', 'method', 'guide'] as const).map((name) => (
        <Textarea
          key={name}
          className={styles.wide ?? ''}
          label={own[name]}
          autosize
          minRows={name === 'guide' ? 3 : 1}
          maxLength={name === 'guide' ? 20_000 : 2000}
          value={draft[name]}
          onChange={(event) => onChange({ [name]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}

/** How often, by which days, and by when. */
function Rhythm({ draft, onChange }: Props) {
  const { words } = useWording();
  const own = words.regimes;
  const { closing, deadlines } = draft;
  const tiers = Tier.options.filter((tier) => tier !== 'national').toReversed();
  return (
    <>
      <NativeSelect
        label={own.frequency}
        data={choices(PeriodKind.options, own.every)}
        value={draft.every}
        onChange={(event) => onChange({ every: PeriodKind.parse(event.currentTarget.value) })}
      />
      <NativeSelect
        label={own.calendar}
        data={choices(ReportingCalendar.options, own.calendars)}
        value={draft.calendar}
        onChange={(event) => onChange({ calendar: ReportingCalendar.parse(event.currentTarget.value) })}
      />
      <NativeSelect
        label={own.closing}
        data={[
          { value: 'calendar', label: own.closingCalendar },
          { value: 'day', label: own.closingDay },
        ]}
        value={closing.kind}
        onChange={(event) =>
          onChange({ closing: event.currentTarget.value === 'day' ? { kind: 'day', day: 15 } : { kind: 'calendar' } })
        }
      />
      {closing.kind === 'day' && (
        <NumberInput
          label={own.closingDayNumber}
          min={1}
          max={31}
          allowDecimal={false}
          value={closing.day}
          onChange={(day) => onChange({ closing: { kind: 'day', day: Number(day) } })}
        />
      )}
      <NumberInput
        label={own.opensBefore}
        description={own.opensByHand}
        min={0}
        max={400}
        allowDecimal={false}
        value={draft.opensBefore ?? ''}
        onChange={(days) => onChange({ opensBefore: days === '' ? null : Number(days) })}
      />
      <fieldset className={`${styles.wide} ${styles.section}`}>
        <legend>{own.deadlines}</legend>
        <div className={styles.row}>
          {tiers.map((tier) => (
            <NumberInput
              key={tier}
              label={words.rounds.tiers[tier]}
              min={1}
              max={60}
              allowDecimal={false}
              value={deadlines[tier] ?? ''}
              onChange={(days) => {
                const { [tier]: _, ...others } = deadlines;
                onChange({ deadlines: days === '' ? others : { ...others, [tier]: Number(days) } });
              }}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

function Asked({ draft: { asks }, onChange }: Props) {
  const own = useWording().words.regimes;
  return (
    <>
      <NativeSelect
        label={own.targets}
        data={[{ value: '', label: own.targetsBasis.none }, ...choices(FigureBasis.options, own.targetsBasis)]}
        value={asks.targets ?? ''}
        onChange={(event) =>
          onChange({ asks: { ...asks, targets: FigureBasis.safeParse(event.currentTarget.value).data ?? null } })
        }
      />
      <Checkbox
        mt={28}
        label={own.duties}
        checked={asks.duties}
        onChange={(event) => onChange({ asks: { ...asks, duties: event.currentTarget.checked } })}
      />
    </>
  );
}
