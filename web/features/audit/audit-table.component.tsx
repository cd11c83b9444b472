import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { AuditEntry } from '#schema/contracts/audit-entries.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { actionWords, actorWords, factLines, shortHash } from './audit-entry.presenter.ts';

const Facts = (props: { entry: AuditEntry }) => {
  const lines = () => factLines(props.entry.facts);
  return (
    <Show when={lines().length > 0} fallback={<span class="soft">{t('audit.facts-none')}</span>}>
      <Disclosure summary={t('audit.facts-show')}>
        <dl class="definitions small">
          <For each={lines()}>
            {(line) => (
              <>
                <dt>
                  <code>{line.name}</code>
                </dt>
                <dd class="audit-fact">{line.words}</dd>
              </>
            )}
          </For>
        </dl>
      </Disclosure>
    </Show>
  );
};

type SubjectProps = { entry: AuditEntry; onChoose: (subject: string) => void };

const Subject = (props: SubjectProps) => (
  <>
    <code class="small audit-fact">{props.entry.subjectId}</code>{' '}
    <Button kind="quiet" small onClick={() => props.onChoose(props.entry.subjectId)}>
      {t('audit.only-subject')}
    </Button>
  </>
);

const columns = (onSubject: (subject: string) => void): Column<AuditEntry>[] => [
  {
    key: 'time',
    header: t('audit.col-time'),
    cell: (entry) => <span class="nowrap">{formatInstant(entry.at)}</span>,
    text: (entry) => formatInstant(entry.at),
  },
  {
    key: 'post',
    header: t('audit.col-post'),
    cell: (entry) => actorWords(entry.actor),
    text: (entry) => actorWords(entry.actor),
  },
  {
    key: 'action',
    header: t('audit.col-action'),
    rowHeader: true,
    cell: (entry) => actionWords(entry.action),
    text: (entry) => actionWords(entry.action),
  },
  {
    key: 'subject',
    header: t('audit.col-subject'),
    cell: (entry) => <Subject entry={entry} onChoose={onSubject} />,
    text: (entry) => entry.subjectId,
  },
  { key: 'facts', header: t('audit.col-facts'), cell: (entry) => <Facts entry={entry} /> },
  {
    key: 'chain',
    header: t('audit.col-chain'),
    cell: (entry) => (
      <span class="nowrap figures" title={entry.hash}>
        {t('audit.seq-hash', { seq: entry.seq, hash: shortHash(entry.hash) })}
      </span>
    ),
    text: ({ seq, hash }) => t('audit.seq-hash', { seq, hash }),
  },
];

type AuditTableProps = {
  entries: readonly AuditEntry[] | undefined;
  error: unknown;
  onRetry: () => void;
  onSubject: (subject: string) => void;
  onClear: () => void;
  tools?: JSX.Element;
  footer?: JSX.Element;
};

export const AuditTable = (props: AuditTableProps) => (
  <DataTable
    caption={t('audit.caption')}
    rows={props.entries}
    columns={columns((subject) => props.onSubject(subject))}
    loading={props.entries === undefined}
    error={props.error}
    onRetry={() => props.onRetry()}
    empty={{
      title: t('audit.empty-title'),
      next: t('audit.empty-next'),
      actions: <Button onClick={() => props.onClear()}>{t('audit.clear')}</Button>,
    }}
    tools={props.tools}
    footer={props.footer}
  />
);
