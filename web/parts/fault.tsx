import { Button } from '@mantine/core';
import { IconAlertTriangle, IconMapOff, IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useWording } from '../words/words.ts';
import { Blank } from './blank.tsx';
import { sentenceOf } from './sentence.ts';

/** In place of what could not be loaded, with the reason and a second try. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { words, language } = useWording();
  return (
    <Blank icon={IconAlertTriangle} title={words.fault.title} text={sentenceOf(error, words, language)} alert>
      <Button variant="default" leftSection={<IconRefresh size={18} />} onClick={onRetry}>
        {words.fault.retry}
      </Button>
    </Blank>
  );
}

/** The router's: a page that failed while being drawn or fetched. */
export function Fault({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const retry = () => {
    reset();
    void queries.resetQueries();
    void router.invalidate();
  };
  return <Failure error={error} onRetry={retry} />;
}

export function NotFound() {
  const { words } = useWording();
  return <Blank icon={IconMapOff} title={words.fault.notFound} text={words.fault.notFoundHint} />;
}
