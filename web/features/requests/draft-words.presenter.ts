import { organizationLevels } from '#schema/contracts/campaign/audience.ts';
import type { RequestDraft } from '#schema/contracts/requests.ts';
import { kindOptions } from '#web/features/organizations/organization.presenter.ts';
import { formatDay } from '#web/shared/dates.ts';
import { localText, locale, t } from '#web/shared/i18n.ts';
import { readAudience, relations } from './draft-fields.presenter.ts';
import { basisWords, repeatsWords } from './request.presenter.ts';

const yes = (value: boolean | undefined): string =>
  t(value ? 'organizations.value-yes' : 'organizations.value-no');

/** 单位类别：医院；等级：二级；指定 1 个单位: to whom it goes, before the units are fixed. */
export const recipientsWords = (to: RequestDraft['to']): string => {
  const simple = to?.audience && readAudience(to.audience);
  const colon = locale() === 'en' ? ': ' : '：';
  const kinds = (simple?.kinds ?? []).flatMap(
    (kind) => kindOptions().find(({ value }) => value === kind)?.label ?? [],
  );
  const levels = organizationLevels.filter((level) => simple?.levels.includes(level));
  const levelNames = levels.map((level) => t(`organizations.level-${level}`));
  const relation = relations.find(({ value }) => value === simple?.relation);
  const parts = [
    to?.audience && !simple ? t('requests.audience-custom') : '',
    kinds.length > 0 ? `${t('requests.audience-kinds')}${colon}${kinds.join('、')}` : '',
    levelNames.length > 0 ? `${t('requests.audience-levels')}${colon}${levelNames.join('、')}` : '',
    relation
      ? `${t('requests.audience-relation')}${colon}${t(`requests.relation-${relation.name}`)}`
      : '',
    to && to.units.length > 0 ? t('requests.named-count', { count: to.units.length }) : '',
  ];
  return parts.filter(Boolean).join(locale() === 'en' ? '; ' : '；') || t('forms.empty');
};

const words: { readonly [Part in keyof RequestDraft]-?: (draft: RequestDraft) => string } = {
  title: ({ title }) => title ?? '',
  text: ({ text }) => text ?? '',
  from: ({ from }) => from ?? '',
  basis: ({ basis }) => (basis ? basisWords(basis) : ''),
  to: ({ to }) => recipientsWords(to),
  deadline: ({ deadline }) => (deadline ? `${formatDay(deadline.on)}${deadline.hour}` : ''),
  repeats: repeatsWords,
  stampedScan: ({ stampedScan }) => yes(stampedScan),
  nilReply: ({ nilReply }) => yes(nilReply),
  minutes: ({ minutes }) => String(minutes ?? ''),
  chain: ({ chain }) => (chain ?? []).map(({ title }) => title).join(' → '),
  form: ({ form }) =>
    form ? form.fields.map(({ label }) => localText(label)).join('、') : t('requests.way-free'),
};

const isPart = (key: string): key is keyof RequestDraft => key in words;

/** What the page calls a part. */
export const partName = (key: string): string =>
  isPart(key) ? t(`requests.part-name-${key}`) : key;

/** One part of a draft in words, to be set beside the other's. */
export const partWords = (key: string, draft: RequestDraft): string =>
  (isPart(key) && words[key](draft)) || t('forms.empty');
