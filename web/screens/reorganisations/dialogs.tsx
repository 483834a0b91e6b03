import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { useWords } from '../../words/words.ts';

type Asked = { opened: boolean; onClose: () => void };

export function ConfirmDialog({ opened, text, onClose, onConfirm }: Asked & { text: string; onConfirm: () => void }) {
  const words = useWords();
  return (
    <Dialog opened={opened} onClose={onClose} title={words.reorganisations.confirmTitle} centered>
      <p>{text}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {words.reorganisations.cancel}
        </Button>
        <Button data-autofocus onClick={onConfirm}>
          {words.reorganisations.confirm}
        </Button>
      </Group>
    </Dialog>
  );
}

export function UndoDialog({ opened, onClose, onConfirm }: Asked & { onConfirm: (reason: string) => void }) {
  const words = useWords();
  const [reason, setReason] = useState('');
  return (
    <Dialog opened={opened} onClose={onClose} title={words.reorganisations.undoTitle} centered>
      <p>{words.reorganisations.undoText}</p>
      <Textarea
        label={words.reorganisations.reason}
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {words.reorganisations.cancel}
        </Button>
        <Button color="red" onClick={() => onConfirm(reason)}>
          {words.reorganisations.undo}
        </Button>
      </Group>
    </Dialog>
  );
}
