// `node tests/run.mjs NAME …` runs tests/NAME/main.ts. Node 20 does not read TypeScript by itself; Vite does.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [name, ...rest] = process.argv.slice(2);
const file = fileURLToPath(new URL(`./${name}/main.ts`, import.meta.url));
const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' });
process.exitCode = await module.main(rest);
