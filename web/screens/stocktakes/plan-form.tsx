import { Alert, Button, CloseButton, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { listFollowed } from '../../../src/api/follows.ts';
import { changeStocktake, planStocktake } from '../../../src/api/stocktakes.ts';
import type { Named } from '../../../src/registry/named.ts';
import type { StocktakePage } from '../../../src/registry/stocktake.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { AgencyName, AgencySelect } from '../../parts/agency-select.tsx';
import { today } from '../../parts/as-of.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { followedKey } from '../../parts/follow-button.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useSession } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import styles from './stocktakes.module.css';

type Props = { stocktake?: StocktakePage['stocktake']; onClose: () => void };

/** Day, chair and who takes part: of a new stocktake, or of one that is planned. */
export function PlanForm({ stocktake, onClose }: Props) {
  const { words, language } = useWording();
  const own = words.stocktakes;
  const lists = useQuery({ queryKey: followedKey, queryFn: ({ signal }) => call(listFollowed, { signal }) });
  const session = useSession().data?.user;
  return (
    <Dialog onClose={onClose} title={stocktake ? own.edit : own.plan} size="lg">
      {lists.isError && <Alert color="red">{sentenceOf(lists.error, words, language)}</Alert>}
      {lists.data && session && (
        <Fields stocktake={stocktake} leaders={lists.data.leaders} secretary={session.name} onClose={onClose} />
      )}
    </Dialog>
  );
}

type FieldsProps = {
  stocktake: StocktakePage['stocktake'] | undefined;
  leaders: readonly Named[];
  secretary: string;
  onClose: () => void;
};

function Fields({ stocktake, leaders, secretary, onClose }: FieldsProps) {
  const { words, language } = useWording();
  const own = words.stocktakes;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [year = '', month = ''] = today().split('-');
  const [fields, setFields] = useState({
    title: stocktake?.title ?? own.usualName(`${month}/${year}`),
    begins: stocktake?.begins ?? '',
    ends: stocktake?.ends ?? '',
    place: stocktake?.place ?? '',
    secretary: stocktake?.secretary ?? secretary,
  });
  const [heldOn, setHeldOn] = useState<PlainDate | null | undefined>(stocktake?.heldOn ?? today());
  const [chairId, setChairId] = useState<string | null>(stocktake?.chair.id ?? leaders[0]?.id ?? null);
  const [agencies, setAgencies] = useState<string[]>(stocktake?.agencies.map(({ id }) => id) ?? []);
  const save = useMutation({
    mutationFn: async () => {
      const body = { ...fields, heldOn: heldOn ?? today(), chairId: chairId ?? '', agencies };
      if (!stocktake) return call(planStocktake, { body });
      await call(changeStocktake, { params: { id: stocktake.id }, body: { ...body, version: stocktake.version } });
      return { id: stocktake.id };
    },
    onSuccess: async ({ id }) => {
      for (const key of [['stocktakes'], ['stocktake', id]]) await queries.invalidateQueries({ queryKey: key });
      onClose();
      if (!stocktake) await navigate({ to: '/kiem-diem/$id', params: { id } });
    },
  });
  const line = (name: keyof typeof fields, placeholder?: string) => (
    <TextInput
      label={name === 'title' ? own.name : own[name]}
      placeholder={placeholder}
      required={name === 'title'}
      maxLength={name === 'title' ? 300 : name === 'begins' || name === 'ends' ? 60 : 200}
      value={fields[name]}
      onChange={(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
    />
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {save.isError && <Alert color="red">{sentenceOf(save.error, words, language)}</Alert>}
      {line('title')}
      <div className={styles.pair}>
        <DayField label={own.day} value={heldOn ?? null} onChange={setHeldOn} />
        {line('place')}
        {line('begins', own.hourHint)}
        {line('ends', own.hourHint)}
        <Select
          label={own.chair}
          required
          data={leaders.map(({ id, name }) => ({ value: id, label: name }))}
          value={chairId}
          onChange={setChairId}
        />
        {line('secretary')}
      </div>
      <fieldset className={styles.fieldset}>
        <legend>{own.participants}</legend>
        {agencies.length === 0 && <p className="soft">{own.noParticipants}</p>}
        <ul className={styles.chosen}>
          {agencies.map((id) => (
            <li key={id}>
              <AgencyName id={id}>
                {(name) => (
                  <>
                    {name}
                    <CloseButton
                      size="sm"
                      aria-label={own.removeParticipant(name)}
                      onClick={() => setAgencies(agencies.filter((one) => one !== id))}
                    />
                  </>
                )}
              </AgencyName>
            </li>
          ))}
        </ul>
        <AgencySelect
          key={agencies.length}
          label={own.addParticipant}
          chosen={null}
          onChoose={(id) => id !== null && !agencies.includes(id) && setAgencies([...agencies, id])}
        />
      </fieldset>
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isPending} disabled={!heldOn || chairId === null}>
          {own.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {own.cancel}
        </Button>
      </div>
    </form>
  );
}
