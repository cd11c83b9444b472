import type { Permission } from '#schema/contracts/permission.ts';
import type { Locale } from './locale.ts';

/** What a route asks for: a permission, any session, or nothing. */
export type Access = Permission | 'signed-in' | 'public';

/** Lets a request pass or throws; the app sets it, `describe` calls it first. */
export type Gate = (access: Access) => Promise<void>;

/** The variables every route of ours finds on Hono's context. */
export type HttpEnv = { Variables: { requestId: string; locale: Locale; gate: Gate } };
