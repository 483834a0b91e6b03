import { Alert, Button, Textarea } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { stepReport } from '../../../src/api/reports.ts';
import type { ReportPage } from '../../../src/registry/report.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './report.module.css';
import { useReportStep } from './use-report.ts';

type Props = { page: ReportPage; report: NonNullable<ReportPage['report']> };

/** Whom the report addresses and who gets it. */
export function Address(props: Props) {
  const own = useWording().words.reports;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconMailForward size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {own.address}
      </Button>
      {open && <Lines {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*-\s*|[;.]?\s*$/gu, ''))
    .filter((line) => line !== '');

function Lines({ page, report, onClose }: Props & { onClose: () => void }) {
  const { words, language } = useWording();
  const own = words.reports;
  const [addressees, setAddressees] = useState(report.addressees.join('\n'));
  const [recipients, setRecipients] = useState(report.recipients.join('\n'));
  const save = useReportStep(
    page.round.id,
    () =>
      call(stepReport, {
        params: { id: report.id },
        body: {
          ...{ verb: 'address', version: report.version },
          ...{ addressees: linesOf(addressees), recipients: linesOf(recipients) },
        },
      }),
    onClose,
  );
  return (
    <Dialog onClose={onClose} title={own.address}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        {save.isError && (
          <Alert color="red" title={own.notDone}>
            {sentenceOf(save.error, words, language)}
          </Alert>
        )}
        <p className="soft">{own.addressHint}</p>
        <Textarea
          label={own.addressees}
          autosize
          minRows={2}
          value={addressees}
          onChange={(event) => setAddressees(event.currentTarget.value)}
          data-autofocus
        />
        <Textarea
          label={own.recipients}
          autosize
          minRows={4}
          value={recipients}
          onChange={(event) => setRecipients(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={save.isPending}>
            {own.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {own.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
