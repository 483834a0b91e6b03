import { useLocalStorage } from '@mantine/hooks';

/** The columns a person chose for a list, in the list's own order, remembered on this device. */
export function useColumns<Id extends string>(
  list: string,
  all: readonly Id[],
  usual: readonly Id[],
): [Id[], (shown: string[]) => void] {
  const [stored, setStored] = useLocalStorage<string[]>({
    key: `tiendo.columns.${list}`,
    defaultValue: [...usual],
    getInitialValueInEffect: false,
  });
  const shown = all.filter((id) => stored.includes(id));
  return [shown.length > 0 ? shown : [...usual], setStored];
}

const always = ['state', 'validFrom', 'validUntil'] as const;

/** A list on its own, away from the page and its day, says of each row how its document stands and when it is in force. */
export const exported = <Id extends string>(shown: readonly Id[]): (Id | (typeof always)[number])[] => [
  ...shown.filter((id) => !always.some((one) => one === id)),
  ...always,
];
