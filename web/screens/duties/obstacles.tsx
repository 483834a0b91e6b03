import { Button, Textarea } from '@mantine/core';
import { IconBarrierBlock, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { raiseObstacle, stepObstacle } from '../../../src/api/obstacles.ts';
import type { DutyReport } from '../../../src/registry/duty-report.ts';
import { formatDate, type PlainDate } from '../../../src/values/plain-date.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import { AskDialog } from './ask-dialog.tsx';
import styles from './duty.module.css';
import { useDeed } from './use-duty.ts';

type Item = DutyReport['obstacles'][number];

/** Vướng mắc: what stands in the way, and who is to decide by when. */
export function Obstacles({ dutyId, report }: { dutyId: string; report: DutyReport }) {
  const { words } = useWording();
  const own = words.duty;
  const [raising, setRaising] = useState(false);
  if (report.obstacles.length === 0 && !report.may.raiseObstacle) return null;
  return (
    <section className={styles.card} aria-labelledby="obstacles">
      <h2 id="obstacles">{own.obstacles}</h2>
      {report.obstacles.length === 0 && <p className="soft">{own.noObstacles}</p>}
      <ul className={styles.items}>
        {report.obstacles.map((item) => (
          <Obstacle key={item.id} item={item} names={report.agencies} />
        ))}
      </ul>
      {report.may.raiseObstacle && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setRaising(true)}
        >
          {own.raiseObstacle}
        </Button>
      )}
      {raising && <Raising dutyId={dutyId} onClose={() => setRaising(false)} />}
    </section>
  );
}

function Obstacle({ item, names }: { item: Item; names: Record<string, string> }) {
  const { words, language } = useWording();
  const own = words.duty;
  const [answering, setAnswering] = useState(false);
  const params = { id: item.id };
  const { version } = item;
  const step = useDeed((verb: 'close' | 'reopen') => call(stepObstacle, { params, body: { verb, version } }));
  const answer = useDeed(
    (text: string) => call(stepObstacle, { params, body: { verb: 'answer', version, answer: text } }),
    () => setAnswering(false),
  );
  return (
    <li data-closed={item.closedAt !== null || undefined}>
      <p className={styles.words}>
        <IconBarrierBlock size={16} aria-hidden /> <strong>{item.what}</strong>{' '}
        <span className={styles.tag}>{item.closedAt ? own.closed : own.open}</span>
      </p>
      {item.impact && (
        <p className={styles.words}>
          <span className="soft">{own.impact}:</span> {item.impact}
        </p>
      )}
      <p className="soft">
        {item.raised.by.name}, {formatMoment(item.raised.at, language)} · {own.decider}:{' '}
        {item.deciderId ? (names[item.deciderId] ?? item.deciderId) : own.deciderUsual}
        {item.wantedBy && ` · ${own.wantedBy(formatDate(item.wantedBy))}`}
      </p>
      {item.answer && (
        <blockquote className={styles.answer}>
          {item.answer.text}
          <footer className="soft">
            {item.answer.by.name}, {formatMoment(item.answer.at, language)}
          </footer>
        </blockquote>
      )}
      <div className={styles.buttons}>
        {item.may.includes('answer') && (
          <Button size="compact-sm" onClick={() => setAnswering(true)}>
            {own.answer}
          </Button>
        )}
        {(['close', 'reopen'] as const)
          .filter((verb) => item.may.includes(verb))
          .map((verb) => (
            <Button key={verb} size="compact-sm" variant="default" onClick={() => step.mutate(verb)}>
              {own.obstacleSteps[verb]}
            </Button>
          ))}
      </div>
      {answering && (
        <AskDialog
          title={own.answer}
          label={item.what}
          required
          submit={own.answer}
          busy={answer.isPending}
          onSubmit={(text) => answer.mutate(text)}
          onClose={() => setAnswering(false)}
        />
      )}
    </li>
  );
}

function Raising({ dutyId, onClose }: { dutyId: string; onClose: () => void }) {
  const { words } = useWording();
  const own = words.duty;
  const [id] = useState(() => crypto.randomUUID());
  const [impact, setImpact] = useState('');
  const [decider, setDecider] = useState<string | null>(null);
  const [wantedBy, setWantedBy] = useState<PlainDate | null | undefined>(null);
  const raise = useDeed(
    (what: string) =>
      call(raiseObstacle, {
        params: { id: dutyId },
        body: { id, what, impact, deciderId: decider, wantedBy: wantedBy ?? null },
      }),
    onClose,
  );
  return (
    <AskDialog
      title={own.raiseObstacle}
      label={own.what}
      required
      submit={own.raise}
      busy={raise.isPending}
      ready={wantedBy !== undefined}
      onSubmit={(what) => raise.mutate(what)}
      onClose={onClose}
    >
      <Textarea
        label={own.impact}
        autosize
        maxLength={5000}
        value={impact}
        onChange={(event) => setImpact(event.currentTarget.value)}
      />
      <AgencySelect label={own.decider} placeholder={own.deciderUsual} chosen={decider} onChoose={setDecider} />
      <DayField label={own.wantedByLabel} value={wantedBy ?? null} onChange={setWantedBy} />
    </AskDialog>
  );
}
