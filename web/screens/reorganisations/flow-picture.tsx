import type { Rehearsal } from '../../../src/registry/rehearsal.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import { type Body, bandLeft, bandRight, flowPlaces } from './flow-places.ts';
import styles from './reorganisations.module.css';

const width = 800;

/** Long names are cut in the picture; the table below has them whole. */
const short = (name: string): string => (name.length > 42 ? `${name.slice(0, 40)}…` : name);

/** Before and after as bands from the old bodies to their heirs. The table under it says the same in words. */
export function FlowPicture({ rehearsal: { flows, names: agencies, ceasing } }: { rehearsal: Rehearsal }) {
  const { words, language } = useWording();
  const names = words.reorganisations;
  const { height, old, heirs, bands, leftOut } = flowPlaces(flows);
  if (bands.length === 0) return null;
  const label = ({ id, y, height: high }: Body, at: 'start' | 'end') => (
    <text
      key={id}
      x={at === 'end' ? bandLeft - 10 : bandRight + 10}
      y={y + high / 2}
      textAnchor={at}
      dominantBaseline="middle"
      data-ends={ceasing.includes(id) || undefined}
    >
      <title>{agencies[id] ?? id}</title>
      {short(agencies[id] ?? id)}
    </text>
  );
  return (
    <figure className={styles.picture} aria-hidden>
      <svg viewBox={`0 0 ${width} ${height}`} role="presentation">
        {bands.map(({ flow, d }) => (
          <path key={`${flow.from} ${flow.to} ${flow.field}`} d={d} />
        ))}
        {old.map((body) => label(body, 'end'))}
        {heirs.map((body) => label(body, 'start'))}
      </svg>
      {leftOut > 0 && <p className="soft">{names.flowMore(formatNumber(leftOut, language))}</p>}
    </figure>
  );
}
