import { calleeName, propertyOf, relativePath, unwrap, type HouseRule, type Node } from './ast.ts';

const methods = new Set(['get', 'post', 'put', 'patch', 'delete', 'all', 'on']);

function isRoute(node: Node): boolean {
  if (node.callee?.type !== 'MemberExpression' || !methods.has(calleeName(node) ?? '')) {
    return false;
  }
  const path = node.arguments?.find(
    (argument) => typeof argument.value === 'string' && argument.value.startsWith('/'),
  );
  return path !== undefined && (node.arguments?.length ?? 0) > 1;
}

function namesPermission(argument: Node): boolean {
  if (!calleeName(argument)?.startsWith('describe')) return false;
  return (argument.arguments ?? []).some(
    (facts) => propertyOf(unwrap(facts), 'permission') !== undefined,
  );
}

export const routeNeedsPermission: HouseRule = {
  meta: {
    type: 'problem',
    docs: { description: 'Every route names its permission, or says that it is public.' },
  },
  create(context) {
    if (!relativePath(context).endsWith('.routes.ts')) return {};
    return {
      CallExpression(node) {
        if (!isRoute(node) || (node.arguments ?? []).some(namesPermission)) return;
        context.report({
          node,
          message:
            "This route names no permission. Give it describe({ permission: '<module>.<verb>' | 'public' | 'signed-in', … }).",
        });
      },
    };
  },
};
