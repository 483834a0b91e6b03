import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import { useLeaving } from './leaving.tsx';

type Props = {
  title: string;
  size?: 'md' | 'lg' | number;
  /** What is typed in it is stored as it is typed, so that closing loses nothing. */
  keepsTyped?: boolean;
  onClose: () => void;
  children: ReactNode;
};

/** What slides in from the right over a page: shown where it is rendered. */
export function SidePanel({ title, size = 'md', keepsTyped, onClose, children }: Props) {
  const words = useWords();
  const { frame, around } = useLeaving(true, onClose, keepsTyped);
  return (
    <Drawer
      opened
      {...frame}
      position="right"
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {around(children)}
    </Drawer>
  );
}
