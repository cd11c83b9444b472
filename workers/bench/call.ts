import { request } from 'node:http';

type Answer = { status: number; cookies: string[]; text: string };

/** `fetch` sets Host itself; which tenant is meant is said there and nowhere else. */
export function call(
  url: string,
  options: { method: string; headers: Record<string, string>; body?: string },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method, headers } = options;
    const sent = request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const status = response.statusCode ?? 0;
        resolve({ status, cookies: response.headers['set-cookie'] ?? [], text });
      });
    });
    sent.on('error', reject);
    sent.end(options.body);
  });
}

/** A POST that must succeed. */
export async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<Answer> {
  const answer = await call(url, { method: 'POST', headers, body });
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${answer.text}`);
  return answer;
}
