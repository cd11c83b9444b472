import type { RequestDraft } from '#schema/contracts/requests.ts';
import { formatDay } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { basisWords, repeatsWords } from './request.presenter.ts';

const yes = (value: boolean | undefined): string =>
  t(value ? 'organizations.value-yes' : 'organizations.value-no');

const words: { readonly [Part in keyof RequestDraft]-?: (draft: RequestDraft) => string } = {
  title: ({ title }) => title ?? '',
  text: ({ text }) => text ?? '',
  from: ({ from }) => from ?? '',
  basis: ({ basis }) => (basis ? basisWords(basis) : ''),
  to: ({ to }) => t('requests.named-count', { count: to?.units.length ?? 0 }),
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
