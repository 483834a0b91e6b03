import { Badge, Button } from '@mantine/core';
import type { ListedPerson } from '../../../src/api/people.ts';
import { today } from '../../parts/as-of.ts';
import { useWording } from '../../words/words.ts';
import styles from './people.module.css';
import { postWords } from './post-words.ts';

type Props = { people: readonly ListedPerson[]; onOpen: (id: string) => void };

/** On a phone each person is a block. */
export function PeopleTable({ people, onOpen }: Props) {
  const { words } = useWording();
  const own = words.people;
  return (
    <table className={styles.table}>
      <caption className="hidden-visually">{own.table}</caption>
      <thead>
        <tr>
          {Object.entries(own.columns).map(([key, name]) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <td>
              <strong>{person.name}</strong>
              <div className="soft">{person.email}</div>
            </td>
            <td>
              {person.posts.length === 0 && <span className="soft">{own.noPosts}</span>}
              <ul className={styles.posts}>
                {person.posts.map((post) => (
                  <li key={post.id}>{postWords(post, today(), words)}</li>
                ))}
              </ul>
            </td>
            <td>
              <Badge variant="default" tt="none">
                {own.states[person.state]}
              </Badge>
            </td>
            <td>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={own.open(person.name)}
                onClick={() => onOpen(person.id)}
              >
                {own.openShort}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
