/**
 * Owns 地区情况对比: what regions sent, received against their signatures, and regions of one level and
 * one period side by side on 可比指标. It stands on control alone and reaches no tenant's database.
 */
export { createOversightRoutes } from './oversight.routes.ts';
export { publishCommonIndicators } from './usecases/publish-common-indicators.ts';
export { receiveSnapshot } from './usecases/receive-snapshot.ts';
export { registerRegionKey } from './usecases/register-region-key.ts';
