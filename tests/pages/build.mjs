// Bundles the replica pages into dist/. Run through tests/pages/build.py, which also knows when a build is stale.
import { copyFile, mkdir } from "node:fs/promises";
import { build } from "esbuild";

const here = (path) => new URL(path, import.meta.url).pathname;

await build({
  entryPoints: Object.fromEntries(["x", "facebook", "linkedin", "generic"].map((page) => [page, here(`src/${page}/main.jsx`)])),
  outdir: here("dist"),
  bundle: true,
  format: "iife",
  target: "chrome140",
  jsx: "automatic",
  minify: true,
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  logLevel: "warning",
});

await mkdir(here("dist"), { recursive: true });
await copyFile(here("node_modules/axe-core/axe.min.js"), here("dist/axe.min.js"));
