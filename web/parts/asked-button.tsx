import { Button, type ButtonProps, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../words/words.ts';
import { Dialog } from './dialog.tsx';

type Props = ButtonProps & {
  children: ReactNode;
  'aria-label'?: string;
  /** What would be done, and to what. */
  title: string;
  /** What is gone afterwards. */
  hint: string;
  onYes: () => void;
};

/** A deed that nobody can take back: done once the question is answered. */
export function AskedButton({ title, hint, onYes, children, ...button }: Props) {
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const leave = () => setAsking(false);
  return (
    <>
      <Button {...button} onClick={() => setAsking(true)}>
        {children}
      </Button>
      <Dialog opened={asking} onClose={leave} title={title}>
        <p>{hint}</p>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={leave}>
            {words.cancel}
          </Button>
          <Button
            color="red"
            onClick={() => {
              leave();
              onYes();
            }}
          >
            {children}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
