import { expect, test } from "vitest";
import { draw, given } from "./picture.ts";

test("[SAP-5.1-1] a rider who must arrive by 10:00 is there within the ten minutes before, fetched no earlier than that needs", () => {
  const day = given("V1 8seats @depot 9:00").book("A→C by 10:00");
  expect(draw(day)).toBe("V1 | depot 9:29 | A +1 9:39 | C -1 9:50 | depot 10:11");
});

test("[SAP-5.1-1] the arrival holds when others book on the way later", () => {
  const day = given("V1 8seats @depot 9:00").book("A→C by 10:00").book("B→C 9:35").book("B→D 9:45");
  expect(draw(day)).toBe(
    "V1 | depot 9:21 | A +1 9:31 | B +1 9:35 | B +1 9:45 | C -1 9:52 | C -1 9:52 | D -1 10:01 | depot 10:31",
  );
});

test("[SAP-5.1-1] depart-at: boarding begins within the promised window, not before the wish", () => {
  const answer = given("V1 8seats @depot 9:00").ask("A→C 9:30");
  expect(answer).toMatchObject({ kind: "offer", offer: { pickupAt: 34_200, pickupLatest: 34_800 } });
});
