import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMay } from '../../parts/session.ts';
import { useWords } from '../../words/words.ts';
import { AdministrationPage } from '../administration/page.tsx';
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
    <AdministrationPage title={own.title}>
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
    </AdministrationPage>
  );
}
