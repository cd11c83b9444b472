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
  const frames = value.stack?.split('\n').map((line) => line.trim());
  const stack = frames?.filter((line) => line.startsWith('at ')).slice(0, 8);
  return { name: value.name, message: withoutValues(value.message), stack, cause: value.cause };
}

/** Drizzle's message of a failed query ends with the bound values: tokens, names, answers. */
function withoutValues(message: string): string {
  return message.startsWith('Failed query: ') ? message.replace(/\nparams: [^]*$/, '') : message;
}
