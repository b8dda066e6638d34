import { defineConfig } from "vite";

export default defineConfig({
  build: {
    outDir: "../static",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0, // the content policy allows no inline code
    modulePreload: { polyfill: false },
    license: { fileName: "third-party-licences.md" }, // the wheel must carry the notices
    chunkSizeWarningLimit: 700,
  },
});
