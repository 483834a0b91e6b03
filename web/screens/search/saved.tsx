import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconLink, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { parseSearch } from '../../parts/address.ts';
import { useWords } from '../../words/words.ts';
import styles from './search.module.css';
import { useForgetSearch, useSavedSearches, useSaveSearch } from './use-search.ts';

/** Keeps the search under a name, and hands out its address. */
export function SaveSearch({ q, query }: { q: string; query: string }) {
  const { search: own } = useWords();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const save = useSaveSearch();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { name: name.trim() || q, query },
      {
        onSuccess: () => {
          setOpen(false);
          notifications.show({ message: own.savedDone(name.trim() || q) });
        },
      },
    );
  };
  const copy = () =>
    void navigator.clipboard.writeText(window.location.href).then(() => notifications.show({ message: own.copied }));
  return (
    <>
      <Button variant="default" leftSection={<IconLink size={18} aria-hidden />} onClick={copy}>
        {own.copy}
      </Button>
      <Popover opened={open} onChange={setOpen} width={300} position="bottom-end" trapFocus returnFocus shadow="md">
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={18} aria-hidden />}
            onClick={() => {
              setName(q);
              setOpen(!open);
            }}
          >
            {own.save}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={own.save}>
          <form onSubmit={submit} className={styles.save}>
            <TextInput
              label={own.saveName}
              value={name}
              maxLength={100}
              data-autofocus
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" loading={save.isPending}>
              {own.saveButton}
            </Button>
          </form>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

/** The searches that one keeps; each opens as it was kept, with what there is now. */
export function SavedSearches() {
  const { search: own } = useWords();
  const saved = useSavedSearches();
  const forget = useForgetSearch();
  if (!saved.data || saved.data.searches.length === 0) return null;
  return (
    <section className={styles.saved} aria-label={own.saved}>
      <h2>{own.saved}</h2>
      <ul>
        {saved.data.searches.map(({ id, name, query }) => (
          <li key={id}>
            <Link to="/tim-kiem" search={parseSearch(query)}>
              {name}
            </Link>
            <ActionIcon variant="subtle" color="gray" aria-label={own.forget(name)} onClick={() => forget.mutate(id)}>
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  );
}
