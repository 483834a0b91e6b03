import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../parts/session.ts';
import { useWords } from '../../words/words.ts';
import { AdministrationTabs } from '../administration/tabs.tsx';
import { LadderSection } from './ladder.tsx';
import { NoticeRulesSection } from './notice-rules.tsx';
import { WebhookSection } from './webhooks.tsx';
import { WorkRulesSection } from './work-rules.tsx';

/** How this installation urges. */
export function UrgingSettings() {
  const { urgingSettings: own } = useWords();
  const { vanBan } = useSearch({ from: '/quan-tri/don-doc' });
  const may = useMay();
  const navigate = useNavigate();
  return (
    <Page title={own.title}>
      <AdministrationTabs />
      <WorkRulesSection />
      <LadderSection
        documentId={vanBan}
        onDocument={(id) => void navigate({ to: '/quan-tri/don-doc', search: { vanBan: id }, resetScroll: false })}
      />
      {may('changeSettings') && (
        <>
          <NoticeRulesSection />
          <WebhookSection />
        </>
      )}
    </Page>
  );
}
