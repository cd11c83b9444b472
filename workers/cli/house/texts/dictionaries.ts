import { hole, type TextLiteral } from './literals.ts';

type Domain = Readonly<Record<string, string>>;
export type Dictionary = Readonly<Record<string, Domain>>;

export function flatten(dictionary: Dictionary): Map<string, string> {
  return new Map(
    Object.entries(dictionary).flatMap(([domain, words]) =>
      Object.entries(words).map(([key, text]) => [`${domain}.${key}`, text] as const),
    ),
  );
}

export function placesOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([place]) => place).sort();
}

function patternOf(template: string): RegExp {
  const parts = template
    .split(hole)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.+')}$`);
}

/** A key counts as used where some text of the web is the key, or is a template that can become it. */
export function unusedKeys(keys: Iterable<string>, literals: readonly TextLiteral[]): string[] {
  const plain = new Set(literals.map(({ text }) => text));
  const templates = [...plain]
    .filter((text) => text.includes(hole) && /^[a-z][a-z-]*\./.test(text))
    .map(patternOf);
  return [...keys].filter(
    (key) => !plain.has(key) && !templates.some((template) => template.test(key)),
  );
}

/** What `t(…)` is called with although no dictionary knows it. */
export function unknownKeys(
  keys: ReadonlySet<string>,
  asked: readonly TextLiteral[],
): TextLiteral[] {
  return asked.filter(({ text }) => {
    if (!text.includes(hole)) return !keys.has(text);
    const template = patternOf(text);
    return ![...keys].some((key) => template.test(key));
  });
}
