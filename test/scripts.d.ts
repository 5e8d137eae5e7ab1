// The scripts that run before anything is installed are plain JavaScript; these are their doors for the tests.
declare module "*/install.mjs" {
  export function missingPackages(
    lock: { packages: Record<string, { version?: string; link?: boolean; optional?: boolean }> },
    installed: { packages: Record<string, { version?: string }> },
  ): string[];
}

declare module "*/test-results.mjs" {
  export function countResults(run: { code: number; report: string | undefined }): {
    passed: number;
    failed: number;
    skipped: string[];
  };
}

declare module "*/browser.mjs" {
  /** A Chromium that starts on this machine, and the arguments it needs. */
  export function findBrowser(): Promise<{ executablePath: string; args: string[] }>;
}

declare module "*/one-at-a-time.mjs" {
  export function makeRoom(dataFolder: string): Promise<void>;
  export function rememberRunning(
    dataFolder: string,
    running: Record<"supervisor" | "server", { pid: number; script: string }>,
  ): void;
  export function forgetRunning(dataFolder: string): void;
}

declare module "*/build-web.mjs" {
  /** Builds the pages when their sources have changed since the last build. */
  export function ensureWebBuilt(): Promise<void>;
}
