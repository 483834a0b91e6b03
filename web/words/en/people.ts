import type { people as vi } from '../vi/people.ts';

export const people: typeof vi = {
  roles: {
    administrator: 'Administrator',
    coordinator: 'Coordinator',
    leader: 'Leader',
    head: 'Head of agency',
    officer: 'Agency officer',
    supervisor: 'Supervisor',
  },
};
