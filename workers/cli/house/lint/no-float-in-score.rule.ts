import { isTestFile, lastName, memberName, relativePath, type HouseRule } from './ast.ts';

const scoringFiles = [
  /^plugins\/sdk\/(.*\/)?scor(e|ing|ecard)/,
  /^workers\/modules\/scoring\//,
  /^workers\/modules\/[^/]+\/(.*\/)?[^/]*scor(e|ing)[^/]*\.domain\.ts$/,
];
const floatFunctions = new Set(['parseFloat']);
const floatMethods = new Set(['toFixed', 'toPrecision', 'parseFloat']);
const roundings = new Set(['round', 'floor', 'ceil', 'trunc', 'fround']);

export const noFloatInScore: HouseRule = {
  meta: {
    type: 'problem',
    docs: { description: 'Points are integers of 1/10,000; nothing in scoring is a float.' },
  },
  create(context) {
    const path = relativePath(context);
    if (isTestFile(path) || !scoringFiles.some((pattern) => pattern.test(path))) return {};
    const message =
      'No float in a score: keep integers of 1/10,000 point or a pair of integers, and round only through the named rounding of the kernel.';
    return {
      CallExpression(node) {
        if (node.callee?.type === 'Identifier' && floatFunctions.has(lastName(node.callee) ?? '')) {
          context.report({ node, message });
        }
      },
      MemberExpression(node) {
        const name = memberName(node) ?? '';
        const isRounding = node.object?.name === 'Math' && roundings.has(name);
        if (isRounding || floatMethods.has(name)) context.report({ node, message });
      },
      Literal(node) {
        if (typeof node.value === 'number' && !Number.isInteger(node.value)) {
          context.report({ node, message });
        }
      },
    };
  },
};
