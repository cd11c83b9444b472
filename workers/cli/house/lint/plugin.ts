import type { HouseRule } from './ast.ts';
import { noEnvOutsideDependencies } from './no-env-outside-dependencies.rule.ts';
import { noFloatInScore } from './no-float-in-score.rule.ts';
import { noSqlRaw } from './no-sql-raw.rule.ts';
import { roleInFilename } from './role-in-filename.rule.ts';
import { routeNeedsPermission } from './route-needs-permission.rule.ts';
import { writeNeedsAudit } from './write-needs-audit.rule.ts';

export const rules: Record<string, HouseRule> = {
  'write-needs-audit': writeNeedsAudit,
  'route-needs-permission': routeNeedsPermission,
  'no-env-outside-dependencies': noEnvOutsideDependencies,
  'no-sql-raw': noSqlRaw,
  'no-float-in-score': noFloatInScore,
  'role-in-filename': roleInFilename,
};

// oxlint loads a plugin by its default export.
export default { meta: { name: 'house' }, rules };
