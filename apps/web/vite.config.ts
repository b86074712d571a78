import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const api = process.env['API_URL'] ?? 'http://127.0.0.1:4000'

/** GraphiQL's style sheet carries 400 kB of fonts as data: addresses, which the content security policy forbids. The system's fonts do. */
const withoutEmbeddedFonts: Plugin = {
  name: 'without-embedded-fonts',
  enforce: 'pre',
  transform: {
    filter: { id: /\/graphiql\/dist\/style\.css/ },
    handler: css => css.replace(/@font-face\s*\{[^}]*\}/g, ''),
  },
}

export default defineConfig({
  plugins: [react(), withoutEmbeddedFonts],
  // Its `?worker` imports are for Vite, not for the optimiser.
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'] },
  server: {
    proxy: { '/graphql': { target: api, ws: true, changeOrigin: false }, '/export': { target: api, changeOrigin: false } },
  },
  build: {
    target: 'es2022',
    // The largest chunk is the GraphQL explorer's editor, loaded only on its own page.
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: {
      // Libraries' "use …" directives mean nothing outside their own build.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
      },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler)\// },
            { name: 'mantine', test: /node_modules\/@mantine\// },
            { name: 'graphql-client', test: /node_modules\/(urql|@urql|wonka|graphql-ws|@0no-co)\// },
          ],
        },
      },
    },
  },
})
