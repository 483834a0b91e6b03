import { z } from 'zod';
import { formCodes, formElements } from './document-form.ts';

/** What the checker of the form says of a file: box by box of the form's own diagram. */
export const formBoxes = [
  'page',
  '1',
  '2',
  '3',
  '4',
  '5a',
  '5b',
  '6',
  '7',
  '8',
  '9a',
  '9b',
  '10',
  '11',
  '12',
  '13',
  '14',
  'appendix',
] as const;
export type FormBox = (typeof formBoxes)[number];

/** What is wrong with an element. */
export const faultAspects = [
  'missing',
  'wording',
  'font',
  'size',
  'bold',
  'notBold',
  'italic',
  'notItalic',
  'underline',
  'case',
  'colour',
  'align',
  'rule',
  'ruleLength',
  'mark',
  'endMark',
  'dash',
  'padding',
  'separator',
  'spaces',
  'order',
  'numbering',
  'frame',
  'firstLine',
  'gap',
  'lines',
  'paper',
  'orientation',
  'top',
  'bottom',
  'left',
  'right',
  'place',
  'firstPage',
  'start',
  'notMentioned',
] as const;
export type FaultAspect = (typeof faultAspects)[number];

export const FormFault = z.object({
  box: z.enum(formBoxes),
  element: z.enum([...formElements, 'page']),
  aspect: z.enum(faultAspects),
  /** What stands there, and what the form wants; empty where the aspect says it all. */
  found: z.string(),
  expected: z.string(),
  clause: z.string(),
  /** The words it was found at. */
  excerpt: z.string(),
  /** How often the same was found. */
  times: z.int().min(1),
});
export type FormFault = z.infer<typeof FormFault>;

export const FormCheck = z.object({
  form: z.enum(formCodes),
  formName: z.string(),
  secondHand: z.boolean(),
  boxes: z.array(
    z.object({
      box: z.enum(formBoxes),
      /** absent: not there and not asked for; byHand: stamps and signatures that no file shows. */
      state: z.enum(['right', 'departs', 'absent', 'byHand']),
      faults: z.array(FormFault),
    }),
  ),
});
export type FormCheck = z.infer<typeof FormCheck>;
