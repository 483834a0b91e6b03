import { Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconLanguage, IconLogout, IconUserCircle, IconUserCog } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Session } from '../../../src/api/session.ts';
import { languages } from '../../../src/values/format.ts';
import { useDensity } from '../../parts/preferences.tsx';
import { useSignOut } from '../../parts/session.ts';
import { en } from '../../words/en.ts';
import { vi } from '../../words/vi.ts';
import { useWording } from '../../words/words.ts';
import { Bell } from '../notices/bell.tsx';
import { AsOfPicker } from './as-of.tsx';
import styles from './frame.module.css';
import { SearchButton } from './search-button.tsx';

const languageNames = { vi: vi.languageName, en: en.languageName };

export function LanguageMenu() {
  const { words, language, setLanguage } = useWording();
  return (
    <Menu position="bottom-end" width={180} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className={styles.tool}>
          <IconLanguage size={20} stroke={1.7} aria-hidden />
          <span className="hidden-visually">{`${words.frame.language}: ${words.languageName}`}</span>
          <span className={styles.toolWord}>{language.toUpperCase()}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={language} onChange={(value) => setLanguage(value === 'en' ? 'en' : 'vi')}>
          {languages.map((one) => (
            <Menu.RadioItem key={one} value={one} lang={one}>
              {languageNames[one]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

export function DisplayMenu() {
  const { words } = useWording();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const [density, setDensity] = useDensity();
  return (
    <Menu position="bottom-end" width={200} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className={styles.tool} aria-label={words.frame.settings}>
          <IconAdjustmentsHorizontal size={20} stroke={1.7} aria-hidden />
          <span className={styles.toolWord}>{words.frame.settings}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.frame.theme}</Menu.Label>
        <Menu.RadioGroup value={scheme} onChange={(value) => setColorScheme(value === 'dark' ? 'dark' : 'light')}>
          <Menu.RadioItem value="light">{words.frame.light}</Menu.RadioItem>
          <Menu.RadioItem value="dark">{words.frame.dark}</Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{words.frame.density}</Menu.Label>
        <Menu.RadioGroup
          value={density}
          onChange={(value) => setDensity(value === 'compact' ? 'compact' : 'comfortable')}
        >
          <Menu.RadioItem value="comfortable">{words.frame.comfortable}</Menu.RadioItem>
          <Menu.RadioItem value="compact">{words.frame.compact}</Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

export function TopBar({ user }: { user: NonNullable<Session['user']> }) {
  const { words } = useWording();
  const signOut = useSignOut();
  return (
    <header className={styles.top}>
      <Link to="/tong-quan" className={styles.brand}>
        <img src="/icon.svg" alt="" width={26} height={26} />
        {words.product}
      </Link>
      <SearchButton />
      <div className={styles.tools}>
        <AsOfPicker />
        <Bell />
        <LanguageMenu />
        <DisplayMenu />
        <Menu position="bottom-end" width={240} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <button type="button" className={styles.tool} aria-label={`${words.frame.account}: ${user.name}`}>
              <IconUserCircle size={20} stroke={1.7} aria-hidden />
              <span className={styles.toolWord}>{user.name}</span>
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{user.email}</Menu.Label>
            <Menu.Item component={Link} to="/tai-khoan" leftSection={<IconUserCog size={18} aria-hidden />}>
              {words.account.title}
            </Menu.Item>
            <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => signOut.mutate()}>
              {words.frame.signOut}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  );
}
