import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ProblemEntry } from '#schema/contracts/problem.ts';
import type { Locale } from './locale.ts';

export type ErrorDefinition = {
  readonly status: ContentfulStatusCode;
  readonly zh: string;
  readonly en: string;
};

type Details = {
  /** Values for the `{name}` places of the text. */
  values?: Readonly<Record<string, string | number>>;
  /** Further members of the problem document. */
  extras?: Readonly<Record<string, unknown>>;
  /** One entry per field of bad input. */
  errors?: readonly ProblemEntry[];
  headers?: Readonly<Record<string, string>>;
  cause?: unknown;
};

/** An expected failure that has a code, a status and a text in both languages. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: string;
  readonly definition: ErrorDefinition;
  readonly details: Details;

  constructor(code: string, definition: ErrorDefinition, details: Details) {
    super(code, { cause: details.cause });
    this.code = code;
    this.definition = definition;
    this.details = details;
  }

  get status(): ContentfulStatusCode {
    return this.definition.status;
  }

  title(locale: Locale): string {
    const text = locale === 'en' ? this.definition.en : this.definition.zh;
    const values = this.details.values ?? {};
    return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
  }
}

export type ErrorFactory = (details?: Details) => ProblemError;

const CODE = /^[a-z][a-z-]*\.[a-z][a-z0-9_]*$/;
const catalogue = new Map<string, ErrorFactory>();
const definitions = new Map<string, ErrorDefinition>();

/**
 * Declares a module's errors: `defineErrors({ 'submissions.locked': { status: 409, zh, en } })`
 * gives one factory a code. Codes are unique over the whole program.
 */
export function defineErrors<Code extends string>(
  errors: Readonly<Record<Code, ErrorDefinition>>,
): Readonly<Record<Code, ErrorFactory>> {
  const factories = Object.entries<ErrorDefinition>(errors).map(([code, definition]) => {
    if (!CODE.test(code)) throw new Error(`not an error code: ${code}`);
    const known = definitions.get(code);
    if (known && known !== definition) throw new Error(`error code declared twice: ${code}`);
    const factory: ErrorFactory = (details = {}) => new ProblemError(code, definition, details);
    catalogue.set(code, factory);
    definitions.set(code, definition);
    return [code, factory] as const;
  });
  return fromCodes<Code>(factories);
}

/** The factory of a declared code, if some catalogue declares it. */
export function errorWithCode(code: string): ErrorFactory | undefined {
  return catalogue.get(code);
}

/** All declared errors, for the dictionary tests and the API description. */
export function declaredErrors(): ReadonlyMap<string, ErrorDefinition> {
  return definitions;
}

/** The entries are one factory for each key of the record they were made from. */
function fromCodes<Code extends string>(
  entries: readonly (readonly [string, ErrorFactory])[],
): Record<Code, ErrorFactory> {
  return Object.fromEntries(entries) as Record<Code, ErrorFactory>;
}
