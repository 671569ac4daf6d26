// Node 20 does not read TypeScript by itself; Vite, which is here anyway, does.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const file = fileURLToPath(new URL('./install-browser.ts', import.meta.url));
const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' });
try {
  if (process.argv.includes('--all')) module.ensureEngines();
  console.log(`Browser for the tests: ${module.ensureBrowser()}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
