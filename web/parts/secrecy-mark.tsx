import { IconLock } from '@tabler/icons-react';
import type { Secrecy } from '../../src/values/finding.ts';
import { secrecyWords } from '../../src/values/secrecy-words.ts';
import { useWording } from '../words/words.ts';
import styles from './secrecy-mark.module.css';

/** The mark of a state secret, in words, wherever a document that bears one is named. */
export function SecrecyMark({ secrecy }: { secrecy: Secrecy | null }) {
  const { language } = useWording();
  if (secrecy === null) return null;
  return (
    <strong className={styles.mark}>
      <IconLock size={14} aria-hidden /> {secrecyWords[language][secrecy]}
    </strong>
  );
}
