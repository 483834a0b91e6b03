import { Button, FileButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { addressOf, call } from '../../../src/api/client.ts';
import { saveCells } from '../../../src/api/figures.ts';
import { compareFormWorkbook, getFormWorkbook } from '../../../src/api/submission-workbook.ts';
import type { WorkbookComparison } from '../../../src/registry/submission-workbook.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { sendForm } from '../../parts/send-form.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { afterTyping } from '../../parts/typed-here.ts';
import { useWording } from '../../words/words.ts';
import styles from './workbook.module.css';
import { WorkbookChanges, WorkbookFaults } from './workbook-changes.tsx';

type Props = { submissionId: string; mayFill: boolean; onTaken: () => void };
type Taken = WorkbookComparison['changes'];

/** The form as a workbook: out, filled in without a connection, and in again by what differs. */
export function Workbook({ submissionId, mayFill, onTaken }: Props) {
  const { words, language } = useWording();
  const own = words.workbook;
  const params = { id: submissionId };
  const [compared, setCompared] = useState<WorkbookComparison | null>(null);
  const compare = useMutation({
    mutationFn: (file: File) => afterTyping(() => sendForm(compareFormWorkbook, { params }, { file })),
    onSuccess: setCompared,
    onError: () => setCompared(null),
  });
  const take = useMutation({
    mutationFn: (taken: Taken) =>
      afterTyping(() => call(saveCells, { params, body: { changes: taken.map(({ change }) => change) } })),
    onSuccess: (_, taken) => {
      setCompared(null);
      notifications.show({ message: own.taken(formatNumber(taken.length, language)) });
      onTaken();
    },
  });
  const download = useMutation({
    mutationFn: () => afterTyping(async () => window.location.assign(addressOf(getFormWorkbook, { params }))),
  });
  const failed = download.error ?? compare.error ?? take.error;
  return (
    <section className={styles.panel} aria-label={own.title}>
      <p className="soft">{own.hint}</p>
      <div className={styles.buttons}>
        <Button
          variant="default"
          loading={download.isPending}
          onClick={() => download.mutate()}
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {own.download}
        </Button>
        {mayFill && (
          <FileButton
            accept=".xlsx"
            onChange={(file) => file && compare.mutate(file)}
            inputProps={{ 'aria-label': own.upload, tabIndex: -1 }}
          >
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={compare.isPending}
                leftSection={<IconUpload size={18} aria-hidden />}
              >
                {own.upload}
              </Button>
            )}
          </FileButton>
        )}
      </div>
      {failed && (
        <p role="alert" className={styles.fault}>
          {sentenceOf(failed, words, language)}
        </p>
      )}
      {compared && <WorkbookFaults faults={compared.faults} />}
      {compared && compared.faults.length === 0 && compared.changes.length === 0 && <p role="status">{own.nothing}</p>}
      {compared && compared.changes.length > 0 && (
        <WorkbookChanges
          changes={compared.changes}
          mayTake={compared.faults.length === 0}
          busy={take.isPending}
          onTake={(taken) => take.mutate(taken)}
          onLeave={() => setCompared(null)}
        />
      )}
    </section>
  );
}
