import { decide, holds } from '#schema/contracts/permission.ts';
import type {
  Authority,
  Grant,
  Permission,
  RefusalReason,
  Subject,
} from '#schema/contracts/permission.ts';
import { platformErrors } from './platform.errors.ts';
import type { ErrorFactory } from './problem.ts';

const refusals: Readonly<Record<RefusalReason, ErrorFactory>> = {
  no_permission: platformErrors['platform.forbidden'],
  out_of_range: platformErrors['platform.out_of_range'],
  recused: platformErrors['platform.recused'],
  own_work: platformErrors['platform.own_work'],
};

/** The first line of a use case: throws 403 unless the actor may do this to that. */
export function assertCan(authority: Authority, action: Permission, subject: Subject): Grant {
  const decision = decide(authority, action, subject);
  if (!decision.allowed) throw refusals[decision.reason]();
  return decision.grant;
}

/** The first line of a list's use case, whose rows `rangeOf` then limits. */
export function assertHolds(authority: Authority, action: Permission): void {
  if (!holds(authority, action)) throw platformErrors['platform.forbidden']();
}
