// Node 20 does not read TypeScript by itself; Vite, which is here anyway, does.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const file = fileURLToPath(new URL('./engines.ts', import.meta.url));
const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' });
process.exitCode = await module.main(process.argv.slice(2));
