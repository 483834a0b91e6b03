import type { Rehearsal } from '../../../src/registry/rehearsal.ts';
import type { Move, WrittenEvent } from '../../../src/registry/reorganisation.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import type { Picked } from './agency-picker.tsx';

/** An event while it is being written: rows may still be empty. */

export type DraftMove = {
  key: number;
  kind: Move['kind'];
  from: Picked | null;
  to: Picked | null;
  field: string;
  name: string;
};
export type Draft = {
  title: string;
  legalBasis: string;
  effectiveOn: PlainDate | null;
  newAgencies: Picked[];
  moves: DraftMove[];
};

export const emptyMove = (key: number, from: Picked | null = null): DraftMove => ({
  ...{ key, from, to: null, kind: 'merge', field: '', name: '' },
});

export const emptyDraft = (): Draft => ({
  ...{ title: '', legalBasis: '', effectiveOn: null, newAgencies: [], moves: [emptyMove(1)] },
});

/** A field is asked for where a body goes to several, or hands over a part. */
export const hasField = ({ kind }: DraftMove): boolean => kind === 'split' || kind === 'transfer';

/** Undefined while something is missing that every event has; what is contradictory the rehearsal says. */
export function writtenEvent({ title, legalBasis, effectiveOn, newAgencies, moves }: Draft): WrittenEvent | undefined {
  const complete = moves.flatMap((move): Move[] => {
    const { kind, from, to, field, name } = move;
    if (!from || (kind === 'rename' ? name.trim() === '' : kind !== 'abolish' && !to)) return [];
    return [
      {
        kind,
        from: from.id,
        to: kind === 'rename' || kind === 'abolish' ? null : (to?.id ?? null),
        field: hasField(move) && field.trim() !== '' ? field.trim() : null,
        name: kind === 'rename' ? name.trim() : null,
      },
    ];
  });
  if (title.trim() === '' || legalBasis.trim() === '' || !effectiveOn || complete.length < moves.length)
    return undefined;
  return {
    title: title.trim(),
    legalBasis: legalBasis.trim(),
    effectiveOn,
    newAgencies: newAgencies.filter(({ name }) => name.trim() !== '').map((one) => ({ ...one, symbol: null })),
    moves: complete,
  };
}

export function draftOf({ event, names }: Rehearsal): Draft {
  const picked = (id: string | null): Picked | null => (id === null ? null : { id, name: names[id] ?? id });
  return {
    title: event.title,
    legalBasis: event.legalBasis,
    effectiveOn: event.effectiveOn,
    newAgencies: event.newAgencies.map(({ id, name }) => ({ id, name })),
    moves: event.moves.map(({ kind, from, to, field, name }, key) => ({
      ...{ key, kind, from: picked(from), to: picked(to), field: field ?? '', name: name ?? '' },
    })),
  };
}
