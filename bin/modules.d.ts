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
