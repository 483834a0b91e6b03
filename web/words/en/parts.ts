import type { parts as inVietnamese } from '../vi/parts.ts';

export const parts: typeof inVietnamese = {
  leaving: {
    title: 'Discard what you typed?',
    hint: 'What you have just typed is not saved; closing now loses it.',
    stay: 'Keep typing',
    discard: 'Discard and close',
  },
  shownOnce: { copy: 'Copy', copied: 'Copied', kept: 'I have put it away' },
  printedSome: (shown, all) => `${shown} of ${all} rows are printed. For all of them use Export, or filter.`,
  agencySelect: { hint: 'Type a name …', none: 'No agency found' },
};
