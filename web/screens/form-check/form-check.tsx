import { Button, FileButton } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { addressOf, CallError, errorOfAnswer } from '../../../src/api/client.ts';
import { checkDocumentForm } from '../../../src/api/form-check.ts';
import { FormCheck as Checked, type FormFault } from '../../../src/values/form-check.ts';
import { boxName, boxState, faultSentence } from '../../../src/values/form-check-words.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { Page } from '../../parts/page.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useWording } from '../../words/words.ts';
import styles from './form-check.module.css';

async function check(file: File): Promise<Checked> {
  const body = new FormData();
  body.set('file', file);
  const response = await fetch(addressOf(checkDocumentForm, {}), { method: 'POST', body }).catch(() => {
    throw new CallError('unreachable');
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw errorOfAnswer(answer);
  return Checked.parse(answer);
}

/** Where any .docx departs from the form, box by box, with the clause. */
export function FormCheck() {
  const { words, language } = useWording();
  const own = words.formCheck;
  const checking = useMutation({ mutationFn: check });
  return (
    <Page title={own.title}>
      <p className={styles.lead}>{own.lead}</p>
      <FileButton accept=".docx" onChange={(file) => file && checking.mutate(file)}>
        {(props) => (
          <Button {...props} loading={checking.isPending} leftSection={<IconFileCheck size={18} aria-hidden />}>
            {own.choose}
          </Button>
        )}
      </FileButton>
      <div aria-live="polite">
        {checking.isError && (
          <p role="alert" className={styles.refused}>
            {sentenceOf(checking.error, words, language)}
          </p>
        )}
        {checking.data && <Result name={checking.variables?.name ?? ''} found={checking.data} />}
      </div>
    </Page>
  );
}

function Result({ name, found }: { name: string; found: Checked }) {
  const { words, language } = useWording();
  const own = words.formCheck;
  const count = found.boxes.reduce((sum, { faults }) => sum + faults.length, 0);
  return (
    <section className={styles.result} aria-labelledby="checked">
      <h2 id="checked">{name}</h2>
      <p>
        <strong>{count === 0 ? own.allRight : own.faults(formatNumber(count, language))}</strong>{' '}
        <span className="soft">{own.rules(found.formName)}</span>
      </p>
      {found.secondHand && <p className="soft">{own.digest}</p>}
      <ol className={styles.boxes} aria-label={own.boxes}>
        {found.boxes.map(({ box, state, faults }) => (
          <li key={box} data-state={state}>
            <h3>
              {box.length < 3 && <span className={styles.number}>{own.box(box)}</span>} {boxName(box, language)}{' '}
              <span className={styles.state}>{boxState(state, language)}</span>
            </h3>
            {faults.length > 0 && (
              <ul>
                {faults.map((fault) => (
                  <Fault key={`${fault.element} ${fault.aspect} ${fault.found} ${fault.expected}`} fault={fault} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Fault({ fault }: { fault: FormFault }) {
  const { words, language } = useWording();
  return (
    <li>
      {faultSentence(fault, language)}
      {fault.times > 1 && ` (${words.formCheck.times(formatNumber(fault.times, language))})`}
      {fault.excerpt !== '' && <q className={styles.excerpt}>{fault.excerpt}</q>}
      <span className="soft">{fault.clause}</span>
    </li>
  );
}
