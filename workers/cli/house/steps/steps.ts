export type Step = {
  name: string;
  command: readonly [string, ...string[]];
  /** The vitest project whose tests are counted; a step without one counts as one check. */
  project?: string;
  minutes: number;
};

const vitest = (project: string, minutes: number): Step => ({
  name: project,
  command: ['vitest', 'run', '--project', project],
  project,
  minutes,
});

/** Longest first, so that two at a time end together. */
export const quickSteps: readonly Step[] = [
  vitest('unit', 40),
  { name: 'types', command: ['tsc', '--noEmit'], minutes: 10 },
  vitest('house', 10),
  vitest('web', 20),
  { name: 'lint', command: ['oxlint', '--deny-warnings'], minutes: 10 },
  { name: 'unused', command: ['knip', '--no-progress'], minutes: 10 },
  {
    name: 'bindings',
    command: ['wrangler', 'types', 'workers/worker-configuration.d.ts', '--check'],
    minutes: 10,
  },
  { name: 'format', command: ['oxfmt', '--check'], minutes: 10 },
];

/** What the real programs run; built once, so that no test waits for another's build. */
export const buildStep: Step = {
  name: 'build',
  command: ['node', 'workers/cli/build.ts'],
  minutes: 5,
};
export const runtimeStep: Step = vitest('runtime', 20);
export const journeysStep: Step = vitest('journeys', 50);
