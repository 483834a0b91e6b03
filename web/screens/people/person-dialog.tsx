import { Alert, Stack } from '@mantine/core';
import type { ListedPerson } from '../../../src/api/people.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useSession } from '../../parts/session.ts';
import { useWords } from '../../words/words.ts';
import { AccountSection } from './account-section.tsx';
import { LeavingSection } from './leaving-section.tsx';
import { LockSection } from './lock-section.tsx';
import { PostsSection } from './posts-section.tsx';

/** All that an administrator does with one person. */
export function PersonDialog({ person, onClose }: { person: ListedPerson | null; onClose: () => void }) {
  const { people: own } = useWords();
  const self = useSession().data?.user?.id;
  return (
    <Dialog opened={person !== null} onClose={onClose} title={person?.name} size="lg">
      {person && (
        <Stack gap="md" key={person.id}>
          <span className="soft">{person.email}</span>
          {!person.withinReach && <Alert color="gray">{own.beyondReach}</Alert>}
          <PostsSection person={person} />
          {person.withinReach && <AccountSection person={person} />}
          {person.withinReach && person.state !== 'left' && person.id !== self && (
            <>
              {(person.state === 'active' || person.state === 'invited') && <LockSection userId={person.id} />}
              <LeavingSection userId={person.id} />
            </>
          )}
        </Stack>
      )}
    </Dialog>
  );
}
