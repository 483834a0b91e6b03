/** What was done and can be undone: each step is one thing that a person did, however many cells it changed. */

export type History<Step> = { done: readonly Step[]; undone: readonly Step[] };

export const noHistory = { done: [], undone: [] };

/** More steps than anybody goes back. */
const mostSteps = 200;

export const doing = <Step>(history: History<Step>, step: Step): History<Step> => ({
  done: [...history.done, step].slice(-mostSteps),
  undone: [],
});

export function undoing<Step>({ done, undone }: History<Step>): { step: Step; history: History<Step> } | undefined {
  const step = done.at(-1);
  return step === undefined ? undefined : { step, history: { done: done.slice(0, -1), undone: [...undone, step] } };
}

export function redoing<Step>({ done, undone }: History<Step>): { step: Step; history: History<Step> } | undefined {
  const step = undone.at(-1);
  return step === undefined ? undefined : { step, history: { done: [...done, step], undone: undone.slice(0, -1) } };
}
