import { Show, createSignal } from 'solid-js';
import { changedParts } from '#plugins/sdk/branding/changed-parts.ts';
import type { BrandingDesk, SiteBranding } from '#schema/contracts/tenant-branding.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { LooksFields, TitleFields } from './branding-fields.component.tsx';
import { BrandingHistory } from './branding-history.component.tsx';
import { BrandingPreview } from './branding-preview.component.tsx';
import { accentFault, listParts, tidySite } from './branding.presenter.ts';
import { createBrandingSave, useBranding, useBrandingChanged } from './branding.queries.ts';
import { FooterFields } from './footer-fields.component.tsx';
import { useTenant } from './tenants.queries.ts';
import { WordsFields } from './words-fields.component.tsx';
import './branding.css';

/** What is typed over what stands, until it is saved or let go. */
const createSiteDesk = (desk: () => BrandingDesk) => {
  const changed = useBrandingChanged();
  const save = createBrandingSave(() => desk().version);
  const [written, setWritten] = createSignal<Partial<SiteBranding>>({});
  const site = (): SiteBranding => ({ ...desk().site, ...written() });
  const reset = () => setWritten({});
  const settle = async (version: number) => {
    reset();
    await changed(version);
  };
  const send = async () => {
    const moved = await save.attempt(tidySite(site()));
    if (!moved) return;
    announce(t('branding.saved'), 'done');
    await settle(moved.data.version);
  };
  const fields = {
    get site() {
      return site();
    },
    onWrite: (change: Partial<SiteBranding>) => setWritten({ ...written(), ...change }),
    errorAt: (path: string) => save.problem()?.errorOf(path),
  };
  const unsaved = () => changedParts(desk().site, tidySite(site())).length;
  const unsavedWords = () => listParts(desk().site, tidySite(site()));
  return { site, save, reset, settle, send, fields, unsaved, unsavedWords };
};

/** What is not saved yet, why it cannot be, and the two acts. */
const SaveBar = (props: { desk: ReturnType<typeof createSiteDesk> }) => {
  const fault = () => accentFault(props.desk.site().accent);
  const hasChanged = () => props.desk.unsaved() > 0;
  return (
    <div class={`branding-bar stack-tight${hasChanged() ? ' branding-bar-open' : ''}`}>
      <Refusal
        problem={props.desk.save.problem()}
        withFields={props.desk.save.problem()?.status === 412}
        stale={t('branding.stale-words')}
      />
      <Show when={hasChanged()}>
        <p class="small">
          {t('branding.unsaved', {
            count: props.desk.unsaved(),
            parts: props.desk.unsavedWords(),
          })}
        </p>
      </Show>
      <Show when={fault()}>{(words) => <p class="small">{words()}</p>}</Show>
      <div class="row">
        <Button
          kind="primary"
          type="submit"
          busy={props.desk.save.isBusy()}
          disabled={!hasChanged() || fault() !== undefined}
        >
          {t('branding.save')}
        </Button>
        <Button disabled={!hasChanged()} onClick={() => props.desk.reset()}>
          {t('branding.reset')}
        </Button>
      </div>
    </div>
  );
};

const Desk = (props: { desk: BrandingDesk }) => {
  const tenant = useTenant();
  const desk = createSiteDesk(() => props.desk);
  return (
    <div class="stack-wide">
      <div class="branding-desk">
        <form
          class="stack-wide"
          onSubmit={(event) => {
            event.preventDefault();
            void desk.send();
          }}
        >
          <TitleFields {...desk.fields} />
          <LooksFields {...desk.fields} />
          <WordsFields {...desk.fields} />
          <FooterFields {...desk.fields} />
          <SaveBar desk={desk} />
        </form>
        <div>
          <BrandingPreview site={desk.site()} organ={localText(tenant.data?.names.full ?? '')} />
        </div>
      </div>
      <BrandingHistory desk={props.desk} onRestored={(version) => void desk.settle(version)} />
    </div>
  );
};

/** 品牌与页脚. */
export const BrandingView = () => {
  const desk = useBranding();
  return (
    <>
      <PageHeader title={t('console.nav-branding')} summary={t('branding.summary')} />
      <QueryView query={desk}>{(data) => <Desk desk={data()} />}</QueryView>
    </>
  );
};
