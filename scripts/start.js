import { join } from "node:path";
import { build } from "./build.js";
import { ensureInstalled } from "./install.js";
import { ROOT } from "./run.js";
import { close, createStaticServer, listen } from "./serve.js";

const DEFAULT_PORT = 4173;

await ensureInstalled();
const status = await build();
if (status !== 0) {
  console.error("The build failed: see the message above.");
  process.exit(status);
}

const wanted = wantedPort();
const server = createStaticServer(join(ROOT, "dist"));
const port = await listen(server, wanted);
if (port !== wanted && wanted !== 0) console.log(`Port ${wanted} is taken; using ${port}.`);
console.log(`S3 Handshake is at http://127.0.0.1:${port}/`);
console.log("Ctrl+C ends it.");
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => void close(server).then(() => process.exit(0)));
}

function wantedPort() {
  const text = process.env.PORT;
  if (!text) return DEFAULT_PORT;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  console.error(`PORT is "${text}": set it to a number from 0 to 65535.`);
  process.exit(1);
}
