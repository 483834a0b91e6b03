import { Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEdit } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type AgencyPage, changeAgency, getAgency } from '../../../src/api/agencies.ts';
import { call } from '../../../src/api/client.ts';
import { type AgencyFields, agencyFieldsOf } from '../../../src/registry/agency-edit.ts';
import { formatMoment } from '../../../src/values/format.ts';
import { useAsOf } from '../../parts/as-of.ts';
import { AttentionPart } from '../../parts/attention.tsx';
import { wordIn } from '../../parts/deed-words.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/fault.tsx';
import { FollowButton } from '../../parts/follow-button.tsx';
import { Page } from '../../parts/page.tsx';
import { sentenceOf } from '../../parts/sentence.ts';
import { useMay, useSession } from '../../parts/session.ts';
import { showRefused } from '../../parts/show-refused.ts';
import { useWording } from '../../words/words.ts';
import styles from './agencies.module.css';
import { AgencyForm } from './agency-form.tsx';
import { AgencyHistory } from './agency-history.tsx';
import { daysWords } from './agency-words.ts';
import { AgencyWorkList } from './agency-work-list.tsx';

const route = getRouteApi('/don-vi/$id');

/** One agency: what it is called, where it came from, what it has to do. */
export function AgencyScreen() {
  const { words } = useWording();
  const { id } = route.useParams();
  const asOf = useAsOf();
  const page = useQuery({
    queryKey: ['agency', id, asOf],
    queryFn: ({ signal }) => call(getAgency, { params: { id }, query: { asOf }, signal }),
  });
  if (page.isLoadingError) return <Failure error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data)
    return (
      <Page title={words.agencies.title}>
        <Skeleton height={320} aria-busy="true" />
      </Page>
    );
  return <Whole key={id} page={page.data} />;
}

function Whole({ page }: { page: AgencyPage }) {
  const { words, language } = useWording();
  const own = words.agencies;
  const may = useMay();
  const { agency, summary } = page;
  const isOwn = useSession().data?.posts.some(({ agencyId }) => agencyId === agency.id);
  const [editing, setEditing] = useState(false);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: ({ fields, reason }: { fields: AgencyFields; reason: string }) =>
      call(changeAgency, {
        params: { id: agency.id },
        body: { fields, version: agency.version, ...(reason !== '' && { reason }) },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['agency', agency.id] });
      await queries.invalidateQueries({ queryKey: ['agencies'] });
      setEditing(false);
      notifications.show({ message: own.saved });
    },
    onError: (error) => showRefused(sentenceOf(error, words, language)),
  });
  return (
    <Page
      title={summary.name}
      aside={summary.placeName}
      actions={
        <>
          {(may('compareAgencies') || isOwn) && (
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/don-vi/$id/phieu-diem" params={{ id: agency.id }} {...props} />}
            >
              {words.scorecards.open}
            </Button>
          )}
          <FollowButton matter={{ kind: 'agency', agencyId: agency.id }} name={summary.name} />
          {may('changeAgencies') && (
            <Button variant="default" leftSection={<IconEdit size={18} aria-hidden />} onClick={() => setEditing(true)}>
              {own.edit}
            </Button>
          )}
        </>
      }
    >
      {summary.heirs.length > 0 && (
        <p className={styles.heirs}>
          <strong>{own.heirs}:</strong>{' '}
          {summary.heirs.map(({ id, name, fields }) => (
            <span key={id} className={styles.heir}>
              <Link to="/don-vi/$id" params={{ id }}>
                {name}
              </Link>
              {fields.length > 0 && <span className="soft"> ({fields.join('; ')})</span>}
            </span>
          ))}
        </p>
      )}
      <Facts page={page} />
      <Names page={page} />
      <AgencyHistory page={page} />
      <AgencyWorkList page={page} />
      <AttentionPart matter={{ kind: 'agency', agencyId: agency.id }} className={styles.section} />
      {page.story.length > 0 && (
        <section className={styles.section}>
          <h2>{own.story}</h2>
          <ul className={styles.story}>
            {page.story.map(({ id, at, by, verb, reason }) => (
              <li key={id}>
                <span className="soft">{formatMoment(at, language)}</span> {by.name} {wordIn(own.verbs, verb)}
                {reason && <span className="soft"> – {reason}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Dialog opened={editing} onClose={() => setEditing(false)} title={`${own.edit}: ${summary.name}`} size="xl">
        <AgencyForm
          key={agency.version}
          fields={agencyFieldsOf(agency)}
          busy={save.isPending}
          onSave={(fields, reason) => save.mutate({ fields, reason })}
          onCancel={() => setEditing(false)}
        />
      </Dialog>
    </Page>
  );
}

function Facts({ page: { agency, parent } }: { page: AgencyPage }) {
  const { words } = useWording();
  const own = words.agencies;
  const facts: [string, React.ReactNode][] = [
    [own.kind, own.kinds[agency.kind]],
    [own.tier, words.tiers[agency.tier]],
    [own.days, daysWords(agency, words) || own.always],
    [
      own.parent,
      parent && (
        <Link to="/don-vi/$id" params={{ id: parent.id }}>
          {parent.name}
        </Link>
      ),
    ],
    [own.symbol, agency.symbol],
    [own.exchangeCode, agency.exchangeCode],
    [own.contact, agency.contact],
    [own.source, agency.source],
  ];
  return (
    <section className={styles.section}>
      <h2 className="hidden-visually">{own.facts}</h2>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function Names({ page: { agency } }: { page: AgencyPage }) {
  const { words } = useWording();
  const own = words.agencies;
  return (
    <section className={styles.section}>
      <h2>{own.names}</h2>
      <ul className={styles.list}>
        {agency.names.map((name) => (
          <li key={`${name.kind} ${name.name} ${name.validFrom}`}>
            <span className={name.kind === 'official' ? styles.official : undefined}>{name.name}</span>{' '}
            <span className="soft">
              {[own.nameKinds[name.kind], daysWords(name, words)].filter((one) => one !== '').join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
