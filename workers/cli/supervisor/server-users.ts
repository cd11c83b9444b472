import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DataLayout } from './layout.ts';

export type ServerUsers = { tenant?: number; sealed?: number };

/** Numbers that no ordinary system gives to anybody, for machines without users of these names. */
const fallback = { tenant: 61_871, sealed: 61_872 };
const names = { tenant: 'qingfeng-tenants', sealed: 'qingfeng-sealed' };

export function findUser(passwd: string, name: string, otherwise: number): number {
  const line = passwd.split('\n').find((entry) => entry.startsWith(`${name}:`));
  return line === undefined ? otherwise : Number(line.split(':')[2]);
}

function giveTo(directory: string, user: number): void {
  chownSync(directory, user, user);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) giveTo(path, user);
    else chownSync(path, user, user);
  }
}

function canServe(sqld: string, directory: string, user: number): boolean {
  const id = { uid: user, gid: user };
  if (spawnSync(sqld, ['--version'], { ...id, stdio: 'ignore' }).status !== 0) return false;
  return spawnSync('/usr/bin/test', ['-w', directory], { ...id, stdio: 'ignore' }).status === 0;
}

/**
 * SQL can read what its server's user can read, so each engine gets a user of its own that owns
 * nothing but its folder. Only root can arrange that, and only in a place both users can reach;
 * otherwise both engines run as we do.
 */
export function arrangeServerUsers(layout: DataLayout, sqld: string): ServerUsers {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return {};
  const passwd = readFileSync('/etc/passwd', 'utf8');
  const users = {
    tenant: findUser(passwd, names.tenant, fallback.tenant),
    sealed: findUser(passwd, names.sealed, fallback.sealed),
  };
  const owners = [
    [layout.tenantDatabase, users.tenant],
    [layout.sealedDatabase, users.sealed],
  ] as const;
  for (const [directory, user] of owners) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    for (const above of [layout.root, dirname(directory)]) chmodSync(above, 0o711);
    giveTo(directory, user);
  }
  if (owners.every(([directory, user]) => canServe(sqld, directory, user))) return users;
  for (const [directory] of owners) giveTo(directory, 0);
  return {};
}
