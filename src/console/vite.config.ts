import { defineConfig } from "vite";

export default defineConfig({
  build: {
    outDir: "target/dist",
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 1200,
  },
  server: {
    proxy: {
      "/api": "http://127.0.0.1:8080",
      "/taskrouter": "http://127.0.0.1:8080",
      "/jackfield": "http://127.0.0.1:8080",
    },
  },
});
