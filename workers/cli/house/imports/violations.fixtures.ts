import levels from './module-levels.json' with { type: 'json' };

/** One deliberate violation: `from` imports `to`, and `rule` must say so. */
export type Planted = { rule: string; from: string; to: string; how?: 'value' | 'type' };

const upward: Planted[] = levels.map((level, index) => ({
  rule: `module-levels-${index}-${level[0]}`,
  from: `workers/modules/${level.at(-1)}/upward-${index}.repository.ts`,
  to: `workers/modules/${levels[index + 1]?.[0] ?? 'oversight'}/index.ts`,
  how: index % 2 === 0 ? 'type' : 'value',
}));

const sideways: Planted[] = levels.flatMap((level, index) =>
  level.length < 2
    ? []
    : [
        {
          rule: `module-levels-${index}-${level[0]}`,
          from: `workers/modules/${level[0]}/sideways-${index}.repository.ts`,
          to: `workers/modules/${level[1]}/index.ts`,
        },
      ],
);

export const planted: Planted[] = [
  ...upward,
  ...sideways,
  {
    rule: 'schema-imports-nothing-of-ours',
    from: 'schema/contracts/forms.ts',
    to: 'plugins/sdk/dates.ts',
    how: 'type',
  },
  { rule: 'sdk-is-pure', from: 'plugins/sdk/scoring.ts', to: 'schema/tables/tenant/x.table.ts' },
  { rule: 'sdk-is-pure', from: 'plugins/sdk/forms.ts', to: 'hono' },
  { rule: 'sdk-is-pure', from: 'plugins/sdk/files.ts', to: 'node:fs' },
  {
    rule: 'commission-imports-sdk-and-contracts',
    from: 'plugins/north/plugin.ts',
    to: 'plugins/south/plugin.ts',
  },
  { rule: 'commission-imports-sdk-and-contracts', from: 'plugins/north/npm.ts', to: 'valibot' },
  {
    rule: 'only-plugin-host-imports-the-registry',
    from: 'workers/modules/campaigns/usecases/open-campaign.ts',
    to: 'plugins/registry.ts',
  },
  {
    rule: 'only-plugin-host-imports-the-registry',
    from: 'web/features/campaigns/outline.component.ts',
    to: 'plugins/north/plugin.ts',
  },
  {
    rule: 'platform-knows-no-module',
    from: 'workers/platform/outbox/dispatcher.ts',
    to: 'workers/modules/audit/index.ts',
    how: 'type',
  },
  {
    rule: 'modules-through-their-face',
    from: 'workers/modules/reviews/usecases/return-submission.ts',
    to: 'workers/modules/submissions/submissions.repository.ts',
  },
  {
    rule: 'modules-through-their-face-from-outside',
    from: 'workers/app/app.ts',
    to: 'workers/modules/submissions/submissions.routes.ts',
  },
  {
    rule: 'modules-import-schema-sdk-platform',
    from: 'workers/modules/audit/audit.recorder.ts',
    to: 'workers/cli/terminal.ts',
  },
  {
    rule: 'oversight-imports-tenants-and-contracts',
    from: 'workers/modules/oversight/oversight.repository.ts',
    to: 'workers/modules/submissions/index.ts',
  },
  {
    rule: 'oversight-opens-no-tenant',
    from: 'workers/modules/oversight/usecases/open-comparison.ts',
    to: 'schema/tables/tenant/x.table.ts',
  },
  {
    rule: 'oversight-opens-no-tenant',
    from: 'workers/modules/platform-admin/usecases/list-tenants.ts',
    to: 'workers/modules/tenants/tenants.resolver.ts',
  },
  {
    rule: 'routes-and-jobs-call-usecases',
    from: 'workers/modules/submissions/submissions.routes.ts',
    to: 'workers/modules/submissions/submissions.repository.ts',
  },
  {
    rule: 'routes-and-jobs-call-usecases',
    from: 'workers/modules/scoring/handlers/submission-accepted.ts',
    to: 'workers/modules/scoring/scoring.repository.ts',
  },
  {
    rule: 'domain-imports-contracts-only',
    from: 'workers/modules/submissions/submissions.domain.ts',
    to: 'workers/platform/clock.ts',
    how: 'type',
  },
  {
    rule: 'only-repositories-import-tables',
    from: 'workers/modules/submissions/usecases/file-submission.ts',
    to: 'schema/tables/tenant/x.table.ts',
    how: 'type',
  },
  {
    rule: 'usecases-never-call-back',
    from: 'workers/modules/reviews/usecases/accept-submission.ts',
    to: 'workers/modules/reviews/reviews.routes.ts',
  },
  {
    rule: 'repositories-decide-nothing',
    from: 'workers/modules/reviews/reviews.repository.ts',
    to: 'workers/modules/reviews/usecases/return-submission.ts',
  },
  {
    rule: 'only-main-imports-app',
    from: 'workers/cli/tenant.ts',
    to: 'workers/app/app.ts',
  },
  {
    rule: 'app-imports-modules-and-platform',
    from: 'workers/app/middlewares.ts',
    to: 'workers/demo/generator.ts',
  },
  {
    rule: 'web-sees-contracts-and-sdk',
    from: 'web/features/submissions/draft.queries.ts',
    to: 'schema/tables/tenant/x.table.ts',
    how: 'type',
  },
  {
    rule: 'web-sees-contracts-and-sdk',
    from: 'web/shared/clock.ts',
    to: 'workers/platform/clock.ts',
  },
  {
    rule: 'web-takes-the-type-of-the-app',
    from: 'web/shared/client.ts',
    to: 'workers/app/app.ts',
  },
  {
    rule: 'web-features-import-no-app',
    from: 'web/features/tasks/list.component.ts',
    to: 'web/apps/portal/tasks.page.ts',
  },
  {
    rule: 'web-ui-imports-shared',
    from: 'web/ui/button.component.ts',
    to: 'web/features/tasks/list.component.ts',
  },
  {
    rule: 'web-shared-is-the-ground',
    from: 'web/shared/format.ts',
    to: 'web/ui/button.component.ts',
  },
  {
    rule: 'web-apps-never-sideways',
    from: 'web/apps/console/overview.page.ts',
    to: 'web/apps/portal/tasks.page.ts',
  },
  {
    rule: 'fixtures-are-for-tests',
    from: 'workers/modules/tenants/usecases/open-tenant.ts',
    to: 'workers/modules/tenants/tenants.fixtures.ts',
  },
  {
    rule: 'third-party-sdks-are-for-drivers',
    from: 'workers/platform/storage/objects.ts',
    to: '@libsql/client',
  },
  { rule: 'no-cycle', from: 'schema/contracts/a.ts', to: 'schema/contracts/b.ts', how: 'type' },
  { rule: 'imports-exist', from: 'workers/modules/audit/audit.events.ts', to: 'no-such-package' },
  {
    rule: 'no-development-package-in-the-product',
    from: 'workers/modules/audit/audit.domain.ts',
    to: 'fast-check',
  },
];

