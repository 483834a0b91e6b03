import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import styles from './picker-dialog.module.css';

/** One thing that may be chosen. */
export type Found = { value: string; name: string; aside: string; icon?: ReactNode };

type Props = {
  title: string;
  /** What is chosen for: the words of the document. */
  about?: string | undefined;
  search: string;
  typed: string;
  onType: (typed: string) => void;
  /** undefined while it is being looked for. */
  found: readonly Found[] | undefined;
  none: string;
  onChoose: (value: string) => void;
  onClose: () => void;
  children: ReactNode;
};

/** Typing finds, Enter takes the first found, arrows another. */
export function PickerDialog(props: Props) {
  const { title, about, search, typed, onType, found, none, onChoose, onClose, children } = props;
  const combobox = useCombobox({ opened: true });
  const { selectFirstOption } = combobox;
  const shown = found?.map(({ value }) => value).join();
  // Once the new options stand there.
  useEffect(() => {
    if (shown) selectFirstOption();
  }, [shown, selectFirstOption]);
  return (
    <Dialog onClose={onClose} size="lg" title={title}>
      {about && (
        <p className={styles.about} lang="vi">
          {about}
        </p>
      )}
      <Combobox store={combobox} onOptionSubmit={onChoose}>
        <Combobox.EventsTarget>
          <TextInput
            aria-label={search}
            placeholder={search}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={typed}
            onChange={(event) => onType(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            data-autofocus
          />
        </Combobox.EventsTarget>
        <Combobox.Options className={styles.options} aria-label={search}>
          {found?.map(({ value, name, aside, icon }) => (
            <Combobox.Option key={value} value={value} className={styles.option}>
              {icon}
              <span>
                <span lang="vi">{name}</span>
                {aside && <span className={styles.aside}>{aside}</span>}
              </span>
            </Combobox.Option>
          ))}
          {found?.length === 0 && typed.trim() !== '' && <Combobox.Empty>{none}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox>
      <div className={styles.foot}>{children}</div>
    </Dialog>
  );
}
