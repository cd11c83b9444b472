import { For, Match, Show, Switch } from 'solid-js';
import type { Deliverable } from '#schema/contracts/campaign/task.ts';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { EvidenceField } from '#web/features/evidence/evidence-field.component.tsx';
import { evidenceHref, formatWords } from '#web/features/evidence/evidence-file.presenter.ts';
import type { EvidenceShelf } from '#web/features/evidence/shelf.ts';
import { formatDate } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import type { FieldProblem } from '#web/shared/problem.ts';
import { Status } from '#web/ui/status.component.tsx';
import type { Materials } from './materials.ts';

type MaterialsProps = {
  detail: SubmissionDetail;
  materials: Materials;
  shelf: EvidenceShelf;
  mayChange: (item: Deliverable) => boolean;
  errors: readonly FieldProblem[];
};

const Paper = (props: { item: Deliverable; detail: SubmissionDetail }) => (
  <div class="field">
    <div class="field-head">
      <span class="field-label">{localText(props.item.title)}</span>
      <span class="field-aside">{t('submissions.material-paper')}</span>
    </div>
    <Show when={props.detail.summary.prevails}>
      {(prevails) => <p class="small">{t(`submissions.prevails-${prevails()}`)}</p>}
    </Show>
    <Show
      when={props.detail.paperRegistration}
      fallback={
        <p>
          {t('submissions.paper-send', {
            copies: props.item.copies ?? 1,
            office: props.detail.summary.office,
          })}
        </p>
      }
    >
      {(registration) => (
        <p>
          <Status kind="done">
            {t('submissions.paper-received', {
              day: formatDate(registration().receivedOn),
              copies: registration().copies,
              post: registration().receiverPost,
            })}
          </Status>
        </p>
      )}
    </Show>
  </div>
);

const Kept = (props: MaterialsProps & { item: Deliverable }) => {
  const files = () => {
    const ids = props.materials.filesOf(props.item.key);
    return props.detail.evidence.filter(({ id }) => ids.includes(id));
  };
  return (
    <div class="field" id={`field-deliverables-${props.item.key}`} tabindex="-1">
      <p class="field-label">{localText(props.item.title)}</p>
      <Show when={files().length > 0} fallback={<p class="soft">{t('submissions.no-files')}</p>}>
        <ul>
          <For each={files()}>
            {(file) => (
              <li>
                <a href={evidenceHref(file)} rel="external">
                  {file.name}
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
};

const Item = (props: MaterialsProps & { item: Deliverable }) => {
  const path = () => `deliverables/${props.item.key}`;
  const error = () =>
    props.materials.filesOf(props.item.key).length === 0
      ? props.errors.find((each) => each.path === path())?.message
      : undefined;
  const isScan = () => props.item.kind === 'stamped-scan';
  const hint = () =>
    isScan() ? `${t('submissions.material-stamped')} ${formatWords(true)}` : undefined;
  return (
    <Switch>
      <Match when={props.item.kind === 'paper'}>
        <Paper item={props.item} detail={props.detail} />
      </Match>
      <Match when={!props.mayChange(props.item)}>
        <Kept {...props} />
      </Match>
      <Match when={props.mayChange(props.item)}>
        <EvidenceField
          name={path()}
          label={localText(props.item.title)}
          hint={hint()}
          isScan={isScan()}
          required={props.item.required}
          error={error()}
          shelf={props.shelf}
          ids={props.materials.filesOf(props.item.key)}
          onChange={(ids) => void props.materials.put(props.item.key, ids)}
        />
      </Match>
    </Switch>
  );
};

/** What must arrive beside the answers. */
export const MaterialList = (props: MaterialsProps) => (
  <Show when={props.detail.deliverables.length > 0}>
    <section id="materials" tabindex="-1" class="filing-part">
      <h2 class="section-title">
        {t('submissions.materials', { count: props.detail.deliverables.length })}
      </h2>
      <div class="form filing-materials">
        <For each={props.detail.deliverables}>{(item) => <Item {...props} item={item} />}</For>
      </div>
    </section>
  </Show>
);
