import { ROUTES } from "@noriai/api";
import { afterEach, describe, expect, test, vi } from "vitest";
import { askFirst, firstAnswer, firstQuestions } from "../src/app/ask-first.ts";
import { address, type RouteTable } from "../src/client.ts";

describe("what is asked before the app is there", () => {
  const routes = Object.fromEntries(
    Object.entries(ROUTES).map(([name, { method, path }]) => [name, [method, path]]),
  ) as unknown as RouteTable;

  test("are the very addresses that the app asks for later", () => {
    const params = { tenant: "ube-demo" };
    const later = [
      address(routes, "getWorld", {}),
      address(routes, "getService", { params }),
      address(routes, "getSession", { params }),
    ];
    expect(firstQuestions("/t/ube-demo/ride")).toEqual(later);
    expect(firstQuestions("/t/ube-demo")).toEqual(later);
    expect(firstQuestions("/")).toEqual(later.slice(0, 1));
  });

  afterEach(() => vi.unstubAllGlobals());
  const answering = (answer: () => Promise<Response>) => vi.stubGlobal("fetch", vi.fn(answer));

  test("a good answer is given to the first who asks, once", async () => {
    answering(async () => Response.json({ mode: "demo" }));
    askFirst("/");
    expect(await (await firstAnswer("/api/world"))?.json()).toEqual({ mode: "demo" });
    expect(await firstAnswer("/api/world")).toBeUndefined();
    expect(await firstAnswer("/api/t/ube-demo/service"), "never asked").toBeUndefined();
  });

  test("a problem, or no answer at all, is asked for again, in the language of the page", async () => {
    answering(async () => Response.json({ kind: "unauthorized" }, { status: 401 }));
    askFirst("/");
    expect(await firstAnswer("/api/world")).toBeUndefined();
    answering(async () => Promise.reject(new TypeError("no network")));
    askFirst("/");
    expect(await firstAnswer("/api/world")).toBeUndefined();
  });
});
