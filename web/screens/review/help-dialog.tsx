import { Kbd, Switch } from '@mantine/core';
import { Fragment } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { useWords } from '../../words/words.ts';
import styles from './forms.module.css';
import { deeds, faceOf, keysOf, useKeysOn } from './keys.ts';

/** All keys, and the switch that turns them off. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { review } = useWords();
  const [on, setOn] = useKeysOn();
  return (
    <Dialog onClose={onClose} title={review.keys.title}>
      <dl className={styles.keys}>
        {deeds.map((deed) => (
          <div key={deed}>
            <dt>
              {keysOf[deed].map((key, at) => (
                <Fragment key={key}>
                  {at > 0 && ` ${review.keys.or} `}
                  <Kbd>{faceOf(key)}</Kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{review.hints[deed]}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{review.keys.inFields}</p>
      <Switch
        label={review.keys.on}
        description={review.keys.onHint}
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
