import type { Desk, ExitCode, Terminal } from "./command.ts";

/** Opens the tenants' data, works with it and closes it again, whatever happens. */
export async function atDesk(terminal: Terminal, work: (desk: Desk) => Promise<ExitCode>): Promise<ExitCode> {
  const opened = await terminal.openDesk();
  if (!opened.ok) {
    for (const sentence of opened.error) terminal.printError(sentence);
    return 1;
  }
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}
