import { Show, createSignal } from 'solid-js';
import { changedParts } from '#plugins/sdk/branding/changed-parts.ts';
import type { BrandingDesk, SiteBranding } from '#schema/contracts/tenant-branding.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import {
  FooterFields,
  LooksFields,
  TitleFields,
  WordsFields,
} from './branding-fields.component.tsx';
import { BrandingHistory } from './branding-history.component.tsx';
import { BrandingPreview } from './branding-preview.component.tsx';
import { accentFault, judgeAccent, listParts, tidySite } from './branding.presenter.ts';
import { createBrandingSave, useBranding, useBrandingChanged } from './branding.queries.ts';
import { useTenant } from './tenants.queries.ts';
import './branding.css';

const Desk = (props: { desk: BrandingDesk }) => {
  const tenant = useTenant();
  const changed = useBrandingChanged();
  const save = createBrandingSave(() => props.desk.version);
  const [written, setWritten] = createSignal<Partial<SiteBranding>>({});
  const site = (): SiteBranding => ({ ...props.desk.site, ...written() });
  const unsaved = () => changedParts(props.desk.site, tidySite(site()));
  const mayServe = () => judgeAccent(site().accent).kind === 'enough';
  const errorAt = (path: string) => save.problem()?.errorOf(path);
  const settle = async (version: number) => {
    setWritten({});
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
    errorAt,
  };
  return (
    <div class="stack-wide">
      <div class="branding-desk">
        <form
          class="stack-wide"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <TitleFields {...fields} />
          <LooksFields {...fields} />
          <WordsFields {...fields} />
          <FooterFields {...fields} />
          <div
            class={`branding-bar stack-tight${unsaved().length > 0 ? ' branding-bar-open' : ''}`}
          >
            <Refusal
              problem={save.problem()}
              withFields={save.problem()?.status === 412}
              stale={t('branding.stale-words')}
            />
            <Show when={unsaved().length > 0}>
              <p class="small">
                {t('branding.unsaved', {
                  count: unsaved().length,
                  parts: listParts(props.desk.site, tidySite(site())),
                })}
              </p>
            </Show>
            <Show when={accentFault(site().accent)}>
              {(words) => <p class="small">{words()}</p>}
            </Show>
            <div class="row">
              <Button
                kind="primary"
                type="submit"
                busy={save.isBusy()}
                disabled={unsaved().length === 0 || !mayServe()}
              >
                {t('branding.save')}
              </Button>
              <Button disabled={unsaved().length === 0} onClick={() => setWritten({})}>
                {t('branding.reset')}
              </Button>
            </div>
          </div>
        </form>
        <div class="branding-side">
          <BrandingPreview site={site()} organ={localText(tenant.data?.names.full ?? '')} />
        </div>
      </div>
      <BrandingHistory desk={props.desk} onRestored={(version) => void settle(version)} />
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
