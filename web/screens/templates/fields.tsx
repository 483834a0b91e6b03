import type { Templates } from '../../../src/api/templates.ts';
import type { TemplateKind } from '../../../src/values/template.ts';
import { templateFieldWords } from '../../../src/values/template-field-words.ts';
import { useWording } from '../../words/words.ts';
import styles from './templates.module.css';

/** What may be typed into a template of a kind, and what comes in its place. */
export function Fields({ kind, all }: { kind: TemplateKind; all: Templates }) {
  const { words, language } = useWording();
  const own = words.templates.fields;
  return (
    <details className={styles.section}>
      <summary>{own.title}</summary>
      <p className={styles.lead}>{own.lead}</p>
      <table className={styles.fields} aria-label={own.title}>
        <thead>
          <tr>
            <th scope="col">{own.name}</th>
            <th scope="col">{own.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {all.placeholders[kind].map(({ typed, name, within, required }) => (
            <tr key={`${within} ${typed}`}>
              <td>
                <code>{typed}</code>
              </td>
              <td>
                {templateFieldWords(name, language)}
                {within !== null && <span className="soft"> ({own.within(within)})</span>}
                {required && <strong> · {own.required}</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
