import { EditorState, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Run, SectionContent } from '../../../src/registry/section-content.ts';
import { useWords } from '../../words/words.ts';
import { editing } from './commands.ts';
import { contentOf, documentOf, fragmentOf, inlineOf } from './content.ts';
import { decorationsOf, type Marking } from './marking.ts';
import { cleaned } from './paste.ts';
import styles from './report-editor.module.css';
import './figures.css';
import { Toolbar } from './toolbar.tsx';

/** What a page does to the text that is being written. */
export type EditorDesk = {
  /** Within the line, where the writer stands. */
  insertRuns: (runs: readonly Run[]) => void;
  /** Behind all there is. */
  append: (content: SectionContent) => void;
  /** In place of all there is. */
  replace: (content: SectionContent) => void;
  content: () => SectionContent;
};

type Props = {
  label: string;
  describedBy?: string;
  /** What it begins with; later ones come through `replace`. */
  content: SectionContent;
  editable: boolean;
  marking?: Omit<Marking, 'outdated' | 'changed'>;
  onChange?: (content: SectionContent) => void;
  /** The writer has gone elsewhere. */
  onLeave?: () => void;
  /** Offers what can be inserted where the writer stands. */
  onInsertFigure?: () => void;
  desk?: Ref<EditorDesk>;
};

/** Paragraphs, lists, tables and numbers of the register: an editor that keeps only what a report needs. */
export function ReportEditor({
  label,
  describedBy,
  content,
  editable,
  marking = {},
  onChange,
  onLeave,
  onInsertFigure,
  desk,
}: Props) {
  const words = useWords().reportEditor;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const [state, setState] = useState<EditorState>();
  const latest = useRef({
    onChange,
    onLeave,
    marking: { ...marking, outdated: words.outdated, changed: words.changed },
  });
  latest.current = { onChange, onLeave, marking: { ...marking, outdated: words.outdated, changed: words.changed } };
  const [begun] = useState(content);

  useEffect(() => {
    if (!place.current) return;
    const dispatch = function (this: EditorView, change: Transaction) {
      const next = this.state.apply(change);
      this.updateState(next);
      setState(next);
      if (change.docChanged) latest.current.onChange?.(contentOf(next.doc));
    };
    const made = new EditorView(place.current, {
      state: EditorState.create({ doc: documentOf(begun), plugins: editing() }),
      dispatchTransaction: dispatch,
      transformPastedHTML: cleaned,
      handleDOMEvents: { blur: () => latest.current.onLeave?.() },
      decorations: (now) => decorationsOf(now, latest.current.marking),
    });
    view.current = made;
    setState(made.state);
    return () => made.destroy();
  }, [begun]);

  useEffect(() => {
    view.current?.setProps({
      editable: () => editable,
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-readonly': String(!editable),
        ...(describedBy && { 'aria-describedby': describedBy }),
        ...(!editable && { tabindex: '0' }),
        class: styles.text ?? '',
      },
    });
  });

  useImperativeHandle(desk, () => ({
    insertRuns: (runs) => {
      const now = view.current;
      if (!now) return;
      now.dispatch(
        now.state.tr.replaceWith(now.state.selection.from, now.state.selection.to, inlineOf(runs)).scrollIntoView(),
      );
      now.focus();
    },
    append: (more) => {
      const now = view.current;
      if (!now) return;
      const { doc, tr } = now.state;
      const isBlank = doc.childCount === 1 && doc.firstChild?.content.size === 0;
      now.dispatch(
        isBlank ? tr.replaceWith(0, doc.content.size, fragmentOf(more)) : tr.insert(doc.content.size, fragmentOf(more)),
      );
    },
    replace: (next) => {
      const now = view.current;
      now?.dispatch(now.state.tr.replaceWith(0, now.state.doc.content.size, documentOf(next).content));
    },
    content: () => (view.current ? contentOf(view.current.state.doc) : begun),
  }));

  return (
    <div className={styles.editor} data-editable={editable}>
      {editable && state && (
        <Toolbar
          state={state}
          run={(command) => {
            const now = view.current;
            if (!now) return;
            command(now.state, now.dispatch.bind(now), now);
            now.focus();
          }}
          {...(onInsertFigure && { onInsertFigure })}
        />
      )}
      <div ref={place} className={styles.place} />
    </div>
  );
}
