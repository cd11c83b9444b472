/** The few fields of an ESTree node that the house rules look at. */
export type Node = {
  type: string;
  parent?: Node | null;
  name?: string;
  value?: unknown;
  raw?: string;
  computed?: boolean;
  callee?: Node;
  object?: Node;
  property?: Node;
  key?: Node;
  expression?: Node;
  local?: Node;
  imported?: Node;
  source?: Node;
  arguments?: Node[];
  properties?: Node[];
  elements?: (Node | null)[];
  specifiers?: Node[];
};

export type RuleContext = {
  filename: string;
  cwd: string;
  report(problem: { node: Node; message: string }): void;
};

export type HouseRule = {
  meta: { type: 'problem'; docs: { description: string } };
  create(context: RuleContext): Partial<Record<string, (node: Node) => void>>;
};

/** Path of the linted file below the root, with forward slashes. */
export function relativePath(context: RuleContext): string {
  const path = context.filename.replaceAll('\\', '/');
  const root = `${context.cwd.replaceAll('\\', '/')}/`;
  return path.startsWith(root) ? path.slice(root.length) : path;
}

export function isTestFile(path: string): boolean {
  return /\.(test|suite|fixtures|journey|global-setup)\.tsx?$/.test(path);
}

export function memberName(node: Node | undefined): string | undefined {
  if (node?.type !== 'MemberExpression') return undefined;
  if (!node.computed) return node.property?.name;
  return typeof node.property?.value === 'string' ? node.property.value : undefined;
}

/** The last name of `a`, `x.a` or `this.x.a`. */
export function lastName(node: Node | undefined): string | undefined {
  return node?.type === 'Identifier' ? node.name : memberName(node);
}

export function calleeName(node: Node | undefined): string | undefined {
  return node?.type === 'CallExpression' ? lastName(node.callee) : undefined;
}

export function propertyOf(object: Node | undefined, name: string): Node | undefined {
  return object?.properties?.find(
    (property) =>
      property.type === 'Property' && (property.key?.name === name || property.key?.value === name),
  );
}

export function hasSpread(object: Node | undefined): boolean {
  return object?.properties?.some((property) => property.type === 'SpreadElement') ?? false;
}

/** Strips `as`, `satisfies`, parentheses and `!` around an expression. */
export function unwrap(node: Node | undefined): Node | undefined {
  let current = node;
  while (
    current?.expression &&
    /^(TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|ParenthesizedExpression)$/.test(
      current.type,
    )
  ) {
    current = current.expression;
  }
  return current;
}

export function hasAncestor(node: Node, matches: (ancestor: Node) => boolean): boolean {
  for (let current = node.parent; current; current = current.parent) {
    if (matches(current)) return true;
  }
  return false;
}
