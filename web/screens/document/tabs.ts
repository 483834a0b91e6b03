/** The parts of the right side, and the letter that their ids in the address begin with. */
export const tabs = ['targets', 'tasks', 'facts', 'references', 'notes'] as const;
export type Tab = (typeof tabs)[number];

const tabOfLetter: Record<string, Tab> = {
  t: 'targets',
  f: 'targets',
  n: 'tasks',
  c: 'facts',
  v: 'references',
  l: 'notes',
};

export const tabOf = (id: string): Tab | undefined => tabOfLetter[id.charAt(0)];
