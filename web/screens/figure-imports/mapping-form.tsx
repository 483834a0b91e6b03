import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { FigureBasis, FigureSpan } from '../../../src/registry/figure-basis.ts';
import {
  type ColumnRole,
  columnLetters,
  columnRoles,
  type FigureMapping,
  type ListPreview,
} from '../../../src/registry/figure-import.ts';
import { formatNumber } from '../../../src/values/format.ts';
import { ReportingCalendar } from '../../../src/values/period.ts';
import { periodWords } from '../../../src/values/period-words.ts';
import { AgencySelect } from '../../parts/agency-select.tsx';
import { useWording } from '../../words/words.ts';
import styles from './figure-imports.module.css';

type Props = { preview: ListPreview; onChange: (mapping: FigureMapping) => void; onSheet: (sheet: string) => void };

/** Which column of the file is what. Each change is looked at at once. */
export function MappingForm({ preview, onChange, onSheet }: Props) {
  const { words, language } = useWording();
  const own = words.figureImports;
  const { mapping, head, sheets } = preview;
  const wide = mapping.periodColumns.length > 0;
  return (
    <>
      <div className={styles.fields}>
        {sheets.length > 1 && (
          <NativeSelect
            label={own.sheet}
            value={mapping.sheet ?? sheets[0] ?? ''}
            data={sheets}
            onChange={(event) => onSheet(event.currentTarget.value)}
          />
        )}
        <NumberInput
          label={own.headerRow}
          value={mapping.headerRow + 1}
          min={1}
          max={50}
          onChange={(row) => typeof row === 'number' && onChange({ ...mapping, headerRow: row - 1 })}
        />
      </div>
      <fieldset className={styles.fieldset}>
        <legend>{own.columns}</legend>
        <div className={styles.fields}>
          {columnRoles
            .filter((role) => !wide || (role !== 'value' && role !== 'period'))
            .map((role) => (
              <ColumnSelect key={role} role={role} head={head} mapping={mapping} onChange={onChange} />
            ))}
        </div>
        {wide && (
          <p>
            {own.periodColumns(formatNumber(mapping.periodColumns.length, language))}{' '}
            <span className="soft">
              {mapping.periodColumns
                .map(({ column, period }) => `${column.header} → ${periodWords(period, language)}`)
                .join('; ')}
            </span>{' '}
            <Button size="compact-sm" variant="default" onClick={() => onChange({ ...mapping, periodColumns: [] })}>
              {own.asLong}
            </Button>
          </p>
        )}
      </fieldset>
      <FixedFields mapping={mapping} onChange={onChange} />
    </>
  );
}

type ColumnProps = { role: ColumnRole; head: readonly string[]; mapping: FigureMapping; onChange: Props['onChange'] };

function ColumnSelect({ role, head, mapping, onChange }: ColumnProps) {
  const own = useWording().words.figureImports;
  const column = mapping.columns[role];
  return (
    <NativeSelect
      label={own.roles[role]}
      value={column ? String(column.at) : ''}
      data={[
        { value: '', label: own.noColumn },
        ...head.map((header, at) => ({ value: String(at), label: `${columnLetters(at)}: ${header}` })),
      ]}
      onChange={(event) => {
        const { [role]: _, ...others } = mapping.columns;
        const at = Number(event.currentTarget.value);
        const chosen = event.currentTarget.value === '' ? {} : { [role]: { header: head[at] ?? '', at } };
        onChange({ ...mapping, columns: { ...others, ...chosen } });
      }}
    />
  );
}

/** What is the same in all rows, or where a row says nothing. */
function FixedFields({ mapping, onChange }: Pick<Props, 'onChange'> & { mapping: FigureMapping }) {
  const own = useWording().words.figureImports;
  const { fixed, columns } = mapping;
  const set = (change: Partial<FigureMapping['fixed']>) => onChange({ ...mapping, fixed: { ...fixed, ...change } });
  return (
    <fieldset className={styles.fieldset}>
      <legend>{own.fixed}</legend>
      <div className={styles.fields}>
        {!columns.agency && (
          <AgencySelect label={own.fixedAgency} chosen={fixed.agencyId} onChoose={(agencyId) => set({ agencyId })} />
        )}
        <NativeSelect
          label={own.roles.basis}
          value={fixed.basis}
          data={FigureBasis.options.map((value) => ({ value, label: own.bases[value] }))}
          onChange={(event) => set({ basis: FigureBasis.parse(event.currentTarget.value) })}
        />
        <NativeSelect
          label={own.roles.span}
          value={fixed.span}
          data={FigureSpan.options.map((value) => ({ value, label: own.spans[value] }))}
          onChange={(event) => set({ span: FigureSpan.parse(event.currentTarget.value) })}
        />
        <NativeSelect
          label={own.calendar}
          value={fixed.calendar}
          data={ReportingCalendar.options.map((value) => ({ value, label: own.calendars[value] }))}
          onChange={(event) => set({ calendar: ReportingCalendar.parse(event.currentTarget.value) })}
        />
        <NumberInput
          label={own.year}
          value={fixed.year ?? ''}
          min={1990}
          max={2100}
          thousandSeparator={false}
          onChange={(year) => set({ year: typeof year === 'number' && year >= 1990 && year <= 2100 ? year : null })}
        />
      </div>
    </fieldset>
  );
}
