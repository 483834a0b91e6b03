import { Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Rehearsal } from '../../../src/registry/rehearsal.ts';
import { AskedButton } from '../../parts/asked-button.tsx';
import { useWords } from '../../words/words.ts';
import { useRemove } from './use-reorganisation.ts';

/** An event that an officer wrote and nobody confirmed can be rewritten or dropped. */
export function OwnActions({ rehearsal: { id, version } }: { rehearsal: Rehearsal }) {
  const { reorganisations: words } = useWords();
  const remove = useRemove(id);
  return (
    <>
      <AskedButton
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={18} aria-hidden />}
        title={words.remove}
        hint={words.removeHint}
        loading={remove.isPending}
        onYes={() => remove.mutate(version)}
      >
        {words.remove}
      </AskedButton>
      <Button
        variant="default"
        renderRoot={(props) => <Link to="/don-vi/sap-xep/$id/sua" params={{ id }} {...props} />}
        leftSection={<IconPencil size={18} aria-hidden />}
      >
        {words.change}
      </Button>
    </>
  );
}
