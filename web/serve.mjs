// Serves the page:  node web/serve.mjs SITE [--port N]
//
// To this machine alone; and only under its own name, so that no other page reaches it by a name of
// its own for this address. The files are read once: no address leads to any other, and a build made
// meanwhile does not mix with this one.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { parseArgs } from "node:util";
import { filesOf } from "./build/files.mjs";

const address = "127.0.0.1";
const names = new Set([address, "localhost"]);
const ports = { first: 8000, last: 8099 };
const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};
/** The best first, and how web/build/packed.mjs calls its files. */
const codings = { br: ".br", gzip: ".gz" };

class Trouble extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

// --- what is served ---

function packed(file) {
  const there = Object.entries(codings).filter(([, ending]) => existsSync(file + ending));
  return new Map(there.map(([coding, ending]) => [coding, readFileSync(file + ending)]));
}

function readSite(folder) {
  if (!existsSync(join(folder, "index.html"))) throw new Trouble(`${folder} holds no page`, 3);
  const plain = filesOf(folder).filter((name) => !Object.values(codings).includes(extname(name)));
  return new Map(plain.map((name) => {
    const body = readFileSync(join(folder, name));
    const tag = createHash("sha256").update(body).digest("hex").slice(0, 32);
    const type = types[extname(name)] ?? "application/octet-stream";
    return [name, { type, tag, body, packed: packed(join(folder, name)) }];
  }));
}

/** The page's own policy, and what only a header can say. */
function headersOf(site) {
  const html = site.get("index.html").body.toString();
  const [, policy] = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html) ?? [];
  if (!policy) throw new Trouble("index.html has no policy", 3);
  return {
    "Content-Security-Policy": `${policy}; frame-ancestors 'none'`,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  };
}

// --- one request ---

function accepts(header, coding) {
  return header.split(",").some((one) => {
    const [name, quality = "q=1"] = one.split(";").map((word) => word.trim());
    return name === coding && Number(quality.slice(2)) > 0;
  });
}

function sayNo(response, code, headers = {}) {
  response.writeHead(code, { "Content-Type": "text/plain", ...headers });
  response.end();
}

function sendFile({ method, headers: asked }, response, { type, tag, body, packed }) {
  const coding = [...packed.keys()].find((name) => accepts(asked["accept-encoding"] ?? "", name));
  const mark = `"${tag}${coding ? `-${coding}` : ""}"`;
  const cached = { "Cache-Control": "no-cache", ETag: mark, Vary: "Accept-Encoding" };
  if ((asked["if-none-match"] ?? "").includes(mark)) {
    response.writeHead(304, cached).end();
    return;
  }
  const sent = coding ? packed.get(coding) : body;
  if (coding) response.setHeader("Content-Encoding", coding);
  response.writeHead(200, { ...cached, "Content-Type": type, "Content-Length": sent.length });
  response.end(method === "HEAD" ? undefined : sent);
}

function answer(site, headers, request, response) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const name = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (!names.has(name)) return sayNo(response, 421);
  if (!["GET", "HEAD"].includes(request.method)) return sayNo(response, 405, { Allow: "GET, HEAD" });
  const file = site.get(request.url.split("?")[0].slice(1) || "index.html");
  return file ? sendFile(request, response, file) : sayNo(response, 404);
}

// --- the server ---

function listenAt(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, address, () => resolve(server.address().port));
  });
}

/** Returns: the port, which is the next free one unless a certain one is asked for. */
async function listen(server, port) {
  for (let tried = port ?? ports.first; ; ++tried) {
    try {
      return await listenAt(server, tried);
    } catch (error) {
      if (error.code !== "EADDRINUSE") throw new Trouble(`port ${tried} cannot be had: ${error.message}`, 3);
      if (port !== undefined || tried === ports.last) throw new Trouble(`port ${tried} is taken`, 3);
    }
  }
}

function portOf(word) {
  if (word === undefined) return undefined;
  const port = /^\d+$/.test(word) ? Number(word) : NaN;
  if (!(port <= 65535)) throw new Trouble(`--port '${word}': it is a whole number from 0 (any) to 65535`, 2);
  return port;
}

function words() {
  try {
    const options = { port: { type: "string" } };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length === 1) return { folder: positionals[0], port: portOf(values.port) };
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble(error.message.split("\n")[0], 2);
  }
  throw new Trouble("serve.mjs: name the folder of a built page, such as build/web/site", 2);
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
try {
  const { folder, port } = words();
  const site = readSite(folder);
  const headers = headersOf(site);
  const server = createServer((request, response) => answer(site, headers, request, response));
  const found = await listen(server, port);
  console.log(`The Softmax Workbook is at http://${address}:${found}/ (Ctrl-C ends it)`);
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.error(`workbook: ${error.message}`);
  process.exit(error.code);
}
