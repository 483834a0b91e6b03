import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { writeDiscussion } from '../../../src/api/stocktakes.ts';
import type { StocktakeItem } from '../../../src/registry/stocktake.ts';
import { useWording } from '../../words/words.ts';
import styles from './stocktakes.module.css';
import { useStep } from './use-stocktake.ts';

/** What was said of it, for the minutes. */
export function DiscussionForm({ item, stocktakeId }: { item: StocktakeItem; stocktakeId: string }) {
  const own = useWording().words.stocktakes;
  const [typed, setTyped] = useState(item.discussion);
  const save = useStep(
    stocktakeId,
    (discussion: string) =>
      call(writeDiscussion, { params: { id: item.id }, body: { discussion, version: item.version } }),
    own.saved,
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
        label={own.discussion}
        autosize
        minRows={2}
        maxLength={8000}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {typed.trim() !== item.discussion && (
        <div className={styles.buttons}>
          <Button type="submit" variant="light" loading={save.isPending}>
            {own.saveDiscussion}
          </Button>
        </div>
      )}
    </form>
  );
}
