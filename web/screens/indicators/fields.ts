import type { IndicatorFields } from '../../../src/registry/indicator.ts';

/** An entry of the catalogue as a form holds it: lists are lines of text. */
export type FormFields = Omit<IndicatorFields, 'synonyms' | 'unitFactors' | 'decimals'> & {
  synonyms: string;
  unitFactors: string;
  decimals: string;
};

export const formOf = ({ synonyms, unitFactors, decimals, ...rest }: IndicatorFields): FormFields => ({
  ...rest,
  synonyms: synonyms.join('\n'),
  unitFactors: unitFactors.map(({ unit, factor }) => `${unit} = ${String(factor).replace('.', ',')}`).join('\n'),
  decimals: decimals === null ? '' : String(decimals),
});

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The first line that is no "unit = factor". */
export const wrongFactor = (text: string): string | undefined => linesOf(text).find((line) => !factorOf(line));

function factorOf(line: string): { unit: string; factor: number } | undefined {
  const [, unit = '', typed = ''] = /^(.+?)\s*=\s*([\d.,]+)$/u.exec(line) ?? [];
  const factor = Number(typed.replace(',', '.'));
  return unit !== '' && Number.isFinite(factor) && factor > 0 ? { unit, factor } : undefined;
}

export const fieldsOf = ({ synonyms, unitFactors, decimals, ...rest }: FormFields): IndicatorFields => ({
  ...rest,
  synonyms: linesOf(synonyms),
  unitFactors: linesOf(unitFactors).flatMap((line) => factorOf(line) ?? []),
  decimals: decimals === '' ? null : Number(decimals),
});

export const emptyFields: IndicatorFields = {
  name: '',
  synonyms: [],
  unit: null,
  unitFactors: [],
  measure: 'share',
  direction: 'up',
  cumulative: false,
  decimals: null,
  breakdowns: [],
  statisticalCode: null,
  codeEvidence: null,
  ownerProfile: null,
  pillar: null,
  aggregation: null,
  weightIndicatorId: null,
  formula: null,
};
