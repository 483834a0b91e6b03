import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { agenciesBelowDuty, dutyOfficers, joinableDuties } from '../../../src/api/duties.ts';
import type { DutyRecord } from '../../../src/registry/duty.ts';
import { type DutyAction, returnReasons } from '../../../src/registry/duty-action.ts';
import type { DutyVerb } from '../../../src/registry/duty-stage.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { useNothingFound } from '../../parts/nothing-found.ts';
import { useWords } from '../../words/words.ts';
import { AskDialog } from './ask-dialog.tsx';
import { contentOf } from './content-of.ts';

type Props = {
  verb: DutyVerb;
  duty: DutyRecord;
  busy: boolean;
  act: (action: DutyAction) => void;
  onClose: () => void;
};

/** Each verb asks for what it needs, and no more. */
export function DutyDialog(props: Props) {
  const { verb, busy, act, onClose } = props;
  const seen = { version: props.duty.version, busy, act, onClose };
  switch (verb) {
    case 'return':
      return <Returning {...seen} />;
    case 'reassign':
      return <Reassigning {...props} />;
    case 'nameOfficer':
      return <NamingOfficer {...props} />;
    case 'begin':
      return <Beginning {...props} />;
    case 'describe':
      return <Describing {...props} />;
    case 'addStep':
    case 'addPart':
      return <AddingPiece {...props} />;
    case 'join':
    case 'waitFor':
      return <ChoosingOther {...props} />;
    case 'insist':
    case 'drop':
    case 'pickUp':
      return <SayingWhy {...seen} verb={verb} />;
    default:
      return null;
  }
}

type FormProps = Pick<Props, 'verb' | 'busy' | 'onClose'> & {
  label?: string;
  withoutWords?: boolean;
  required?: boolean;
  ready?: boolean;
  initial?: string;
  onSubmit: (words: string) => void;
  children?: ReactNode;
};

function Form({ verb, label, ...rest }: FormProps) {
  const own = useWords().duty;
  return <AskDialog title={own.verbs[verb]} label={label ?? own.reason} submit={own.verbs[verb]} {...rest} />;
}

type OfVersion = Pick<Props, 'busy' | 'act' | 'onClose'> & { version: number };

export function SayingWhy(props: OfVersion & { verb: 'insist' | 'drop' | 'pickUp' }) {
  const { verb, version, busy, act, onClose } = props;
  const own = useWords().duty;
  const submit = (words: string) => act({ verb, version, words });
  const optional = verb === 'pickUp';
  return (
    <Form
      verb={verb}
      busy={busy}
      onClose={onClose}
      required={!optional}
      label={optional ? own.remark : own.reason}
      onSubmit={submit}
    />
  );
}

export function Returning({ version, busy, act, onClose }: OfVersion) {
  const own = useWords().duty;
  const [reason, setReason] = useState<(typeof returnReasons)[number]>('wrongCompetence');
  return (
    <Form
      verb="return"
      busy={busy}
      onClose={onClose}
      required
      label={own.explain}
      onSubmit={(words) => act({ verb: 'return', version, reason, words })}
    >
      <Select
        label={own.reason}
        data={returnReasons.map((value) => ({ value, label: own.reasons[value] }))}
        value={reason}
        allowDeselect={false}
        onChange={(value) => setReason(returnReasons.find((one) => one === value) ?? 'other')}
      />
    </Form>
  );
}

function Reassigning({ verb, duty: { version }, busy, act, onClose }: Props) {
  const own = useWords().duty;
  const [agencyId, setAgencyId] = useState<string | null>(null);
  return (
    <Form
      verb={verb}
      busy={busy}
      onClose={onClose}
      label={own.remark}
      ready={agencyId !== null}
      onSubmit={(words) => agencyId && act({ verb: 'reassign', version, agencyId, words })}
    >
      <AgencySelect label={own.newAgency} chosen={agencyId} onChoose={setAgencyId} required />
    </Form>
  );
}

