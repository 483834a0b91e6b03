import { MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useWords } from '../words/words.ts';

/** Short messages at the edge. The library gives their close button no name. */
export function Notices() {
  const { close } = useWords();
  return (
    <MantineThemeProvider
      theme={{ components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } } } }}
    >
      <Notifications position="bottom-right" />
    </MantineThemeProvider>
  );
}
