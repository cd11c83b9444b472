import ts from 'typescript';
import { readRepositoryFile } from '../repository.ts';
import { parseSource, walk } from './literals.ts';

export type DeclaredError = { path: string; code: string; zh: string; en: string };

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : '';
}

function textOf(definition: ts.Expression, key: string): string {
  if (!ts.isObjectLiteralExpression(definition)) return '';
  for (const property of definition.properties) {
    if (!ts.isPropertyAssignment(property) || nameOf(property.name) !== key) continue;
    return ts.isStringLiteralLike(property.initializer) ? property.initializer.text : '';
  }
  return '';
}

/** The errors of every `defineErrors({ … })` of a file, as they are written. */
export function errorsOf(path: string, source = readRepositoryFile(path)): DeclaredError[] {
  const errors: DeclaredError[] = [];
  walk(parseSource(path, source), (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
    const [catalogue] = node.arguments;
    if (node.expression.text !== 'defineErrors' || !catalogue) return;
    if (!ts.isObjectLiteralExpression(catalogue)) return;
    for (const property of catalogue.properties) {
      if (!ts.isPropertyAssignment(property)) continue;
      const { initializer } = property;
      const code = nameOf(property.name);
      errors.push({ path, code, zh: textOf(initializer, 'zh'), en: textOf(initializer, 'en') });
    }
  });
  return errors;
}

/** The part of a code before its dot: the module, or `platform` for the ground below the modules. */
export function ownerOf(path: string): string | undefined {
  const module = /^workers\/modules\/([^/]+)\//.exec(path)?.[1];
  if (module) return module;
  return /^workers\/(platform|app|demo)\//.exec(path)?.[1];
}

export function problemsOf(error: DeclaredError, owner: string | undefined): string[] {
  const { path, code, zh, en } = error;
  const problems: string[] = [];
  if (!/\p{Script=Han}/u.test(zh)) problems.push(`${path} ${code} has no Chinese text`);
  if (!/[a-z]{2}/i.test(en) || /\p{Script=Han}/u.test(en)) {
    problems.push(`${path} ${code} has no English text`);
  }
  const prefix = code.split('.')[0] ?? '';
  const isOwned = prefix === owner || (owner === 'platform' && prefix === 'internal');
  if (!isOwned) problems.push(`${path} ${code} is not a code of ${owner}`);
  const places = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
  if (places(zh) !== places(en)) problems.push(`${path} ${code} fills other places in English`);
  return problems;
}
