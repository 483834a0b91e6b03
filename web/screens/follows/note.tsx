import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { writeFollowNote } from '../../../src/api/follows.ts';
import type { LeaderList } from '../../../src/registry/follow.ts';
import { sentenceOf } from '../../parts/sentence.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording } from '../../words/words.ts';
import styles from './follows.module.css';

/** Why something is on the list: nobody else reads it. */
export function Note({ row: { id, note, noteVersion: version, facts } }: { row: LeaderList['rows'][number] }) {
  const { words, language } = useWording();
  const own = words.follows;
  const queries = useQueryClient();
  const [typed, setTyped] = useState<string>();
  const save = useMutation({
    mutationFn: (text: string) => call(writeFollowNote, { params: { id }, body: { note: text, version } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['leader-list'] });
      setTyped(undefined);
    },
    onError: (error) => showRefused(sentenceOf(error, words, language)),
  });
  if (typed === undefined)
    return (
      <span className={styles.note}>
        {note && <span lang="vi">{note}</span>}
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => setTyped(note)}
          aria-label={`${note ? own.editNote : own.addNote}: ${facts.name}`}
        >
          {note ? own.editNote : own.addNote}
        </Button>
      </span>
    );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(typed);
      }}
    >
      <Textarea
        label={own.noteOf(facts.name)}
        description={own.noteHint}
        autosize
        minRows={2}
        maxLength={2000}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <div className={styles.buttons}>
        <Button type="submit" size="sm" loading={save.isPending}>
          {own.save}
        </Button>
        <Button size="sm" variant="default" onClick={() => setTyped(undefined)}>
          {own.cancel}
        </Button>
      </div>
    </form>
  );
}
