import type { AuditEntry } from '#schema/contracts/audit-entries.ts';
import { AUDIT_ACTIONS } from '#schema/contracts/audit.ts';
import type { AuditAction } from '#schema/contracts/audit.ts';
import { t } from '#web/shared/i18n.ts';

const isKnown = (action: string): action is AuditAction =>
  AUDIT_ACTIONS.some((known) => known === action);

/** An action of a newer or older program keeps its own name. */
export const actionWords = (action: string): string =>
  isKnown(action) ? t(`audit-actions.${action}`) : action;

export const actionOptions = () =>
  AUDIT_ACTIONS.map((action) => ({ value: action, label: actionWords(action) }));

export const actorWords = ({ kind, post }: AuditEntry['actor']): string => {
  if (kind === 'person') return post ?? t('audit.actor-unknown');
  return t(`audit.actor-${kind}`);
};

/** Enough of a hash to compare by eye; the whole one is copied with the table. */
export const shortHash = (hash: string): string => hash.slice(0, 8);

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

export const factLines = (facts: AuditEntry['facts']): { name: string; words: string }[] =>
  Object.entries(facts).map(([name, value]) => ({ name, words: asText(value) }));
