import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../src/api/client.ts';
import { getScales } from '../../../src/api/scorecards.ts';
import {
  type Criterion,
  criteria,
  type EmulationScale,
  formulaVersion,
  type ScaleRules,
} from '../../../src/registry/emulation-scale.ts';
import { criterionWords } from '../../../src/registry/scorecard-words.ts';
import { formatDay, formatMoment, formatNumber } from '../../../src/values/format.ts';
import { today } from '../../parts/as-of.ts';
import { Failure } from '../../parts/fault.tsx';
import { HeadRow } from '../../parts/head-row.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../parts/session.ts';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useWording } from '../../words/words.ts';
import { ScaleForm } from './scale-form.tsx';
import styles from './scorecards.module.css';

/** By what agencies are judged: each scale with its day and decision, and the formula of each criterion. */
export function Scale() {
  const { words } = useWording();
  const own = words.scorecards;
  const may = useMay();
  const [setting, setSetting] = useState(false);
  const found = useQuery({ queryKey: ['emulation-scales'], queryFn: ({ signal }) => call(getScales, { signal }) });
  const all = found.data;
  const held = all?.scales.find(({ id }) => id === all.inForce);
  return (
    <Page
      title={own.scaleTitle}
      actions={
        <>
          {may('compareAgencies') ? (
            <Button component={Link} to="/don-vi/xep-hang" variant="default">
              {own.ranking}
            </Button>
          ) : (
            <Button component={Link} to="/don-vi" variant="default">
              {words.agencies.title}
            </Button>
          )}
          {all && may('changeScale') && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setSetting(true)}>
              {own.setScale}
            </Button>
          )}
        </>
      }
    >
      <p className={styles.lead}>{own.scaleLead}</p>
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={320} aria-busy="true" />}
      {all && (
        <>
          {all.scales.map((scale) => (
            <One key={scale.id} scale={scale} isHeld={scale.id === all.inForce} />
          ))}
          {all.scales.length === 0 && (
            <section className={styles.scale}>
              <h2>{own.proposal}</h2>
              <p>{own.proposalText}</p>
              <Classes rules={all.proposed} />
            </section>
          )}
          <Formulas points={(held?.rules ?? all.proposed).points} />
          {setting && (
            <SidePanel title={own.setScale} size="lg" onClose={() => setSetting(false)}>
              <ScaleForm
                initial={held?.rules ?? all.proposed}
                seen={all.scales.reduce<number | null>((most, { id }) => Math.max(most ?? 0, id), null)}
                onClose={() => setSetting(false)}
              />
            </SidePanel>
          )}
        </>
      )}
    </Page>
  );
}

function One({ scale, isHeld }: { scale: EmulationScale; isHeld: boolean }) {
  const { words, language } = useWording();
  const own = words.scorecards;
  const { decisionNumber, decisionDate, validFrom, rules, setBy, setAt } = scale;
  const state = isHeld ? own.inForce : validFrom > today() ? own.future : own.earlier;
  return (
    <section className={styles.scale}>
      <h2>
        {own.decision(decisionNumber, formatDay(decisionDate, language))}, {own.since(formatDay(validFrom, language))}
      </h2>
      <p className="soft">
        <strong>{state}</strong> · {own.setBy(setBy.name, formatMoment(setAt, language))}
      </p>
      <Classes rules={rules} />
      {!isHeld && <Points rules={rules} />}
    </section>
  );
}

function Classes({ rules: { classes, lowest, leastCovered } }: { rules: ScaleRules }) {
  const { words, language } = useWording();
  const own = words.scorecards;
  return (
    <>
      <ul lang="vi">
        {classes.map(({ name, from }) => (
          <li key={name}>{own.classLine(name, formatNumber(from, language))}</li>
        ))}
        <li>{own.lowestLine(lowest)}</li>
      </ul>
      <p className="soft">{own.coveredLine(formatNumber(leastCovered, language))}</p>
    </>
  );
}

function Points({ rules: { points } }: { rules: ScaleRules }) {
  const { language } = useWording();
  return (
    <p className="soft">
      {criteria
        .map((criterion) => `${criterionWords[language][criterion].name}: ${formatNumber(points[criterion], language)}`)
        .join('; ')}
    </p>
  );
}

function Formulas({ points }: { points: Record<Criterion, number> }) {
  const { words, language } = useWording();
  const own = words.scorecards;
  return (
    <section aria-labelledby="scale-formulas">
      <h2 id="scale-formulas" className={styles.heading}>
        {own.published}
      </h2>
      <p className="soft">{own.formula(formatNumber(formulaVersion, language))}</p>
      <table className={styles.table} aria-labelledby="scale-formulas">
        <HeadRow columns={{ criterion: own.columns.criterion, points: own.columns.points, how: own.how }} />
        <tbody>
          {criteria.map((criterion) => {
            const said = criterionWords[language][criterion];
            return (
              <tr key={criterion}>
                <th scope="row">{said.name}</th>
                <td data-name={own.columns.points} className="numbers">
                  {points[criterion] === 0 ? own.notScored : formatNumber(points[criterion], language)}
                </td>
                <td data-name={own.how}>
                  {own.howRatio(said.counted, said.of)} <span className="soft">{said.beside}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
