import type { signIns as inVietnamese } from '../vi/sign-ins.ts';

export const signIns: typeof inVietnamese = {
  title: 'Sign-in log',
  lead: (days) =>
    `Who signed in, failed to, or asked for what they may not do, among the accounts you look after. Each line is kept for ${days} days.`,
  searchLabel: 'Search accounts and addresses',
  search: 'E-mail, name, address …',
  outcome: 'Outcome',
  from: 'From',
  to: 'To',
  columns: {
    at: 'When',
    outcome: 'Outcome',
    account: 'Account',
    means: 'Means',
    address: 'From address',
    device: 'Device',
  },
  table: 'Sign-ins, latest first',
  nobody: 'no such account',
  unknownDevice: 'unknown',
  emptyTitle: 'Nothing fits',
  emptyText: 'Remove a filter or widen the days.',
  more: 'Show more',
  own: {
    title: 'Recent sign-ins',
    hint: 'To your account, failures included. If one was not yours, change your password and tell an administrator.',
    none: 'None was recorded yet.',
  },
};
