import type { administration as inVietnamese } from '../vi/administration.ts';

export const administration: typeof inVietnamese = {
  title: 'Administration',
  groups: { accounts: 'Accounts', settings: 'Settings', system: 'System' },
  sections: {
    people: 'Users',
    accountReviews: 'Reviews of accounts',
    calendar: 'Calendar',
    signIns: 'Sign-ins',
    audit: 'Audit log',
    jobs: 'Jobs',
    operation: 'Operation',
    urgingSettings: 'Urging',
    templates: 'Templates',
    boundaries: 'Boundaries',
  },
  closedTitle: 'This page is not for your roles',
  closedText: 'Your roles have nothing to do here. If you need rights, ask the administrator of the province.',
};
