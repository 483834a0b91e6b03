import { Alert, Button, Checkbox, NumberInput, SegmentedControl, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { stepProgress } from '../../../src/api/progress.ts';
import { Confidence } from '../../../src/registry/duty.ts';
import type { DutyReport } from '../../../src/registry/duty-report.ts';
import { type ProgressItem, progressGap } from '../../../src/registry/progress.ts';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import { DraftConflict } from './draft-conflict.tsx';
import styles from './duty.module.css';
import { EvidenceAdding, EvidenceItems } from './evidence.tsx';
import { useDraft } from './use-draft.ts';
import { useDeed } from './use-duty.ts';

type Props = { dutyId: string; userId: string; report: DutyReport; onSent?: () => void };

/** What an officer says of the duty. It saves itself; sending it is a step of its own. */
export function ProgressForm({ dutyId, userId, report, onSent }: Props) {
  const { words, language } = useWording();
  const own = words.duty;
  const mine = report.inside.find(({ author, stage }) => author.id === userId && stage !== 'submitted');
  const draft = useDraft(dutyId, userId, mine);
  const [tried, setTried] = useState(false);
  const { fields } = draft;
  const evidence = report.evidence.filter(({ progressId }) => progressId !== null && progressId === draft.stored?.id);
  const gap = progressGap(fields, { ...report, proofs: evidence.length });
  const begun = draft.state !== 'unchanged';
  const step = useDeed(
    async (verb: 'submit' | 'send' | 'drop') => {
      const stored = await draft.flush();
      if (!stored) throw draft.error ?? new Error(own.draft.waiting);
      return call(stepProgress, { params: { id: stored.id }, body: { verb, version: stored.version } });
    },
    () => {
      draft.clear();
      setTried(false);
      onSent?.();
    },
  );
  const submit = () => {
    setTried(true);
    if (!gap) step.mutate(report.may.send ? 'send' : 'submit');
  };

  return (
    <section className={styles.card} aria-labelledby="update">
      <h2 id="update">{own.update}</h2>
      {mine?.returned && (
        <Alert color="yellow" title={own.returnedBy(mine.returned.by.name, formatMoment(mine.returned.at, language))}>
          {mine.returned.because}
        </Alert>
      )}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Textarea
          label={own.doneText}
          placeholder={own.doneHint}
          autosize
          minRows={3}
          maxLength={20_000}
          value={fields.doneText}
          onChange={(event) => draft.change({ doneText: event.currentTarget.value })}
          error={tried && (gap === 'nothingSaid' || gap === 'resultWithoutText') ? own.gaps[gap] : undefined}
        />
        <div className={styles.row}>
          <NumberInput
            label={own.share}
            suffix=" %"
            min={0}
            max={100}
            step={5}
            allowDecimal={false}
            value={fields.share ?? ''}
            onChange={(value) => draft.change({ share: typeof value === 'number' ? value : null })}
          />
          <div className={styles.kinds}>
            <div className={styles.label} id="confidence">
              {own.confidence}
            </div>
            <SegmentedControl
              aria-labelledby="confidence"
              data={[
                { value: 'none', label: own.confidences.none },
                ...Confidence.options.map((value) => ({ value, label: own.confidences[value] })),
              ]}
              value={fields.confidence ?? 'none'}
              onChange={(value) =>
                draft.change({ confidence: Confidence.options.find((one) => one === value) ?? null })
              }
            />
          </div>
        </div>
        <Textarea
          label={own.proposal}
          autosize
          minRows={1}
          maxLength={20_000}
          value={fields.proposal}
          onChange={(event) => draft.change({ proposal: event.currentTarget.value })}
        />
        <Checkbox
          label={own.isResult}
          description={own.isResultHint}
          error={tried && gap === 'piecesOpen' ? own.gaps.piecesOpen : undefined}
          checked={fields.result}
          onChange={(event) => draft.change({ result: event.currentTarget.checked })}
        />
        {draft.stored && begun && (
          <>
            <EvidenceItems items={evidence} />
            <EvidenceAdding dutyId={dutyId} progressId={draft.stored.id} />
          </>
        )}
        {fields.result && report.wantsProof && evidence.length === 0 && (
          <Textarea
            label={own.withoutEvidence}
            autosize
            maxLength={2000}
            value={fields.withoutEvidence}
            onChange={(event) => draft.change({ withoutEvidence: event.currentTarget.value })}
            error={tried && gap === 'resultWithoutEvidence' ? own.gaps.resultWithoutEvidence : undefined}
          />
        )}
        <div className={styles.buttons}>
          <Button
            type="submit"
            loading={step.isPending}
            disabled={report.stage === 'assigned'}
            leftSection={<IconSend size={18} aria-hidden />}
          >
            {report.may.send ? own.send : own.submit}
          </Button>
          {draft.stored && begun && (
            <Button variant="default" disabled={step.isPending} onClick={() => step.mutate('drop')}>
              {own.dropDraft}
            </Button>
          )}
          {report.stage === 'assigned' && <span className={styles.note}>{own.acceptFirst}</span>}
          <DraftNote state={draft.state} stored={draft.stored} />
        </div>
      </form>
      {draft.state === 'conflict' && <DraftConflict report={report} draft={draft} />}
    </section>
  );
}

function DraftNote({
  state,
  stored,
}: {
  state: ReturnType<typeof useDraft>['state'];
  stored: ProgressItem | undefined;
}) {
  const { words, language } = useWording();
  const { draft } = words.duty;
  const at = stored ? formatMoment(stored.changedAt, language) : '';
  return (
    <span className={styles.note} role="status" data-state={state}>
      {state === 'saved' ? draft.saved(at) : draft[state]}
    </span>
  );
}
