import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { figureKey } from '../../../src/registry/figure.ts';
import { figureText, lineName, typedText } from '../../parts/figure-text.ts';
import { useWording } from '../../words/words.ts';
import { CellReason } from './cell-strip.tsx';
import type { LiveCell, LiveLine } from './figure-columns.ts';
import styles from './figures.module.css';
import type { FigureDesk } from './figures.tsx';

/** On a phone: one field below the other, each with what it is compared with. */
export function FigureFields({ desk }: { desk: FigureDesk }) {
  const { words, language } = useWording();
  return (
    <ul className={styles.fields}>
      {desk.lines.map((line) => (
        <li key={`${line.indicatorId} ${line.line}`} className={styles.field}>
          <h3 className={styles.fieldName}>
            {lineName(line)} {line.unit && <span className="soft">({line.unit})</span>}
          </h3>
          {line.cells.map((cell) => (
            <Field key={figureKey(cell)} desk={desk} line={line} cell={cell} />
          ))}
          {line.main?.beside.previous && (
            <p className="soft">
              {words.figures.previous}: {figureText(line.main.beside.previous, words, language)}
            </p>
          )}
          {line.plan && (
            <p className="soft">
              {words.figures.plan}: {figureText({ value: line.plan.value, missing: null }, words, language)}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Field({ desk, line, cell }: { desk: FigureDesk; line: LiveLine; cell: LiveCell }) {
  const { words, language } = useWording();
  const own = words.figures;
  const wrong = desk.unread.get(figureKey(cell));
  const [typing, setTyping] = useState<string>();
  const shown = cell.derived ? figureText(cell, words, language, line.decimals) : typedText(cell);
  const leave = () => {
    if (typing !== undefined && typing !== (wrong?.text ?? shown)) desk.type([{ line, cell, text: typing }]);
    setTyping(undefined);
  };
  return (
    <>
      <TextInput
        label={`${own.spans[cell.span]}, ${own.bases[cell.basis].toLowerCase()}`}
        aria-label={`${lineName(line)}: ${own.spans[cell.span]}, ${own.bases[cell.basis].toLowerCase()}`}
        inputMode="decimal"
        readOnly={!desk.sheet.mayFill || cell.derived}
        description={cell.derived ? own.derived : undefined}
        value={typing ?? wrong?.text ?? shown}
        error={wrong?.fault}
        onChange={(event) => setTyping(event.currentTarget.value)}
        onBlur={leave}
      />
      <CellReason desk={desk} line={line} cell={cell} />
    </>
  );
}
