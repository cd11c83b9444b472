import type { Source } from '#schema/contracts/campaign/source.ts';
import { proposed } from './sources.ts';

/** A form whose document asks for the thing and prints no table for it. */
export const columnsProposed: Source = proposed({
  zh: '原文没有表样；栏目按条款要求归纳，是本平台建议。',
  en: 'The document prints no form; the columns follow its clauses and are proposed.',
});
