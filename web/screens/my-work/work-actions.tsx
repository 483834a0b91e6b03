import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { decideDueChange } from '../../../src/api/due-changes.ts';
import { actOnDuty } from '../../../src/api/duties.ts';
import { stepObstacle } from '../../../src/api/obstacles.ts';
import { judgeResult, stepProgress } from '../../../src/api/progress.ts';
import { answerQuestion } from '../../../src/api/questions.ts';
import type { DutyAction } from '../../../src/registry/duty-action.ts';
import type { WorkItem } from '../../../src/registry/my-work.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { useMay } from '../../parts/session.ts';
import { useWords } from '../../words/words.ts';
import { AskDialog } from '../duties/ask-dialog.tsx';
import { Returning, SayingWhy } from '../duties/duty-dialog.tsx';
import { useDeed } from '../duties/use-duty.ts';
import styles from './my-work.module.css';

type About = NonNullable<WorkItem['about']>;
type Props = { item: WorkItem; onUpdate: (duty: WorkItem['duty']) => void };

/** The acts that finish an item, by what kind of item it is. */
export function WorkActions({ item, onUpdate }: Props) {
  const own = useWords().duty;
  const { task, duty, about } = item;
  if (duty.submissionId !== null) return <OpeningReport id={duty.submissionId} />;
  if (task === 'accept') return <Accepting duty={duty} />;
  if (task === 'decideReturned') return <DecidingReturned duty={duty} />;
  if (task === 'escalated' || task === 'asked') return null;
  if (about && task === 'approve') return <Approving about={about} />;
  if (about && task === 'judge') return <Judging about={about} />;
  if (about && task === 'decideDue') return <DecidingDue about={about} />;
  if (about && task === 'answerObstacle') return <AnsweringObstacle about={about} />;
  if (about && task === 'answerQuestion') return <AnsweringQuestion about={about} />;
  return (
    <div className={styles.acts}>
      <Button size="compact-md" onClick={() => onUpdate(duty)}>
        {own.update}
      </Button>
    </div>
  );
}

/** A report is answered on its own page. */
function OpeningReport({ id }: { id: string }) {
  const own = useWords().myWork;
  return (
    <div className={styles.acts}>
      <Link to="/bao-cao/$id" params={{ id }}>
        {own.openReport}
      </Link>
    </div>
  );
}

function useAct(id: string, onDone: () => void) {
  return useDeed((action: DutyAction) => call(actOnDuty, { params: { id }, body: action }), onDone);
}

function Accepting({ duty }: { duty: WorkItem['duty'] }) {
  const own = useWords().duty;
  const [returning, setReturning] = useState(false);
  const close = () => setReturning(false);
  const act = useAct(duty.id, close);
  return (
    <div className={styles.acts}>
      <Button
        size="compact-md"
        loading={act.isPending}
        onClick={() => act.mutate({ verb: 'accept', version: duty.version })}
      >
        {own.verbs.accept}
      </Button>
      <Button size="compact-md" variant="default" onClick={() => setReturning(true)}>
        {own.verbs.return}
      </Button>
      {returning && <Returning version={duty.version} busy={act.isPending} act={act.mutate} onClose={close} />}
    </div>
  );
}

function DecidingReturned({ duty }: { duty: WorkItem['duty'] }) {
  const own = useWords().duty;
  const [verb, setVerb] = useState<'insist' | 'drop'>();
  const close = () => setVerb(undefined);
  const act = useAct(duty.id, close);
  return (
    <div className={styles.acts}>
      {(['insist', 'drop'] as const).map((one) => (
        <Button key={one} size="compact-md" variant="default" onClick={() => setVerb(one)}>
          {own.verbs[one]}
        </Button>
      ))}
      {verb && <SayingWhy verb={verb} version={duty.version} busy={act.isPending} act={act.mutate} onClose={close} />}
    </div>
  );
}

type Choice = { label: string; submit: () => void; busy: boolean };

