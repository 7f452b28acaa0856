import { enableCompileCache } from 'node:module';

// Before anything else is loaded: what is compiled now is found again by the next call.
enableCompileCache();
const { runCommandLine } = await import('./run.ts');
process.exitCode = await runCommandLine(process.argv.slice(2));
