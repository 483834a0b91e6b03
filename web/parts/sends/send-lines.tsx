import { Button, CloseButton, Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import { formatSize } from '../measures.ts';
import { sentenceOf } from '../sentence.ts';
import styles from './send-lines.module.css';
import { dropSend, type Send, useSends } from './sends.ts';

/** The files on their way to one address, each with how far it is and a way to cancel it. `onEnd`: one has ended. */
export function SendLines({ address, onEnd }: { address: string; onEnd: () => void }) {
  const { words } = useWording();
  const own = useSends().filter((one) => one.address === address);
  const before = useRef(own.length);
  useEffect(() => {
    if (own.length < before.current) onEnd();
    before.current = own.length;
  }, [own.length, onEnd]);
  if (own.length === 0) return null;
  return (
    <ul className={styles.lines} aria-label={words.sends.label}>
      {own.map((one) => (
        <SendLine key={one.key} send={one} />
      ))}
    </ul>
  );
}

function SendLine({ send: { key, fileName, fileSize, sent, waiting, error, cancel } }: { send: Send }) {
  const { words, language } = useWording();
  const own = words.sends;
  const percent = `${formatNumber(Math.floor(sent * 100), language)}%`;
  const told = waiting ? own.waiting : sent < 1 ? own.sending(percent) : own.storing;
  return (
    <li className={styles.line}>
      <span className={styles.name}>
        {fileName} <span className="soft numbers">({formatSize(fileSize, language)})</span>
      </span>
      {error ? (
        <CloseButton aria-label={own.dismissNamed(fileName)} onClick={() => dropSend(key)} />
      ) : (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconX size={16} aria-hidden />}
          aria-label={own.cancelNamed(fileName)}
          onClick={cancel}
        >
          {own.cancel}
        </Button>
      )}
      <div className={styles.state}>
        {error ? (
          <span role="alert">
            <strong>{own.refused}.</strong> {sentenceOf(error, words, language)}
          </span>
        ) : (
          <>
            <span role="status" className="numbers">
              {told}
            </span>
            <Progress value={sent * 100} size="sm" aria-label={`${fileName}: ${told}`} className={styles.bar} />
          </>
        )}
      </div>
    </li>
  );
}
