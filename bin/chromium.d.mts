/** Path of a Chromium on this machine; undefined where only Playwright's own could serve. */
export function systemChromium(): string | undefined;
export function launchOptions(): { executablePath?: string; args: string[] };
