import { Modal, type ModalProps } from '@mantine/core';
import { useWords } from '../words/words.ts';
import { useLeaving } from './leaving.tsx';

type Props = Pick<ModalProps, 'title' | 'size' | 'centered' | 'children'> & {
  /** Shown where it is rendered, unless this says otherwise. */
  opened?: boolean;
  /** Without it two have written in the same place and one is to choose: only the dialog's own buttons close it. */
  onClose?: (() => void) | undefined;
};

/** What stands over a page until it is answered. */
export function Dialog({ opened = true, onClose, children, ...rest }: Props) {
  const words = useWords();
  const { frame, around } = useLeaving(opened, onClose);
  return (
    <Modal opened={opened} {...frame} closeButtonProps={{ 'aria-label': words.close }} {...rest}>
      {around(children)}
    </Modal>
  );
}
