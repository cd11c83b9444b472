/** For each rule: a file that breaks it and one that keeps it, at a place where it applies. */
export type Sample = { rule: string; path: string; bad: string; good: string; goodPath?: string };

const usecase = 'workers/modules/submissions/usecases/file-submission.ts';

export const houseSamples: Sample[] = [
  {
    rule: 'house(write-needs-audit)',
    path: usecase,
    bad: 'export const save = (context: C) => context.db.update(submissions).set({ state });',
    good: 'export const save = (context: C) => toStatement(context.db.update(submissions).set({ state }));',
  },
  {
    rule: 'house(write-needs-audit)',
    path: 'workers/modules/reviews/reviews.repository.ts',
    bad: 'export const clear = (db: D) => db.run(sql`delete from reviews`);',
    good: 'export const all = (db: D) => db.select().from(reviews);',
  },
  {
    rule: 'house(write-needs-audit)',
    path: 'workers/modules/forms/usecases/open-form.ts',
    bad: 'export const open = (writer: W) => writer.commit({ steps } as Change);',
    good: "export const open = (writer: W) => writer.commit({ steps, audit: { action: 'form.open' } });",
  },
  {
    rule: 'house(route-needs-permission)',
    path: 'workers/modules/submissions/submissions.routes.ts',
    bad: "export const routes = new Hono().get('/:id', (c) => c.json({}));",
    good: "export const routes = new Hono().get('/:id', describe({ permission: 'submissions.read' }), (c) => c.json({}));",
  },
  {
    rule: 'house(no-env-outside-dependencies)',
    path: 'workers/platform/storage/evidence.ts',
    bad: 'export const bucket = () => process.env.BUCKET;',
    good: 'export const bucket = (settings: S) => settings.bucket;',
  },
  {
    rule: 'house(no-env-outside-dependencies)',
    path: 'workers/app/app.ts',
    bad: 'export const key = (c: C) => c.env.KEY_RING;',
    good: 'export const key = (c: C) => c.env.KEY_RING;',
    goodPath: 'workers/app/app.dependencies.ts',
  },
  {
    rule: 'house(no-sql-raw)',
    path: 'workers/modules/campaigns/campaigns.repository.ts',
    bad: 'export const order = (column: string) => sql.raw(column);',
    good: 'export const order = (column: string) => sql`order by ${column}`;',
  },
  {
    rule: 'house(no-float-in-score)',
    path: 'plugins/sdk/scoring/price.ts',
    bad: 'export const points = (n: number) => Math.round(n * 10);',
    good: 'export const points = (n: bigint) => n * 10n;',
  },
  {
    rule: 'house(no-float-in-score)',
    path: 'workers/modules/scoring/scoring.domain.ts',
    bad: 'export const half = 0.5;',
    good: 'export const half = 5_000;',
  },
  {
    rule: 'house(role-in-filename)',
    path: 'workers/modules/forms/forms.service.ts',
    bad: 'export const a = 1;',
    good: 'export const a = 1;',
    goodPath: 'workers/modules/forms/forms.presenter.ts',
  },
  {
    rule: 'house(role-in-filename)',
    path: 'web/shared/utils.ts',
    bad: 'export const b = 1;',
    good: 'export const b = 1;',
    goodPath: 'web/shared/official-order.ts',
  },
];

const promise = 'const later = (): Promise<void> => Promise.resolve();\n';
const kinds = "type Kind = 'pdf' | 'ofd';\n";

