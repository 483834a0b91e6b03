import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Flow, Rehearsal } from '../../../src/registry/rehearsal.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import styles from './deciding.module.css';

const atOnce = 100;

/** The pieces of work of one flow, each leading to its sentence. */
export function MovedWorks({ flow, rehearsal }: { flow: Flow; rehearsal: Rehearsal }) {
  const { words, language } = useWording();
  const names = words.reorganisations;
  const [most, setMost] = useState(atOnce);
  const { works, names: agencies, moved, movedLeftOut } = rehearsal;
  const rows = moved.filter(
    ({ from, to, field }) => from.includes(flow.from) && to === flow.to && field === flow.field,
  );
  const nameOf = (id: string | null): string => (id === null ? names.nobody : (agencies[id] ?? id));
  return (
    <section aria-label={names.movedOf(nameOf(flow.from), nameOf(flow.to))}>
      <h3>{names.movedOf(nameOf(flow.from), nameOf(flow.to))}</h3>
      <ul className={styles.works}>
        {rows.slice(0, most).map(({ work, role, from, pending }) => {
          const said = works[work];
          return (
            <li key={`${work} ${role}`}>
              {said ? (
                <Link
                  to="/van-ban/$id"
                  params={{ id: said.documentId }}
                  search={{ muc: said.findingId }}
                  preload={false}
                >
                  {said.quote}
                </Link>
              ) : (
                work
              )}
              <span className={styles.where}>
                {role === 'named' ? names.named : words.roles[role]} · {said?.documentNumber}
                {from.length > 1 && ` · ${names.joinedMark}: ${from.map(nameOf).join('; ')}`}
                {pending && rehearsal.state === 'applied' && ` · ${names.pendingMark}`}
              </span>
            </li>
          );
        })}
      </ul>
      {rows.length > most && (
        <Button variant="default" onClick={() => setMost(most + atOnce)}>
          {names.showMore(formatNumber(rows.length - most, language))}
        </Button>
      )}
      {movedLeftOut > 0 && <p className="soft">{names.movedLeftOut(formatNumber(movedLeftOut, language))}</p>}
    </section>
  );
}
