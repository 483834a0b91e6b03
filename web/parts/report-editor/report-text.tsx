import type { ReactNode } from 'react';
import { figureWords, outdatedWords, type ValuesNow } from '../../../src/registry/reference-words.ts';
import {
  type ContentBlock,
  type FigureReference,
  isFigure,
  type Run,
  type SectionContent,
} from '../../../src/registry/section-content.ts';
import { useWords } from '../../words/words.ts';
import './figures.css';
import styles from './report-text.module.css';

type Props = {
  content: SectionContent;
  values?: ValuesNow;
  /** What stands beside each block. */
  aside?: (block: ContentBlock, at: number) => ReactNode;
};

/** The text of a report, to be read. */
export function ReportText({ content, values, aside }: Props) {
  return (
    <div className={styles.text}>
      {keyed(content).map(([key, block], at) => (
        <div key={key} className={styles.block}>
          <Block block={block} values={values} />
          {aside?.(block, at)}
        </div>
      ))}
    </div>
  );
}

function Block({ block, values }: { block: ContentBlock; values: ValuesNow | undefined }) {
  const line = (runs: readonly Run[]) => <Line runs={runs} values={values} />;
  if (block.kind === 'paragraph') return <p>{line(block.runs)}</p>;
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul';
    return (
      <List>
        {keyed(block.items).map(([key, runs]) => (
          <li key={key}>{line(runs)}</li>
        ))}
      </List>
    );
  }
  return (
    <table>
      <tbody>
        {keyed(block.rows).map(([key, row]) => (
          <tr key={key}>
            {keyed(row).map(([cellKey, { runs, head, columns, rows }]) => {
              const Cell = head ? 'th' : 'td';
              return (
                <Cell key={cellKey} {...(columns && { colSpan: columns })} {...(rows && { rowSpan: rows })}>
                  {line(runs)}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const keyed = <T,>(all: readonly T[]): [string, T][] => all.map((one, at) => [String(at), one]);

function Line({ runs, values }: { runs: readonly Run[]; values: ValuesNow | undefined }) {
  return keyed(runs).map(([key, run]) => <Piece key={key} run={run} values={values} />);
}

function Piece({ run, values }: { run: Run; values: ValuesNow | undefined }) {
  const inner = isFigure(run) ? <Figure figure={run.figure} values={values} /> : run.text;
  const slanted = run.italic ? <em>{inner}</em> : inner;
  return run.bold ? <strong>{slanted}</strong> : slanted;
}

function Figure({ figure, values }: { figure: FigureReference; values: ValuesNow | undefined }) {
  const { outdated } = useWords().reportEditor;
  const said = values && outdatedWords(figure, values);
  return (
    <span
      className={said ? 'report-figure report-outdated' : 'report-figure'}
      {...(said && { title: outdated(said.was, said.now) })}
    >
      {figureWords(figure)}
    </span>
  );
}
