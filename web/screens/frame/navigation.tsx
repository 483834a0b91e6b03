import { Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconArrowsDiff,
  IconBuildingBank,
  IconChecklist,
  IconDots,
  IconEye,
  IconFilePencil,
  IconFileText,
  IconInbox,
  IconLayoutDashboard,
  IconProgressCheck,
  IconReportAnalytics,
  IconSearch,
  IconSettings,
  IconTargetArrow,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import type { Verb } from '../../../src/registry/may.ts';
import { useMay } from '../../parts/session.ts';
import { useWords } from '../../words/words.ts';
import { sections } from '../administration/sections.ts';
import styles from './frame.module.css';

/** `near`: under the thumb on a phone, where there is room for four and a menu. */
const places = [
  { to: '/viec-cua-toi', name: 'myWork', icon: IconInbox, near: true },
  { to: '/tim-kiem', name: 'search', icon: IconSearch, near: true },
  { to: '/tong-quan', name: 'overview', icon: IconLayoutDashboard, near: false },
  { to: '/lanh-dao-theo-doi', name: 'follows', icon: IconEye, near: false },
  { to: '/kiem-diem', name: 'stocktakes', icon: IconUsersGroup, near: false },
  { to: '/chi-tieu', name: 'targets', icon: IconTargetArrow, near: true },
  { to: '/nhiem-vu', name: 'tasks', icon: IconChecklist, near: true },
  { to: '/theo-doi', name: 'duties', icon: IconProgressCheck, near: false },
  { to: '/dot-bao-cao', name: 'reports', icon: IconReportAnalytics, near: false },
  { to: '/van-ban', name: 'documents', icon: IconFileText, near: false },
  { to: '/soan-ke-hoach', name: 'planDrafts', icon: IconFilePencil, near: false },
  { to: '/doi-chieu', name: 'alignment', icon: IconArrowsDiff, near: false },
  { to: '/don-vi', name: 'agencies', icon: IconBuildingBank, near: false },
] as const;
const administration = { to: '/quan-tri', name: 'administration', icon: IconSettings, near: false } as const;

/** Places that are there for some alone. */
const deedOf: Partial<Record<(typeof places)[number]['name'], Verb>> = {
  planDrafts: 'makeDocuments',
  follows: 'follow',
};

type Place = (typeof places)[number] | typeof administration;

/** At the left; on a phone a bar at the bottom. */
export function Navigation() {
  const words = useWords();
  const may = useMay();
  const wide = useMediaQuery('(min-width: 760px)', true, { getInitialValueInEffect: false });
  // On a wide screen the field on top leads there.
  const open = places.filter(({ name }) => {
    if (name === 'search') return !wide;
    const deed = deedOf[name];
    return deed === undefined || may(deed);
  });
  const all: readonly Place[] = sections.some(({ verbs }) => verbs.some(may)) ? [...open, administration] : open;
  const shown = wide ? all : all.filter(({ near }) => near);
  const rest = wide ? [] : all.filter(({ near }) => !near);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isInRest = rest.some(({ to }) => path === to || path.startsWith(`${to}/`));
  return (
    <nav className={styles.navigation} aria-label={words.frame.navigation}>
      {shown.map(({ to, name, icon: Mark }) => (
        <Link
          key={to}
          to={to}
          search={{}}
          className={styles.place}
          activeProps={{ 'data-here': true }}
          activeOptions={{ includeSearch: false }}
        >
          <Mark size={20} stroke={1.7} aria-hidden />
          <span>{words.frame[name]}</span>
        </Link>
      ))}
      {rest.length > 0 && (
        <Menu position="top-end" width={220} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <button type="button" className={styles.place} data-here={isInRest || undefined}>
              <IconDots size={20} stroke={1.7} aria-hidden />
              <span>{words.frame.more}</span>
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map(({ to, name, icon: Mark }) => (
              <Menu.Item
                key={to}
                component={Link}
                to={to}
                leftSection={<Mark size={18} aria-hidden />}
                className={styles.choice}
                activeProps={{ 'data-here': true }}
              >
                {words.frame[name]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  );
}
