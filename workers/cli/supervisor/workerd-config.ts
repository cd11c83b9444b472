/** What the Worker may touch on this machine; everything else is closed to it. */
export type WorkerdConfigOptions = {
  modules: readonly { name: string; path: string; kind: 'esModule' | 'wasm' | 'data' | 'text' }[];
  compatibilityDate: string;
  compatibilityFlags: readonly string[];
  port: number;
  texts: Readonly<Record<string, string>>;
  directories: { assets: string; evidence: string; keys: string };
  databases: { tenant: string; sealed: string };
  outward: OutwardNetwork;
};

/** The addresses that messages may go to, and further authorities whose certificates count. */
export type OutwardNetwork = {
  addresses: readonly string[];
  certificates: readonly string[];
};

function text(value: string): string {
  return JSON.stringify(value);
}

function list(entries: readonly string[]): string {
  return `[\n${entries.map((entry) => `    ${entry},`).join('\n')}\n  ]`;
}

/** All of the network that the Worker has: by name of the service, what `fetch` and sockets use. */
export function outwardService({ addresses, certificates }: OutwardNetwork): string {
  const tls = `(trustBrowserCas = true, trustedCertificates = [${certificates.map(text).join(', ')}])`;
  return `(name = "internet", network = (allow = [${addresses.map(text).join(', ')}], tlsOptions = ${tls}))`;
}

function services({ directories, databases, outward }: WorkerdConfigOptions): string[] {
  const { assets, evidence, keys } = directories;
  return [
    '(name = "main", worker = .main)',
    `(name = "assets", disk = (path = ${text(assets)}, writable = false))`,
    `(name = "evidence", disk = (path = ${text(evidence)}, writable = true))`,
    `(name = "keys", disk = (path = ${text(keys)}, writable = false))`,
    `(name = "database", external = (address = ${text(databases.tenant)}, http = ()))`,
    `(name = "sealed-database", external = (address = ${text(databases.sealed)}, http = ()))`,
    outwardService(outward),
  ];
}

function bindings({ texts }: WorkerdConfigOptions): string[] {
  return [
    '(name = "ASSETS", service = "assets")',
    '(name = "EVIDENCE_DISK", service = "evidence")',
    '(name = "KEYS", service = "keys")',
    '(name = "DATABASE", service = "database")',
    '(name = "SEALED_DATABASE", service = "sealed-database")',
    '(name = "TENANT_WRITER", durableObjectNamespace = "TenantWriter")',
    ...Object.entries(texts).map(
      ([name, value]) => `(name = ${text(name)}, text = ${text(value)})`,
    ),
  ];
}

/** The Worker serves one public socket and, for the minute tick, one that only this machine reaches. */
export function createWorkerdConfig(options: WorkerdConfigOptions): string {
  const modules = options.modules.map(
    ({ name, path, kind }) => `(name = ${text(name)}, ${kind} = embed ${text(path)})`,
  );
  const sockets = [
    `(name = "public", address = "127.0.0.1:${options.port}", http = (), service = "main")`,
    '(name = "tick", address = "127.0.0.1:0", http = (), service = (name = "main", entrypoint = "Ticker"))',
  ];
  const flags = options.compatibilityFlags.map(text).join(', ');
  return `# Generated at every start; edits are lost.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = ${list(services(options))},
  sockets = ${list(sockets)},
);

const main :Workerd.Worker = (
  modules = ${list(modules)},
  compatibilityDate = ${text(options.compatibilityDate)},
  compatibilityFlags = [${flags}],
  bindings = ${list(bindings(options))},
  durableObjectNamespaces = [(className = "TenantWriter", uniqueKey = "qingfeng-tenant-writer")],
  durableObjectStorage = (inMemory = void),
);
`;
}
