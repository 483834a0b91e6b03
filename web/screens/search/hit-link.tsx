import { Link } from '@tanstack/react-router';
import type { ReactNode, Ref } from 'react';
import type { SearchHit } from '../../../src/registry/search.ts';
import type { Span } from '../../../src/values/span.ts';

type Props = {
  hit: SearchHit;
  children: ReactNode;
  id?: string;
  role?: 'option';
  'aria-selected'?: boolean;
  tabIndex?: number;
  className?: string | undefined;
  onClick?: () => void;
  ref?: Ref<HTMLAnchorElement>;
};

/** A stretch of a document as its page's address names it. */
const spanId = ({ start, end }: Span): string => `s${start}-${end}`;

/** Leads to what was found: a finding on its page, a passage to its sentence. */
export function HitLink({ hit, children, ...rest }: Props) {
  const { kind, id, document, duty, agency, roundId, span } = hit;
  const inside = { ...rest, preload: false as const };
  if (document) {
    const muc = kind === 'target' || kind === 'task' ? id : kind === 'passage' && span ? spanId(span) : undefined;
    return (
      <Link to="/van-ban/$id" params={{ id: document.id }} search={muc === undefined ? {} : { muc }} {...inside}>
        {children}
      </Link>
    );
  }
  if (kind === 'section')
    return (
      <Link to="/bao-cao/$id" params={{ id: id.slice(0, id.indexOf('/')) }} search={{ phan: 'noi-dung' }} {...inside}>
        {children}
      </Link>
    );
  if (duty)
    return (
      <Link to="/viec/$id" params={{ id: duty.id }} {...inside}>
        {children}
      </Link>
    );
  if (roundId)
    return (
      <Link to="/dot-bao-cao/$id/tong-hop" params={{ id: roundId }} {...inside}>
        {children}
      </Link>
    );
  if (kind === 'indicator')
    return (
      <Link to="/chi-tieu/danh-muc/$id" params={{ id }} {...inside}>
        {children}
      </Link>
    );
  // A person is found at the agency.
  if (agency)
    return (
      <Link to="/don-vi/$id" params={{ id: agency.id }} {...inside}>
        {children}
      </Link>
    );
  return <span {...rest}>{children}</span>;
}
