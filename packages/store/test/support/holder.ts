import { randomBytes, randomUUID } from "node:crypto";
import { seededRandom, type TenantId } from "@noriai/kernel";
import { startDatabase } from "../../src/embedded/start-database.ts";
import { openStore } from "../../src/open-store.ts";

/*
 * A process that holds a data folder, like the server does: opens it, creates the tenant named as second argument,
 * says "ready" and waits. On SIGINT it asks the database once more and stops it in order.
 */
const [dataDir = "", tenant = ""] = process.argv.slice(2);
const database = await startDatabase({ dataDir, settings: { fsync: "off" } });
if (!database.ok) {
  console.log(database.error.kind);
  process.exit(1);
}
const opened = await openStore({
  ownerUrl: database.value.url,
  masterKey: new Uint8Array(32).fill(7),
  newId: randomUUID,
  randomBytes,
  random: seededRandom(1),
});
if (!opened.ok) throw new Error(opened.error.reason);
const store = opened.value;
await store.createTenant({ id: tenant as TenantId, name: tenant });

process.once("SIGINT", async () => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  const tenants = await store.listTenants();
  await store.close();
  await database.value.stop();
  process.stdin.destroy(); // nothing else keeps this process alive
  console.log(`stopped with ${tenants.length}`);
});
console.log("ready");
setInterval(() => undefined, 60_000).unref();
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
