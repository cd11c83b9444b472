/**
 * Owns 临时任务／交办事项: what a commission or a bureau asks of units outside the campaign, its own
 * approval, who signed for it, the replies with their receipts, and what the sender does after it
 * went out.
 */
export { createRequestsRoutes } from './requests.routes.ts';
export { mayReadReply, mayReadRequest } from './usecases/may-read-request.ts';
