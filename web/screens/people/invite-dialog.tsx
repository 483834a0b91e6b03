import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { invitePerson } from '../../../src/api/people-accounts.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { useWording } from '../../words/words.ts';
import { noPost, PostFields, wholePost } from './post-fields.tsx';
import { usePersonChange } from './use-person-change.ts';

export function InviteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { people: own } = useWording().words;
  return (
    <Dialog opened={opened} onClose={onClose} title={own.invite}>
      <InviteForm onClose={onClose} />
    </Dialog>
  );
}

/** Where no mail goes out, the link is shown instead. */
function InviteForm({ onClose }: { onClose: () => void }) {
  const { words, language } = useWording();
  const own = words.people;
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [post, setPost] = useState(noPost);
  const whole = wholePost(post);
  const invite = usePersonChange(() => call(invitePerson, { body: { name, email, posts: whole ? [whole] : [] } }), {
    after: ({ link }) => {
      if (link !== null) return;
      notifications.show({ message: own.invited });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate(undefined);
  };
  if (invite.data?.link) return <ShownOnce hint={own.inviteLink} value={invite.data.link} onKept={onClose} />;
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          required
          label={own.name}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          required
          type="email"
          label={own.email}
          maxLength={200}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PostFields post={post} onChange={setPost} />
        {invite.error && <Alert color="red">{sentenceOf(invite.error, words, language)}</Alert>}
        <Button type="submit" loading={invite.isPending} disabled={(post.role === null) !== (post.agencyId === null)}>
          {own.send}
        </Button>
      </Stack>
    </form>
  );
}
