import '#web/features/audit/audit.css';
import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import type { AuditPage as Page } from '#schema/contracts/audit-entries.ts';
import { actionOptions } from '#web/features/audit/audit-entry.presenter.ts';
import { AuditTable } from '#web/features/audit/audit-table.component.tsx';
import { useAuditEntries } from '#web/features/audit/audit.queries.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Select } from '#web/ui/choice-field.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { ComputedAsOf, PageHeader } from '#web/ui/page.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';

const SignedHead = (props: { page: Page }) => (
  <>
    <p>
      <Show when={props.page.signedHead} fallback={t('audit.unsigned')}>
        {(head) => (
          <>{t('audit.signed', { seq: head().seq, time: formatInstant(head().signedAt) })}</>
        )}
      </Show>
    </p>
    <p class="small soft">
      {t('audit.verify')} <code>npm run audit -- verify</code>
      {' · '}
      {t('audit.verify-words')}
    </p>
  </>
);

type Filter = { action?: string; subject?: string };

const Filters = (props: { filter: Filter; onChange: (change: Filter) => void }) => (
  <div class="filter-bar no-print">
    <Select
      name="action"
      label={t('audit.filter-action')}
      placeholder={t('audit.filter-action-all')}
      value={props.filter.action ?? ''}
      options={actionOptions()}
      onChange={(action) => props.onChange({ action })}
    />
    <TextField
      name="subject"
      label={t('audit.filter-subject')}
      hint={t('audit.filter-subject-hint')}
      type="search"
      maxLength={80}
      value={props.filter.subject ?? ''}
      onCommit={(subject) => props.onChange({ subject: subject.trim() })}
    />
  </div>
);

/** 审计记录: what happened, by which post, and how anybody can prove that nobody changed it. */
export const AuditPage = () => {
  const [params, setParams] = useSearchParams<Filter>();
  const query = useAuditEntries(() => ({ action: params.action, subject: params.subject }));
  const pages = () => dataOf(query)?.pages;
  const entries = () => pages()?.flatMap(({ items }) => items);
  return (
    <div class="stack">
      <PageHeader
        title={t('audit.title')}
        summary={<Show when={pages()?.[0]}>{(page) => <SignedHead page={page()} />}</Show>}
      />
      <Filters filter={params} onChange={(change) => setParams(change)} />
      <AuditTable
        entries={entries()}
        error={query.error}
        onRetry={() => void query.refetch()}
        onSubject={(subject) => setParams({ subject })}
        onClear={() => setParams({ action: undefined, subject: undefined })}
        tools={<Show when={pages()?.[0]}>{(page) => <ComputedAsOf at={page().asOf} />}</Show>}
        footer={<LoadMore shown={entries()?.length} list={query} />}
      />
    </div>
  );
};
