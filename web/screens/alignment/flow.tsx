import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { call } from '../../../src/api/client.ts';
import { type Alignment as Found, getAlignment } from '../../../src/api/counterparts.ts';
import { taskAnswered, verdictWords } from '../../../src/registry/verdict-words.ts';
import { ChartFrame } from '../../parts/charts/chart-frame.tsx';
import { type Item, type ItemKind, itemsOf } from '../../parts/comparison/items.ts';
import { useWording } from '../../words/words.ts';
import styles from './alignment.module.css';
import { type FlowLink, type PlacedItem, placeFlow, type Ribbon, slot } from './flow-places.ts';
import { stagesOf } from './flow-stages.ts';
import { Pair } from './pair.tsx';
import { type Cell, isGap, rowsOf } from './rows.ts';
import { toneOf } from './verdict-mark.tsx';

type Pairing = FlowLink & { id: string; higher: Item; cell: Cell; lowers: Item[] };
type Props = { found: Found; kind: ItemKind; onlyGaps: boolean; chosen: string | undefined; onClose: () => void };

const keyOf = ({ documentId, id }: Pick<Item, 'documentId' | 'id'>): string => `${documentId} ${id}`;

/** From the Government down to the city: what answers what, gaps in red and in words; every ribbon opens its pair. */
export function Flow({ found, kind, onlyGaps, chosen, onClose }: Props) {
  const { words, language } = useWording();
  const own = words.alignment;
  const stages = stagesOf(found);
  // The first column beside the second has been asked for already.
  const further = useQueries({
    queries: stages.slice(1, -1).flatMap((stage, at) =>
      stage.map((side) => {
        const [higher, lower] = [side.document.id, (stages[at + 2] ?? []).map(({ document }) => document.id)];
        return {
          queryKey: ['alignment', higher, lower],
          queryFn: ({ signal }: { signal: AbortSignal }) => call(getAlignment, { query: { higher, lower }, signal }),
        };
      }),
    ),
  });
  const second = new Set((stages[1] ?? []).map(({ document }) => document.id));
  const first = { ...found, columns: found.columns.filter(({ document }) => second.has(document.id)) };
  const all = [first, ...further.flatMap(({ data }) => data ?? [])];
  const links = all.flatMap((one) => pairingsOf(one, kind, language)).filter(({ cell }) => !onlyGaps || isGap(cell));
  const columns = stages.map((stage) =>
    stage.flatMap((side) =>
      itemsOf(side, kind, language).map((item) => ({
        key: keyOf(item),
        name: [item.name, item.figure].filter(Boolean).join(' · '),
        document: side.document.number ?? side.document.fileName,
      })),
    ),
  );
  const verdictOf = ({ cell: { answer } }: Pairing) =>
    (kind === 'task' && answer.verdict === 'same' ? taskAnswered : verdictWords[answer.verdict])[language];
  const pair = links.find(({ id }) => id === chosen);
  const documentOf = ({ document }: Cell) => document.number ?? document.fileName;
  if (links.length === 0) return <p className="soft">{own.nothing}</p>;
  return (
    <>
      <p className="soft">{own.flowHint}</p>
      <ChartFrame
        title={own.flow}
        draw={(place) => (
          <Drawing
            columns={columns}
            heads={stages.map((stage) => stage.map(({ document }) => document.number ?? document.fileName).join('; '))}
            links={links}
            verdictOf={verdictOf}
            place={place}
          />
        )}
        table={{
          heads: [own.higher, own.verdict, own.lower, own.answer],
          rows: links.map((one) => [
            [one.higher.name, one.higher.figure].filter(Boolean).join(' · '),
            verdictOf(one),
            documentOf(one.cell),
            [one.cell.lower?.name, one.cell.lower?.figure].filter(Boolean).join(' · '),
          ]),
        }}
      />
      {pair && <Pair kind={kind} higher={pair.higher} cell={pair.cell} lowers={pair.lowers} onClose={onClose} />}
    </>
  );
}

