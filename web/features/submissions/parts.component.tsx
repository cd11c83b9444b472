import { For, Show, Suspense, createSignal, lazy, untrack } from 'solid-js';
import type { Part } from '#schema/contracts/submission-parts.ts';
import type { FieldConflict } from '#schema/contracts/submissions.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { LoadFailed, dataOf } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import type { Filing } from './filing.ts';
import { fieldNames, partLine, partStatus } from './parts.presenter.ts';
import { createMerge, createTakeBack, useParts, usePartsChanged } from './parts.queries.ts';
import './parts.css';

const isOpen = ({ state }: Part) => state === 'handed' || state === 'submitted';

/** Merging and taking back, with what stands in the way. */
const createActs = (filing: Filing) => {
  const merge = createMerge(() => filing.draft.id());
  const takeBack = createTakeBack(() => filing.draft.id());
  const changed = usePartsChanged();
  const [asking, setAsking] = createSignal<Part>();
  const [conflicts, setConflicts] = createSignal<{
    part: Part;
    places: readonly FieldConflict[];
  }>();
  const mergeIn = async (part: Part, body: Parameters<typeof merge.attempt>[0]['body'] = {}) => {
    if (!(await filing.sendAll())) return;
    const done = await merge.attempt({ part, body });
    const places = done ? undefined : merge.problem()?.body['conflicts'];
    setConflicts(Array.isArray(places) ? { part, places: places as FieldConflict[] } : undefined);
    if (done) announce(t('parts.merged', { department: part.department }));
    await changed();
  };
  const takeIn = async () => {
    const part = asking();
    if (part === undefined || !(await takeBack.attempt({ part, body: {} }))) return;
    announce(t('parts.taken-back', { department: part.department }));
    setAsking(undefined);
    await changed();
  };
  return { merge, takeBack, asking, setAsking, conflicts, setConflicts, mergeIn, takeIn };
};
type Acts = ReturnType<typeof createActs>;

const PartItem = (props: { part: Part; filing: Filing; acts: Acts }) => {
  const status = () => partStatus(props.part);
  const mayAct = () => props.filing.viewer().mayFile && props.filing.isEditing();
  return (
    <li class="part-line">
      <span class="part-words">
        <strong>{props.part.department}</strong>{' '}
        <Status kind={status().kind}>{status().words}</Status>{' '}
        <span class="soft">{partLine(props.part)}</span>
        <br />
        <span class="small">{fieldNames(props.filing.model.form, props.part.fields)}</span>
      </span>
      <Show when={mayAct() && isOpen(props.part)}>
        <span class="row">
          <Show when={props.part.state === 'submitted'}>
            <Button
              small
              kind="primary"
              busy={props.acts.merge.isBusy()}
              onClick={() => void props.acts.mergeIn(props.part)}
            >
              {t('parts.merge')}
            </Button>
          </Show>
          <Button small onClick={() => props.acts.setAsking(props.part)}>
            {t('parts.take-back')}
          </Button>
        </span>
      </Show>
    </li>
  );
};

const PartConflicts = lazy(async () => ({
  default: (await import('./part-conflicts.component.tsx')).PartConflicts,
}));

const ActDialogs = (props: { filing: Filing; acts: Acts }) => (
  <>
    <Confirm
      open={props.acts.asking() !== undefined}
      title={t('parts.take-back-title', { department: props.acts.asking()?.department ?? '' })}
      act={t('parts.take-back')}
      busy={props.acts.takeBack.isBusy()}
      onConfirm={() => void props.acts.takeIn()}
      onCancel={() => props.acts.setAsking(undefined)}
    >
      <p>{t('parts.take-back-words')}</p>
      <Show when={props.acts.takeBack.error()}>{(error) => <LoadFailed error={error()} />}</Show>
    </Confirm>
    <Show when={props.acts.conflicts() !== undefined}>
      <Suspense>
        <PartConflicts
          filing={props.filing}
          found={props.acts.conflicts()}
          busy={props.acts.merge.isBusy()}
          onMerge={(part, body) => void props.acts.mergeIn(part, body)}
          onClose={() => props.acts.setConflicts(undefined)}
        />
      </Suspense>
    </Show>
  </>
);

/** Which part is with which department, and which are back: 当前在谁手里, part by part. */
export const PartsPanel = (props: { filing: Filing }) => {
  const parts = useParts(() => props.filing.draft.id());
  const acts = untrack(() => createActs(props.filing));
  const shown = () => (dataOf(parts)?.parts ?? []).filter(({ state }) => state !== 'taken-back');
  return (
    <Show when={shown().length > 0}>
      <section class="filing-part" aria-label={t('parts.title')}>
        <h2>{t('parts.title')}</h2>
        <Show when={acts.merge.error() && acts.conflicts() === undefined}>
          <LoadFailed error={acts.merge.error()} />
        </Show>
        <ul class="part-list">
          <For each={shown()}>
            {(part) => <PartItem part={part} filing={props.filing} acts={acts} />}
          </For>
        </ul>
        <ActDialogs filing={props.filing} acts={acts} />
      </section>
    </Show>
  );
};
