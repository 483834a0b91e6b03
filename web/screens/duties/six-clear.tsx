import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { DutyRecord } from '../../../src/registry/duty.ts';
import { sixClear } from '../../../src/registry/six-clear.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import styles from './duty.module.css';

/** "6 rõ": which of the six a duty says, and which is missing. */
export function SixClear({ duty }: { duty: DutyRecord }) {
  const { words, language } = useWording();
  const { six } = words.duty;
  const clear = sixClear.length - duty.missing.length;
  return (
    <section className={styles.six} aria-label={six.title}>
      <strong>{six.clear(formatNumber(clear, language))}</strong>
      <ul>
        {sixClear.map((one) => {
          const missing = duty.missing.includes(one);
          const Mark = missing ? IconCircleDashed : IconCircleCheck;
          return (
            <li key={one} data-missing={missing || undefined}>
              <Mark size={16} aria-hidden /> {six[one]}
              {missing && <span className="hidden-visually"> ({six.missing})</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
