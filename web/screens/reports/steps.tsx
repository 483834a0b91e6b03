import { Alert, Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { stepReport } from '../../../src/api/reports.ts';
import { countOutdated } from '../../../src/registry/reference-words.ts';
import type { ReportPage } from '../../../src/registry/report.ts';
import { formatNumber } from '../../../src/values/format.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './report.module.css';
import { useReportStep } from './use-report.ts';
import { valuesOf } from './whole-report.tsx';

type Report = NonNullable<ReportPage['report']>;
type Verb = Exclude<ReportPage['may'][number], 'edit'>;

const isStep = (verb: ReportPage['may'][number]): verb is Verb => verb !== 'edit';
const main: readonly Verb[] = ['submit', 'sign', 'publish'];

/** What may be done with the whole report now. */
export function Steps({ page, report }: { page: ReportPage; report: Report }) {
  const own = useWording().words.reports;
  const [asked, setAsked] = useState<Verb>();
  return (
    <>
      {page.may.filter(isStep).map((verb) => (
        <Button key={verb} variant={main.includes(verb) ? 'filled' : 'default'} onClick={() => setAsked(verb)}>
          {own.verbs[verb]}
        </Button>
      ))}
      {asked && <Asking page={page} report={report} verb={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

type Props = { page: ReportPage; report: Report; verb: Verb; onClose: () => void };

function Asking({ page, report, verb, onClose }: Props) {
  const { words, language } = useWording();
  const own = words.reports;
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState('');
  const [day, setDay] = useState<PlainDate | null>(null);
  const values = valuesOf(page);
  const outdated = page.sections.reduce((sum, { content }) => sum + countOutdated(content, values), 0);
  const step = useReportStep(
    page.round.id,
    () => {
      const { id, version } = report;
      const params = { id };
      if (verb === 'return') return call(stepReport, { params, body: { verb, version, reason } });
      if (verb === 'publish') return call(stepReport, { params, body: { verb, version, number, issuedOn: day ?? '' } });
      return call(stepReport, { params, body: { verb, version } });
    },
    onClose,
  );
  const isReady =
    verb === 'return' ? reason.trim() !== '' : verb !== 'publish' || (number.trim() !== '' && Boolean(day));
  return (
    <Dialog onClose={onClose} title={own.verbs[verb]}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) step.mutate(undefined);
        }}
      >
        {step.isError && (
          <Alert color="red" title={own.notDone}>
            {sentenceOf(step.error, words, language)}
          </Alert>
        )}
        {verb === 'sign' && <p>{own.signHint}</p>}
        {(verb === 'sign' || verb === 'submit') && outdated > 0 && (
          <Alert color="yellow">{own.outdatedAtSign(formatNumber(outdated, language))}</Alert>
        )}
        {verb === 'return' && (
          <Textarea
            label={own.reason}
            autosize
            minRows={2}
            maxLength={2000}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
        )}
        {verb === 'publish' && (
          <>
            <TextInput
              label={own.number}
              placeholder="123/BC-UBND"
              maxLength={60}
              required
              value={number}
              onChange={(event) => setNumber(event.currentTarget.value)}
              data-autofocus
            />
            <DayField label={own.issuedOn} value={day} onChange={(chosen) => setDay(chosen ?? null)} />
          </>
        )}
        <div className={styles.buttons}>
          <Button type="submit" loading={step.isPending} disabled={!isReady}>
            {own.verbs[verb]}
          </Button>
          <Button variant="default" onClick={onClose}>
            {own.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
