import type { publication as inVietnamese } from '../vi/publication.ts';

export const publication: typeof inVietnamese = {
  title: 'Publication',
  states: {
    never: 'Publish',
    planned: 'To be published',
    published: 'Published',
    withdrawn: 'No longer published',
  },
  because: {
    notIssued: 'The document has not been issued, so it cannot be published yet.',
    secret: 'The document bears a mark of state secrecy and is not published.',
  },
  from: (day) => `From ${day}.`,
  shown: (shown, all) => `${shown} of ${all} targets and tasks.`,
  see: 'See it on the public portal',
  hint: 'The public sees the sentence, the agencies responsible, deadlines, states and approved figures of what is chosen. Names of persons, drafts and remarks never leave.',
  day: 'Public from',
  reason: 'Reason, legal basis',
  items: 'What is published',
  filter: 'Search among them',
  personal: (count) => `${count} name a person or say how to reach one: always kept back`,
  more: (count) => `${count} more, published along.`,
  publish: 'Publish',
  publishAnew: 'Publish again as chosen',
  withdraw: 'Unpublish',
};
