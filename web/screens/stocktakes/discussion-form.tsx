import { Alert, Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { writeDiscussion } from '../../../src/api/stocktakes.ts';
import type { StocktakeItem } from '../../../src/registry/stocktake.ts';
import { nfc } from '../../../src/values/vietnamese.ts';
import { useSession } from '../../parts/session.ts';
import { useTypedHere } from '../../parts/typed-here.ts';
import { useWords } from '../../words/words.ts';
import { keptDiscussion } from './kept-words.ts';
import styles from './stocktakes.module.css';
import { useStep } from './use-stocktake.ts';

type Typed = { text: string; seen: string };

/** What was said of it, for the minutes: kept while it is typed, and stored when the meeting moves on. */
export function DiscussionForm({ item, stocktakeId }: { item: StocktakeItem; stocktakeId: string }) {
  const { stocktakes: own, reportEditor } = useWords();
  const userId = useSession().data?.user?.id ?? '';
  const [typed, setTyped] = useState<Typed | undefined>(() => keptDiscussion.readKept(item.id, userId));
  const text = typed?.text ?? item.discussion;
  const isNew = nfc(text.trim()) !== item.discussion;
  const put = (next: Typed | undefined) => {
    setTyped(next);
    if (next) keptDiscussion.keep(item.id, userId, next);
    else keptDiscussion.forget(item.id, userId);
  };
  const save = useStep(
    stocktakeId,
    async (discussion: string) => {
      await call(writeDiscussion, { params: { id: item.id }, body: { discussion, version: item.version } });
      setTyped((now) => now && { ...now, seen: nfc(discussion.trim()) });
      if (keptDiscussion.readKept(item.id, userId)?.text === discussion) keptDiscussion.forget(item.id, userId);
    },
    own.saved,
  );
  // Somebody else wrote it down meanwhile: neither goes over the other unasked.
  const theirs = typed && isNew && !save.isPending && typed.seen !== item.discussion ? item.discussion : undefined;
  useTypedHere(async () => {
    if (!typed || !isNew) return true;
    if (theirs !== undefined) return false;
    return save.mutateAsync(text).then(
      () => true,
      () => false,
    );
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(text);
      }}
    >
      <Textarea
        label={own.discussion}
        autosize
        minRows={2}
        maxLength={8000}
        value={text}
        onChange={(event) =>
          put({ text: event.currentTarget.value, seen: isNew && typed ? typed.seen : item.discussion })
        }
      />
      {typed && theirs !== undefined && (
        <Alert color="yellow" role="alert" title={reportEditor.conflict.title}>
          <p>
            {reportEditor.conflict.theirs}: <q lang="vi">{theirs}</q>
          </p>
          <div className={styles.buttons}>
            <Button
              variant="default"
              onClick={() => put({ text: [theirs, text].filter(Boolean).join('\n'), seen: theirs })}
            >
              {reportEditor.conflict.addMine}
            </Button>
            <Button variant="default" onClick={() => put({ text, seen: theirs })}>
              {reportEditor.conflict.keepMine}
            </Button>
            <Button variant="default" onClick={() => put(undefined)}>
              {reportEditor.conflict.keepTheirs}
            </Button>
          </div>
        </Alert>
      )}
      {isNew && theirs === undefined && (
        <div className={styles.buttons}>
          <Button type="submit" variant="light" loading={save.isPending}>
            {own.saveDiscussion}
          </Button>
        </div>
      )}
    </form>
  );
}
