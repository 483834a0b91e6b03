import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../src/api/client.ts';
import { getFigureSheet } from '../../../src/api/figures.ts';
import { type FigureKey, figureKey } from '../../../src/registry/figure.ts';
import { figureText, lineName } from '../../parts/figure-text.ts';
import { useWording } from '../../words/words.ts';
import { sheetKey } from './use-cells.ts';

type Props = { submissionId: string; chosen: readonly FigureKey[]; onChoose: (cells: FigureKey[]) => void };

/** The figures that are given back: whoever filled them in finds the reason at each. */
export function ReturnedCells({ submissionId: id, chosen, onChoose }: Props) {
  const { words, language } = useWording();
  const sheet = useQuery({
    queryKey: sheetKey(id),
    queryFn: ({ signal }) => call(getFigureSheet, { params: { id }, signal }),
  });
  const cells = (sheet.data?.lines ?? []).flatMap((line) =>
    line.cells.map((cell) => {
      const said = figureText(cell, words, language, line.decimals) || words.figures.blankCell;
      const kind = `${words.figures.spans[cell.span]}, ${words.figures.bases[cell.basis]}`;
      return { cell, value: figureKey(cell), label: `${lineName(line)} (${kind}): ${said}` };
    }),
  );
  if (cells.length === 0) return null;
  return (
    <MultiSelect
      label={words.rounds.submission.returnedCells}
      data={cells.map(({ value, label }) => ({ value, label }))}
      value={chosen.map(figureKey)}
      onChange={(keys) => onChoose(cells.filter(({ value }) => keys.includes(value)).map(({ cell }) => keyOf(cell)))}
      searchable
      limit={100}
      comboboxProps={{ withinPortal: true }}
    />
  );
}

const keyOf = ({ indicatorId, line, span, basis }: FigureKey): FigureKey => ({ indicatorId, line, span, basis });
