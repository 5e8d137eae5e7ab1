import { problem, ROUTES, type Route } from "@noriai/api";
import { z } from "zod";

type Json = Record<string, unknown>;

/** OpenAPI 3.1 description of the whole route table, made from the schemas that check requests and answers. */
export function openApi(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries(ROUTES) as [string, Route][]) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "noriai",
      version,
      description: "Demand-responsive transport (デマンド交通): the API that every face of noriai uses.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(problem, "output") },
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "noriai",
          description: "Set by signing in; one per tenant.",
        },
      },
    },
  };
}

function operationOf(operationId: string, route: Route): Json {
  const open = route.access === "public" || route.access === "demo";
  return {
    operationId,
    summary: route.summary,
    description: accessSentence(route.access),
    parameters: [
      ...parametersOf(route.params, "path"),
      ...parametersOf(route.query, "query"),
      ...(route.idempotent ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(route.body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: jsonSchema(route.body, "input") } },
      },
    }),
    responses: { ...successOf(route), default: PROBLEM },
    security: open ? [] : [{ session: [] }],
  };
}

function accessSentence(access: Route["access"]): string {
  if (access === "public") return "Open to everybody.";
  if (access === "demo") return "Open to everybody in demo mode; does not exist in production.";
  if (access === "signed-in") return "For everybody signed in to the tenant.";
  return `For the roles ${access.join(", ")}.`;
}

function parametersOf(schema: z.ZodObject | undefined, place: "path" | "query"): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, inner]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: inner,
  }));
}

function successOf({ response }: Route): Json {
  if ("media" in response)
    return { 200: { description: "OK", content: { [response.media]: { schema: { type: "string" } } } } };
  const schema = jsonSchema(response, "output");
  if (schema.type === "null") return { 204: { description: "Done" } };
  return { 200: { description: "OK", content: { "application/json": { schema } } } };
}

const IDEMPOTENCY_KEY: Json = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "New for each command; a repeat with the same key gets the first answer.",
  schema: { type: "string", minLength: 1, maxLength: 100 },
};

const PROBLEM: Json = {
  description: "Trouble, as RFC 9457 describes it",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io });
  return rest;
}
