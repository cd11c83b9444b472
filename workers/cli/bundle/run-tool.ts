import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '../supervisor/layout.ts';

/** Runs a tool of node_modules with its telemetry and update checks off; its output is shown only when it fails. */
export function runTool(script: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(repositoryRoot, 'node_modules', script), ...args], {
      cwd: repositoryRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        CI: '1',
        NO_COLOR: '1',
        WRANGLER_SEND_METRICS: 'false',
        WRANGLER_HIDE_BANNER: 'true',
        WRANGLER_LOG_PATH: join(repositoryRoot, 'build', 'wrangler-logs'),
      },
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${script} ${args.join(' ')} ended with ${code}\n${output}`));
    });
  });
}
