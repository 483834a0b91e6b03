import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { Named } from './named.ts';

/** Thang điểm thi đua: how much each criterion of a scorecard counts, and which score is of which class. */

export const criteria = [
  'tasks',
  'targets',
  'onTime',
  'complete',
  'quality',
  'updated',
  'responsible',
  'signedIn',
  'obstacles',
] as const;
export const Criterion = z.enum(criteria);
export type Criterion = z.infer<typeof Criterion>;

/** The formulas that the program counts by, told in registry/scorecard-words.ts. Whoever changes one gives all of them the next number. */
export const formulaVersion = 1;

const Points = z.number().min(0).max(100);

export const ScaleRules = z
  .object({
    /** The most points of each; with none it is shown and takes no part in the score. */
    points: z.record(Criterion, Points),
    /** From the best down: from which score on, of a hundred. What is below the last is of none of them. */
    classes: z
      .array(z.object({ name: z.string().trim().min(1).max(60), from: Points }))
      .min(1)
      .max(8),
    /** What the rest is called. */
    lowest: z.string().trim().min(1).max(60),
    /** An agency is judged where criteria of so much of all points have anything to count, in percent. */
    leastCovered: z.number().min(1).max(100),
  })
  .refine(({ classes }) => classes.every(({ from }, at) => at === 0 || from < (classes[at - 1]?.from ?? 0)), {
    path: ['classes'],
  })
  .refine(({ points }) => Object.values(points).some((most) => most > 0), { path: ['points'] });
export type ScaleRules = z.infer<typeof ScaleRules>;

/**
 * The program's proposal, no law: 70 points for results and 30 for ways of working, classes from 90, 70 and 50, which is how
 * NĐ 335/2025/NĐ-CP parts the evaluation of officials. No decree sets a scale for agencies; each province decides on its own.
 */
export const proposedRules: ScaleRules = {
  points: {
    ...{ tasks: 35, targets: 15, onTime: 10, complete: 10 },
    ...{ quality: 10, updated: 10, responsible: 5, signedIn: 5, obstacles: 0 },
  },
  classes: [
    { name: 'Hoàn thành xuất sắc nhiệm vụ', from: 90 },
    { name: 'Hoàn thành tốt nhiệm vụ', from: 70 },
    { name: 'Hoàn thành nhiệm vụ', from: 50 },
  ],
  lowest: 'Không hoàn thành nhiệm vụ',
  leastCovered: 50,
};

/** What a coordinator enters: the rules, from which day, and the decision that set them. */
export const ScaleFields = z.object({
  validFrom: PlainDate,
  decisionNumber: z.string().trim().min(1).max(60),
  decisionDate: PlainDate,
  rules: ScaleRules,
});
export type ScaleFields = z.infer<typeof ScaleFields>;

/** One that was set; none is ever changed: of two from the same day the later one holds. */
export const EmulationScale = ScaleFields.extend({ id: z.int(), setAt: z.iso.datetime(), setBy: Named });
export type EmulationScale = z.infer<typeof EmulationScale>;

/** By which a day is judged: null where none had been set, and the program's proposal holds. */
export const scaleOn = (scales: readonly EmulationScale[], day: PlainDate): EmulationScale | null =>
  scales
    .filter(({ validFrom }) => validFrom <= day)
    .toSorted((one, other) =>
      one.validFrom === other.validFrom ? one.id - other.id : one.validFrom < other.validFrom ? -1 : 1,
    )
    .at(-1) ?? null;

export const classOf = ({ classes, lowest }: ScaleRules, score: number): string =>
  classes.find(({ from }) => score >= from)?.name ?? lowest;
