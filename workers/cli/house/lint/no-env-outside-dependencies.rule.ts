import {
  isTestFile,
  lastName,
  memberName,
  relativePath,
  type HouseRule,
  type Node,
} from './ast.ts';

const mayReadEnv = [
  /^workers\/app\/app\.dependencies\.ts$/,
  /^workers\/(cli|bench|demo)\//,
  /\.config\.ts$/,
];

function isEnvironment(node: Node | undefined): boolean {
  const name = lastName(node);
  return name === 'env' || name === 'environment';
}

function isProcessEnv(node: Node): boolean {
  return memberName(node) === 'env' && node.object?.name === 'process';
}

export const noEnvOutsideDependencies: HouseRule = {
  meta: {
    type: 'problem',
    docs: {
      description: 'Only app.dependencies.ts reads the environment; everything else is told.',
    },
  },
  create(context) {
    const path = relativePath(context);
    if (!/^(workers|plugins|schema)\//.test(path) || isTestFile(path)) return {};
    if (mayReadEnv.some((pattern) => pattern.test(path))) return {};
    const message =
      'Only workers/app/app.dependencies.ts reads the environment. Take the value as a parameter.';
    return {
      MemberExpression(node) {
        if (isProcessEnv(node)) context.report({ node, message });
        else if (isEnvironment(node.object) && !isProcessEnv(node.object ?? node)) {
          context.report({ node, message });
        }
      },
      ImportDeclaration(node) {
        if (node.source?.value !== 'cloudflare:workers') return;
        for (const specifier of node.specifiers ?? []) {
          if (specifier.imported?.name === 'env') context.report({ node: specifier, message });
        }
      },
    };
  },
};
