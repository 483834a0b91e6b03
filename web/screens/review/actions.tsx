import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowsJoin,
  IconArrowsSplit,
  IconArrowUp,
  IconBook2,
  IconBuilding,
  IconCheck,
  IconChecks,
  IconDots,
  IconKeyboard,
  IconPencil,
  IconPlus,
  type IconProps,
  IconRotate,
  IconX,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useWords } from '../../words/words.ts';
import styles from './actions.module.css';
import { type Deed, faceOf, keysOf } from './keys.ts';

const icons: Record<Deed, ComponentType<IconProps>> = {
  accept: IconCheck,
  edit: IconPencil,
  split: IconArrowsSplit,
  join: IconArrowsJoin,
  reject: IconX,
  undo: IconArrowBackUp,
  group: IconChecks,
  agency: IconBuilding,
  indicator: IconBook2,
  add: IconPlus,
  next: IconArrowDown,
  previous: IconArrowUp,
  help: IconKeyboard,
};

type Props = {
  /** Who only looks goes from finding to finding. */
  reviews: boolean;
  /** What can be done now; everything else is shown without effect. */
  may: ReadonlySet<Deed>;
  /** Whether the finding in hand is decided: then the first deed takes that back. */
  decided: boolean;
  /** How many one key would accept. */
  groupSize: string;
  keysOn: boolean;
  /** On a phone: few buttons, the rest in a menu. */
  narrow: boolean;
  onDeed: (deed: Deed) => void;
};

const first: Deed[] = ['accept', 'edit', 'split', 'join', 'reject', 'agency'];
const second: Deed[] = ['group', 'undo', 'add', 'indicator', 'previous', 'next'];
const looking: Deed[] = ['previous', 'next'];
const inMenu: Deed[] = ['edit', 'agency', 'indicator', 'split', 'join', 'undo', 'add'];

/** Everything that can be done with the finding in hand, each with its key, always in the same places. */
export function Actions({ reviews, may, decided, groupSize, keysOn, narrow, onDeed }: Props) {
  const { review } = useWords();
  const labelOf = (deed: Deed): string => {
    if (deed === 'accept' && decided) return review.actions.reopen;
    return deed === 'group' ? review.acceptGroup(groupSize) : review.actions[deed];
  };
  const button = (deed: Deed) => {
    const Mark = deed === 'accept' && decided ? IconRotate : icons[deed];
    const key = keysOf[deed][0];
    const bare = deed === 'next' || deed === 'previous';
    return (
      <Button
        key={deed}
        className={styles.button}
        data-deed={deed}
        variant={deed === 'accept' && !decided ? 'filled' : 'default'}
        disabled={!may.has(deed)}
        leftSection={(narrow || deed === 'accept' || bare) && <Mark size={18} aria-hidden />}
        rightSection={
          keysOn &&
          !narrow && (
            <kbd className={styles.key} aria-hidden>
              {faceOf(key)}
            </kbd>
          )
        }
        aria-label={bare ? labelOf(deed) : undefined}
        aria-keyshortcuts={keysOn ? key : undefined}
        title={deed === 'accept' && decided ? review.hints.reopen : review.hints[deed]}
        onClick={() => onDeed(deed)}
      >
        {bare ? null : labelOf(deed)}
      </Button>
    );
  };
  if (!reviews)
    return (
      <div className={styles.bar} role="toolbar" aria-label={review.deeds}>
        <div className={styles.row}>{looking.map(button)}</div>
      </div>
    );
  if (!narrow)
    return (
      <div className={styles.bar} role="toolbar" aria-label={review.deeds}>
        <div className={styles.row}>{first.map(button)}</div>
        <div className={styles.row}>{second.map(button)}</div>
      </div>
    );
  const step = (deed: 'previous' | 'next') => {
    const Mark = icons[deed];
    return (
      <ActionIcon variant="default" size={44} aria-label={review.hints[deed]} onClick={() => onDeed(deed)}>
        <Mark size={20} aria-hidden />
      </ActionIcon>
    );
  };
  return (
    <div className={styles.bar} role="toolbar" aria-label={review.deeds}>
      {may.has('group') && <div className={styles.row}>{button('group')}</div>}
      <div className={styles.row}>
        {button('accept')}
        {button('reject')}
        {step('previous')}
        {step('next')}
        <Menu position="top-end" width={250} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon variant="default" size={44} aria-label={review.more}>
              <IconDots size={20} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {inMenu.map((deed) => {
              const Mark = icons[deed];
              return (
                <Menu.Item
                  key={deed}
                  disabled={!may.has(deed)}
                  leftSection={<Mark size={18} aria-hidden />}
                  onClick={() => onDeed(deed)}
                >
                  {review.hints[deed]}
                </Menu.Item>
              );
            })}
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
}
