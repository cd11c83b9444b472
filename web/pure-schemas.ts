import type { Plugin } from 'vite';

const contract = /\/schema\/contracts\/.*\.ts$/u;
const making = /(?<![\w$.])(?:v\.\w+|idSchema)\(/gu;

/**
 * Making a schema changes nothing else, which the bundler cannot know: a page that takes one list of
 * words from a contract leaves its schemas behind.
 */
export const pureSchemas = (): Plugin => ({
  name: 'pure-schemas',
  enforce: 'post',
  transform: (code, id) =>
    contract.test(id.split('?')[0] ?? id)
      ? { code: code.replace(making, '/* @__PURE__ */ $&'), map: null }
      : null,
});
