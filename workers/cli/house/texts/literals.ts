import ts from 'typescript';
import { readRepositoryFile } from '../repository.ts';

/** A text in a source file; the places of a template are kept as `hole`. */
export type TextLiteral = { path: string; line: number; text: string };

export const hole = '\u0000';

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isJsxText(node)) return node.text.trim() === '' ? undefined : node.text.trim();
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => hole + span.literal.text).join('');
}

export function parseSource(path: string, source: string): ts.SourceFile {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

export function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}

/** Strings, templates and JSX texts, without import paths. */
export function literalsOf(path: string, source = readRepositoryFile(path)): TextLiteral[] {
  const file = parseSource(path, source);
  const literals: TextLiteral[] = [];
  walk(file, (node) => {
    const text = textOf(node);
    if (text === undefined || ts.isImportDeclaration(node.parent)) return;
    literals.push({ path, line: lineOf(file, node), text });
  });
  return literals;
}
