import * as v from 'valibot';
import { expect, test } from 'vitest';
import { describeSchema } from './open-api.ts';

type Tree = { name: string; parts: Tree[] };
const TreeSchema: v.GenericSchema<Tree> = v.object({
  name: v.string(),
  parts: v.array(v.lazy(() => TreeSchema)),
});
type List = { value: number; next?: List | undefined };
const ListSchema: v.GenericSchema<List> = v.object({
  value: v.number(),
  next: v.optional(v.lazy(() => ListSchema)),
});

const described = (schema: v.GenericSchema) => describeSchema(schema).toOpenAPISchema();

test('a recursive contract points at named components that are there, never at a number', async () => {
  const NamedSchema = v.object({
    tree: v.pipe(
      TreeSchema,
      v.check(() => true),
    ),
    list: ListSchema,
  });
  const { schema, components } = await described(NamedSchema);
  const text = JSON.stringify({ schema, components });
  expect(text).not.toContain('$defs');
  const names = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(0);
  expect(Object.keys(components?.schemas ?? {})).toEqual(expect.arrayContaining(names));
  expect(names.filter((name) => /^\d/.test(name))).toEqual([]);
});

test('two recursive contracts do not take each other’s name', async () => {
  const names = await Promise.all(
    [TreeSchema, ListSchema].map(async (schema) =>
      Object.keys((await described(v.object({ schema }))).components?.schemas ?? {}),
    ),
  );
  expect(names[0]).not.toEqual(names[1]);
});

test('a plain contract stays as it is', async () => {
  const { schema } = await described(v.object({ name: v.string() }));
  expect(schema).toMatchObject({ type: 'object', required: ['name'] });
});
