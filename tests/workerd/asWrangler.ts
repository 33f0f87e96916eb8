import { build, type Plugin as EsbuildPlugin } from "esbuild";

/**
 * A package of CommonJS as one module of the platform's own kind, bundled with wrangler's conditions: what a deployment runs. The
 * test pool's own loader of CommonJS does not find every module of Node that workerd has.
 */
export function asWrangler(name: string) {
  const id = `\0as-wrangler:${name}`;
  return {
    name: "as-wrangler",
    enforce: "pre" as const,
    resolveId: (wanted: string) => (wanted === name ? id : null),
    async load(wanted: string) {
      if (wanted !== id) return null;
      const names = Object.keys(await import(name)).filter((one) => one !== "default" && one !== "module.exports");
      const { outputFiles } = await build({
        stdin: { contents: `export { ${names.join(", ")} } from "${name}";`, resolveDir: "." },
        ...{ bundle: true, write: false, format: "esm", target: "es2022", platform: "neutral", minify: true },
        mainFields: ["browser", "module", "main"],
        conditions: ["workerd", "worker", "browser"],
        plugins: [requiredBuiltins],
        logLevel: "silent",
      });
      return outputFiles![0]!.text;
    },
  };
}

/** `require("util")` becomes an import of node:util. */
const requiredBuiltins: EsbuildPlugin = {
  name: "required-builtins",
  setup({ onResolve, onLoad }) {
    const builtin =
      /^(node:)?(assert|buffer|child_process|crypto|events|fs|fs\/promises|http|http2|https|net|os|path|process|querystring|stream|stream\/promises|tls|url|util|zlib)$/;
    onResolve({ filter: builtin }, ({ path, kind }) =>
      kind === "require-call"
        ? { path: path.replace(/^node:/, ""), namespace: "builtin" }
        : { path: `node:${path.replace(/^node:/, "")}`, external: true },
    );
    onLoad({ filter: /./, namespace: "builtin" }, ({ path }) => ({
      contents: `import it from "node:${path}"; module.exports = it;`,
    }));
  },
};
