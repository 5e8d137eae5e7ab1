import pg from "pg";

/** Runs `work` with a connection as the database's owner. */
export async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(ownerUrl);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The SQLSTATE with which PostgreSQL refuses a statement; "done" when it does not. */
export async function refusal(client: pg.Client, statement: string, values: unknown[] = []): Promise<string> {
  await client.query("SAVEPOINT attempt");
  try {
    await client.query(statement, values);
    return "done";
  } catch (error) {
    await client.query("ROLLBACK TO attempt");
    return (error as { code: string }).code;
  }
}
