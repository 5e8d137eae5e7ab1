import { afterAll, beforeAll, expect, test } from "vitest";
import { book, newKey, openHouse, type TestHouse, text, trip } from "./house.ts";

let house: TestHouse;

beforeAll(async () => {
  house = await openHouse();
}, 30_000);
afterAll(() => house.close());

test("the terminal hears that its own vehicle is out of service, since when and why, and that it is back", async () => {
  const [rider, operator, driver] = await Promise.all([
    house.enter("rider"),
    house.enter("transport_operator"),
    house.enter("driver"),
  ]);
  await book(rider, trip());
  const terminal = async () => (await driver.send("GET", "duty")).json.duty;
  const { id: dutyId, outOfService } = await terminal();
  expect(outOfService).toBeNull();
  const give = async (instruction: object) => {
    const { version, serviceDate } = (await operator.send("GET", "board")).json;
    const body = { serviceDate, version, instruction };
    const answer = await operator.send("POST", "board/instructions", { body, key: newKey() });
    expect(answer.json?.kind, answer.text).toBe("instructed");
  };
  await give({ kind: "take-out", dutyId, reason: "breakdown" });
  expect((await terminal()).outOfService).toEqual({ from: text("08:40"), reason: "breakdown" });
  await give({ kind: "bring-back", dutyId });
  expect((await terminal()).outOfService).toBeNull();
});
