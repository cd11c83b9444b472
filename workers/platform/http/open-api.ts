import { resolver } from 'hono-openapi';
import type * as v from 'valibot';

/** What every described route refers to: the session cookie. */
export const openApiComponents = {
  securitySchemes: {
    session: {
      type: 'apiKey' as const,
      in: 'cookie' as const,
      name: 'qingfeng_session',
      description: 'Set by POST /api/auth/sign-in/username; `__Host-` prefixed under TLS.',
    },
  },
};

type Resolver = ReturnType<typeof resolver>;
type Described = Awaited<ReturnType<Resolver['toOpenAPISchema']>>;

/** A contract as OpenAPI describes it, its recursive parts under names of their own. */
export function describeSchema(schema: v.GenericSchema): Resolver {
  const described = resolver(schema);
  return {
    ...described,
    toOpenAPISchema: async () => liftDefinitions(await described.toOpenAPISchema()),
  };
}

/**
 * The generator numbers recursive parts anew for every schema (`#/$defs/0`) and then mixes them in
 * one list, so each gets a name made of its content.
 */
export function liftDefinitions(described: Described): Described {
  const { $defs, ...schema }: Described['schema'] & { $defs?: object } = described.schema;
  if (!$defs) return described;
  const suffix = fingerprint(JSON.stringify($defs));
  const nameOf = (key: string) => (/^\d/.test(key) ? `Recursive${key}_${suffix}` : key);
  const renamed = JSON.stringify({ schema, $defs }).replaceAll(
    /"#\/(?:\$defs|components\/schemas)\/([^"]+)"/g,
    (reference, key: string) =>
      key in $defs ? JSON.stringify(`#/components/schemas/${nameOf(key)}`) : reference,
  );
  const lifted = JSON.parse(renamed) as { schema: Described['schema']; $defs: object };
  const definitions = Object.entries(lifted.$defs).map(([key, part]) => [nameOf(key), part]);
  const schemas = { ...described.components?.schemas, ...Object.fromEntries(definitions) };
  return { schema: lifted.schema, components: { ...described.components, schemas } };
}

/** FNV-1a, enough to tell a few dozen schemas apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
