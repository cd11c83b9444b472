import { For, Show } from 'solid-js';
import { scoreAccounts } from '#schema/contracts/campaign/scorecard.ts';
import type { Criterion } from '#schema/contracts/campaign/scorecard.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox, RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/text-field.component.tsx';
import type { BodyEditor } from '../body-editor.ts';
import type { DesignProps } from '../design-props.ts';
import { freeKey, withProperty } from '../part-keys.ts';
import { SourceFields, clauseOptions } from '../source-fields.component.tsx';
import { chinese, withChinese } from '../texts.ts';
import { RuleForm } from './rule-form.component.tsx';
import {
  addRule,
  changeNode,
  changeRule,
  factKeysOf,
  removeRule,
  setAccount,
  setStart,
} from './score-edit.ts';

type Props = {
  editor: BodyEditor<'scorecard'>;
  campaign: DesignProps<'scorecard'>['campaign'];
  item: Criterion;
};

const optional = (typed: string): string | undefined => (typed === '' ? undefined : typed);

const Rules = (props: Props & { put: (item: Criterion, act?: string) => void }) => {
  const at = () => `item/${props.item.key}/rules`;
  return (
    <section class="stack-tight">
      <h4>{t('editors.rules')}</h4>
      <For each={props.item.rules.map(({ key }) => key)}>
        {(key, index) => (
          <Show when={props.item.rules.find((each) => each.key === key)}>
            {(rule) => (
              <RuleForm
                name={`${at()}/${index()}`}
                rule={rule()}
                card={props.editor.body()}
                errorOf={props.editor.errorOf}
                onChange={(after) => props.put(changeRule(props.item, after), `rule ${key}`)}
                onRemove={
                  props.item.rules.length > 1
                    ? () => props.put(removeRule(props.item, key))
                    : undefined
                }
              />
            )}
          </Show>
        )}
      </For>
      <div>
        <Button
          small
          onClick={() =>
            props.put(addRule(props.editor.body(), props.item, t('editors.new-event')))
          }
        >
          {t('editors.rule-add')}
        </Button>
      </div>
    </section>
  );
};

const plainApplies = (item: Criterion): boolean =>
  item.applies === undefined ||
  ('field' in item.applies && item.applies.op === 'eq' && item.applies.value === true);

type Putting = Props & { put: (item: Criterion, act?: string) => void };

const Gate = (props: Putting) => {
  const name = (property: string) => `item/${props.item.key}/${property}`;
  const fact = () => freeKey('fact', factKeysOf(props.editor.body()));
  return (
    <>
      <Checkbox
        name={name('gate')}
        label={t('editors.item-gate')}
        checked={props.item.evidence !== undefined}
        onChange={(has) =>
          props.put(
            withProperty(
              props.item,
              'evidence',
              has ? { fact: fact(), title: t('editors.new-gate') } : undefined,
            ),
          )
        }
      />
      <Show when={props.item.evidence}>
        {(evidence) => (
          <TextField
            name={name('evidence')}
            label={t('editors.gate-title')}
            value={chinese(evidence().title)}
            onInput={(zh) =>
              props.put(
                {
                  ...props.item,
                  evidence: { ...evidence(), title: withChinese(evidence().title, zh) },
                },
                'evidence',
              )
            }
          />
        )}
      </Show>
    </>
  );
};

const Limits = (props: Putting) => {
  const name = (property: string) => `item/${props.item.key}/${property}`;
  const fact = () => freeKey('fact', factKeysOf(props.editor.body()));
  return (
    <>
      <div class="part-fields">
        <NumberField
          name={name('cap')}
          label={t('editors.item-cap')}
          decimal
          value={props.item.cap ?? ''}
          onInput={(typed) => props.put(withProperty(props.item, 'cap', optional(typed)), 'cap')}
        />
        <NumberField
          name={name('floor')}
          label={t('editors.item-floor')}
          decimal
          value={props.item.floor ?? ''}
          onInput={(typed) =>
            props.put(withProperty(props.item, 'floor', optional(typed)), 'floor')
          }
        />
      </div>
      <Checkbox
        name={name('core')}
        label={t('editors.item-core')}
        checked={props.item.core === true}
        onChange={(core) => props.put(withProperty(props.item, 'core', core || undefined))}
      />
      <Gate {...props} />
      <Show
        when={plainApplies(props.item)}
        fallback={<p class="small soft">{t('editors.applies-kept')}</p>}
      >
        <Checkbox
          name={name('applies')}
          label={t('editors.item-applies')}
          checked={props.item.applies !== undefined}
          onChange={(has) =>
            props.put(
              withProperty(
                props.item,
                'applies',
                has ? { field: fact(), op: 'eq', value: true } : undefined,
              ),
            )
          }
        />
      </Show>
    </>
  );
};

/** 考评项目: what it is for, how its points go, its rules, limits and grounds. */
export const ItemProperties = (props: Props) => {
  const put = (item: Criterion, act?: string) =>
    props.editor.change(
      (card) => changeNode(card, item),
      act === undefined ? undefined : `item ${item.key} ${act}`,
    );
  const name = (property: string) => `item/${props.item.key}/${property}`;
  return (
    <div class="field-properties stack">
      <TextArea
        name={name('words')}
        label={t('editors.item-words')}
        rows={2}
        value={props.item.words ?? ''}
        onInput={(words) => put(withProperty(props.item, 'words', optional(words)), 'words')}
      />
      <RadioGroup
        name={name('account')}
        label={t('editors.account')}
        inline
        options={scoreAccounts.map((value) => ({ value, label: t(`editors.account-${value}`) }))}
        value={props.item.account}
        onChange={(account) => put(setAccount(props.item, account as Criterion['account']))}
      />
      <Show when={props.item.account === 'base'}>
        <RadioGroup
          name={name('start')}
          label={t('editors.start-from')}
          inline
          options={(['full', 'zero'] as const).map((value) => ({
            value,
            label: t(`editors.start-${value}`),
          }))}
          value={props.item.start}
          onChange={(start) => put(setStart(props.item, start === 'zero' ? 'zero' : 'full'))}
        />
      </Show>
      <Rules {...props} put={put} />
      <Disclosure summary={t('editors.item-limits')}>
        <div class="stack">
          <Limits {...props} put={put} />
          <Select
            name={name('clause')}
            label={t('editors.indicator-clause')}
            placeholder={t('editors.indicator-no-clause')}
            value={props.item.clause ?? ''}
            options={clauseOptions(props.campaign.clauses)}
            onChange={(clause) => put(withProperty(props.item, 'clause', optional(clause)))}
          />
          <SourceFields
            name={name('source')}
            source={props.item.source}
            clauses={props.campaign.clauses}
            onChange={(source) => put({ ...props.item, source }, 'source')}
          />
        </div>
      </Disclosure>
    </div>
  );
};
