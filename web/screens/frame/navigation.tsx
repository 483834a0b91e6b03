import {
  IconArrowsDiff,
  IconBuildingBank,
  IconChecklist,
  IconFileText,
  IconLayoutDashboard,
  IconSettings,
  IconTargetArrow,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../parts/session.ts';
import { useWords } from '../../words/words.ts';
import { sections } from '../administration/sections.ts';
import styles from './frame.module.css';

const places = [
  { to: '/tong-quan', name: 'overview', icon: IconLayoutDashboard },
  { to: '/chi-tieu', name: 'targets', icon: IconTargetArrow },
  { to: '/nhiem-vu', name: 'tasks', icon: IconChecklist },
  { to: '/van-ban', name: 'documents', icon: IconFileText },
  { to: '/doi-chieu', name: 'alignment', icon: IconArrowsDiff },
  { to: '/don-vi', name: 'agencies', icon: IconBuildingBank },
] as const;
const administration = { to: '/quan-tri', name: 'administration', icon: IconSettings } as const;

/** At the left; on a phone a bar at the bottom. */
export function Navigation() {
  const words = useWords();
  const may = useMay();
  const shown = sections.some(({ verb }) => may(verb)) ? [...places, administration] : places;
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
    </nav>
  );
}
