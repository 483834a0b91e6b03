import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconHash,
  IconItalic,
  IconList,
  IconListNumbers,
  IconTable,
} from '@tabler/icons-react';
import type { Command, EditorState } from 'prosemirror-state';
import { isInTable } from 'prosemirror-tables';
import type { ComponentType } from 'react';
import { useWords } from '../../words/words.ts';
import { commands, type EditorCommand, inList, isBold, isItalic } from './commands.ts';
import styles from './report-editor.module.css';

type Tool = {
  name: EditorCommand & keyof ReturnType<typeof useWords>['reportEditor']['tools'];
  icon: ComponentType<{ size: number }>;
  isOn?: (state: EditorState) => boolean;
};

const tools: readonly Tool[] = [
  { name: 'bold', icon: IconBold, isOn: isBold },
  { name: 'italic', icon: IconItalic, isOn: isItalic },
  { name: 'bullets', icon: IconList, isOn: (state) => inList(state, false) },
  { name: 'numbers', icon: IconListNumbers, isOn: (state) => inList(state, true) },
  { name: 'undo', icon: IconArrowBackUp },
  { name: 'redo', icon: IconArrowForwardUp },
];
const inTable = ['addRow', 'addColumn', 'deleteRow', 'deleteColumn', 'deleteTable'] as const;

type Props = { state: EditorState; run: (command: Command) => void; onInsertFigure?: () => void };

export function Toolbar({ state, run, onInsertFigure }: Props) {
  const words = useWords().reportEditor;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={words.toolbar}>
      {tools.map(({ name, icon: Mark, isOn }) => (
        <Tooltip key={name} label={words.tools[name]} openDelay={400}>
          <ActionIcon
            variant={isOn?.(state) ? 'light' : 'subtle'}
            aria-label={words.tools[name]}
            {...(isOn && { 'aria-pressed': isOn(state) })}
            disabled={!isOn && !commands[name](state)}
            // The writer's place in the text is kept.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(commands[name])}
          >
            <Mark size={18} />
          </ActionIcon>
        </Tooltip>
      ))}
      {isInTable(state) ? (
        <Menu returnFocus={false}>
          <Menu.Target>
            <Button size="compact-sm" variant="subtle" leftSection={<IconTable size={18} aria-hidden />}>
              {words.table}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {inTable.map((name) => (
              <Menu.Item key={name} onClick={() => run(commands[name])}>
                {words.inTable[name]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Tooltip label={words.insertTable} openDelay={400}>
          <ActionIcon
            variant="subtle"
            aria-label={words.insertTable}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(commands.table)}
          >
            <IconTable size={18} />
          </ActionIcon>
        </Tooltip>
      )}
      {onInsertFigure && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconHash size={18} aria-hidden />}
          onClick={onInsertFigure}
        >
          {words.insertFigure}
        </Button>
      )}
    </div>
  );
}
