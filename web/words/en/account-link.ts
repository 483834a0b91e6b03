import type { Words } from '../vi.ts';

export const accountLink: Words['accountLink'] = {
  title: 'Choose a password',
  invited: 'You are invited to Tiến Độ. Check your name and choose a password of your own.',
  forgotten: 'Choose a new password. All open sessions of this account will end.',
  save: 'Set the password',
  done: 'The password is set. You can sign in.',
};
