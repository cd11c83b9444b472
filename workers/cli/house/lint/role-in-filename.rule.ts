import { relativePath, type HouseRule } from './ast.ts';

const roles = new Set(
  'routes domain repository errors events jobs driver table migration fixtures suite test e2e workerd runtime journey page layout component queries presenter'.split(
    ' ',
  ),
);

/** A thing with a standard name of its own; a second reader agreed that no role fits. */
const standardNouns = new Set(
  'dependencies resolver facts recorder rule config global-setup d'.split(' '),
);

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const vague = /^(utils?|helpers?|common|misc|managers?)$/;
const faces = /^workers\/modules\/[^/]+\/index\.ts$/;
const localeFolders = new Set(['zh-CN', 'en']);

/** A driver or suite may name its interface: `disk.key-ring.driver.ts`. */
function nounsToJudge(suffixes: string[]): string[] {
  return suffixes.some((name) => name === 'driver' || name === 'suite')
    ? suffixes.slice(-1)
    : suffixes;
}

function problemOf(path: string): string | undefined {
  const folders = path.split('/');
  const file = (folders.pop() ?? '').replace(/^\./, '');
  const [stem = '', ...suffixes] = file.replace(/\.[cm]?[jt]sx?$/, '').split('.');
  const names = [...folders, stem].filter((name) => !localeFolders.has(name));
  if (names.some((name) => !kebab.test(name.replace(/^\./, '')))) {
    return 'Files and folders are written in kebab-case.';
  }
  if (names.some((name) => vague.test(name))) {
    return 'Name what it does: no utils, helpers, common, misc or manager.';
  }
  const unknown = nounsToJudge(suffixes).find(
    (name) => !roles.has(name) && !standardNouns.has(name),
  );
  if (unknown)
    return `“.${unknown}” is not a role of this house (roles: ${[...roles].join(', ')}).`;
  if (stem === 'index' && suffixes.length === 0 && !faces.test(path)) {
    return 'index.ts is the face of a module in workers/modules and nothing else.';
  }
  return undefined;
}

export const roleInFilename: HouseRule = {
  meta: {
    type: 'problem',
    docs: { description: 'A file is kebab-case and its suffix is its role.' },
  },
  create(context) {
    return {
      Program(node) {
        const message = problemOf(relativePath(context));
        if (message) context.report({ node, message });
      },
    };
  },
};
