import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { moveKinds } from '../../../src/registry/reorganisation.ts';
import { dayBefore } from '../../../src/values/plain-date.ts';
import { today } from '../../parts/as-of.ts';
import { DayField } from '../../parts/day-field.tsx';
import { useWords } from '../../words/words.ts';
import { AgencyPicker } from './agency-picker.tsx';
import { type Draft, type DraftMove, emptyMove, hasField } from './draft.ts';
import styles from './reorganisations.module.css';

type Props = { draft: Draft; onChange: (draft: Draft) => void };

/** What an event is, which bodies it makes, and who goes where. */
export function EventForm({ draft, onChange }: Props) {
  const { reorganisations: words } = useWords();
  const change = (next: Partial<Draft>) => onChange({ ...draft, ...next });
  const changeMove = (key: number, next: Partial<DraftMove>) =>
    change({ moves: draft.moves.map((move) => (move.key === key ? { ...move, ...next } : move)) });
  const nextKey = Math.max(0, ...draft.moves.map(({ key }) => key)) + 1;
  return (
    <>
      <div className={styles.fieldset}>
        <TextInput
          label={words.event}
          required
          maxLength={300}
          value={draft.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <TextInput
          label={words.basis}
          required
          maxLength={300}
          value={draft.legalBasis}
          onChange={(event) => change({ legalBasis: event.currentTarget.value })}
        />
        <DayField
          label={words.day}
          value={draft.effectiveOn}
          onChange={(day) => change({ effectiveOn: day ?? null })}
        />
      </div>
      <section className={styles.section} aria-labelledby="don-vi-moi">
        <h2 id="don-vi-moi">{words.newAgencies}</h2>
        <p className={styles.keys}>{words.newAgenciesHint}</p>
        {draft.newAgencies.map(({ id, name }, at) => (
          <div key={id} className={styles.line}>
            <TextInput
              aria-label={words.newName(at + 1)}
              placeholder={words.newName(at + 1)}
              maxLength={300}
              value={name}
              onChange={(event) => {
                const { value } = event.currentTarget;
                change({
                  newAgencies: draft.newAgencies.map((one) => (one.id === id ? { id, name: value } : one)),
                  moves: draft.moves.map((move) => (move.to?.id === id ? { ...move, to: { id, name: value } } : move)),
                });
              }}
            />
            <Remove
              label={words.removeLine(name)}
              onClick={() =>
                change({
                  newAgencies: draft.newAgencies.filter((one) => one.id !== id),
                  moves: draft.moves.map((move) => (move.to?.id === id ? { ...move, to: null } : move)),
                })
              }
            />
          </div>
        ))}
        <Add
          label={words.addAgency}
          onClick={() => change({ newAgencies: [...draft.newAgencies, { id: freshId(draft), name: '' }] })}
        />
      </section>
      <section className={styles.section} aria-labelledby="cac-dong-chuyen">
        <h2 id="cac-dong-chuyen">{words.moves}</h2>
        {draft.moves.map((move) => (
          <MoveLine
            key={move.key}
            move={move}
            draft={draft}
            onChange={(next) => changeMove(move.key, next)}
            onRemove={() => change({ moves: draft.moves.filter(({ key }) => key !== move.key) })}
          />
        ))}
        <Add label={words.addMove} onClick={() => change({ moves: [...draft.moves, emptyMove(nextKey)] })} />
      </section>
    </>
  );
}

/** Ids of bodies not stored yet begin with "moi-". */
function freshId({ newAgencies }: Draft): string {
  let number = newAgencies.length + 1;
  while (newAgencies.some(({ id }) => id.endsWith(`moi-${number}`))) number += 1;
  return `moi-${number}`;
}

type LineProps = { move: DraftMove; draft: Draft; onChange: (next: Partial<DraftMove>) => void; onRemove: () => void };

function MoveLine({ move, draft, onChange, onRemove }: LineProps) {
  const { reorganisations: words } = useWords();
  const { kind, from, to, field, name } = move;
  const day = draft.effectiveOn ?? today();
  return (
    <div className={styles.line}>
      <AgencyPicker
        label={words.old}
        day={draft.effectiveOn ? dayBefore(draft.effectiveOn) : day}
        value={from}
        onPick={(picked) => onChange({ from: picked })}
      />
      <Select
        label={words.kind}
        size="sm"
        allowDeselect={false}
        data={moveKinds.map((one) => ({ value: one, label: words.kinds[one] }))}
        value={kind}
        onChange={(chosen) => onChange({ kind: moveKinds.find((one) => one === chosen) ?? kind })}
      />
      {(kind === 'merge' || kind === 'split' || kind === 'transfer') && (
        <AgencyPicker
          label={words.heir}
          day={day}
          value={to}
          first={draft.newAgencies}
          onPick={(picked) => onChange({ to: picked })}
        />
      )}
      {hasField(move) && (
        <TextInput
          label={words.field}
          size="sm"
          maxLength={300}
          placeholder={words.fieldHint}
          value={field}
          onChange={(event) => onChange({ field: event.currentTarget.value })}
        />
      )}
      {kind === 'rename' && (
        <TextInput
          label={words.newNameOf}
          size="sm"
          maxLength={300}
          value={name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      )}
      <Remove label={words.removeLine(from?.name ?? '')} onClick={onRemove} />
    </div>
  );
}

const Add = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <Button variant="default" size="compact-md" leftSection={<IconPlus size={16} aria-hidden />} onClick={onClick}>
    {label}
  </Button>
);

const Remove = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} title={label} onClick={onClick}>
    <IconTrash size={18} aria-hidden />
  </ActionIcon>
);
