import { For, Match, Show, Switch } from 'solid-js';
import type { SiteBranding } from '#schema/contracts/tenant-branding.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { FieldGroup } from '#web/ui/field.component.tsx';
import { FileField } from '#web/ui/file-field.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { judgeAccent, partWords } from './branding.presenter.ts';
import { createEmblemUpload } from './branding.queries.ts';

export type SiteFieldsProps = {
  site: SiteBranding;
  onWrite: (change: Partial<SiteBranding>) => void;
  /** What the server says of one field, by its path. */
  errorAt: (path: string) => string | undefined;
};

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

const EmblemField = (props: SiteFieldsProps) => {
  const upload = createEmblemUpload();
  const send = async ([file]: File[]) => {
    const kept = file && (await upload.attempt(file));
    if (kept) props.onWrite({ emblem: kept.data.hash });
  };
  return (
    <>
      <Show
        when={props.site.emblem}
        fallback={
          <FileField
            name="emblem"
            label={t('branding.emblem')}
            hint={t('branding.emblem-hint')}
            accept="image/png,.png"
            items={[]}
            disabled={upload.isBusy()}
            error={props.errorAt('emblem')}
            onFiles={(files) => void send(files)}
          />
        }
      >
        {(hash) => (
          <FieldGroup name="emblem" label={t('branding.emblem')} error={props.errorAt('emblem')}>
            <div class="row">
              <img
                class="branding-emblem"
                src={`/api/tenant/emblems/${hash()}`}
                alt={t('branding.emblem-now')}
                width="64"
                height="64"
              />
              <Button small onClick={() => props.onWrite({ emblem: undefined })}>
                {t('branding.emblem-remove')}
              </Button>
            </div>
          </FieldGroup>
        )}
      </Show>
      <Refusal problem={upload.problem()} />
    </>
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

export const WordsFields = (props: SiteFieldsProps) => {
  const write = (change: Partial<SiteBranding['words']>) =>
    props.onWrite({ words: { ...props.site.words, ...change } });
  return (
    <section class="form" aria-labelledby="branding-words">
      <h2 class="section-title" id="branding-words">
        {t('branding.words')}
      </h2>
      <RadioGroup
        name="self"
        label={t('branding.self')}
        inline
        options={(['本委', '本局'] as const).map((value) => ({ value, label: value }))}
        value={props.site.words.self}
        onChange={(value) => write({ self: value === '本局' ? '本局' : '本委' })}
      />
      <RadioGroup
        name="departments"
        label={t('branding.departments')}
        inline
        options={(['处室', '科室'] as const).map((value) => ({ value, label: value }))}
        value={props.site.words.departments}
        onChange={(value) => write({ departments: value === '科室' ? '科室' : '处室' })}
      />
      <TextField
        name="territory"
        label={t('branding.territory')}
        hint={t('branding.territory-hint')}
        required
        maxLength={12}
        value={props.site.words.territory}
        error={props.errorAt('words/territory')}
        onInput={(territory) => write({ territory })}
      />
      <TextField
        name="office"
        label={t('branding.office')}
        required
        maxLength={20}
        value={props.site.words.office}
        error={props.errorAt('words/office')}
        onInput={(office) => write({ office })}
      />
    </section>
  );
};

type FooterPart = keyof SiteBranding['footer'];

const footerParts: readonly { name: FooterPart; hint?: () => string; limit: number }[] = [
  { name: 'sponsor', limit: 60 },
  { name: 'organizer', limit: 60 },
  { name: 'address', limit: 80 },
  { name: 'postcode', limit: 6, hint: () => t('branding.postcode-hint') },
  { name: 'phone', limit: 30, hint: () => t('branding.phone-hint') },
  { name: 'icp', limit: 30, hint: () => t('branding.icp-hint') },
  { name: 'publicSecurity', limit: 30, hint: () => t('branding.public-security-hint') },
  { name: 'siteId', limit: 10, hint: () => t('branding.site-id-hint') },
];

export const FooterFields = (props: SiteFieldsProps) => (
  <section class="form" aria-labelledby="branding-footer">
    <h2 class="section-title" id="branding-footer">
      {t('branding.footer')}
    </h2>
    <p class="small soft">{t('branding.footer-summary')}</p>
    <For each={footerParts}>
      {({ name, hint, limit }) => (
        <TextField
          name={`footer-${name}`}
          label={partWords[name]()}
          hint={hint?.()}
          required={name === 'sponsor'}
          maxLength={limit}
          value={props.site.footer[name] ?? ''}
          error={props.errorAt(`footer/${name}`)}
          onInput={(value) => props.onWrite({ footer: { ...props.site.footer, [name]: value } })}
        />
      )}
    </For>
  </section>
);
