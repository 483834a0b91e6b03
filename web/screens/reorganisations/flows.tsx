import { useState } from 'react';
import type { Flow, Rehearsal } from '../../../src/registry/rehearsal.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import { FlowPicture } from './flow-picture.tsx';
import { MovedWorks } from './moved-works.tsx';
import styles from './reorganisations.module.css';

const keyOf = ({ from, to, field }: Flow): string => JSON.stringify([from, to, field]);

/** Every flow in numbers; a row opens the pieces of work in it. */
export function Flows({ rehearsal }: { rehearsal: Rehearsal }) {
  const { words, language } = useWording();
  const names = words.reorganisations;
  const [open, setOpen] = useState<string>();
  const { flows, names: agencies, ceasing } = rehearsal;
  const number = (value: number): string => formatNumber(value, language);
  const chosen = flows.find((flow) => keyOf(flow) === open);
  return (
    <section className={styles.section} aria-labelledby="cac-dong">
      <h2 id="cac-dong">{names.flow}</h2>
      <p className={styles.keys}>{names.flowHint}</p>
      <FlowPicture rehearsal={rehearsal} />
      <div className={styles.frame}>
        <table className={styles.table}>
          <caption className="hidden-visually">{names.flow}</caption>
          <thead>
            <tr>
              <th scope="col">{names.old}</th>
              <th scope="col">{names.heir}</th>
              <th scope="col">{names.field}</th>
              <th scope="col" data-numeric>
                {words.frame.tasks}
              </th>
              <th scope="col" data-numeric>
                {names.leads}
              </th>
              <th scope="col" data-numeric>
                {words.frame.targets}
              </th>
            </tr>
          </thead>
          <tbody>
            {flows.map((flow) => (
              <tr key={keyOf(flow)} data-chosen={keyOf(flow) === open || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.open}
                    aria-expanded={keyOf(flow) === open}
                    onClick={() => setOpen(keyOf(flow) === open ? undefined : keyOf(flow))}
                  >
                    {agencies[flow.from] ?? flow.from}
                  </button>
                  {ceasing.includes(flow.from) && <span className={styles.basis}>{names.ends}</span>}
                </th>
                <td data-name={names.heir}>
                  {flow.to === null ? <span className="soft">{names.nobody}</span> : (agencies[flow.to] ?? flow.to)}
                </td>
                <td data-name={names.field}>{flow.field ?? <span className="soft">–</span>}</td>
                <td data-name={words.frame.tasks} data-numeric>
                  {number(flow.tasks)}
                </td>
                <td data-name={names.leads} data-numeric>
                  {number(flow.lead)}
                </td>
                <td data-name={words.frame.targets} data-numeric>
                  {number(flow.targets)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen && <MovedWorks key={open} flow={chosen} rehearsal={rehearsal} />}
    </section>
  );
}
