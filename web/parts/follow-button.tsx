import { ActionIcon, Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEye, IconEyeCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../src/api/client.ts';
import { follow, listFollowed, unfollow } from '../../src/api/follows.ts';
import { type Matter, matterKey } from '../../src/registry/matter.ts';
import { useWording } from '../words/words.ts';
import { sentenceOf } from './sentence.ts';
import { useMay } from './session.ts';
import { showRefused } from './show-refused.ts';

export const followedKey = ['followed'];

type Props = { matter: Matter; name: string; small?: boolean };

/** Puts something on a leader's list, or takes it off; for leaders, and coordinators who prepare the lists. */
export function FollowButton({ matter, name, small = false }: Props) {
  const { words, language } = useWording();
  const own = words.follows;
  const queries = useQueryClient();
  const allowed = useMay()('follow');
  const lists = useQuery({
    queryKey: followedKey,
    queryFn: ({ signal }) => call(listFollowed, { signal }),
    enabled: allowed,
    staleTime: 60_000,
  });
  const change = useMutation({
    mutationFn: async ({ leaderId, id }: { leaderId: string; id: string | undefined }) => {
      if (id === undefined) await call(follow, { body: { leaderId, matter } });
      else await call(unfollow, { params: { id } });
    },
    onSuccess: async (_, { id }) => {
      for (const key of [followedKey, ['attention'], ['leader-list'], ['proposals']])
        await queries.invalidateQueries({ queryKey: key });
      notifications.show({ message: id === undefined ? own.followed : own.unfollowed });
    },
    onError: (error) => showRefused(sentenceOf(error, words, language)),
  });
  const leaders = lists.data?.leaders ?? [];
  const idOf = (leaderId: string) =>
    lists.data?.followed.find((one) => one.leaderId === leaderId && one.key === matterKey(matter))?.id;
  const [first] = leaders;
  if (!allowed || !first) return null;
  const followed = leaders.some(({ id }) => idOf(id) !== undefined);
  const face = { followed, name, small, loading: change.isPending };
  if (leaders.length === 1)
    return <Face {...face} onClick={() => change.mutate({ leaderId: first.id, id: idOf(first.id) })} />;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Face {...face} />
      </Menu.Target>
      <Menu.Dropdown>
        {leaders.map((leader) => {
          const id = idOf(leader.id);
          return (
            <Menu.Item key={leader.id} onClick={() => change.mutate({ leaderId: leader.id, id })}>
              {id === undefined ? own.followFor(leader.name) : own.unfollowFor(leader.name)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

type FaceProps = { followed: boolean; name: string; small: boolean; loading: boolean; onClick?: () => void };

function Face({ followed, name, small, loading, ...rest }: FaceProps) {
  const own = useWording().words.follows;
  const Mark = followed ? IconEyeCheck : IconEye;
  const label = followed ? own.unfollowOne(name) : own.followOne(name);
  if (small)
    return (
      <ActionIcon
        variant={followed ? 'light' : 'subtle'}
        aria-label={label}
        title={followed ? own.unfollow : own.follow}
        loading={loading}
        {...rest}
      >
        <Mark size={18} aria-hidden />
      </ActionIcon>
    );
  return (
    <Button
      variant={followed ? 'light' : 'default'}
      leftSection={<Mark size={18} aria-hidden />}
      aria-pressed={followed}
      loading={loading}
      {...rest}
    >
      {followed ? own.following : own.follow}
    </Button>
  );
}
