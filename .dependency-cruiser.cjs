const levels = require('./workers/cli/house/imports/module-levels.json');

const tests = String.raw`(\.(test|suite|fixtures|journey|global-setup)\.tsx?$|/testing/|^web/journeys/)`;
const fixtures = String.raw`(\.(fixtures|suite|global-setup)\.tsx?$|/testing/)`;
const aside = ['oversight', 'platform-admin'];
const sdkPackages = ['@marcbachmann/cel-js', 'chinese-days', 'big.js', 'canonicalize', 'valibot'];
const driverPackages = ['@libsql/', 'aws4fetch', '@aws-sdk/'];

const anyOf = (names) => `(${names.join('|')})`;
const npm = (names) => `(^|/)node_modules/${anyOf(names)}`;

function rule(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

const schema = [
  rule(
    'schema-imports-nothing-of-ours',
    '`schema` imports nothing of ours.',
    { path: '^schema/', pathNot: tests },
    { path: '^(plugins|workers|web)/' },
  ),
];

const plugins = [
  rule(
    'sdk-is-pure',
    '`plugins/sdk` imports `schema/contracts` and the npm packages its rule lists; it is pure and runs anywhere.',
    { path: '^plugins/sdk/', pathNot: tests },
    { pathNot: ['^plugins/sdk/', '^schema/contracts/', npm(sdkPackages)] },
  ),
  rule(
    'commission-imports-sdk-and-contracts',
    '`plugins/<commission>` imports `plugins/sdk` and `schema/contracts` only: no tables, no npm, no other commission.',
    { path: '^plugins/(?!sdk/)([^/]+)/', pathNot: tests },
    { pathNot: ['^plugins/$1/', '^plugins/sdk/', '^schema/contracts/'] },
  ),
  rule(
    'only-plugin-host-imports-the-registry',
    '`plugins/registry.ts` imports every commission; only `workers/modules/plugin-host` imports the registry.',
    { pathNot: ['^plugins/', '^workers/modules/plugin-host/', tests] },
    { path: '^plugins/(registry|(?!sdk/)[^/]+/)' },
  ),
];

const platform = [
  rule(
    'platform-knows-no-module',
    '`workers/platform` imports `schema` and npm; it knows no module.',
    { path: '^workers/platform/' },
    { path: ['^workers/(?!platform/)', '^plugins/', '^web/'] },
  ),
];

const face = String.raw`^workers/modules/[^/]+/(?!index\.ts$)`;
const modules = [
  rule(
    'modules-through-their-face',
    'A module imports lower modules through their `index.ts` only.',
    { path: '^workers/modules/([^/]+)/' },
    { path: face, pathNot: ['^workers/modules/$1/', fixtures] },
  ),
  rule(
    'modules-through-their-face-from-outside',
    'Everybody imports a module through its `index.ts` only.',
    { pathNot: '^workers/modules/' },
    // Proving a trail needs SHA-3, which workerd lacks: that file is for commands alone.
    { path: face, pathNot: [fixtures, String.raw`^workers/modules/audit/verify-trail\.ts$`] },
  ),
  rule(
    'modules-import-schema-sdk-platform',
    'A module imports `schema`, `plugins/sdk`, `workers/platform` and lower modules, nothing else of ours.',
    { path: '^workers/modules/', pathNot: tests },
    { path: ['^workers/(?!modules/|platform/)', '^web/'] },
  ),
  ...levels.map((level, index) =>
    rule(
      `module-levels-${index}-${level[0]}`,
      `A module imports only from a lower level; what points upward is an event. Below ${level.join(', ')}: ${levels.slice(0, index).flat().join(', ') || 'nothing'}.`,
      { path: `^workers/modules/${anyOf(level)}/`, pathNot: tests },
      {
        path: '^workers/modules/',
        pathNot: [
          '^workers/modules/$1/',
          ...(index > 0 ? [`^workers/modules/${anyOf(levels.slice(0, index).flat())}/`] : []),
        ],
      },
    ),
  ),
  rule(
    'oversight-imports-tenants-and-contracts',
    '`oversight` and `platform-admin` import `tenants` and contracts only.',
    { path: `^workers/modules/${anyOf(aside)}/`, pathNot: tests },
    { path: '^workers/modules/', pathNot: ['^workers/modules/$1/', '^workers/modules/tenants/'] },
  ),
  rule(
    'oversight-opens-no-tenant',
    "Oversight code cannot open a tenant's database.",
    { path: `^workers/modules/${anyOf(aside)}/`, pathNot: tests },
    { path: ['^schema/(tables|migrations)/(tenant|sealed)/', String.raw`(resolver|opener)\.ts$`] },
  ),
];

const insideModules = [
  rule(
    'routes-and-jobs-call-usecases',
    'Inside a module: routes, jobs and handlers call use cases; they know no repository and no table.',
    { path: String.raw`^workers/modules/.*(\.(routes|jobs)\.ts$|/handlers/)`, pathNot: tests },
    { path: [String.raw`\.repository\.ts$`, '^schema/tables/'] },
  ),
  rule(
    'domain-imports-contracts-only',
    'Inside a module: domain imports contracts (and the pure language of `plugins/sdk`) only.',
    { path: String.raw`^workers/modules/([^/]+)/.*\.domain\.ts$` },
    {
      pathNot: [
        '^schema/contracts/',
        '^plugins/sdk/',
        String.raw`^workers/modules/$1/.*\.domain\.ts$`,
      ],
    },
  ),
  rule(
    'only-repositories-import-tables',
    'Inside a module: only repositories import tables.',
    {
      path: '^workers/(?!platform/)',
      pathNot: [String.raw`\.repository\.ts$`, '^workers/(cli|bench)/', tests],
    },
    { path: '^schema/tables/' },
  ),
  rule(
    'usecases-never-call-back',
    'Inside a module: routes and jobs → usecases → domain, repository, events, errors; never back.',
    {
      path: String.raw`^workers/modules/.*(/usecases/|\.(domain|repository|events|errors)\.ts$)`,
      pathNot: tests,
    },
    { path: String.raw`\.(routes|jobs)\.ts$` },
  ),
  rule(
    'repositories-decide-nothing',
    'Inside a module: a repository is below the use cases.',
    { path: String.raw`^workers/modules/.*\.(repository|events|errors)\.ts$` },
    { path: '^workers/modules/[^/]+/(usecases|handlers)/' },
  ),
];

const app = [
  rule(
    'only-main-imports-app',
    '`workers/app` is imported by `main.ts` and tests only.',
    { pathNot: ['^workers/app/', String.raw`^workers/main\.ts$`, '^web/', tests] },
    { path: '^workers/app/' },
  ),
  rule(
    'app-imports-modules-and-platform',
    '`workers/app` imports modules and platform.',
    { path: '^workers/app/', pathNot: tests },
    { path: ['^workers/(?!app/|modules/|platform/)', '^web/', '^plugins/(?!sdk/)'] },
  ),
];

const web = [
  rule(
    'web-sees-contracts-and-sdk',
    '`web` imports `schema/contracts`, `plugins/sdk` and the type `AppType`; never tables, never the registry.',
    { path: '^web/', pathNot: tests },
    {
      path: ['^workers/', '^schema/(?!contracts/)', '^plugins/(?!sdk/)'],
      pathNot: String.raw`^workers/app/app\.ts$`,
    },
  ),
  rule(
    'web-takes-the-type-of-the-app',
    '`web` takes the type `AppType` from the server and no code.',
    { path: '^web/', pathNot: tests },
    { path: String.raw`^workers/app/app\.ts$`, dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'web-features-import-no-app',
    '`apps → features → ui → shared`: a feature imports no app.',
    { path: '^web/features/' },
    { path: '^web/apps/' },
  ),
  rule(
    'web-ui-imports-shared',
    '`apps → features → ui → shared`: the kit imports neither apps nor features.',
    { path: '^web/ui/' },
    { path: '^web/(apps|features)/' },
  ),
  rule(
    'web-shared-is-the-ground',
    '`apps → features → ui → shared`: shared imports nothing above it.',
    { path: '^web/(shared|locales)/', pathNot: tests },
    { path: '^web/(apps|features|ui)/' },
  ),
  rule(
    'web-apps-never-sideways',
    'An app never imports another app.',
    { path: '^web/apps/([^/]+)/' },
    { path: '^web/apps/', pathNot: '^web/apps/$1/' },
  ),
];

const everywhere = [
  rule(
    'fixtures-are-for-tests',
    'Fixtures, fakes and suites are imported by tests only.',
    { pathNot: tests },
    { path: fixtures },
  ),
  rule(
    'third-party-sdks-are-for-drivers',
    'Third-party SDKs are imported by drivers only.',
    { path: '^(workers|web|plugins|schema)/', pathNot: [String.raw`\.driver\.ts$`, tests] },
    { path: npm(driverPackages) },
  ),
  rule('no-cycle', 'No cycles, types included.', {}, { circular: true }),
  rule(
    'imports-exist',
    'An import that resolves to nothing is checked by nobody.',
    { path: '^(schema|plugins|workers|web)/' },
    { couldNotResolve: true, pathNot: ['^cloudflare:', '^virtual:'] },
  ),
  rule(
    'no-development-package-in-the-product',
    'What is shipped imports no development dependency.',
    {
      path: '^(schema|plugins|workers/(app|modules|platform)|web/(apps|features|ui|shared))/',
      pathNot: tests,
    },
    {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only'],
      pathNot: 'node_modules/(@types|@cloudflare/workers-types)/',
    },
  ),
];

module.exports = {
  forbidden: [
    ...schema,
    ...plugins,
    ...platform,
    ...modules,
    ...insideModules,
    ...app,
    ...web,
    ...everywhere,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|\\.qingfeng)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
