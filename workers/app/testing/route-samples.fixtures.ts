import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import type { TestSite } from './test-site.fixtures.ts';

/** One good request of a route: what stands in its address and body. */
export type SampleRequest = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the request answers where it names another tenant's records; 404 unless told. */
  readonly foreignStatus?: number;
};

/**
 * Makes, in the given tenant, whatever the request names, and says the request. The battery sends it
 * to another tenant's host, where none of it exists.
 */
export type RouteSample = (given: {
  readonly site: TestSite;
  readonly control: TestDatabase;
}) => SampleRequest | Promise<SampleRequest>;

/** By method and pattern, as mounted: `'GET /api/organizations/:id'`. */
export type RouteSamples = Readonly<Record<string, RouteSample>>;
