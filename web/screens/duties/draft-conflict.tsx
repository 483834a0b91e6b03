import { Button } from '@mantine/core';
import type { DutyReport } from '../../../src/registry/duty-report.ts';
import { changedFields, type ProgressFields } from '../../../src/registry/progress.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { formatMoment } from '../../parts/measures.ts';
import { useWording } from '../../words/words.ts';
import styles from './duty.module.css';
import type { DraftDesk } from './use-draft.ts';

/** The same draft was changed in another window: both are shown, and one stays. */
export function DraftConflict({ report, draft }: { report: DutyReport; draft: DraftDesk }) {
  const { words, language } = useWording();
  const own = words.duty;
  const theirs = report.inside.find(({ id }) => id === draft.stored?.id);
  if (!theirs || theirs.version === draft.stored?.version) return null;
  const different = changedFields(draft.fields, theirs);
  const shown = (fields: ProgressFields, field: keyof ProgressFields): string => {
    if (field === 'confidence') return own.confidences[fields.confidence ?? 'none'];
    if (field === 'result') return fields.result ? own.yes : own.no;
    return String(fields[field] ?? '');
  };
  const names: Record<keyof ProgressFields, string> = {
    share: own.share,
    result: own.isResult,
    doneText: own.doneText,
    proposal: own.proposal,
    confidence: own.confidence,
    withoutEvidence: own.withoutEvidence,
  };
  return (
    <Dialog size="lg" title={own.conflict.title}>
      <p>{own.conflict.told(theirs.author.name, formatMoment(theirs.changedAt, language))}</p>
      <table className={styles.table} aria-label={own.conflict.title}>
        <thead>
          <tr>
            <td />
            <th scope="col">{own.conflict.theirs}</th>
            <th scope="col">{own.conflict.mine}</th>
          </tr>
        </thead>
        <tbody>
          {different.map((field) => (
            <tr key={field}>
              <th scope="row">{names[field]}</th>
              <td>{shown(theirs, field)}</td>
              <td>{shown(draft.fields, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        <Button onClick={() => draft.settle(theirs, true)} data-autofocus>
          {own.conflict.keepMine}
        </Button>
        <Button variant="default" onClick={() => draft.settle(theirs, false)}>
          {own.conflict.keepTheirs}
        </Button>
      </div>
    </Dialog>
  );
}
