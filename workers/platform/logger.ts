export type LogFields = { readonly [name: string]: unknown };

/** Writes one JSON line an event: no names, no bodies, no addresses of requests. */
export interface Logger {
  info(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

type Sink = (line: string) => void;

export function createLogger(sink: Sink = (line) => console.log(line)): Logger {
  const write = (level: string, message: string, fields: LogFields = {}) =>
    sink(JSON.stringify({ at: new Date().toISOString(), level, message, ...fields }, readable));
  return {
    info: (message, fields) => write('info', message, fields),
    error: (message, fields) => write('error', message, fields),
  };
}

/** An error as its name, message, first frames and cause; JSON alone would print `{}`. */
function readable(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const stack = value.stack
    ?.split('\n')
    .slice(1, 9)
    .map((line) => line.trim());
  return { name: value.name, message: value.message, stack, cause: value.cause };
}