function NamingOfficer({ verb, duty, busy, act, onClose }: Props) {
  const own = useWords().duty;
  const nothing = useNothingFound();
  const people = useQuery({
    queryKey: ['duty', duty.id, 'officers'],
    queryFn: ({ signal }) => call(dutyOfficers, { params: { id: duty.id }, signal }),
  });
  const [officerId, setOfficerId] = useState(duty.officer?.id ?? null);
  return (
    <Form
      verb={verb}
      busy={busy}
      onClose={onClose}
      withoutWords
      onSubmit={() => act({ verb: 'nameOfficer', version: duty.version, officerId })}
    >
      <Select
        label={own.officer}
        description={own.officerHint(duty.agency.name)}
        data={(people.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={officerId}
        onChange={setOfficerId}
        nothingFoundMessage={nothing(people, own.noPeople)}
        searchable
        clearable
        data-autofocus
      />
    </Form>
  );
}

function Beginning({ verb, duty: { version }, busy, act, onClose }: Props) {
  const own = useWords().duty;
  const [happenedOn, setHappenedOn] = useState<PlainDate | null | undefined>(null);
  const [due, setDue] = useState<PlainDate | null | undefined>(null);
  return (
    <Form
      verb={verb}
      busy={busy}
      onClose={onClose}
      withoutWords
      ready={happenedOn != null && due !== undefined}
      onSubmit={() => happenedOn && act({ verb: 'begin', version, happenedOn, ...(due && { due }) })}
    >
      <DayField label={own.happenedOn} value={happenedOn ?? null} onChange={setHappenedOn} autoFocus />
      <DayField label={own.dueIfNotSaid} value={due ?? null} onChange={setDue} />
    </Form>
  );
}

function Describing({ verb, duty, busy, act, onClose }: Props) {
  const own = useWords().duty;
  const [authority, setAuthority] = useState(duty.authority ?? '');
  return (
    <Form
      verb={verb}
      busy={busy}
      onClose={onClose}
      label={own.product}
      initial={duty.product ?? ''}
      onSubmit={(product) =>
        act({ verb: 'describe', version: duty.version, product: product || null, authority: authority.trim() || null })
      }
    >
      <TextInput
        label={own.authority}
        maxLength={2000}
        value={authority}
        onChange={(event) => setAuthority(event.currentTarget.value)}
        data-autofocus
      />
    </Form>
  );
}

function AddingPiece({ verb, duty, busy, act, onClose }: Props) {
  const own = useWords().duty;
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [due, setDue] = useState<PlainDate | null | undefined>(duty.due);
  const [because, setBecause] = useState('');
  const late = due != null && duty.due !== null && due > duty.due;
  const part = verb === 'addPart';
  const submit = (content: string) => {
    const piece = { version: duty.version, content, due: due ?? null, ...(late && { because: because.trim() }) };
    if (!part) act({ verb: 'addStep', ...piece });
    else if (agencyId) act({ verb: 'addPart', ...piece, agencyId });
  };
  return (
    <Form
      verb={verb}
      busy={busy}
      onClose={onClose}
      required
      label={own.pieceContent}
      ready={due !== undefined && (!part || agencyId !== null) && (!late || because.trim() !== '')}
      onSubmit={submit}
    >
      {part && <BelowSelect dutyId={duty.id} chosen={agencyId} onChoose={setAgencyId} />}
      <DayField label={own.pieceDue} value={due ?? null} onChange={setDue} />
      {late && (
        <Textarea
          label={own.whyLate}
          required
          maxLength={2000}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
      )}
    </Form>
  );
}

function ChoosingOther({ verb, duty, busy, act, onClose }: Props) {
  const own = useWords().duty;
  const nothing = useNothingFound();
  const found = useQuery({
    queryKey: ['duty', duty.id, 'joinable'],
    queryFn: ({ signal }) => call(joinableDuties, { params: { id: duty.id }, signal }),
  });
  const [otherId, setOtherId] = useState<string | null>(null);
  const other = found.data?.duties.find(({ id }) => id === otherId);
  const submit = () => {
    if (!other) return;
    if (verb === 'waitFor') act({ verb, version: duty.version, otherId: other.id });
    else act({ verb: 'join', version: duty.version, otherId: other.id, otherVersion: other.version });
  };
  return (
    <Form verb={verb} busy={busy} onClose={onClose} withoutWords ready={other !== undefined} onSubmit={submit}>
      <Select
        label={own.otherDuty}
        description={verb === 'join' ? own.joinHint : own.waitHint}
        data={(found.data?.duties ?? []).map((one) => ({ value: one.id, label: contentOf(one) }))}
        value={otherId}
        onChange={setOtherId}
        nothingFoundMessage={nothing(found, own.noOther)}
        searchable
        data-autofocus
      />
    </Form>
  );
}

function BelowSelect(props: { dutyId: string; chosen: string | null; onChoose: (id: string | null) => void }) {
  const own = useWords().duty;
  const nothing = useNothingFound();
  const below = useQuery({
    queryKey: ['duty', props.dutyId, 'agencies-below'],
    queryFn: ({ signal }) => call(agenciesBelowDuty, { params: { id: props.dutyId }, signal }),
  });
  return (
    <Select
      label={own.agencyBelow}
      required
      data={(below.data?.agencies ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={props.chosen}
      onChange={props.onChoose}
      nothingFoundMessage={nothing(below, own.nobodyBelow)}
      searchable
    />
  );
}
