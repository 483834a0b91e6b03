import { Button } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { answerQuestion, askQuestion } from '../../../src/api/questions.ts';
import type { DutyReport } from '../../../src/registry/duty-report.ts';
import { formatDate, type PlainDate } from '../../../src/values/plain-date.ts';
import { DayField } from '../../parts/day-field.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import { AskDialog } from './ask-dialog.tsx';
import styles from './duty.module.css';
import { useDeed } from './use-duty.ts';

type Item = DutyReport['questions'][number];

/** What supervisors ask and must be told. */
export function Questions({ dutyId, report }: { dutyId: string; report: DutyReport }) {
  const own = useWording().words.duty;
  const [asking, setAsking] = useState(false);
  if (report.questions.length === 0 && !report.may.ask) return null;
  return (
    <section className={styles.card} aria-labelledby="questions">
      <h2 id="questions">{own.questions}</h2>
      <ul className={styles.items}>
        {report.questions.map((item) => (
          <Question key={item.id} item={item} names={report.agencies} />
        ))}
      </ul>
      {report.may.ask && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconMessageQuestion size={16} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          {own.ask}
        </Button>
      )}
      {asking && <Asking dutyId={dutyId} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Question({ item, names }: { item: Item; names: Record<string, string> }) {
  const { words, language } = useWording();
  const own = words.duty;
  const [answering, setAnswering] = useState(false);
  const sends = item.may.includes('answer');
  const answer = useDeed(
    (text: string) =>
      call(answerQuestion, {
        params: { id: item.id },
        body: sends
          ? { verb: 'answer', version: item.version, answer: text }
          : { verb: 'draftAnswer', draftVersion: item.draft?.version ?? 0, answer: text },
      }),
    () => setAnswering(false),
  );
  return (
    <li>
      <p className={styles.words}>
        <strong>{item.question}</strong>
      </p>
      <p className="soft">
        {item.asked.by.name}, {formatMoment(item.asked.at, language)} → {names[item.askedFor] ?? item.askedFor}
        {item.answerBy && ` · ${own.answerBy(formatDate(item.answerBy))}`}
      </p>
      {item.answer ? (
        <blockquote className={styles.answer}>
          {item.answer.text}
          <footer className="soft">
            {item.answer.by.name}, {formatMoment(item.answer.at, language)}
          </footer>
        </blockquote>
      ) : (
        <p data-verdict="sentBack">{own.notAnswered}</p>
      )}
      {item.draft && (
        <blockquote className={styles.answer}>
          <span className={styles.tag}>{own.draftAnswer}</span> {item.draft.text}
          <footer className="soft">
            {item.draft.by.name}, {formatMoment(item.draft.at, language)}
          </footer>
        </blockquote>
      )}
      {item.may.length > 0 && (
        <Button size="compact-sm" onClick={() => setAnswering(true)}>
          {sends ? own.answer : own.writeAnswer}
        </Button>
      )}
      {answering && (
        <AskDialog
          title={sends ? own.answer : own.writeAnswer}
          label={item.question}
          initial={item.draft?.text ?? ''}
          required
          submit={sends ? own.answer : own.saveAnswer}
          busy={answer.isPending}
          onSubmit={(text) => answer.mutate(text)}
          onClose={() => setAnswering(false)}
        />
      )}
    </li>
  );
}

function Asking({ dutyId, onClose }: { dutyId: string; onClose: () => void }) {
  const own = useWording().words.duty;
  const [id] = useState(() => crypto.randomUUID());
  const [answerBy, setAnswerBy] = useState<PlainDate | null | undefined>(null);
  const ask = useDeed(
    (question: string) =>
      call(askQuestion, { params: { id: dutyId }, body: { id, question, answerBy: answerBy ?? null } }),
    onClose,
  );
  return (
    <AskDialog
      title={own.ask}
      label={own.question}
      required
      submit={own.ask}
      busy={ask.isPending}
      ready={answerBy !== undefined}
      onSubmit={(question) => ask.mutate(question)}
      onClose={onClose}
    >
      <DayField label={own.answerByLabel} value={answerBy ?? null} onChange={setAnswerBy} />
    </AskDialog>
  );
}
