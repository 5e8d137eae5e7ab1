import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};
const COMPRESSIBLE = new Set([
  ".html",
  ".js",
  ".mjs",
  ".css",
  ".json",
  ".webmanifest",
  ".svg",
  ".txt",
  ".wasm",
]);

interface KeptFile {
  readonly changedAt: number;
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly packed: Map<"br" | "gzip", Promise<Uint8Array<ArrayBuffer>>>;
}

/** Serves the built pages out of one folder, and `index.html` for every address that the pages route themselves. */
export function createStaticFiles(
  root: string | undefined,
): (request: Request) => Promise<Response | undefined> {
  const kept = new Map<string, KeptFile>();

  return async (request) => {
    if (root === undefined || (request.method !== "GET" && request.method !== "HEAD")) return undefined;
    const path = pathOf(new URL(request.url).pathname);
    if (path === undefined) return undefined;
    const file =
      (await find(root, path)) ?? (extname(path) === "" ? await find(root, "index.html") : undefined);
    return file && answer(request, file.path, file.kept);
  };

  async function find(folder: string, path: string): Promise<{ path: string; kept: KeptFile } | undefined> {
    const full = join(folder, path);
    const info = await stat(full).catch(() => undefined);
    if (info === undefined || !info.isFile()) return undefined;
    const known = kept.get(path);
    if (known?.changedAt === info.mtimeMs) return { path, kept: known };
    const plain = new Uint8Array(await readFile(full));
    const etag = `"${info.size.toString(36)}-${Math.floor(info.mtimeMs).toString(36)}"`;
    const fresh: KeptFile = { changedAt: info.mtimeMs, etag, plain, packed: new Map() };
    kept.set(path, fresh);
    return { path, kept: fresh };
  }
}

/** The file's path below the folder; nothing for addresses that lead out of it. */
function pathOf(address: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(address);
  } catch {
    return undefined;
  }
  if (path.includes("\0") || path.includes("\\")) return undefined;
  const clean = normalize(path).replace(/^[/\\]+/, "");
  if (clean.split(sep).some((part) => part.startsWith("."))) return clean === "." ? "index.html" : undefined;
  return clean === "" ? "index.html" : clean;
}

async function answer(request: Request, path: string, file: KeptFile): Promise<Response> {
  const headers = new Headers({
    "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
    // The build puts a hash of the content into these names.
    "Cache-Control": path.startsWith(`assets${sep}`) ? "public, max-age=31536000, immutable" : "no-cache",
    ETag: file.etag,
    Vary: "Accept-Encoding",
  });
  if (request.headers.get("if-none-match") === file.etag) return new Response(null, { status: 304, headers });
  const { encoding, bytes } = await packed(request, path, file);
  if (encoding !== undefined) headers.set("Content-Encoding", encoding);
  headers.set("Content-Length", String(bytes.length));
  return new Response(request.method === "HEAD" ? null : bytes, { headers });
}

async function packed(request: Request, path: string, { plain, packed }: KeptFile) {
  const encoding =
    COMPRESSIBLE.has(extname(path)) && plain.length > 1024 ? wishedEncoding(request) : undefined;
  if (encoding === undefined) return { encoding, bytes: plain };
  const bytes = packed.get(encoding) ?? pack(plain, encoding);
  packed.set(encoding, bytes);
  return { encoding, bytes: await bytes };
}

/** The better of the two packings that the caller understands. */
export function wishedEncoding(request: Request): "br" | "gzip" | undefined {
  const wished = request.headers.get("accept-encoding") ?? "";
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(wished)) return "br";
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(wished) ? "gzip" : undefined;
}

export async function pack(plain: Uint8Array, encoding: "br" | "gzip"): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === "gzip") return new Uint8Array(await promisify(gzip)(plain));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return new Uint8Array(await promisify(brotliCompress)(plain, { params }));
}
