import { Button } from '@mantine/core';
import { IconArrowBackUp, IconChecks, IconCornerUpLeft, IconSend, IconUserUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { FigureKey } from '../../../src/registry/figure.ts';
import type { SubmissionPage } from '../../../src/registry/submission.ts';
import type { SubmissionAction } from '../../../src/registry/submission-action.ts';
import { useWords } from '../../words/words.ts';
import { AskDialog } from '../duties/ask-dialog.tsx';
import { ReturnedCells } from './returned-cells.tsx';
import { useSubmissionStep } from './use-submission.ts';

type Verb = SubmissionAction['verb'];

/** In the order of the buttons; the first that may be taken is the main one. */
const steps: readonly { verb: Verb; icon: typeof IconSend }[] = [
  { verb: 'approve', icon: IconChecks },
  { verb: 'send', icon: IconSend },
  { verb: 'submit', icon: IconUserUp },
  { verb: 'sendBack', icon: IconArrowBackUp },
  { verb: 'return', icon: IconArrowBackUp },
  { verb: 'withdraw', icon: IconCornerUpLeft },
];

const needsWords = (verb: Verb): verb is 'return' | 'sendBack' => verb === 'return' || verb === 'sendBack';

/** Buttons as the one table allows them to whoever looks. */
export function SubmissionSteps({ page }: { page: SubmissionPage }) {
  const own = useWords().rounds.submission;
  const [asking, setAsking] = useState<Verb | null>(null);
  const [cells, setCells] = useState<FigureKey[]>([]);
  const { id, version } = page.submission;
  const ask = (verb: Verb | null) => {
    setAsking(verb);
    setCells([]);
  };
  const step = useSubmissionStep(id, () => ask(null));
  const shown = steps.filter(({ verb }) => page.may.includes(verb));
  const take = (verb: Verb, words: string) =>
    step.mutate(
      needsWords(verb) ? { verb, version, words, cells: cells.map((cell) => ({ ...cell, words })) } : { verb, version },
    );
  return (
    <>
      {shown.map(({ verb, icon: Mark }, at) => (
        <Button
          key={verb}
          variant={at === 0 ? 'filled' : 'default'}
          leftSection={<Mark size={18} aria-hidden />}
          onClick={() => ask(verb)}
        >
          {own.verbs[verb]}
        </Button>
      ))}
      {asking && (
        <AskDialog
          title={needsWords(asking) ? own.asking[asking] : own.verbs[asking]}
          label={own.because}
          withoutWords={!needsWords(asking)}
          required={needsWords(asking)}
          submit={own.verbs[asking]}
          busy={step.isPending}
          onSubmit={(words) => take(asking, words)}
          onClose={() => ask(null)}
        >
          {needsWords(asking) ? (
            <ReturnedCells submissionId={id} chosen={cells} onChoose={setCells} />
          ) : (
            <p>{own.asking[asking]}</p>
          )}
        </AskDialog>
      )}
    </>
  );
}
