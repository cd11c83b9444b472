import type { Built } from '../bundle/build-all.ts';
import type { Databases } from './databases.ts';
import type { DataLayout } from './layout.ts';
import type { OutwardNetwork } from './workerd-config.ts';

export type RuntimeOptions = {
  /** Where everything is kept; `QINGFENG_DATA` or `.qingfeng` unless given. */
  dataDir?: string;
  /** `0` takes a free one. */
  port?: number;
  demoNow?: string;
  /** Fills databases that are new; called with the engines running and migrated, before the Worker. */
  populate?: (databases: Databases, layout: DataLayout, baseHost: string) => Promise<void>;
  report?: (line: string) => void;
  /** Further text bindings. */
  texts?: Readonly<Record<string, string>>;
  /** What of the network messages may use; nothing unless given. */
  outward?: OutwardNetwork;
  /** What was built before; built where its sources changed unless given. */
  built?: Pick<Built, 'worker' | 'web'>;
  /** Leaves the front end out, for tests that only call the interface. */
  withoutScreens?: boolean;
};

export type Runtime = {
  origin: string;
  port: number;
  /** What follows the tenant's label in a Host header. */
  baseHost: string;
  layout: DataLayout;
  databases: Databases;
  /** Whether each engine runs under a system user of its own. */
  hasSeparateUsers: boolean;
  pids(): { tenantDatabase?: number; sealedDatabase?: number; workerd?: number };
  restarts(): { tenantDatabase: number; sealedDatabase: number; workerd: number };
  restartTenantDatabase(): Promise<void>;
  restartSealedDatabase(): Promise<void>;
  restartWorkerd(): Promise<void>;
  /** Builds what changed and starts the Worker with it. */
  reload(): Promise<void>;
  /** Does now what otherwise happens each minute. */
  tick(): Promise<void>;
  /** Milliseconds of each part of the start. */
  timings: Readonly<Record<string, number>>;
  stop(): Promise<void>;
};