export const generalSamples: Sample[] = [
  {
    rule: 'typescript(no-floating-promises)',
    path: 'workers/modules/audit/audit.jobs.ts',
    bad: `${promise}export function run(): void { later(); }`,
    good: `${promise}export async function run(): Promise<void> { await later(); }`,
  },
  {
    rule: 'typescript(switch-exhaustiveness-check)',
    path: 'workers/modules/evidence/evidence.domain.ts',
    bad: `${kinds}export function word(k: Kind): string { switch (k) { case 'pdf': return 'a'; } return ''; }`,
    good: `${kinds}export function word(k: Kind): string { switch (k) { case 'pdf': return 'a'; case 'ofd': return 'b'; } }`,
  },
  {
    rule: 'typescript(consistent-type-imports)',
    path: 'workers/platform/ids.ts',
    bad: "import { Clock } from './clock.ts';\nexport type A = Clock;",
    good: "import type { Clock } from './clock.ts';\nexport type A = Clock;",
  },
  {
    rule: 'import(no-default-export)',
    path: 'workers/platform/clock.ts',
    bad: 'export default 1;',
    good: 'export default {};',
    goodPath: 'workers/main.ts',
  },
  {
    rule: 'typescript(no-explicit-any)',
    path: 'schema/contracts/forms.ts',
    bad: 'export type Answer = any;',
    good: 'export type Answer = unknown;',
  },
  {
    rule: 'typescript(no-non-null-assertion)',
    path: 'schema/contracts/tasks.ts',
    bad: 'export const first = (names: string[]) => names[0]!;',
    good: "export const first = (names: string[]) => names[0] ?? '';",
  },
  {
    rule: 'eslint(no-console)',
    path: 'workers/modules/forms/usecases/save-form.ts',
    bad: "console.log('saved');\nexport {};",
    good: "console.log('saved');\nexport {};",
    goodPath: 'workers/cli/pack.ts',
  },
  {
    rule: 'eslint(max-lines)',
    path: 'workers/modules/forms/forms.repository.ts',
    bad: 'export {};\n'.repeat(301),
    good: 'export {};\n'.repeat(301),
    goodPath: 'plugins/north/editions/2024/campaign.ts',
  },
  {
    rule: 'eslint(max-lines-per-function)',
    path: 'workers/modules/forms/usecases/publish-form.ts',
    bad: `export function long(): void {\n${'  void 0;\n'.repeat(61)}}`,
    good: `export function long(): void {\n${'  void 0;\n'.repeat(61)}}`,
    goodPath: 'workers/modules/forms/forms.test.ts',
  },
  {
    rule: 'import(no-cycle)',
    path: 'schema/contracts/cycle.ts',
    bad: "import { self } from './cycle-back.ts';\nexport const other = self;",
    good: 'export const other = 1;',
    goodPath: 'schema/contracts/no-cycle.ts',
  },
  {
    rule: 'eslint(no-restricted-imports)',
    path: 'workers/modules/campaigns/usecases/open-campaign.ts',
    bad: "import { eq } from 'drizzle-orm';\nexport const a = eq;",
    good: "import { eq } from 'drizzle-orm';\nexport const a = eq;",
    goodPath: 'workers/modules/campaigns/campaigns.repository.ts',
  },
  {
    rule: 'eslint(no-restricted-imports)',
    path: 'plugins/sdk/files.ts',
    bad: "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;",
    good: "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;",
    goodPath: 'plugins/sdk/files.test.ts',
  },
  {
    rule: 'vitest(no-focused-tests)',
    path: 'workers/modules/forms/forms.domain.test.ts',
    bad: "import { expect, test } from 'vitest';\ntest.only('a', () => { expect(1).toBe(1); });",
    good: "import { expect, test } from 'vitest';\ntest('a', () => { expect(1).toBe(1); });",
  },
  {
    rule: 'solid(reactivity)',
    path: 'web/features/tasks/tasks.component.tsx',
    bad: 'export function Row(props: { title: string }) { const title = props.title; return <p>{title}</p>; }',
    good: 'export function Row(props: { title: string }) { return <p>{props.title}</p>; }',
  },
  {
    rule: 'solid(no-destructure)',
    path: 'web/features/tasks/due.component.tsx',
    bad: 'export function Due({ on }: { on: string }) { return <p>{on}</p>; }',
    good: 'export function Due(props: { on: string }) { return <p>{props.on}</p>; }',
  },
];

/** Files that a sample needs beside it. */
export const companions: Record<string, string> = {
  'schema/contracts/cycle-back.ts': "export { other as self } from './cycle.ts';",
};
