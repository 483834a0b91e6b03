import { IconCircleCheck, IconCircleX, IconLock } from '@tabler/icons-react';
import type { SignInOutcome as Outcome } from '../../src/registry/sign-in.ts';
import { signInWords } from '../../src/registry/sign-in-words.ts';
import { useWording } from '../words/words.ts';
import styles from './sign-in-outcome.module.css';

const marks = { opened: IconCircleCheck, refused: IconCircleX, denied: IconLock };

export function SignInOutcome({ outcome }: { outcome: Outcome }) {
  const { language } = useWording();
  const Mark = marks[outcome];
  return (
    <span className={styles.outcome} data-outcome={outcome}>
      <Mark size={16} aria-hidden />
      {signInWords[language].outcome[outcome]}
    </span>
  );
}
