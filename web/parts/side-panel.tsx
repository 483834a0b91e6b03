import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from '../words/words.ts';

type Props = { title: string; size?: 'md' | 'lg' | number; onClose: () => void; children: ReactNode };

/** What slides in from the right over a page: shown where it is rendered. */
export function SidePanel({ title, size = 'md', onClose, children }: Props) {
  const { words } = useWording();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {children}
    </Drawer>
  );
}
