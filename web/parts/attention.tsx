import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../src/api/client.ts';
import { getAttention } from '../../src/api/follows.ts';
import { type Matter, matterKey } from '../../src/registry/matter.ts';
import { formatDay } from '../../src/values/format.ts';
import { useWording } from '../words/words.ts';
import { DutyStateMark } from './duty-state-mark.tsx';

/** Who follows this in person, which stocktake gave it, and what stocktakes decided about it; nothing where there is nothing. */
export function AttentionPart({ matter, className }: { matter: Matter; className?: string | undefined }) {
  const { words, language } = useWording();
  const own = words.follows;
  const key = matterKey(matter);
  const found = useQuery({
    queryKey: ['attention', key],
    queryFn: ({ signal }) => call(getAttention, { query: { matter: key }, signal }),
  });
  const { origin = null, followers = [], discussions = [] } = found.data ?? {};
  if (origin === null && followers.length === 0 && discussions.length === 0) return null;
  return (
    <section className={className} aria-labelledby="attention">
      <h2 id="attention">{own.attention}</h2>
      {origin && (
        <p>
          {own.origin}{' '}
          <Link to="/kiem-diem/$id" params={{ id: origin.id }}>
            {origin.title}
          </Link>{' '}
          ({formatDay(origin.heldOn, language)})
        </p>
      )}
      {followers.length > 0 && <p>{own.followers(followers.map(({ leader }) => leader.name).join(', '))}</p>}
      {discussions.map(({ stocktake, stage, discussion, decisions }) => (
        <div key={stocktake.id}>
          <h3>
            <Link to="/kiem-diem/$id" params={{ id: stocktake.id }}>
              {(stage === 'held' ? own.discussed : own.planned)(formatDay(stocktake.heldOn, language))}
            </Link>
          </h3>
          {discussion && <p lang="vi">{discussion}</p>}
          {stage === 'held' && decisions.length === 0 && !discussion && <p className="soft">{own.noDecision}</p>}
          {decisions.length > 0 && (
            <ul>
              {decisions.map(({ id, content, agency, due, duty }) => (
                <li key={id}>
                  {duty ? (
                    <Link to="/viec/$id" params={{ id: duty.id }}>
                      {content}
                    </Link>
                  ) : (
                    content
                  )}
                  <div className="soft">
                    {agency.name}
                    {due && ` · ${formatDay(due, language)}`}{' '}
                    {duty?.state && <DutyStateMark state={duty.state} daysLeft={duty.daysLeft} share={duty.share} />}
                  </div>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}
