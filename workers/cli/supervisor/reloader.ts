import { inWords } from '../terminal.ts';

/** Changes that come while a build runs are built after it, once. */
export function createReloader(reload: () => Promise<void>, report: (line: string) => void) {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      try {
        await reload();
        report(inWords({ zh: '已重新加载', en: 'reloaded' }));
      } catch (error) {
        report(error instanceof Error ? error.message : String(error));
      }
    } while (again);
    running = false;
  };
  return run;
}
