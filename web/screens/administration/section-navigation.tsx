import { Button, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useMay } from '../../parts/session.ts';
import { useWords } from '../../words/words.ts';
import styles from './administration.module.css';
import { groups, sections } from './sections.ts';

type Section = (typeof sections)[number];
type Group = { name: (typeof groups)[number]['name']; open: Section[] };

/** The pages of administration that are open to the person: a list in groups, on a narrow screen a menu that says which one is shown. */
export function SectionNavigation() {
  const { administration } = useWords();
  const may = useMay();
  const wide = useMediaQuery('(min-width: 1100px)', true, { getInitialValueInEffect: false });
  const open = groups.flatMap(({ name, sections: all }): Group[] => {
    const some = [...all].filter(({ verbs }) => verbs.some(may));
    return some.length > 0 ? [{ name, open: some }] : [];
  });
  return (
    <nav className={styles.navigation} aria-label={administration.title}>
      {wide ? open.map((group) => <List key={group.name} {...group} />) : <SectionMenu open={open} />}
    </nav>
  );
}

function List({ name, open }: Group) {
  const { administration } = useWords();
  return (
    <>
      <p id={`group-${name}`}>{administration.groups[name]}</p>
      <ul aria-labelledby={`group-${name}`}>
        {open.map(({ to, name: section }) => (
          <li key={to}>
            <Link to={to} className={styles.section} activeProps={{ 'data-here': true }}>
              {administration.sections[section]}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function SectionMenu({ open }: { open: readonly Group[] }) {
  const { administration } = useWords();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const here = sections.find(({ to }) => path === to || path.startsWith(`${to}/`));
  return (
    <Menu position="bottom-start" width={240} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          {administration.title}
          {here && `: ${administration.sections[here.name]}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {open.map(({ name, open: some }) => (
          <Fragment key={name}>
            <Menu.Label>{administration.groups[name]}</Menu.Label>
            {some.map(({ to, name: section }) => (
              <Menu.Item
                key={to}
                component={Link}
                to={to}
                className={styles.choice}
                activeProps={{ 'data-here': true }}
              >
                {administration.sections[section]}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
