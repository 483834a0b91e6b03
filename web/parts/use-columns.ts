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
