import { Select } from '@mantine/core';
import { type Post, type Role, roles } from '../../../src/registry/post.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { useWords } from '../../words/words.ts';

/** A post being chosen. */
export type PostDraft = { role: Role | null; agencyId: string | null };
export const noPost: PostDraft = { role: null, agencyId: null };

export const wholePost = ({ role, agencyId }: PostDraft): Post | undefined =>
  role !== null && agencyId !== null ? { role, agencyId } : undefined;

export function PostFields({ post, onChange }: { post: PostDraft; onChange: (post: PostDraft) => void }) {
  const { people: own } = useWords();
  return (
    <>
      <Select
        label={own.role}
        data={roles.map((value) => ({ value, label: own.roles[value] }))}
        value={post.role}
        onChange={(role) => onChange({ ...post, role })}
        clearable
      />
      <AgencySelect
        label={own.agency}
        chosen={post.agencyId}
        onChoose={(agencyId) => onChange({ ...post, agencyId })}
      />
    </>
  );
}
