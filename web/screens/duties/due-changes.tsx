import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { addressOf, call } from '../../../src/api/client.ts';
import { askDueChange, decideDueChange, writeExtensionNotice } from '../../../src/api/due-changes.ts';
import type { DutyReport } from '../../../src/registry/duty-report.ts';
import { DocumentFormat } from '../../../src/values/document-format.ts';
import { formatDate, type PlainDate } from '../../../src/values/plain-date.ts';
import { DayField } from '../../parts/day-field.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { saveDocument } from '../../parts/save-document.ts';
import { useMay } from '../../parts/session.ts';
import { useWording } from '../../words/words.ts';
import { AskDialog } from './ask-dialog.tsx';
import styles from './duty.module.css';
import { useDeed } from './use-duty.ts';

type Item = DutyReport['dueChanges'][number];

/** The first deadline and all that were asked for, latest first. */
export function DueChanges({
  dutyId,
  report,
  firstDue,
}: {
  dutyId: string;
  report: DutyReport;
  firstDue: PlainDate | null;
}) {
  const own = useWording().words.duty;
  const [asking, setAsking] = useState(false);
  const { askDueChange: mayAsk } = report.may;
  if (report.dueChanges.length === 0 && mayAsk === 'notYours') return null;
  return (
    <section className={styles.card} aria-labelledby="deadlines">
      <h2 id="deadlines">{own.deadlines}</h2>
      <p>
        <span className="soft">{own.firstDue}:</span> {firstDue ? formatDate(firstDue) : own.noDue}
      </p>
      <ul className={styles.items}>
        {report.dueChanges.map((item) => (
          <DueChange key={item.id} item={item} />
        ))}
      </ul>
      {mayAsk === true ? (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconCalendarPlus size={16} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          {own.askDueChange}
        </Button>
      ) : (
        mayAsk === 'deadlinePassed' && <p className="soft">{own.deadlinePassed}</p>
      )}
      {asking && <Asking dutyId={dutyId} onClose={() => setAsking(false)} />}
    </section>
  );
}

const shownDay = (day: PlainDate | null): string => (day ? formatDate(day) : '–');

function DueChange({ item }: { item: Item }) {
  const { words, language } = useWording();
  const own = words.duty;
  const [deciding, setDeciding] = useState<'grant' | 'refuse'>();
  const [granted, setGranted] = useState<PlainDate | null | undefined>(item.dueProposed);
  const close = () => setDeciding(undefined);
  const params = { id: item.id };
  const { version } = item;
  const refuse = useDeed(
    (reason: string) => call(decideDueChange, { params, body: { verb: 'refuse', version, reason } }),
    close,
  );
  const grant = useDeed(
    ({ due, reason }: { due: PlainDate; reason: string }) =>
      call(decideDueChange, { params, body: { verb: 'grant', version, due, reason } }),
    close,
  );
  const may = useMay();
  const notice = useDeed((format: DocumentFormat) =>
    saveDocument(addressOf(writeExtensionNotice, { params, body: { format } }), { format }),
  );
  const withdraw = useDeed(() => call(decideDueChange, { params, body: { verb: 'withdraw', version } }));
  return (
    <li>
      <p className="numbers">
        {shownDay(item.dueBefore)} → <strong>{shownDay(item.dueGranted ?? item.dueProposed)}</strong>{' '}
        <span className={styles.tag}>{own.dueStages[item.stage]}</span>
      </p>
      <p className={styles.words}>{item.reason}</p>
      <p className="soft">
        {item.asked.by.name}, {formatMoment(item.asked.at, language)}
        {item.decided && ` · ${item.decided.by.name}, ${formatMoment(item.decided.at, language)}`}
        {item.decided?.because && `: ${item.decided.because}`}
      </p>
      <div className={styles.buttons}>
        {item.stage === 'granted' &&
          may('makeDocuments') &&
          DocumentFormat.options.map((format) => (
            <Button
              key={format}
              size="compact-sm"
              variant="default"
              loading={notice.isPending && notice.variables === format}
              onClick={() => notice.mutate(format)}
            >
              {own.extensionNotice(format)}
            </Button>
          ))}
        {item.may.includes('grant') && (
          <Button size="compact-sm" onClick={() => setDeciding('grant')}>
            {own.grant}
          </Button>
        )}
        {item.may.includes('refuse') && (
          <Button size="compact-sm" variant="default" onClick={() => setDeciding('refuse')}>
            {own.refuse}
          </Button>
        )}
        {item.may.includes('withdraw') && (
          <Button size="compact-sm" variant="default" onClick={() => withdraw.mutate(undefined)}>
            {own.withdrawAsk}
          </Button>
        )}
      </div>
      {deciding === 'refuse' && (
        <AskDialog
          title={own.refuse}
          label={own.reason}
          required
          submit={own.refuse}
          busy={refuse.isPending}
          onSubmit={(reason) => refuse.mutate(reason)}
          onClose={close}
        />
      )}
      {deciding === 'grant' && (
        <AskDialog
          title={own.grant}
          label={own.remark}
          submit={own.grant}
          busy={grant.isPending}
          ready={granted !== undefined && granted !== null}
          onSubmit={(reason) => granted && grant.mutate({ due: granted, reason })}
          onClose={close}
        >
          <DayField label={own.newDue} value={granted ?? null} onChange={setGranted} />
        </AskDialog>
      )}
    </li>
  );
}

function Asking({ dutyId, onClose }: { dutyId: string; onClose: () => void }) {
  const own = useWording().words.duty;
  const [id] = useState(() => crypto.randomUUID());
  const [proposed, setProposed] = useState<PlainDate | null | undefined>(null);
  const ask = useDeed(
    ({ dueProposed, reason }: { dueProposed: PlainDate; reason: string }) =>
      call(askDueChange, { params: { id: dutyId }, body: { id, reason, dueProposed } }),
    onClose,
  );
  return (
    <AskDialog
      title={own.askDueChange}
      label={own.reason}
      required
      submit={own.submitAsk}
      busy={ask.isPending}
      ready={proposed !== undefined && proposed !== null}
      onSubmit={(reason) => proposed && ask.mutate({ dueProposed: proposed, reason })}
      onClose={onClose}
    >
      <DayField label={own.proposedDue} value={proposed ?? null} onChange={setProposed} />
    </AskDialog>
  );
}
