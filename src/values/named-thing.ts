/** A thing under its name, where a refusal knows it. */
export const named = ({ name }: Record<string, string | number>, lead: string, without: string): string =>
  name === undefined ? without : `${lead} “${name}”`;
