import { useNavigate } from '@solidjs/router';
import { For, Show, createSignal } from 'solid-js';
import type { Draft, PartSaved, PartsChanged } from '#schema/contracts/campaigns.ts';
import { createCommand } from '#web/shared/command.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button, LinkButton } from '#web/ui/button.component.tsx';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import type { PartOf } from '../campaigns/draft-parts.ts';
import { partsOf, placeOf } from '../campaigns/draft-parts.ts';
import { copyHref, designFacts, designHref, removalOf, usersOf } from './design-list.presenter.ts';
import { designKinds } from './design-parts.ts';
import type { DesignKind } from './design-parts.ts';
import './design-list.css';

type Part = PartOf<DesignKind>;
type Props = { draft: Draft; canEdit: boolean; onSaved: () => void };

const About = (props: { part: Part }) => (
  <span class="visually-hidden">{t('plan.about', { what: localText(props.part.body.title) })}</span>
);

const Row = (props: Props & { part: Part; onRemove: (part: Part) => void }) => (
  <li class="design-entry" id={placeOf(props.part.kind, props.part.key)} tabindex="-1">
    <span class="design-entry-name">
      {localText(props.part.body.title)}
      <span class="small soft">{designFacts(props.part)}</span>
    </span>
    <span class="row no-print">
      <LinkButton
        small
        kind="quiet"
        href={designHref(props.draft, props.part.kind, props.part.key)}
      >
        {t(props.canEdit ? 'acts.edit' : 'design.look')}
        <About {...props} />
      </LinkButton>
      <Show when={props.canEdit}>
        <LinkButton
          small
          kind="quiet"
          href={copyHref(props.draft, props.part.kind, props.part.key)}
        >
          {t('design.copy')}
          <About {...props} />
        </LinkButton>
        <Button
          small
          kind="quiet"
          aria-label={t('design.remove-item', { name: localText(props.part.body.title) })}
          onClick={() => props.onRemove(props.part)}
        >
          {t('acts.remove')}
        </Button>
      </Show>
    </span>
  </li>
);

const Removal = (props: Props & { part: Part | undefined; onClose: () => void }) => {
  const remove = createCommand<Part, PartSaved | PartsChanged>((part) => {
    const path = `/api/campaigns/drafts/${props.draft.id}/parts`;
    const body = removalOf(props.draft, part);
    if (body.save) return { method: 'POST', path: `${path}/change`, body };
    const one = `${path}/${part.kind}/${part.key}`;
    return { method: 'DELETE', path: one, ifMatch: `"${part.version}"` };
  });
  const users = () => (props.part ? usersOf(props.draft, props.part) : []);
  const send = async () => {
    if (!props.part || !(await remove.attempt(props.part))) return;
    announce(t('design.removed'));
    props.onClose();
    props.onSaved();
  };
  return (
    <Confirm
      open={props.part !== undefined}
      title={t('design.remove-title', { name: props.part ? localText(props.part.body.title) : '' })}
      act={t('acts.remove')}
      danger
      busy={remove.isBusy()}
      onConfirm={() => void send()}
      onCancel={props.onClose}
    >
      <Show when={users().length > 0} fallback={<p>{t('design.remove-unused')}</p>}>
        <p>{t('design.remove-used')}</p>
        <ul>
          <For each={users()}>{(name) => <li>{name}</li>}</For>
        </ul>
      </Show>
      <Refusal problem={remove.problem()} />
    </Confirm>
  );
};

/** 报表, 台账, 指标 and 考评细则 of the draft, each designed on a page of its own. */
export const DesignList = (props: Props) => {
  const navigate = useNavigate();
  const [leaving, setLeaving] = createSignal<Part>();
  return (
    <section class="clause" id="part-design" tabindex="-1">
      <div class="clause-head">
        <h3>{t('design.parts')}</h3>
      </div>
      <For each={designKinds}>
        {(kind) => (
          <div class="design-kind">
            <div class="row row-apart">
              <h4>
                {t(`design.kind-of-${kind}`)}
                <span class="soft">（{partsOf(props.draft, kind).length}）</span>
              </h4>
              <Show when={props.canEdit}>
                <Button small onClick={() => navigate(designHref(props.draft, kind, 'new'))}>
                  {t(`design.add-${kind}`)}
                </Button>
              </Show>
            </div>
            <ul class="design-entries">
              <For each={partsOf(props.draft, kind)}>
                {(part) => <Row {...props} part={part} onRemove={setLeaving} />}
              </For>
            </ul>
          </div>
        )}
      </For>
      <Removal {...props} part={leaving()} onClose={() => setLeaving(undefined)} />
    </section>
  );
};
