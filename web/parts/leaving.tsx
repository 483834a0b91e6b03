import { Button, Group, Modal } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words.ts';
import { TypedWords, watchTyping } from './typed-words.ts';

/** Holds the dialog around it open; what it returns lets it go. */
const Holding = createContext<() => () => void>(() => () => undefined);

/** What stands in a dialog now is closed by its own buttons alone: neither Esc nor the cross throws it away. */
export function useHeldDialog(): void {
  const hold = useContext(Holding);
  useEffect(() => hold(), [hold]);
}

type Leaving = {
  /** For the dialog: what closes it, and whether anything else than its own buttons may. */
  frame: { onClose: () => void; closeOnEscape: boolean; withCloseButton: boolean };
  around: (children: ReactNode) => ReactNode;
};

/**
 * Esc and the cross ask first where they would throw away what somebody has typed.
 * @param opened a dialog that is opened over another one has the keys alone
 * @param onClose without it only the dialog's own buttons close it
 * @param keepsTyped what is typed there is stored as it is typed
 */
export function useLeaving(opened: boolean, onClose: (() => void) | undefined, keepsTyped = false): Leaving {
  const typed = useRef(new TypedWords());
  const [asking, setAsking] = useState(false);
  const [holders, setHolders] = useState(0);
  const hold = useCallback(() => {
    setHolders((count) => count + 1);
    // The stroke of Esc that closes the one above is not meant for this one.
    return () => void window.setTimeout(() => setHolders((count) => count - 1));
  }, []);
  const holdAround = useContext(Holding);
  useEffect(() => (opened ? holdAround() : undefined), [opened, holdAround]);
  const watch = useCallback((place: HTMLElement | null) => {
    if (!place) return;
    typed.current = new TypedWords();
    return watchTyping(place, typed.current);
  }, []);
  const closable = onClose !== undefined && holders === 0;
  const leave = () => {
    if (!closable) return;
    if (!keepsTyped && typed.current.areThere()) setAsking(true);
    else onClose();
  };
  const answer = (discards: boolean) => {
    setAsking(false);
    if (discards) onClose?.();
  };
  return {
    // The question has an Esc of its own.
    frame: { onClose: leave, closeOnEscape: closable && !asking, withCloseButton: closable },
    around: (children) => (
      <Holding value={hold}>
        <div ref={watch}>{children}</div>
        <DiscardQuestion opened={asking} onAnswer={answer} />
      </Holding>
    ),
  };
}

function DiscardQuestion({ opened, onAnswer }: { opened: boolean; onAnswer: (discards: boolean) => void }) {
  const { leaving: own } = useWords().parts;
  const stay = () => onAnswer(false);
  return (
    // Its own Esc, for the library's would also take the stroke that has opened it.
    <Modal
      opened={opened}
      onClose={stay}
      closeOnEscape={false}
      onKeyDown={({ key }) => key === 'Escape' && stay()}
      title={own.title}
      withCloseButton={false}
      centered
      size="sm"
    >
      <p>{own.hint}</p>
      <Group justify="flex-end" mt="md">
        <Button color="red" variant="light" onClick={() => onAnswer(true)}>
          {own.discard}
        </Button>
        <Button data-autofocus onClick={stay}>
          {own.stay}
        </Button>
      </Group>
    </Modal>
  );
}
