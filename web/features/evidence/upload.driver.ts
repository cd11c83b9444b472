import type { Evidence } from '#schema/contracts/evidence.ts';
import { buildUrl } from '#web/shared/client.ts';
import { locale } from '#web/shared/i18n.ts';
import { createIdempotencyKey } from '#web/shared/idempotency-key.ts';
import { NetworkError, readProblem } from '#web/shared/problem.ts';

export type Upload = {
  readonly done: Promise<Evidence>;
  readonly cancel: () => void;
};

export type SendFile = (file: File, onProgress: (percent: number) => void) => Upload;

const settle = async (request: XMLHttpRequest): Promise<Evidence> => {
  if (request.status >= 200 && request.status < 300) {
    return JSON.parse(request.responseText) as Evidence;
  }
  throw await readProblem(
    new Response(request.responseText, {
      status: request.status,
      headers: { 'retry-after': request.getResponseHeader('retry-after') ?? '' },
    }),
  );
};

/** XMLHttpRequest, because `fetch` does not say how much of a request has been sent. */
export const sendFile: SendFile = (file, onProgress) => {
  const request = new XMLHttpRequest();
  request.open('POST', buildUrl('/api/evidence', { name: file.name }));
  request.setRequestHeader('accept-language', locale());
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('idempotency-key', createIdempotencyKey());
  request.upload.addEventListener('progress', (progress) => {
    if (progress.lengthComputable) {
      onProgress(Math.floor((100 * progress.loaded) / Math.max(1, progress.total)));
    }
  });
  const done = new Promise<Evidence>((resolve, reject) => {
    request.addEventListener('load', () => resolve(settle(request)));
    const lose = () => reject(new NetworkError(request.statusText));
    request.addEventListener('error', lose);
    request.addEventListener('abort', lose);
    request.addEventListener('timeout', lose);
  });
  request.send(file);
  return { done, cancel: () => request.abort() };
};
