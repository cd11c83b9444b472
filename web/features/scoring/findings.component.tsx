import { For, Show } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import type { Finding } from './fact-content.presenter.ts';
import { pricedOptions } from './fact-parts.component.tsx';
import type { FactContentProps } from './fact-parts.component.tsx';

export const Findings = (props: FactContentProps) => {
  const findings = () => props.written.findings ?? [];
  const change = (at: number, changed: Partial<Finding>) =>
    props.onWrite({
      findings: findings().map((each, index) => (index === at ? { ...each, ...changed } : each)),
    });
  const add = () => props.onWrite({ findings: [...findings(), { reason: '', category: '' }] });
  const remove = (at: number) =>
    props.onWrite({ findings: findings().filter((_, index) => index !== at) });
  return (
    <fieldset class="stack-tight">
      <legend class="field-label">{t('scoring.findings')}</legend>
      <For each={findings().map((_, index) => index)}>
        {(at) => (
          <div class="score-finding">
            <Show when={props.fact.categories}>
              {(categories) => (
                <Select
                  name={`content.findings.${at}.category`}
                  label={t('scoring.category')}
                  options={pricedOptions(categories())}
                  value={findings()[at]?.category ?? ''}
                  onChange={(category) => change(at, { category })}
                />
              )}
            </Show>
            <TextField
              name={`content.findings.${at}.reason`}
              label={t('scoring.finding', { number: at + 1 })}
              required
              value={findings()[at]?.reason ?? ''}
              onInput={(reason) => change(at, { reason })}
            />
            <Button small kind="quiet" onClick={() => remove(at)}>
              {t('acts.remove')}
              <span class="visually-hidden">：{t('scoring.finding', { number: at + 1 })}</span>
            </Button>
          </div>
        )}
      </For>
      <Button small onClick={add}>
        {t('scoring.add-finding')}
      </Button>
    </fieldset>
  );
};
