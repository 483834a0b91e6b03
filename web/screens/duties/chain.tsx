import { Link } from '@tanstack/react-router';
import type { DutyLink, DutyPage } from '../../../src/registry/duty.ts';
import { formatDate } from '../../../src/values/plain-date.ts';
import { DutyStateMark } from '../../parts/duty-state-mark.tsx';
import { useWording } from '../../words/words.ts';
import styles from './duty.module.css';

/** Where the duty comes from and what was made of it: the whole chain, from both ends. */
export function Chain({ page }: { page: DutyPage }) {
  const own = useWording().words.duty;
  if (page.above.length === 0 && page.below.length === 0) return null;
  const childrenOf = (id: string) => page.below.filter(({ parentId }) => parentId === id);
  return (
    <section className={styles.card} aria-labelledby="chain">
      <h2 id="chain">{own.chain}</h2>
      {page.above.length > 0 && (
        <ol className={styles.chain} aria-label={own.above}>
          {page.above.map((link) => (
            <li key={link.id}>
              <ChainLink link={link} />
            </li>
          ))}
        </ol>
      )}
      {page.below.length > 0 && <Branch id={page.duty.id} childrenOf={childrenOf} label={own.below} />}
    </section>
  );
}

type BranchProps = { id: string; childrenOf: (id: string) => DutyLink[]; label?: string };

function Branch({ id, childrenOf, label }: BranchProps) {
  const children = childrenOf(id);
  if (children.length === 0) return null;
  return (
    <ul className={styles.chain} aria-label={label}>
      {children.map((link) => (
        <li key={link.id}>
          <ChainLink link={link} />
          <Branch id={link.id} childrenOf={childrenOf} />
        </li>
      ))}
    </ul>
  );
}

function ChainLink({ link }: { link: DutyLink }) {
  const own = useWording().words.duty;
  return (
    <>
      <Link to="/viec/$id" params={{ id: link.id }}>
        {link.content ?? own.kinds[link.kind]}
      </Link>
      <div className="soft">
        {own.kinds[link.kind]} · {link.agency.name}
        {link.officer && ` · ${link.officer.name}`}
        {link.due && ` · ${formatDate(link.due)}`}
      </div>
      {link.state && <DutyStateMark state={link.state} />}
    </>
  );
}
