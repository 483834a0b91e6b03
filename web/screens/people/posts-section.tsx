import { Alert, Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { endPost, givePost, type ListedPerson, type ListedPost } from '../../../src/api/people.ts';
import type { PostToGive } from '../../../src/registry/people.ts';
import { formatDate, type PlainDate } from '../../../src/values/plain-date.ts';
import { today } from '../../parts/as-of.ts';
import { DayField } from '../../parts/day-field.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './people.module.css';
import { noPost, PostFields, wholePost } from './post-fields.tsx';
import { postWords } from './post-words.ts';
import { usePersonChange } from './use-person-change.ts';

/** What a person holds, each to be ended from a day, and what else to give. */
export function PostsSection({ person }: { person: ListedPerson }) {
  const { words } = useWording();
  const own = words.people;
  const [ending, setEnding] = useState<string | null>(null);
  return (
    <section className={styles.section}>
      <h3>{own.posts}</h3>
      {person.posts.length === 0 && <span className="soft">{own.noPosts}</span>}
      <ul className={styles.posts}>
        {person.posts.map((post) => {
          const name = postWords(post, today(), words);
          return (
            <li key={post.id}>
              {name}
              {ending === post.id ? (
                <EndForm userId={person.id} post={post} onDone={() => setEnding(null)} />
              ) : (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={own.endNamed(name)}
                  onClick={() => setEnding(post.id)}
                >
                  {own.end}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <GiveForm userId={person.id} />
    </section>
  );
}

function EndForm({ userId, post, onDone }: { userId: string; post: ListedPost; onDone: () => void }) {
  const { words, language } = useWording();
  const own = words.people;
  const [until, setUntil] = useState<PlainDate | null | undefined>(today());
  const end = usePersonChange(
    (day: PlainDate) =>
      call(endPost, { params: { id: userId, post: post.id }, body: { until: day, seenUntil: post.validUntil } }),
    { said: (day) => own.ended(formatDate(day)), after: onDone },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (until) end.mutate(until);
  };
  return (
    <form onSubmit={submit} className={styles.filters}>
      <DayField label={own.endFrom} value={today()} onChange={setUntil} autoFocus />
      <Button type="submit" color="red" variant="light" loading={end.isPending} disabled={!until}>
        {own.confirmEnd}
      </Button>
      <Button variant="default" onClick={onDone}>
        {own.cancel}
      </Button>
      {end.error && <Alert color="red">{sentenceOf(end.error, words, language)}</Alert>}
    </form>
  );
}

function GiveForm({ userId }: { userId: string }) {
  const { words, language } = useWording();
  const own = words.people;
  const [post, setPost] = useState(noPost);
  const [from, setFrom] = useState<PlainDate | null | undefined>(today());
  const give = usePersonChange((body: PostToGive) => call(givePost, { params: { id: userId }, body }), {
    said: () => own.given,
    after: () => setPost(noPost),
  });
  const whole = wholePost(post);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whole && from) give.mutate({ ...whole, from });
  };
  return (
    <form onSubmit={submit} className={styles.section}>
      <PostFields post={post} onChange={setPost} />
      <DayField label={own.givenFrom} value={today()} onChange={setFrom} />
      {give.error && <Alert color="red">{sentenceOf(give.error, words, language)}</Alert>}
      <div className={styles.buttons}>
        <Button type="submit" loading={give.isPending} disabled={!whole || !from}>
          {own.give}
        </Button>
      </div>
    </form>
  );
}
