import { IconAlertTriangle, IconHandStop, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import type { AgencyMention, ReviewItem } from '../../../src/registry/review.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import { Field } from './finding.tsx';
import type { MentionPlace } from './mention-place.ts';
import styles from './mentions.module.css';

const rolesOf = { task: ['lead', 'coord', 'monitor'], target: ['named'] } as const;

/** What a body's name was taken to mean, where that is not plain from the name. */
function Meaning({ mention }: { mention: AgencyMention }) {
  const { words, language } = useWording();
  const { agency: said } = words.review;
  const { agency, group, matchedBy, heirs, name } = mention;
  if (!agency && !group)
    return (
      <span className={styles.unknown}>
        <IconHandStop size={15} aria-hidden /> {said.unknown}
      </span>
    );
  if (group)
    return (
      <span className={styles.meaning}>
        <IconUsersGroup size={15} aria-hidden />{' '}
        {group.members
          ? said.members(formatNumber(group.members.length, language))
          : group.chosenByOfficer
            ? said.chooseMembers
            : said.group}
      </span>
    );
  return (
    <>
      {agency && agency.name !== name && (
        <span className={styles.meaning}>
          {said.as} {agency.name}
        </span>
      )}
      {matchedBy === 'near' && (
        <span className={styles.near}>
          <IconAlertTriangle size={15} aria-hidden /> {said.matchedBy.near}
        </span>
      )}
      {heirs.length > 0 && (
        <span className={styles.meaning}>{said.heirs(heirs.map((heir) => heir.name).join('; '))}</span>
      )}
    </>
  );
}

type Props = { item: ReviewItem; onChoose: (place: MentionPlace) => void; fixed: boolean };

/** The bodies of a finding by role; each leads to the choice of what it means. */
export function Mentions({ item, onChoose, fixed }: Props) {
  const { words } = useWording();
  const { fields, agency } = words.review;
  return rolesOf[item.kind].map((role) => {
    const here = item.mentions.filter((mention) => mention.role === role);
    if (here.length === 0 && (fixed || role === 'coord' || role === 'monitor') && role !== 'lead') return null;
    const list = here.length > 0 && (
      <ul className={styles.list}>
        {here.map((mention) => (
          <li key={mention.position}>
            <button
              type="button"
              className={styles.mention}
              disabled={fixed}
              onClick={() => onChoose({ role, position: mention.position })}
              title={agency.choose(fields[role])}
            >
              <span className={styles.name} data-lead={role === 'lead' || undefined} lang="vi">
                {mention.name}
              </span>
              <Meaning mention={mention} />
            </button>
          </li>
        ))}
      </ul>
    );
    const add = !fixed && (
      <button
        type="button"
        className={styles.add}
        onClick={() => onChoose({ role, position: here.length })}
        aria-label={`${agency.add}: ${fields[role]}`}
        title={agency.add}
      >
        <IconPlus size={15} aria-hidden />
        {here.length === 0 && agency.add}
      </button>
    );
    return (
      <Field
        key={role}
        name={fields[role]}
        wanted={role === 'lead'}
        value={
          (list || add) && (
            <>
              {list}
              {add}
            </>
          )
        }
      />
    );
  });
}
