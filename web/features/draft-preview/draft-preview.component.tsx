import { useSearchParams } from '@solidjs/router';
import { For, Show, createSignal } from 'solid-js';
import type { Draft } from '#schema/contracts/campaigns.ts';
import type { DraftPreview, PreviewTask } from '#schema/contracts/draft-preview.ts';
import { FormTrial } from '#web/features/campaign-design/forms/form-preview.component.tsx';
import { PreviewFrame } from '#web/features/campaign-design/forms/preview-frame.component.tsx';
import { FilingHead } from '#web/features/submissions/filing-head.component.tsx';
import { TaskGroup } from '#web/features/submissions/task-list.component.tsx';
import { formatDue } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { detailOf, previewRoles, tasksFor } from './draft-preview.presenter.ts';
import type { PreviewRole } from './draft-preview.presenter.ts';
import { useDraftPreview } from './draft-preview.queries.ts';
import '#web/features/campaign-design/design.css';
import './draft-preview.css';

const clerk = { mayFill: true, maySign: false, mayFile: true };
const groups = ['now', 'month', 'later'] as const;

const Filing = (props: { draft: Draft; row: PreviewTask; onBack: () => void }) => (
  <>
    <p>
      <Button small kind="quiet" onClick={() => props.onBack()}>
        {t('previews.back')}
      </Button>
    </p>
    <Show
      when={detailOf(props.draft, props.row)}
      fallback={<Callout kind="warn" title={t('previews.form-gone')} />}
    >
      {(detail) => (
        <>
          <FilingHead detail={detail()} viewer={clerk} />
          <FormTrial form={detail().form} />
        </>
      )}
    </Show>
  </>
);

type TasksProps = {
  draft: Draft;
  preview: DraftPreview;
  role: PreviewRole;
  onOpen: (row: PreviewTask) => void;
};

const Tasks = (props: TasksProps) => {
  const tasks = () => tasksFor(props.draft, props.preview, props.role);
  const all = () => groups.flatMap((group) => tasks()[group]);
  const none = () => t(props.role === 'head' ? 'previews.head-none' : 'previews.tasks-none');
  /** The rows are those of the portal; what they link to is not there yet. */
  const open = (event: MouseEvent) => {
    const link = event.target instanceof Object && (event.target as Element).closest('a');
    if (!link) return;
    event.preventDefault();
    const row = all().find(({ id }) => link.getAttribute('href')?.includes(encodeURI(id)));
    if (row) props.onOpen(row);
  };
  return (
    <div onClick={open}>
      <PageHeader title={t('previews.desk-tasks')} />
      <Show when={props.role === 'head' && all().length > 0}>
        <p class="soft">{t('previews.head-words')}</p>
      </Show>
      <Show when={all().length > 0} fallback={<p class="soft">{none()}</p>}>
        <For each={groups}>
          {(group) => (
            <TaskGroup
              title={t(`previews.group-${group}`)}
              tasks={tasks()[group]}
              viewer={() => clerk}
              withUnit={false}
              thisYear={String(new Date(props.preview.asOf).getFullYear())}
              isUrgent={group === 'now'}
            />
          )}
        </For>
      </Show>
    </div>
  );
};

const Incoming = (props: { preview: DraftPreview }) => (
  <DataTable
    caption={t('previews.incoming')}
    rows={props.preview.incoming}
    columns={[
      {
        key: 'task',
        header: t('previews.col-task'),
        rowHeader: true,
        cell: ({ title }) => localText(title),
        text: ({ title }) => localText(title),
      },
      {
        key: 'due',
        header: t('previews.col-due'),
        cell: ({ dueOn, dueWording }) => (dueOn === undefined ? dueWording : formatDue(dueOn)),
      },
      { key: 'office', header: t('previews.col-office'), cell: ({ office }) => office },
      {
        key: 'units',
        header: t('previews.col-units'),
        align: 'end',
        cell: ({ units }) => t('previews.units', { count: units }),
      },
    ]}
    copy={false}
    empty={{ title: t('previews.incoming-none') }}
  />
);

const Desk = (props: { draft: Draft; preview: DraftPreview; role: PreviewRole }) => {
  const [opened, setOpened] = createSignal<PreviewTask>();
  const isUnit = () => props.preview.desk.organizationId !== undefined;
  const hasIncoming = () => !isUnit() || props.preview.incoming.length > 0;
  return (
    <PreviewFrame title={props.preview.desk.name}>
      <Show
        when={opened()}
        fallback={
          <div class="stack-wide">
            <Show when={isUnit()}>
              <Tasks {...props} onOpen={setOpened} />
            </Show>
            <Show when={hasIncoming()}>
              <Incoming preview={props.preview} />
            </Show>
          </div>
        }
      >
        {(row) => <Filing draft={props.draft} row={row()} onBack={() => setOpened(undefined)} />}
      </Show>
    </PreviewFrame>
  );
};

/** 预览: the draft as the desk of a unit, of its head, of an authority or of the commission. */
export const DraftPreviewView = (props: { draft: Draft }) => {
  const [search, setSearch] = useSearchParams<{ unit?: string; as?: string }>();
  const organization = () => search.unit || undefined;
  const role = (): PreviewRole => (search.as === 'head' ? 'head' : 'clerk');
  const preview = useDraftPreview(() => ({ draft: props.draft.id, organization: organization() }));
  return (
    <QueryView query={preview}>
      {(data) => (
        <div class="stack">
          <p class="prose">{t('previews.intro')}</p>
          <div class="preview-choice no-print">
            <Select
              name="preview-as"
              label={t('previews.as')}
              placeholder={null}
              value={organization() ?? ''}
              options={[
                ...data().examples.map(({ organizationId, unitClass, units, name }) => ({
                  value: organizationId,
                  label: t('previews.as-unit', { unitClass: localText(unitClass), units, name }),
                })),
                { value: '', label: t('previews.as-commission', { name: data().commission }) },
              ]}
              onChange={(unit) => setSearch({ unit })}
            />
            <Show when={organization()}>
              <RadioGroup
                name="preview-role"
                label={t('previews.role')}
                inline
                value={role()}
                options={previewRoles.map((value) => ({
                  value,
                  label: t(`previews.role-${value}`),
                }))}
                onChange={(as) => setSearch({ as })}
              />
            </Show>
          </div>
          <Desk draft={props.draft} preview={data()} role={role()} />
        </div>
      )}
    </QueryView>
  );
};
