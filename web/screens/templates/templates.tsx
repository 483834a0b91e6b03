import { Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { call } from '../../../src/api/client.ts';
import { getTemplates } from '../../../src/api/templates.ts';
import { TemplateKind, templateKinds } from '../../../src/values/template.ts';
import { templateKindNames } from '../../../src/values/template-words.ts';
import { Failure } from '../../parts/fault.tsx';
import { useWording } from '../../words/words.ts';
import { AdministrationPage } from '../administration/page.tsx';
import { Exchange } from './exchange.tsx';
import { Fields } from './fields.tsx';
import { InForce } from './in-force.tsx';
import styles from './templates.module.css';
import { Versions } from './versions.tsx';

const route = getRouteApi('/quan-tri/mau-van-ban');

/** How documents that go out look: the program's own form, or a .docx that somebody edited in Word. */
export function Templates() {
  const { words, language } = useWording();
  const own = words.templates;
  const { loai: kind = 'report' } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery({ queryKey: ['templates'], queryFn: ({ signal }) => call(getTemplates, { signal }) });
  return (
    <AdministrationPage title={own.title}>
      <p className={styles.lead}>{own.lead}</p>
      <Select
        className={styles.kind}
        label={own.kind}
        allowDeselect={false}
        data={templateKinds.map((value) => ({ value, label: templateKindNames[language][value] }))}
        value={kind}
        onChange={(value) => void navigate({ search: { loai: TemplateKind.parse(value) } })}
      />
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={320} aria-busy="true" />}
      {found.data && (
        <>
          <InForce kind={kind} all={found.data} />
          <Exchange key={kind} kind={kind} />
          <Versions key={`${kind} versions`} kind={kind} all={found.data} />
          <Fields kind={kind} all={found.data} />
        </>
      )}
    </AdministrationPage>
  );
}
