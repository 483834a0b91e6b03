import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconCheck, IconLanguage, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Session } from '../../../src/api/session.ts';
import { languages } from '../../../src/values/format.ts';
import { useDensity } from '../../parts/preferences.tsx';
import { useSignOut } from '../../parts/session.ts';
import { en } from '../../words/en.ts';
import { vi } from '../../words/vi.ts';
import { useWording } from '../../words/words.ts';
import styles from './frame.module.css';

const languageNames = { vi: vi.languageName, en: en.languageName };

function Choice({
  chosen,
  onChoose,
  children,
  lang,
}: {
  chosen: boolean;
  onChoose: () => void;
  children: ReactNode;
  lang?: string;
}) {
  return (
    <Menu.Item
      onClick={onChoose}
      role="menuitemradio"
      aria-checked={chosen}
      lang={lang}
      rightSection={chosen ? <IconCheck size={16} aria-hidden /> : <span className={styles.unchosen} />}
    >
      {children}
    </Menu.Item>
  );
}

export function LanguageMenu() {
  const { words, language, setLanguage } = useWording();
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <button type="button" className={styles.tool} aria-label={`${words.frame.language}: ${words.languageName}`}>
          <IconLanguage size={20} stroke={1.7} aria-hidden />
          <span className={styles.toolWord}>{language.toUpperCase()}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((one) => (
          <Choice key={one} chosen={one === language} onChoose={() => setLanguage(one)} lang={one}>
            {languageNames[one]}
          </Choice>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function DisplayMenu() {
  const { words } = useWording();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [density, setDensity] = useDensity();
  return (
    <Menu position="bottom-end" width={200} closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" className={styles.tool} aria-label={words.frame.settings}>
          <IconAdjustmentsHorizontal size={20} stroke={1.7} aria-hidden />
          <span className={styles.toolWord}>{words.frame.settings}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.frame.theme}</Menu.Label>
        {(['light', 'dark'] as const).map((one) => (
          <Choice key={one} chosen={colorScheme === one} onChoose={() => setColorScheme(one)}>
            {words.frame[one]}
          </Choice>
        ))}
        <Menu.Divider />
        <Menu.Label>{words.frame.density}</Menu.Label>
        {(['comfortable', 'compact'] as const).map((one) => (
          <Choice key={one} chosen={density === one} onChoose={() => setDensity(one)}>
            {words.frame[one]}
          </Choice>
        ))}
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
      <div className={styles.tools}>
        <LanguageMenu />
        <DisplayMenu />
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <button type="button" className={styles.tool} aria-label={`${words.frame.account}: ${user.name}`}>
              <IconUserCircle size={20} stroke={1.7} aria-hidden />
              <span className={styles.toolWord}>{user.name}</span>
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{user.email}</Menu.Label>
            <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => signOut.mutate()}>
              {words.frame.signOut}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  );
}
