import { t } from '#web/shared/i18n.ts';

type Given = { token: string; department: string; due: string; title: string };

/** What is pasted to the department; the secret stands behind `#`, which a browser sends to nobody. */
export const createLinkText = ({ token, ...words }: Given): string =>
  t('parts.link-text', { ...words, link: `${window.location.origin}/part#${token}` });
