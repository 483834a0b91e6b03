import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { isOwned, numbered, type Outline, type OutlineSection } from '../../../src/registry/outline.ts';
import { useWording } from '../../words/words.ts';
import { OrderSteps } from './order-steps.tsx';
import { newSectionKey } from './regime-draft.ts';
import styles from './regimes.module.css';
import { AgencyChoice } from './reporters.tsx';

type Props = {
  outline: Outline;
  names: Record<string, string>;
  onChange: (outline: Outline) => void;
  onName: (id: string, name: string) => void;
};

/** The sections of the report in their order, and who writes which. */
export function OutlineFields({ outline, names, onChange, onName }: Props) {
  const own = useWording().words.regimes;
  const add = () => {
    const key = newSectionKey(outline.map((one) => one.key));
    const level = outline.at(-1)?.level ?? 1;
    onChange([...outline, { key, title: '', level, guide: '', owners: { all: true } }]);
  };
  const move = (at: number, by: 1 | -1) => {
    const [here, there] = [outline[at], outline[at + by]];
    if (here && there) onChange(outline.with(at, there).with(at + by, here));
  };
  return (
    <section>
      <h2 className={styles.heading}>{own.outline}</h2>
      <p className="soft">{own.outlineHint}</p>
      <ol className={styles.sections}>
        {numbered(outline).map(({ number, ...section }, at) => (
          <li key={section.key} className={styles.section}>
            <SectionFields
              number={number}
              section={section}
              names={names}
              onName={onName}
              onChange={(next) => onChange(outline.with(at, next))}
            />
            <div className={styles.row}>
              <OrderSteps
                name={`${number} ${section.title}`}
                at={at}
                count={outline.length}
                onMove={(by) => move(at, by)}
                onDrop={() => onChange(outline.toSpliced(at, 1))}
              />
            </div>
          </li>
        ))}
      </ol>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
        {own.addSection}
      </Button>
    </section>
  );
}

type SectionProps = Pick<Props, 'names' | 'onName'> & {
  number: string;
  section: OutlineSection;
  onChange: (section: OutlineSection) => void;
};

function SectionFields({ number, section, names, onName, onChange }: SectionProps) {
  const own = useWording().words.regimes;
  const { owners } = section;
  const whose = 'all' in owners ? 'all' : isOwned(owners) ? 'some' : 'none';
  const levels = [1, 2, 3, 4] as const;
  return (
    <>
      <div className={styles.row}>
        <strong>{number}</strong>
        <TextInput
          className={styles.grow ?? ''}
          label={own.section}
          required
          maxLength={300}
          value={section.title}
          onChange={(event) => onChange({ ...section, title: event.currentTarget.value })}
        />
        <NativeSelect
          label={own.level}
          data={levels.map((level) => ({ value: String(level), label: own.levels[level] }))}
          value={String(section.level)}
          onChange={(event) => onChange({ ...section, level: Number(event.currentTarget.value) })}
        />
      </div>
      <TextInput
        label={own.sectionGuide}
        maxLength={2000}
        value={section.guide}
        onChange={(event) => onChange({ ...section, guide: event.currentTarget.value })}
      />
      <div className={styles.row}>
        <NativeSelect
          label={own.owners}
          data={[
            { value: 'all', label: own.everybody },
            { value: 'some', label: whose === 'some' ? own.someGroups : own.nobody },
          ]}
          value={whose === 'all' ? 'all' : 'some'}
          onChange={(event) =>
            onChange({
              ...section,
              owners: event.currentTarget.value === 'all' ? { all: true } : { agencies: [], groups: [] },
            })
          }
        />
      </div>
      {!('all' in owners) && (
        <AgencyChoice
          chosen={owners}
          names={names}
          onName={onName}
          onChange={(chosen) => onChange({ ...section, owners: chosen })}
        />
      )}
    </>
  );
}
