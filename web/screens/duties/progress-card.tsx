import { Button } from '@mantine/core';
import { IconCheck, IconCornerUpLeft, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { judgeResult, stepProgress } from '../../../src/api/progress.ts';
import type { ProgressItem } from '../../../src/registry/progress.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import { AskDialog } from './ask-dialog.tsx';
import styles from './duty.module.css';
import { useDeed } from './use-duty.ts';

type Asking = 'return' | 'sendBack' | 'takeBack' | undefined;

type Props = { item: ProgressItem; agency: string | undefined; onTakeOver?: () => void };

/** One piece of progress that was submitted or sent, with what may be decided about it. */
export function ProgressCard({ item, agency, onTakeOver }: Props) {
  const { words, language } = useWording();
  const own = words.duty;
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const params = { id: item.id };
  const { version } = item;
  const step = useDeed((verb: 'approve' | 'withdraw') => call(stepProgress, { params, body: { verb, version } }));
  const takeOver = useDeed(() => call(stepProgress, { params, body: { verb: 'takeOver', version } }), onTakeOver);
  const giveBack = useDeed(
    (reason: string) => call(stepProgress, { params, body: { verb: 'return', version, reason } }),
    close,
  );
  const confirm = useDeed(() => call(judgeResult, { params, body: { verb: 'confirm', version } }));
  const judge = useDeed(
    (input: { verb: 'sendBack' | 'takeBack'; reason: string }) =>
      call(judgeResult, { params, body: { ...input, version } }),
    close,
  );
  const facts = [
    item.share !== null && own.shareDone(formatNumber(item.share, language)),
    item.confidence && own.confidences[item.confidence],
  ].filter(Boolean);
  return (
    <article className={styles.card} data-result={item.result || undefined}>
      <header className={styles.cardHead}>
        <strong>{item.result ? own.result : own.progress}</strong>
        <span className={styles.tag}>{own.stages[item.stage]}</span>
        <span className="soft">
          {item.author.name}
          {agency && `, ${agency}`} · <time dateTime={item.changedAt}>{formatMoment(item.changedAt, language)}</time>
        </span>
      </header>
      {facts.length > 0 && <p className="numbers">{facts.join(' · ')}</p>}
      {item.doneText && <p className={styles.words}>{item.doneText}</p>}
      {item.proposal && (
        <p className={styles.words}>
          <span className="soft">{own.proposal}:</span> {item.proposal}
        </p>
      )}
      {item.withoutEvidence && (
        <p className={styles.words}>
          <span className="soft">{own.withoutEvidence}:</span> {item.withoutEvidence}
        </p>
      )}
      {item.judgement && (
        <p data-verdict={item.judgement.verdict}>
          {own.verdicts[item.judgement.verdict](item.judgement.by.name, formatMoment(item.judgement.at, language))}
          {item.judgement.because && <q>{item.judgement.because}</q>}
        </p>
      )}
      <div className={styles.buttons}>
        {item.may.includes('approve') && (
          <Button
            size="sm"
            loading={step.isPending}
            leftSection={<IconSend size={16} aria-hidden />}
            onClick={() => step.mutate('approve')}
          >
            {own.approve}
          </Button>
        )}
        {item.may.includes('return') && (
          <Button
            size="sm"
            variant="default"
            leftSection={<IconCornerUpLeft size={16} aria-hidden />}
            onClick={() => setAsking('return')}
          >
            {own.giveBack}
          </Button>
        )}
        {item.may.includes('withdraw') && (
          <Button size="sm" variant="default" loading={step.isPending} onClick={() => step.mutate('withdraw')}>
            {own.withdrawSubmitted}
          </Button>
        )}
        {item.may.includes('takeOver') && (
          <Button size="sm" variant="default" loading={takeOver.isPending} onClick={() => takeOver.mutate(undefined)}>
            {own.takeOver}
          </Button>
        )}
        {item.judge.includes('confirm') && (
          <Button
            size="sm"
            loading={confirm.isPending}
            leftSection={<IconCheck size={16} aria-hidden />}
            onClick={() => confirm.mutate(undefined)}
          >
            {own.confirm}
          </Button>
        )}
        {item.judge.includes('sendBack') && (
          <Button
            size="sm"
            variant="default"
            leftSection={<IconCornerUpLeft size={16} aria-hidden />}
            onClick={() => setAsking('sendBack')}
          >
            {own.sendBack}
          </Button>
        )}
        {item.judge.includes('takeBack') && (
          <Button size="sm" variant="default" onClick={() => setAsking('takeBack')}>
            {own.takeBack}
          </Button>
        )}
      </div>
      {asking === 'return' && (
        <AskDialog
          title={own.giveBack}
          label={own.reason}
          required
          submit={own.giveBack}
          busy={giveBack.isPending}
          onSubmit={(reason) => giveBack.mutate(reason)}
          onClose={close}
        />
      )}
      {(asking === 'sendBack' || asking === 'takeBack') && (
        <AskDialog
          title={own[asking]}
          label={own.reason}
          required
          submit={own[asking]}
          busy={judge.isPending}
          onSubmit={(reason) => judge.mutate({ verb: asking, reason })}
          onClose={close}
        />
      )}
    </article>
  );
}
