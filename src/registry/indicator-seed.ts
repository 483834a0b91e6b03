import { type Indicator, IndicatorFields } from './indicator.ts';

const list = (cell: string): string[] =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const orNull = (cell: string | undefined): string | null => (cell === undefined || cell === '' ? null : cell);

function unitFactor(text: string): { unit: string; factor: number } {
  const at = text.lastIndexOf('=');
  return { unit: text.slice(0, at), factor: Number(text.slice(at + 1)) };
}

/** The delivered catalogue: a table with tabs, one line for each indicator, lists parted by semicolons. */
export function readIndicatorSeed(text: string): Indicator[] {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const row = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
    const fields = IndicatorFields.parse({
      name: row.name,
      synonyms: list(row.synonyms ?? ''),
      unit: orNull(row.unit),
      unitFactors: list(row.units ?? '').map(unitFactor),
      measure: row.measure,
      direction: row.direction,
      cumulative: row.cumulative === 'yes',
      decimals: row.decimals === '' ? null : Number(row.decimals),
      breakdowns: list(row.breakdowns ?? ''),
      statisticalCode: orNull(row.code),
      codeEvidence: orNull(row.evidence),
      ownerProfile: orNull(row.owner),
      pillar: orNull(row.pillar),
      aggregation: orNull(row.aggregation),
      weightIndicatorId: orNull(row.weight),
      formula: orNull(row.formula),
    });
    return { ...fields, id: row.id ?? '', source: row.source ?? '', version: 1 };
  });
}
