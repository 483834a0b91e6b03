import { Button } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { ValuesNow } from '../../../src/registry/reference-words.ts';
import type { FigureSentence } from '../../../src/registry/report.ts';
import type { SectionContent } from '../../../src/registry/section-content.ts';
import { useWording } from '../../words/words.ts';
import { Dialog } from '../dialog.tsx';
import { formatMoment } from '../measures.ts';
import { sentenceOf } from '../sentence.ts';
import { FigurePicker } from './figure-picker.tsx';
import type { Marking } from './marking.ts';
import styles from './report-editor.module.css';
import { type EditorDesk, ReportEditor } from './report-editor.tsx';
import { ReportText } from './report-text.tsx';
import { type SavedText, type SavedTextDesk, useSavedText } from './use-saved-text.ts';

type Props<T extends SavedText> = {
  label: string;
  place: string;
  userId: string;
  stored: T;
  /** What is stored by now, asked for after a conflict. */
  reload: () => Promise<T | undefined>;
  save: (text: { content: SectionContent; version: number }) => Promise<T>;
  onSaved: (text: T) => void;
  sentences: readonly FigureSentence[];
  values: ValuesNow;
  marking?: Pick<Marking, 'whose' | 'lastDraft'>;
  onContent?: (content: SectionContent) => void;
  desk?: RefObject<EditorDesk | null>;
  children?: ReactNode;
};

/** An editor whose text saves itself, with numbers to insert and what to do where two people write at once. */
export function SavedEditor<T extends SavedText>(props: Props<T>) {
  const { label, stored, sentences, values, marking, onContent, children } = props;
  const text = useSavedText(props);
  const own = useRef<EditorDesk>(null);
  const desk = props.desk ?? own;
  const [picking, setPicking] = useState(false);
  return (
    <div>
      <ReportEditor
        label={label}
        content={text.begun}
        editable
        marking={{ ...marking, values }}
        desk={desk}
        onInsertFigure={() => setPicking(true)}
        // A step that is taken next finds it stored.
        onLeave={() => void text.flush()}
        onChange={(content) => {
          text.change(content);
          onContent?.(content);
        }}
      />
      <SavingNote text={text} stored={stored} />
      {children}
      {picking && (
        <FigurePicker
          sentences={sentences}
          onClose={() => setPicking(false)}
          onPick={(runs) => {
            setPicking(false);
            desk.current?.insertRuns(runs);
          }}
        />
      )}
      {text.state === 'conflict' && <Conflict text={text} desk={desk} reload={props.reload} />}
    </div>
  );
}

function SavingNote({ text, stored }: { text: SavedTextDesk; stored: SavedText }) {
  const { words, language } = useWording();
  const own = words.reportEditor.saving;
  const at = text.savedAt ?? stored.changed?.at;
  const said =
    text.state === 'saved' || text.state === 'unchanged'
      ? at
        ? own.saved(formatMoment(at, language))
        : ''
      : own[text.state];
  return (
    <span className={styles.note} role="status" data-state={text.state}>
      {said}
      {text.state === 'refused' && text.error && `: ${sentenceOf(text.error, words, language)}`}
    </span>
  );
}

/** Both are shown; one stays, or both do. */
function Conflict<T extends SavedText>({
  text,
  desk,
  reload,
}: {
  text: SavedTextDesk;
  desk: RefObject<EditorDesk | null>;
  reload: () => Promise<T | undefined>;
}) {
  const { words, language } = useWording();
  const own = words.reportEditor.conflict;
  const [theirs, setTheirs] = useState<T>();
  useEffect(() => {
    if (!theirs) void reload().then(setTheirs);
  }, [theirs, reload]);
  if (!theirs) return null;
  const mine = desk.current?.content() ?? [];
  const keepTheirs = () => {
    text.settle(theirs.version, theirs.content, true);
    desk.current?.replace(theirs.content);
  };
  return (
    <Dialog size="xl" title={own.title}>
      <p>{theirs.changed && own.told(theirs.changed.by.name, formatMoment(theirs.changed.at, language))}</p>
      <div className={styles.sides}>
        <section aria-label={own.theirs}>
          <h3>{own.theirs}</h3>
          <ReportText content={theirs.content} />
        </section>
        <section aria-label={own.mine}>
          <h3>{own.mine}</h3>
          <ReportText content={mine} />
        </section>
      </div>
      <div className={styles.buttons}>
        <Button onClick={() => text.settle(theirs.version, mine, false)} data-autofocus>
          {own.keepMine}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            const both = [...theirs.content, ...mine];
            text.settle(theirs.version, both, false);
            desk.current?.replace(both);
          }}
        >
          {own.addMine}
        </Button>
        <Button variant="default" onClick={keepTheirs}>
          {own.keepTheirs}
        </Button>
      </div>
    </Dialog>
  );
}
