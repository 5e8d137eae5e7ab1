import { ROUTES, type Route } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { openApi } from "../src/index.ts";

const description = openApi("0.1.0");

describe("the OpenAPI description", () => {
  test("is the saved one: a changed door shows in review", async () => {
    await expect(`${JSON.stringify(description, null, 2)}\n`).toMatchFileSnapshot("data/openapi.json");
  });

  test("describes every line of the route table", () => {
    const described = Object.values(
      description.paths as Record<string, Record<string, { operationId: string }>>,
    )
      .flatMap((methods) => Object.values(methods))
      .map(({ operationId }) => operationId);
    expect(described.toSorted()).toEqual(Object.keys(ROUTES).toSorted());
  });

  test("asks for an Idempotency-Key exactly where the table does", () => {
    for (const [name, route] of Object.entries(ROUTES) as [string, Route][]) {
      const path = route.path.replace(/:(\w+)/g, "{$1}");
      // biome-ignore lint/suspicious/noExplicitAny: a JSON document
      const operation = (description.paths as any)[path][route.method.toLowerCase()];
      const names = operation.parameters.map((parameter: { name: string }) => parameter.name);
      expect(names.includes("Idempotency-Key"), name).toBe(route.idempotent === true);
      expect(operation.security.length > 0, name).toBe(route.access !== "public" && route.access !== "demo");
    }
  });
});
