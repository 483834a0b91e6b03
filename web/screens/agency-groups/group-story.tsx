import { useQuery } from '@tanstack/react-query';
import { getGroupStory } from '../../../src/api/agency-groups.ts';
import { call } from '../../../src/api/client.ts';
import type { ActionRecord } from '../../../src/registry/action.ts';
import { GroupFields } from '../../../src/registry/group-edit.ts';
import { formatMoment } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import styles from './agency-groups.module.css';
import { shownSpellings } from './group-draft.ts';

/** Who changed a group, with what it was before and after. */
export function GroupStory({ id }: { id: string }) {
  const { words, language } = useWording();
  const own = words.agencyGroups;
  const story = useQuery({
    queryKey: ['group-story', id],
    queryFn: ({ signal }) => call(getGroupStory, { params: { id }, signal }),
  });
  const actions = story.data?.actions ?? [];
  if (actions.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{own.story}</h2>
      <ul className={styles.list}>
        {actions.map(({ id: action, at, by, verb, reason, before, after }) => (
          <li key={action}>
            <span className="soft">{formatMoment(at, language)}</span> {by.name}{' '}
            {own.verbs[verb as keyof typeof own.verbs] ?? verb}
            {reason && <span className="soft"> – {reason}</span>}
            <State name={own.before} fields={before} />
            <State name={own.after} fields={after} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function State({ name, fields }: { name: string; fields: ActionRecord['before'] }) {
  const { words } = useWording();
  const own = words.agencyGroups;
  const state = GroupFields.partial().safeParse(fields ?? {}).data ?? {};
  const parts = (state.rule ?? []).map(({ scope, kinds, profiles, placeKinds }) =>
    [
      own.scopes[scope],
      ...kinds.map((kind) => words.agencies.kinds[kind]),
      ...profiles,
      ...placeKinds.map((kind) => own.placeKindNames[kind]),
    ].join(', '),
  );
  const lines = [
    state.name && `${own.name}: ${state.name}`,
    state.keys && `${own.spellings}: ${shownSpellings(state.keys).join('; ')}`,
    state.chosenByOfficer !== undefined && `${own.chosenByOfficer}: ${state.chosenByOfficer ? own.yes : own.no}`,
    state.rule && `${own.rule}: ${parts.join(' + ')}`,
  ].filter((line) => typeof line === 'string');
  if (lines.length === 0) return null;
  return (
    <div className={styles.state}>
      <span className="soft">{name}</span> {lines.join(' · ')}
    </div>
  );
}
