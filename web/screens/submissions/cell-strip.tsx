import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { cellCheckSentence } from '../../../src/registry/cell-check-words.ts';
import { figureKey } from '../../../src/registry/figure.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { periodWords } from '../../../src/values/period-words.ts';
import { figureText, lineName } from '../../parts/figure-text.ts';
import { useWording } from '../../words/words.ts';
import { CellRemarks } from './cell-remarks.tsx';
import { forecastOf, type LiveCell, type LiveLine } from './figure-columns.ts';
import { FigureCorrection } from './figure-correction.tsx';
import styles from './figures.module.css';
import type { FigureDesk } from './figures.tsx';

type Props = { desk: FigureDesk; line: LiveLine; cell: LiveCell };

/** All about the cell that is chosen. */
export function CellStrip({ desk, line, cell }: Props) {
  const { words, language } = useWording();
  const own = words.figures;
  const wrong = desk.unread.get(figureKey(cell));
  const forecast = forecastOf(line, desk.sheet);
  return (
    <aside className={`${styles.strip} not-printed`} aria-label={own.strip}>
      <h2 className={styles.stripName}>{lineName(line)}</h2>
      <p className="soft">
        {own.spans[cell.span]}, {own.bases[cell.basis].toLowerCase()}
        {line.unit && ` · ${line.unit}`}
      </p>
      {wrong && <p className={styles.wrong}>{wrong.fault}</p>}
      {cell.derived && <p className="soft">{own.derived}</p>}
      <CellReason desk={desk} line={line} cell={cell} />
      {line.plan && (
        <p>
          {own.plan}: <strong>{formatNumber(line.plan.value, language)}</strong>{' '}
          <Link
            to="/van-ban/$id"
            params={{ id: line.plan.documentId }}
            search={{ muc: line.plan.targetId }}
            preload={false}
          >
            {line.plan.documentNumber ? own.target(line.plan.documentNumber) : own.openTarget}
          </Link>
        </p>
      )}
      {line.other?.figure && (
        <p>
          {own.spans[line.other.span]}: <strong>{figureText(line.other.figure, words, language, line.decimals)}</strong>{' '}
          <span className="soft">({own.computed})</span>
        </p>
      )}
      {forecast && (
        <p>
          {own.forecast}: <strong>{formatNumber(Math.round(forecast.value * 10) / 10, language)}</strong>{' '}
          <span className="soft">({own.methods[forecast.method]})</span>
        </p>
      )}
      {cell.beside.history.length > 0 && (
        <>
          <h3 className={styles.stripHead}>{own.history}</h3>
          <dl className={styles.history}>
            {cell.beside.history
              .slice(-8)
              .reverse()
              .map(({ period, value }) => (
                <div key={period}>
                  <dt>{periodWords(period, language)}</dt>
                  <dd>{figureText({ value, missing: null }, words, language)}</dd>
                </div>
              ))}
          </dl>
        </>
      )}
      {desk.sheet.stage === 'approved' && <FigureCorrection sheet={desk.sheet} line={line} cell={cell} />}
      <CellRemarks sheet={desk.sheet} cell={cell} />
    </aside>
  );
}

/** What is unusual about a number, and why it stands. */
export function CellReason({ desk, line, cell }: Props) {
  const { words, language } = useWording();
  const own = words.figures;
  const [reason, setReason] = useState(cell.reason);
  if (cell.checks.length === 0) return null;
  const keep = () => {
    const { value, missing } = cell;
    if (reason.trim() !== cell.reason)
      desk.cells.write([{ key: cell, said: { value, missing, reason: reason.trim() } }]);
  };
  return (
    <div className={styles.checks}>
      <ul>
        {cell.checks.map((check) => (
          <li key={check.code}>
            <IconAlertTriangle size={16} aria-hidden /> {cellCheckSentence(check, line.unit, language)}
          </li>
        ))}
      </ul>
      {desk.sheet.mayFill ? (
        <div className={styles.keep}>
          <TextInput
            label={own.reason}
            value={reason}
            maxLength={2000}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button variant="default" onClick={keep}>
            {own.keepNumber}
          </Button>
        </div>
      ) : (
        cell.reason !== '' && (
          <p>
            {own.reason}: {cell.reason}
          </p>
        )
      )}
    </div>
  );
}
