/** The build scripts are plain JavaScript; these are the parts that tests read. */
declare module '*/csp.mjs' {
  export function inlineScripts(html: string): string[];
  export function policyOf(html: string): string;
  export function withPolicy(html: string): string;
}
declare module '*/host-files.mjs' {
  export function headersFile(): string;
  export function nginxConf(): string;
}
declare module '*/serve.mjs' {
  import type { Server } from 'node:http';
  /** Not listening yet. */
  export function siteServer(out?: string, base?: string): Server;
  /** What a request gets: a file, or where it is sent. */
  export function resolve(
    url: string,
    out?: string,
    base?: string,
  ): { status: number; file?: string; location?: string };
}
