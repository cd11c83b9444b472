import { useNavigate, useSearchParams } from '@solidjs/router';
import { Match, Show, Suspense, Switch, createMemo, lazy, untrack } from 'solid-js';
import type { Draft } from '#schema/contracts/campaigns.ts';
import { useDraftChanged } from '#web/features/campaigns/campaigns.queries.ts';
import { headOf, partsOf, placeOf } from '#web/features/campaigns/draft-parts.ts';
import { useSession } from '#web/features/identity/session.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { Empty, Loading } from '#web/ui/state.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { campaignOf } from './design-parts.ts';
import type { DesignBodies, DesignKind } from './design-parts.ts';
import type { DesignProps } from './design-props.ts';
import { copyBody, newBody } from './new-body.ts';
import '#web/features/campaigns/drafting.css';
import './design.css';

const FormEditor = lazy(async () => ({
  default: (await import('./forms/form-editor.component.tsx')).FormEditor,
}));
const RegisterEditor = lazy(async () => ({
  default: (await import('./registers/register-editor.component.tsx')).RegisterEditor,
}));
const IndicatorEditor = lazy(async () => ({
  default: (await import('./indicators/indicator-editor.component.tsx')).IndicatorEditor,
}));
const ScorecardEditor = lazy(async () => ({
  default: (await import('./scorecards/scorecard-editor.component.tsx')).ScorecardEditor,
}));

type Opened = { kind: DesignKind; body: DesignBodies[DesignKind]; version: number | undefined };

/** `copied` names the part that a new one begins as. */
const openPart = (
  draft: Draft,
  kind: DesignKind,
  { key, copied }: { key: string; copied?: string | undefined },
): Opened | undefined => {
  const model = partsOf(draft, kind).find((each) => each.key === copied);
  if (key === 'new' && model) {
    return { kind, body: copyBody(kind, model.body, campaignOf(draft)), version: undefined };
  }
  if (key === 'new') return { kind, body: newBody(kind, campaignOf(draft)), version: undefined };
  const part = partsOf(draft, kind).find((each) => each.key === key);
  return part && { kind, body: part.body, version: part.version };
};

const is = <K extends DesignKind>(
  opened: Opened,
  kind: K,
): { body: DesignBodies[K]; version: number | undefined } | undefined =>
  // The kind tells what the body is.
  opened.kind === kind
    ? { body: opened.body as DesignBodies[K], version: opened.version }
    : undefined;

const Editor = (props: {
  opened: Opened;
  common: Omit<DesignProps<DesignKind>, 'body' | 'version'>;
}) => (
  <Suspense fallback={<Loading />}>
    <Switch>
      <Match when={is(props.opened, 'form')} keyed>
        {(part) => <FormEditor {...props.common} {...part} />}
      </Match>
      <Match when={is(props.opened, 'register')} keyed>
        {(part) => <RegisterEditor {...props.common} {...part} />}
      </Match>
      <Match when={is(props.opened, 'indicator')} keyed>
        {(part) => <IndicatorEditor {...props.common} {...part} />}
      </Match>
      <Match when={is(props.opened, 'scorecard')} keyed>
        {(part) => <ScorecardEditor {...props.common} {...part} />}
      </Match>
    </Switch>
  </Suspense>
);

/** The part as it was when the page was opened; what others save meanwhile is met when saving. */
export const Designing = (props: { draft: Draft; kind: DesignKind; key: string }) => {
  const navigate = useNavigate();
  const [query] = useSearchParams<{ copy?: string }>();
  const changed = useDraftChanged();
  const { permissions } = useSession();
  const opened = untrack(() =>
    openPart(props.draft, props.kind, { key: props.key, copied: query.copy }),
  );
  const campaign = untrack(() => campaignOf(props.draft));
  const head = untrack(() => headOf(props.draft));
  const home = () => `/campaigns/drafts/${props.draft.id}`;
  const canEdit = createMemo(
    () => props.draft.state === 'drafting' && permissions.can('campaigns.draft', {}),
  );
  const back = (key: string) => navigate(`${home()}#${placeOf(props.kind, key)}`);
  const title = () =>
    props.key === 'new' || !opened ? t(`design.add-${props.kind}`) : localText(opened.body.title);
  return (
    <>
      <DocumentBar
        title={headOf(props.draft)?.body.document.title ?? props.draft.title}
        facts={[t('campaigns.draft-of', { year: props.draft.year })]}
      />
      <PageHeader
        title={title()}
        breadcrumb={[
          { label: t('campaigns.campaigns'), href: '/campaigns' },
          { label: t('campaigns.drafting'), href: home() },
          { label: t(`design.kind-of-${props.kind}`) },
        ]}
        summary={<Show when={!canEdit()}>{t('design.only-to-read')}</Show>}
      />
      <Show when={opened} fallback={<Empty title={t('design.no-part')} />}>
        {(part) => (
          <Editor
            opened={part()}
            common={{
              draftId: props.draft.id,
              campaign,
              head,
              mayEdit: canEdit(),
              onSaved: (key) => {
                void changed(props.draft.id);
                announce(t('design.saved'), 'done');
                back(key);
              },
              onCancel: () => back(props.key),
            }}
          />
        )}
      </Show>
    </>
  );
};
