import { memberName, relativePath, type HouseRule } from './ast.ts';

export const noSqlRaw: HouseRule = {
  meta: {
    type: 'problem',
    docs: { description: 'SQL text is constant: sql.raw only inside workers/platform/database.' },
  },
  create(context) {
    if (relativePath(context).startsWith('workers/platform/database/')) return {};
    return {
      MemberExpression(node) {
        if (memberName(node) !== 'raw' || node.object?.name !== 'sql') return;
        context.report({
          node,
          message:
            'sql.raw is a door to the whole server. Bind the value, or use the named functions of workers/platform/database.',
        });
      },
    };
  },
};
