import type { Clock } from '#schema/contracts/campaign/clock.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Guard, Transition } from '#schema/contracts/campaign/workflow.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { conditionWords } from '../condition-words.presenter.ts';
import type { Named } from '../condition-words.presenter.ts';

const join = (parts: readonly string[]) => parts.filter(Boolean).join(t('editors.list-mark'));

const titleIn = (
  list: readonly { key: string; title: Clock['title'] }[] | undefined,
  key: string,
): string => {
  const found = list?.find((each) => each.key === key);
  return found ? localText(found.title) : key;
};

const guardWords = (guard: Guard, register: Register, fields: readonly Named[]): string => {
  switch (guard.kind) {
    case 'not-filer':
    case 'not-own-unit':
    case 'not-adviser':
    case 'instances-closed':
      return t(`editors.guard-${guard.kind}`);
    case 'linked-entry':
      return t('editors.says-linked', { link: titleIn(register.links, guard.link) });
    case 'before-expiry':
      return t('editors.says-before-expiry', { clock: titleIn(register.clocks, guard.clock) });
    case 'ticks':
      return t('editors.says-ticks', { count: guard.ticks.length });
    case 'condition':
      return conditionWords(guard.when, fields);
  }
};

/** 本人不得办理；须填写整改措施；须说明理由. */
export const demandWords = (
  step: Transition,
  register: Register,
  fields: readonly Named[],
): string => {
  const needs = (step.needs ?? []).map((key) => {
    const field = fields.find((each) => each.key === key);
    return field ? localText(field.label) : key;
  });
  const parts = [
    ...(step.guards ?? []).map((guard) => guardWords(guard, register, fields)),
    needs.length > 0 ? t('editors.says-needs', { fields: join(needs) }) : '',
    step.reason ? t('editors.says-reason') : '',
    step.extends === undefined
      ? ''
      : t('editors.says-extends', { clock: titleIn(register.clocks, step.extends) }),
    ...(step.reaches ?? []).map((each) =>
      t('editors.says-reaches', { milestone: t(`editors.milestone-${each}`) }),
    ),
  ];
  return parts.filter(Boolean).join(t('editors.part-mark'));
};

export const stateWords = (register: Register, keys: readonly string[]): string =>
  join(keys.map((key) => titleIn(register.workflow?.states, key)));

/** 自登记之日起60日（自然日）内，到“已办结”为止；在“补正”期间停止计算. */
export const clockWords = (clock: Clock, register: Register, fields: readonly Named[]): string => {
  const label = (key: string) => {
    const field = fields.find((each) => each.key === key);
    return field ? localText(field.label) : key;
  };
  const { starts, term, extension } = clock;
  const from =
    starts.on === 'entry'
      ? t('editors.clock-from-entry')
      : starts.on === 'field'
        ? t('editors.clock-from-field', { field: label(starts.field) })
        : t('editors.clock-from-step', {
            step: titleIn(register.workflow?.transitions, starts.transition),
          });
  const within =
    term.kind === 'until'
      ? t('editors.clock-until', { field: label(term.field) })
      : t(`editors.clock-days-${term.unit}`, { days: term.days });
  const ends = t('editors.clock-ends', { states: stateWords(register, clock.endsIn) });
  const stops = clock.stopsIn
    ? t('editors.clock-stops', { states: stateWords(register, clock.stopsIn) })
    : '';
  const longer = extension
    ? t(`editors.clock-longer-${extension.unit}`, { days: extension.days, times: extension.times })
    : '';
  return [`${from}${within}`, ends, stops, longer].filter(Boolean).join(t('editors.part-mark'));
};
