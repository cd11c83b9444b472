import type { auditActions } from './zh-CN/audit-actions.ts';
import type { branding } from './zh-CN/branding.ts';
import type { editors } from './zh-CN/editors.ts';
import type { handovers } from './zh-CN/handovers.ts';
import type { imported } from './zh-CN/imported.ts';
import type { imports } from './zh-CN/imports.ts';
import type { moves } from './zh-CN/moves.ts';
import type { oversight } from './zh-CN/oversight.ts';
import type { people } from './zh-CN/people.ts';
import type { plan } from './zh-CN/plan.ts';
import type { platform } from './zh-CN/platform.ts';
import type { units } from './zh-CN/units.ts';

/** Domains that come with the pages that need them; the others come with the program. */
export type LateWords = {
  readonly 'audit-actions': typeof auditActions;
  readonly branding: typeof branding;
  readonly editors: typeof editors;
  readonly handovers: typeof handovers;
  readonly imported: typeof imported;
  readonly imports: typeof imports;
  readonly moves: typeof moves;
  readonly oversight: typeof oversight;
  readonly people: typeof people;
  readonly plan: typeof plan;
  readonly platform: typeof platform;
  readonly units: typeof units;
};

/** Both languages of each late domain, for who loads them and for the check of dictionaries. */
export const lateWords = {
  'audit-actions': async () => {
    const [chinese, english] = await Promise.all([
      import('./zh-CN/audit-actions.ts'),
      import('./en/audit-actions.ts'),
    ]);
    return { 'zh-CN': chinese.auditActions, en: english.auditActions };
  },
  branding: async () => {
    const [chinese, english] = await Promise.all([
      import('./zh-CN/branding.ts'),
      import('./en/branding.ts'),
    ]);
    return { 'zh-CN': chinese.branding, en: english.branding };
  },
  editors: async () => {
    const [chinese, english] = await Promise.all([
      import('./zh-CN/editors.ts'),
      import('./en/editors.ts'),
    ]);
    return { 'zh-CN': chinese.editors, en: english.editors };
  },
  handovers: async () => {
    const [chinese, english] = await Promise.all([
      import('./zh-CN/handovers.ts'),
      import('./en/handovers.ts'),
    ]);
    return { 'zh-CN': chinese.handovers, en: english.handovers };
  },
  imported: async () => {
    const [chinese, english] = await Promise.all([
      import('./zh-CN/imported.ts'),
      import('./en/imported.ts'),
    ]);
    return { 'zh-CN': chinese.imported, en: english.imported };
  },
  imports: async () => {
    const [chinese, english] = await Promise.all([
      import('./zh-CN/imports.ts'),
      import('./en/imports.ts'),
    ]);
    return { 'zh-CN': chinese.imports, en: english.imports };
  },
  moves: async () => {
    const [chinese, english] = await Promise.all([
      import('./zh-CN/moves.ts'),
      import('./en/moves.ts'),
    ]);
    return { 'zh-CN': chinese.moves, en: english.moves };
  },
  oversight: async () => {
    const [chinese, english] = await Promise.all([
      import('./zh-CN/oversight.ts'),
      import('./en/oversight.ts'),
    ]);
    return { 'zh-CN': chinese.oversight, en: english.oversight };
  },
  people: async () => {
    const [chinese, english] = await Promise.all([
      import('./zh-CN/people.ts'),
      import('./en/people.ts'),
    ]);
    return { 'zh-CN': chinese.people, en: english.people };
  },
  plan: async () => {
    const [chinese, english] = await Promise.all([
      import('./zh-CN/plan.ts'),
      import('./en/plan.ts'),
    ]);
    return { 'zh-CN': chinese.plan, en: english.plan };
  },
  platform: async () => {
    const [chinese, english] = await Promise.all([
      import('./zh-CN/platform.ts'),
      import('./en/platform.ts'),
    ]);
    return { 'zh-CN': chinese.platform, en: english.platform };
  },
  units: async () => {
    const [chinese, english] = await Promise.all([
      import('./zh-CN/units.ts'),
      import('./en/units.ts'),
    ]);
    return { 'zh-CN': chinese.units, en: english.units };
  },
} as const;
