import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { actOnDuty } from '../../../src/api/duties.ts';
import type { DutyPage } from '../../../src/registry/duty.ts';
import type { DutyAction } from '../../../src/registry/duty-action.ts';
import type { DutyVerb } from '../../../src/registry/duty-stage.ts';
import { useWords } from '../../words/words.ts';
import { DutyDialog } from './duty-dialog.tsx';
import { useDeed } from './use-duty.ts';

/** Those that stand as buttons of their own; the rest is in a menu. Reporting and judging have their place beside what is reported. */
const first: readonly DutyVerb[] = ['accept', 'return', 'insist', 'reassign', 'nameOfficer', 'begin'];
const elsewhere: readonly DutyVerb[] = ['report', 'confirm', 'sendBack', 'takeBack', 'separate'];

/** What whoever looks may do with the duty now. */
export function DutyVerbs({ page }: { page: DutyPage }) {
  const own = useWords().duty;
  const [open, setOpen] = useState<DutyVerb>();
  const { duty, may } = page;
  const deed = useDeed(
    (action: DutyAction) => call(actOnDuty, { params: { id: duty.id }, body: action }),
    () => setOpen(undefined),
  );
  const begin = (verb: DutyVerb) => (verb === 'accept' ? deed.mutate({ verb, version: duty.version }) : setOpen(verb));
  const shown = first.filter((verb) => may.includes(verb));
  const more = may.filter((verb) => !first.includes(verb) && !elsewhere.includes(verb));
  return (
    <>
      {shown.map((verb, index) => (
        <Button
          key={verb}
          variant={index === 0 ? 'filled' : 'default'}
          loading={deed.isPending && open === undefined && verb === 'accept'}
          onClick={() => begin(verb)}
        >
          {own.verbs[verb]}
        </Button>
      ))}
      {more.length > 0 && (
        <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
              {own.more}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((verb) => (
              <Menu.Item key={verb} onClick={() => begin(verb)}>
                {own.verbs[verb]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {open && (
        <DutyDialog
          verb={open}
          duty={duty}
          busy={deed.isPending}
          act={(action) => deed.mutate(action)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
