import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { ListenFault } from "./listen.ts";
import { describeError, jsonLog, type Log, logFile } from "./log.ts";
import { parseSettings, type Settings } from "./settings.ts";
import { type CannotStart, start } from "./start.ts";
import { START_FAULTS_JA } from "./start-faults.ts";
import { realSources } from "./world.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const WEB_ROOT = fileURLToPath(new URL("../../web/dist", import.meta.url));
/** Settings that cannot be used; other faults of the start end with 1. */
const EXIT_BAD_SETTINGS = 2;

await main();

async function main(): Promise<void> {
  const settings = parseSettings(process.env);
  if (!settings.ok) {
    for (const { ja, en } of settings.error) say(`${ja} / ${en}`);
    process.exitCode = EXIT_BAD_SETTINGS;
    return;
  }
  let stopping = false;
  const stop = new Promise<void>((asked) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.on(signal, () => {
        stopping = true;
        asked();
      });
  });
  const { version } = JSON.parse(readFileSync(`${HERE}../package.json`, "utf8")) as { version: string };
  const log = logOf(settings.value);
  goOnAfterBugs(log);
  const started = await start({
    settings: settings.value,
    sources: realSources(),
    log,
    version,
    webRoot: WEB_ROOT,
  });
  if (!started.ok) {
    say(sentenceOf(started.error));
    process.exitCode = EXIT_BAD_SETTINGS;
    return;
  }
  if (!stopping) announce(settings.value, started.value.port);
  await stop;
  await started.value.stop();
}

/** The demo's log goes to a file, so that the addresses stay readable on the screen; production's to standard output. */
function logOf({ mode, dataFolder }: Settings): Log {
  return jsonLog(
    mode === "demo" ? (logFile(path.join(dataFolder, "noriai.log")) ?? process.stderr) : undefined,
  );
}

/** A promise that nobody awaited has broken nothing that others share: it is told to the log, and the town goes on. */
function goOnAfterBugs(log: Log): void {
  process.on("unhandledRejection", (error) => log.error({ ...describeError(error) }, "bug"));
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function announce({ mode, listen, publicOrigin }: Settings, port: number): void {
  const host = listen.includes(":") ? `[${listen}]` : listen;
  const address = publicOrigin ?? `http://${host}:${port}`;
  const lines = [
    `noriai が動いています / noriai is running:  ${address}/`,
    ...(mode === "demo"
      ? ["  デモです。開いて役割を選んでください / This is the demo: open it and choose a role."]
      : []),
    `  API: ${address}/openapi.json   状態 / health: ${address}/healthz   止める / stop: Ctrl-C`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function sentenceOf(fault: CannotStart): string {
  switch (fault.kind) {
    case "store":
      return `${START_FAULTS_JA[fault.fault.kind]} / ${fault.fault.reason}`;
    case "map":
      return `道路地図 ${fault.where} が壊れています（${fault.fault}）。元のファイルを置き直すか、noriai map import で取り込み直してください。 / The road map ${fault.where} is damaged (${fault.fault}); put the original file back or import it again with: noriai map import.`;
    case "listen":
      return listenSentence(fault.fault);
  }
}

function listenSentence(fault: ListenFault): string {
  switch (fault.kind) {
    case "port-in-use":
      return `ポート ${fault.port} はほかのプログラムが使っています。それを止めるか、NORIAI_PORT に別の番号を指定してください。 / Port ${fault.port} is used by another program; stop it or set NORIAI_PORT to another number.`;
    case "port-forbidden":
      return `ポート ${fault.port} を開く権限がありません。NORIAI_PORT に 1024 以上の番号を指定してください。 / This user may not open port ${fault.port}; set NORIAI_PORT to a number from 1024.`;
    case "address-unavailable":
      return `このマシンに ${fault.host} というアドレスはありません。NORIAI_LISTEN を直してください。 / This machine has no address ${fault.host}; correct NORIAI_LISTEN.`;
  }
}
