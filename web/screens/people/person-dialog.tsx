import { Modal, Stack } from '@mantine/core';
import type { ListedPerson } from '../../../src/api/people.ts';
import { useSession } from '../../parts/session.ts';
import { useWords } from '../../words/words.ts';
import { AccountSection } from './account-section.tsx';
import { LeavingSection } from './leaving-section.tsx';
import { PostsSection } from './posts-section.tsx';

/** All that an administrator does with one person. */
export function PersonDialog({ person, onClose }: { person: ListedPerson | null; onClose: () => void }) {
  const { people: own } = useWords();
  const self = useSession().data?.user?.id;
  return (
    <Modal
      opened={person !== null}
      onClose={onClose}
      title={person?.name}
      size="lg"
      closeButtonProps={{ 'aria-label': own.close }}
    >
      {person && (
        <Stack gap="md" key={person.id}>
          <span className="soft">{person.email}</span>
          <PostsSection person={person} />
          <AccountSection person={person} />
          {person.state !== 'left' && person.id !== self && <LeavingSection userId={person.id} />}
        </Stack>
      )}
    </Modal>
  );
}
