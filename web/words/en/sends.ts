import type { sends as inVietnamese } from '../vi/sends.ts';

export const sends: typeof inVietnamese = {
  label: 'Files being sent',
  sending: (percent) => `Sending ${percent}`,
  storing: 'Sent, being stored',
  waiting: 'The line is broken; the rest is sent by itself when it is back',
  cancel: 'Cancel',
  cancelNamed: (name) => `Cancel sending ${name}`,
  refused: 'Not sent',
  dismissNamed: (name) => `Dismiss ${name}`,
};