/** Lawful imports: a rule that fires on one of these is too eager. */
export const lawful: Omit<Planted, 'rule'>[] = [
  { from: 'plugins/sdk/language.ts', to: 'schema/contracts/lawful.ts' },
  { from: 'plugins/east/plugin.ts', to: 'plugins/sdk/language.ts' },
  { from: 'plugins/registry.ts', to: 'plugins/east/plugin.ts' },
  { from: 'workers/modules/plugin-host/plugin-host.registry.ts', to: 'plugins/registry.ts' },
  {
    from: 'workers/modules/submissions/usecases/submit-submission.ts',
    to: 'workers/modules/evidence/index.ts',
  },
  {
    from: 'workers/modules/forms/forms.repository.ts',
    to: 'schema/tables/tenant/x.table.ts',
  },
  { from: 'workers/modules/forms/forms.domain.ts', to: 'plugins/sdk/language.ts' },
  {
    from: 'workers/modules/oversight/usecases/compare-regions.ts',
    to: 'workers/modules/tenants/index.ts',
  },
  {
    from: 'workers/modules/campaigns/campaigns.e2e.test.ts',
    to: 'workers/modules/submissions/submissions.fixtures.ts',
  },
  { from: 'workers/main.ts', to: 'workers/app/app.ts' },
  { from: 'web/shared/api.ts', to: 'workers/app/app.ts', how: 'type' },
  { from: 'web/features/forms/renderer.component.ts', to: 'plugins/sdk/language.ts' },
];

/** The way back that closes the planted cycle. */
export const closingTheCycle: Omit<Planted, 'rule'>[] = [
  { from: 'schema/contracts/b.ts', to: 'schema/contracts/a.ts', how: 'type' },
];
