import { type DutyState, dutyStates } from '../registry/duty-state.ts';
import type { PublicCounts } from '../registry/public-plan.ts';
import { type Standing, type StandingState, standingStates } from '../registry/standing.ts';
import { standingWord, stateWord } from '../registry/standing-words.ts';
import { formatNumber } from '../values/format.ts';
import { type Address, withQuery } from './addresses.ts';
import { link, type Setting } from './frame.ts';
import { type Html, html, type Piece } from './html.ts';

/** Where something stands: a shape, a colour and always a word. */

const shapes = {
  tick: html`<circle cx="8" cy="8" r="7.5" fill="currentColor"/><path d="m4.500 8.300 2.500 2.500 4.500-5.300" fill="none" stroke="var(--ground)" stroke-width="2"/>`,
  arrow: html`<circle cx="8" cy="8" r="6.700" fill="none" stroke="currentColor" stroke-width="1.800"/><path d="M4.500 8h7M8.500 5l3 3-3 3" fill="none" stroke="currentColor" stroke-width="1.800"/>`,
  triangle: html`<path d="M8 1.500 15.200 14.500H.8z" fill="none" stroke="currentColor" stroke-width="1.800"/><path d="M8 6v4M8 11.300v1.500" stroke="currentColor" stroke-width="1.800"/>`,
  square: html`<path d="M1 1h14v14H1z" fill="currentColor"/><path d="M8 4v5M8 10.500v2" stroke="var(--ground)" stroke-width="2"/>`,
  ring: html`<circle cx="8" cy="8" r="6.700" fill="none" stroke="currentColor" stroke-width="1.800"/>`,
  clock: html`<circle cx="8" cy="8" r="6.700" fill="none" stroke="currentColor" stroke-width="1.800"/><path d="M8 4.500V8l2.500 2" fill="none" stroke="currentColor" stroke-width="1.800"/>`,
  dashes: html`<circle cx="8" cy="8" r="6.700" fill="none" stroke="currentColor" stroke-width="1.800" stroke-dasharray="3 2.500"/>`,
};

type Look = { shape: keyof typeof shapes; tone: 'good' | 'way' | 'warn' | 'bad' | 'none' };

const standingLook: Record<StandingState | 'far', Look> = {
  met: { shape: 'tick', tone: 'good' },
  onPath: { shape: 'arrow', tone: 'way' },
  behind: { shape: 'triangle', tone: 'warn' },
  far: { shape: 'square', tone: 'bad' },
  noData: { shape: 'dashes', tone: 'none' },
};

const dutyLook: Record<DutyState | 'ungiven', Look> = {
  doneOnTime: { shape: 'tick', tone: 'good' },
  doneLate: { shape: 'clock', tone: 'good' },
  openInTime: { shape: 'ring', tone: 'way' },
  dueSoon: { shape: 'ring', tone: 'way' },
  openOverdue: { shape: 'square', tone: 'bad' },
  noDue: { shape: 'dashes', tone: 'none' },
  ungiven: { shape: 'dashes', tone: 'none' },
};

const marked = ({ shape, tone }: Look, words: Piece): Html =>
  html`<span class="s ${tone}"><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">${shapes[shape]}</svg>${words}</span>`;

export const standingMark = ({ language }: Setting, standing: Pick<Standing, 'state' | 'degree' | 'ended'>): Html =>
  marked(
    standingLook[standing.state === 'behind' && standing.degree === 'far' ? 'far' : standing.state],
    standingWord(standing, language),
  );

export const dutyMark = ({ words }: Setting, state: DutyState | null, said?: string): Html =>
  marked(dutyLook[state ?? 'ungiven'], said ?? words.duties[state ?? 'ungiven']);

/** By what lists are narrowed, as their addresses say it. */
export const targetStates = standingStates;
export const taskStates = [...dutyStates.filter((state) => state !== 'dueSoon'), 'ungiven'] as const;
export type TaskState = (typeof taskStates)[number];
export type ListState = (typeof targetStates)[number] | TaskState;

const numberOf = ({ targets, tasks, ungiven }: PublicCounts, state: ListState): number =>
  state === 'ungiven' ? ungiven : state in targets ? targets[state as StandingState] : tasks[state as DutyState];

const wordOf = ({ words, language }: Setting, state: ListState): string =>
  state in standingLook ? stateWord(state as StandingState, language) : words.duties[state as TaskState];

const lookOf = (state: ListState): Look =>
  state in standingLook ? standingLook[state as StandingState] : dutyLook[state as TaskState];

type Counted = {
  counts: PublicCounts;
  states: readonly ListState[];
  /** The list that each number opens. */
  path: Address;
  chosen?: string | undefined;
  /** Says what is counted, where no heading does. */
  labelled?: boolean;
};

/** How many there are in each state; each number opens its list. */
export const countsLine = (setting: Setting, { counts, states, path, chosen, labelled = false }: Counted): Piece => {
  const shown = states.filter((state) => numberOf(counts, state) > 0);
  if (shown.length === 0) return null;
  const what = states.includes('met') ? setting.words.targets : setting.words.tasks;
  return html`<ul class="counts" aria-label="${what}">${labelled && html`<li class="what">${what}</li>`}${shown.map(
    (state) =>
      html`<li><a href="${link(setting, withQuery(path, { loc: state }))}"${
        chosen === state ? html` aria-current="true"` : null
      }>${marked(lookOf(state), html`<b>${formatNumber(numberOf(counts, state), setting.language)}</b> ${wordOf(setting, state)}`)}</a></li>`,
  )}</ul>`;
};

const [barWidth, barHeight, barGap] = [640, 22, 3];

/** The same numbers as one bar, for the eye: the line below it says them in words. */
export const countsBar = ({ counts, states }: Pick<Counted, 'counts' | 'states'>): Piece => {
  const shown = states.map((state) => ({ state, count: numberOf(counts, state) })).filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const room = barWidth - barGap * (shown.length - 1);
  let from = 0;
  return (
    total > 0 &&
    html`<svg class="big" viewBox="0 0 ${barWidth} ${barHeight}" aria-hidden="true">${shown.map(({ state, count }) => {
      const [x, width] = [from, (room * count) / total];
      from += width + barGap;
      return html`<rect class="${lookOf(state).tone}" fill="currentColor" x="${x.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="${barHeight}" rx="2"/>`;
    })}</svg>`
  );
};
