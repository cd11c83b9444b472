import {
  calleeName,
  hasAncestor,
  hasSpread,
  isTestFile,
  lastName,
  propertyOf,
  relativePath,
  unwrap,
  type HouseRule,
  type Node,
} from './ast.ts';

const writeVerbs = new Set(['insert', 'update', 'delete', 'run', 'transaction']);
const databaseHandle = /^(db|database|drizzle|tx|transaction|client)$|(Db|Database|Drizzle)$/;
const writerVerbs = new Set(['commit', 'commitOrThrow', 'commitAnswer']);

function isDirectWrite(node: Node): boolean {
  const name = calleeName(node);
  if (!name || !writeVerbs.has(name)) return false;
  const handle = lastName(node.callee?.object);
  if (!handle || !databaseHandle.test(handle)) return false;
  return !hasAncestor(node, (ancestor) => calleeName(ancestor) === 'toStatement');
}

function changeLiterals(node: Node): Node[] {
  if (!writerVerbs.has(calleeName(node) ?? '')) return [];
  return (node.arguments ?? []).flatMap((argument) => {
    const literal = unwrap(argument);
    return literal?.type === 'ObjectExpression' && propertyOf(literal, 'steps') ? [literal] : [];
  });
}

function isAudited(change: Node): boolean {
  const audit = propertyOf(change, 'audit');
  if (!audit) return hasSpread(change);
  const value = unwrap(audit.value as Node);
  return !(value?.name === 'undefined' || (value?.type === 'Literal' && value.value === null));
}

/** A guard, not a proof: it knows a database handle by its name. */
export const writeNeedsAudit: HouseRule = {
  meta: {
    type: 'problem',
    docs: { description: 'A write goes through the writer and carries an audit entry.' },
  },
  create(context) {
    const path = relativePath(context);
    if (!path.startsWith('workers/') || path.startsWith('workers/platform/database/')) return {};
    if (isTestFile(path)) return {};
    return {
      CallExpression(node) {
        if (isDirectWrite(node)) {
          context.report({
            node,
            message:
              'This write bypasses the writer. Wrap the builder in toStatement(…) and hand one Change to context.writer.',
          });
        }
        for (const change of changeLiterals(node)) {
          if (isAudited(change)) continue;
          context.report({
            node: change,
            message: 'This change carries no audit entry. Say what was done in `audit`.',
          });
        }
      },
    };
  },
};