function pairingsOf(found: Found, kind: ItemKind, language: 'vi' | 'en'): Pairing[] {
  return rowsOf(found, kind, language).flatMap(({ higher, cells }) =>
    cells.map((cell) => {
      const column = found.columns.find(({ document }) => document.id === cell.document.id);
      return {
        id: `${keyOf(higher)} ${cell.document.id}`,
        from: keyOf(higher),
        to: cell.lower ? keyOf(cell.lower) : null,
        ...{ higher, cell, lowers: column ? itemsOf(column, kind, language) : [] },
      };
    }),
  );
}

const width = 1000;

type DrawingProps = {
  columns: Parameters<typeof placeFlow>[0];
  heads: readonly string[];
  links: readonly Pairing[];
  verdictOf: (pairing: Pairing) => string;
  place: RefObject<SVGSVGElement | null>;
};

function Drawing({ columns, heads, links, verdictOf, place }: DrawingProps) {
  const own = useWording().words.alignment;
  const { items, ribbons, height } = placeFlow(columns, links);
  const label = columns.length > 2 ? 210 : 330;
  const left = (column: number) => ((width - label) / Math.max(1, columns.length - 1)) * column;
  return (
    <div className={styles.flow}>
      <svg ref={place} viewBox={`0 0 ${width} ${height}`}>
        <title>{own.flow}</title>
        {heads.map((head, at) => (
          <text key={head} x={left(at) + 4} y={16} className={styles.flowHead}>
            {shortened(head, label)}
          </text>
        ))}
        {ribbons.map((ribbon) => (
          <OneRibbon
            key={ribbon.link.id}
            ribbon={ribbon}
            from={left(ribbon.column) + label}
            to={left(ribbon.column + 1)}
            said={verdictOf(ribbon.link)}
            alone={!heads[ribbon.column + 1]?.includes(';')}
          />
        ))}
        {items.map((item) => (
          <OneItem key={item.key} item={item} left={left(item.column)} label={label} />
        ))}
      </svg>
    </div>
  );
}

const shortened = (name: string, label: number): string => {
  const most = Math.floor(label / 7.2);
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
};

function OneItem({ item, left, label }: { item: PlacedItem; left: number; label: number }) {
  return (
    <g>
      <title>{`${item.document}: ${item.name}`}</title>
      <rect x={left} y={item.top} width={label} height={item.height} className={styles.flowItem} />
      <text x={left + 6} y={item.top + item.height / 2 + 4} className={styles.flowName}>
        {shortened(item.name, label)}
      </text>
    </g>
  );
}

/** `alone`: only one document stands in the next column. */
type RibbonProps = { ribbon: Ribbon<Pairing>; from: number; to: number; said: string; alone: boolean };

/** A gap is red, dashed and says what it is; where nothing answers at all it ends halfway. */
function OneRibbon({ ribbon: { link, from: y, to: end }, from, to, said, alone }: RibbonProps) {
  const { higher, cell } = link;
  const gap = isGap(cell);
  const middle = (from + to) / 2;
  const path =
    end === null ? `M${from},${y}H${from + 22}` : `M${from},${y}C${middle},${y} ${middle},${end} ${to},${end}`;
  const told = `${higher.name} → ${cell.lower?.name ?? cell.document.number ?? cell.document.fileName}: ${said}`;
  return (
    <Link
      from="/doi-chieu"
      to="."
      search={(now) => ({ ...now, cap: link.id })}
      replace
      resetScroll={false}
      className={styles.ribbon}
      data-tone={toneOf(cell.answer.verdict)}
      aria-label={told}
    >
      <title>{told}</title>
      <path d={path} strokeWidth={slot - 12} strokeDasharray={gap ? '7 4' : undefined} />
      {gap && (
        <text x={from + (end === null ? 26 : 10)} y={y + 4} className={styles.flowGap}>
          {end === null && !alone ? `${said}: ${cell.document.number ?? ''}` : said}
        </text>
      )}
    </Link>
  );
}
