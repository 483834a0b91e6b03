import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { cellCheckSentence } from '../../../src/registry/cell-check-words.ts';
import type { WorkbookComparison } from '../../../src/registry/submission-workbook.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { HeadRow } from '../../parts/head-row.tsx';
import { useWording } from '../../words/words.ts';
import styles from './workbook.module.css';

type Change = WorkbookComparison['changes'][number];
type Props = {
  changes: readonly Change[];
  mayTake: boolean;
  busy: boolean;
  onTake: (taken: Change[]) => void;
  onLeave: () => void;
};

/** Old beside new, with what is unusual. What somebody else has changed since is taken only where that is ticked. */
export function WorkbookChanges({ changes, mayTake, busy, onTake, onLeave }: Props) {
  const { words, language } = useWording();
  const own = words.workbook;
  const [left, setLeft] = useState(() => new Set(changes.filter(({ meanwhile }) => meanwhile).map(({ cell }) => cell)));
  const taken = changes.filter(({ cell }) => !left.has(cell));
  const turn = (cell: string, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(cell);
    else next.add(cell);
    setLeft(next);
  };
  return (
    <>
      <table className={styles.table}>
        <caption>{own.differs}</caption>
        <HeadRow columns={own.columns} />
        <tbody>
          {changes.map((one) => (
            <ChangeRow key={one.cell} one={one} on={!left.has(one.cell)} onTurn={(on) => turn(one.cell, on)} />
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        {mayTake && (
          <Button loading={busy} disabled={taken.length === 0} onClick={() => onTake(taken)}>
            {own.take(formatNumber(taken.length, language))}
          </Button>
        )}
        <Button variant="default" onClick={onLeave}>
          {own.cancel}
        </Button>
      </div>
    </>
  );
}

function ChangeRow({ one, on, onTurn }: { one: Change; on: boolean; onTurn: (on: boolean) => void }) {
  const { words, language } = useWording();
  const own = words.workbook;
  const names = own.columns;
  const said = ({ value, missing, reason }: Change['old']): string => {
    const amount = missing
      ? words.figureImports.missing[missing]
      : value === null
        ? own.blank
        : formatNumber(value, language);
    return reason === '' ? amount : `${amount} – ${reason}`;
  };
  return (
    <tr>
      <td data-name={names.take}>
        <Checkbox
          aria-label={own.takeOne(one.cell)}
          checked={on}
          onChange={(event) => onTurn(event.currentTarget.checked)}
        />
      </td>
      <td data-name={names.cell}>{one.cell}</td>
      <th scope="row" data-name={names.name}>
        {one.name} {one.unit && <span className="soft">({one.unit})</span>}
      </th>
      <td data-name={names.old}>{said(one.old)}</td>
      <td data-name={names.now}>{said(one.change)}</td>
      <td data-name={names.remark}>
        {one.meanwhile && (
          <div className={styles.fault}>
            {one.meanwhile.by ? own.meanwhile(one.meanwhile.by.name) : own.meanwhileNobody}
          </div>
        )}
        {one.checks.map(({ code, detail }) => (
          <div key={code}>{cellCheckSentence({ code, detail }, one.unit, language)}</div>
        ))}
      </td>
    </tr>
  );
}

export function WorkbookFaults({ faults }: Pick<WorkbookComparison, 'faults'>) {
  const { words, language } = useWording();
  const own = words.workbook;
  if (faults.length === 0) return null;
  return (
    <div role="alert" className={styles.fault}>
      <p>{own.faults(formatNumber(faults.length, language))}</p>
      <ul>
        {faults.map(({ cell, code, value }) => (
          <li key={cell}>
            {cell} {value !== '' && `“${value}”`}: {own.faultCodes[code]}
          </li>
        ))}
      </ul>
    </div>
  );
}
