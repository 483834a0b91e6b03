import { Modal, type ModalProps } from '@mantine/core';

type Props = Pick<ModalProps, 'title' | 'size' | 'children'>;

/** Two have written in the same place and one is to choose: neither Esc nor a click beside it throws anything away. */
export function EitherDialog(props: Props) {
  return <Modal opened onClose={() => undefined} closeOnEscape={false} withCloseButton={false} {...props} />;
}