/** One act that needs no words, and one that does. */
function YesOrWhy({ yes, no }: { yes: Choice; no: { label: string; submit: (why: string) => void; busy: boolean } }) {
  const own = useWords().duty;
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.acts}>
      <Button size="compact-md" loading={yes.busy} onClick={yes.submit}>
        {yes.label}
      </Button>
      <Button size="compact-md" variant="default" onClick={() => setAsking(true)}>
        {no.label}
      </Button>
      {asking && (
        <AskDialog
          title={no.label}
          label={own.reason}
          required
          submit={no.label}
          busy={no.busy}
          onSubmit={no.submit}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

function Approving({ about: { id, version } }: { about: About }) {
  const own = useWords().duty;
  const approve = useDeed(() => call(stepProgress, { params: { id }, body: { verb: 'approve', version } }));
  const giveBack = useDeed((reason: string) =>
    call(stepProgress, { params: { id }, body: { verb: 'return', version, reason } }),
  );
  return (
    <YesOrWhy
      yes={{ label: own.approve, submit: () => approve.mutate(undefined), busy: approve.isPending }}
      no={{ label: own.giveBack, submit: giveBack.mutate, busy: giveBack.isPending }}
    />
  );
}

function Judging({ about: { id, version } }: { about: About }) {
  const own = useWords().duty;
  const confirm = useDeed(() => call(judgeResult, { params: { id }, body: { verb: 'confirm', version } }));
  const sendBack = useDeed((reason: string) =>
    call(judgeResult, { params: { id }, body: { verb: 'sendBack', version, reason } }),
  );
  return (
    <YesOrWhy
      yes={{ label: own.confirm, submit: () => confirm.mutate(undefined), busy: confirm.isPending }}
      no={{ label: own.sendBack, submit: sendBack.mutate, busy: sendBack.isPending }}
    />
  );
}

function DecidingDue({ about: { id, version, until } }: { about: About }) {
  const own = useWords().duty;
  const grant = useDeed((due: PlainDate) =>
    call(decideDueChange, { params: { id }, body: { verb: 'grant', version, due } }),
  );
  const refuse = useDeed((reason: string) =>
    call(decideDueChange, { params: { id }, body: { verb: 'refuse', version, reason } }),
  );
  return (
    <YesOrWhy
      yes={{ label: own.grant, submit: () => until && grant.mutate(until), busy: grant.isPending }}
      no={{ label: own.refuse, submit: refuse.mutate, busy: refuse.isPending }}
    />
  );
}

type AnsweringProps = {
  label: string;
  question: string;
  busy: boolean;
  /** What somebody of the agency has written already. */
  drafted?: string;
  submit: (words: string, close: { onSuccess: () => void }) => void;
};

function Answering({ label, question, busy, drafted = '', submit }: AnsweringProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.acts}>
      <Button size="compact-md" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && (
        <AskDialog
          title={label}
          label={question}
          required
          submit={label}
          initial={drafted}
          busy={busy}
          // What an officer drafted stays in the list until the head has sent it.
          onSubmit={(words) => submit(words, { onSuccess: () => setOpen(false) })}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

function AnsweringObstacle({ about: { id, version, words } }: { about: About }) {
  const own = useWords().duty;
  const answer = useDeed((text: string) =>
    call(stepObstacle, { params: { id }, body: { verb: 'answer', version, answer: text } }),
  );
  return <Answering label={own.answer} question={words} busy={answer.isPending} submit={answer.mutate} />;
}

/** An officer writes the answer; the head gives it. */
function AnsweringQuestion({ about: { id, version, words, draft } }: { about: About }) {
  const own = useWords().duty;
  const sends = useMay()('approveProgress');
  const answer = useDeed((text: string) =>
    call(answerQuestion, {
      params: { id },
      body: sends
        ? { verb: 'answer', version, answer: text }
        : { verb: 'draftAnswer', draftVersion: draft?.version ?? 0, answer: text },
    }),
  );
  return (
    <Answering
      label={sends ? own.answer : own.writeAnswer}
      question={words}
      drafted={draft?.text ?? ''}
      busy={answer.isPending}
      submit={answer.mutate}
    />
  );
}
