import { Match, Switch } from 'solid-js';
import type { SiteBranding } from '#schema/contracts/tenant-branding.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { judgeAccent } from './branding.presenter.ts';
import { EmblemField } from './emblem-field.component.tsx';
import type { SiteFieldsProps } from './site-fields.ts';

export const TitleFields = (props: SiteFieldsProps) => {
  const title = (change: Partial<SiteBranding['title']>) =>
    props.onWrite({ title: { ...props.site.title, ...change } });
  const subtitle = (change: Partial<SiteBranding['title']>) =>
    props.onWrite({ subtitle: { zh: '', ...props.site.subtitle, ...change } });
  return (
    <section class="form" aria-labelledby="branding-titles">
      <h2 class="section-title" id="branding-titles">
        {t('branding.titles')}
      </h2>
      <TextField
        name="title"
        label={t('branding.title')}
        required
        maxLength={30}
        value={props.site.title.zh}
        error={props.errorAt('title/zh')}
        onInput={(zh) => title({ zh })}
      />
      <TextField
        name="title-en"
        label={t('branding.title-en')}
        maxLength={90}
        value={props.site.title.en ?? ''}
        error={props.errorAt('title/en')}
        onInput={(en) => title({ en })}
      />
      <TextField
        name="subtitle"
        label={t('branding.subtitle')}
        maxLength={40}
        value={props.site.subtitle?.zh ?? ''}
        error={props.errorAt('subtitle/zh')}
        onInput={(zh) => subtitle({ zh })}
      />
      <TextField
        name="subtitle-en"
        label={t('branding.subtitle-en')}
        maxLength={120}
        value={props.site.subtitle?.en ?? ''}
        error={props.errorAt('subtitle/en')}
        onInput={(en) => subtitle({ en })}
      />
    </section>
  );
};

const AccentVerdict = (props: { accent: string; onUse: (accent: string) => void }) => {
  const verdict = () => judgeAccent(props.accent);
  const short = () => {
    const said = verdict();
    return said.kind === 'short' ? said : undefined;
  };
  const enough = () => {
    const said = verdict();
    return said.kind === 'enough' ? said : undefined;
  };
  return (
    <div class="branding-verdict" aria-live="polite">
      <Switch fallback={<Status kind="late">{t('branding.accent-unread')}</Status>}>
        <Match when={enough()}>
          {(said) => (
            <Status kind="done">{t('branding.accent-enough', { ratio: said().ratio })}</Status>
          )}
        </Match>
        <Match when={short()}>
          {(said) => (
            <>
              <Status kind="late">{t('branding.accent-short', { ratio: said().ratio })}</Status>
              <Button small onClick={() => props.onUse(said().nearest)}>
                <span
                  class="branding-swatch"
                  aria-hidden="true"
                  style={{ 'background-color': said().nearest }}
                />
                {t('branding.accent-use', { colour: said().nearest })}
              </Button>
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
};

const AccentField = (props: SiteFieldsProps) => {
  const write = (accent: string) => props.onWrite({ accent });
  const picked = () =>
    judgeAccent(props.site.accent).kind === 'unread' ? '#000000' : props.site.accent;
  return (
    <div class="stack-tight">
      <div class="branding-accent">
        <TextField
          name="accent"
          label={t('branding.accent')}
          hint={t('branding.accent-hint')}
          required
          maxLength={7}
          value={props.site.accent}
          error={props.errorAt('accent')}
          onInput={write}
        />
        <input
          class="branding-picker"
          type="color"
          aria-label={t('branding.accent-pick')}
          value={picked()}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </div>
      <AccentVerdict accent={props.site.accent} onUse={write} />
    </div>
  );
};

const motifs = ['plain', 'rule', 'double-rule', 'wave', 'lattice'] as const;

export const LooksFields = (props: SiteFieldsProps) => (
  <section class="form" aria-labelledby="branding-looks">
    <h2 class="section-title" id="branding-looks">
      {t('branding.looks')}
    </h2>
    <AccentField {...props} />
    <RadioGroup
      name="motif"
      label={t('branding.motif')}
      inline
      options={motifs.map((value) => ({ value, label: t(`branding.motif-${value}`) }))}
      value={props.site.motif}
      onChange={(value) => {
        const motif = motifs.find((each) => each === value);
        if (motif) props.onWrite({ motif });
      }}
    />
    <TextField
      name="mark"
      label={t('branding.mark')}
      hint={t('branding.mark-hint')}
      required
      maxLength={2}
      value={props.site.mark}
      error={props.errorAt('mark')}
      onInput={(mark) => props.onWrite({ mark })}
    />
    <EmblemField {...props} />
  </section>
);
