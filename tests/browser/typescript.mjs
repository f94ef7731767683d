// Compiles exported modules, and lets one of them narrow responses of the service.
//
//   node typescript.mjs directory
//
// The directory holds errors.ts, the export of the examples; responses.json, bodies that the service sent; and in
// hostile/ exports of catalogs that are full of markup.

import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const directory = resolve(process.argv[2]);
const here = dirname(fileURLToPath(import.meta.url));
const hostile = readdirSync(join(directory, 'hostile')).map((file) => join(directory, 'hostile', file));
copyFileSync(join(here, 'narrowing.ts'), join(directory, 'narrowing.ts'));
writeFileSync(join(directory, 'package.json'), '{"type": "module"}\n');

const packageFile = createRequire(import.meta.url).resolve('typescript/package.json');
const options = [
  '--strict',
  '--exactOptionalPropertyTypes',
  '--noUncheckedIndexedAccess',
  '--noImplicitReturns',
  '--isolatedModules',
  '--verbatimModuleSyntax',
  '--erasableSyntaxOnly',
  '--target', 'es2022',
  '--module', 'nodenext',
  '--types', '',
  '--rootDir', directory,
  '--outDir', join(directory, 'out'),
];
const run = (program, ...args) => execFileSync(process.execPath, [program, ...args], { stdio: 'inherit' });

run(join(dirname(packageFile), 'bin', 'tsc'), ...options, join(directory, 'narrowing.ts'), ...hostile);
console.log(`ok - tsc --strict compiles the export, and ${hostile.length} hostile ones`);

copyFileSync(join(directory, 'responses.json'), join(directory, 'out', 'responses.json'));
writeFileSync(join(directory, 'out', 'package.json'), '{"type": "module"}\n');
run(join(directory, 'out', 'narrowing.js'));
for (const file of hostile) await import(file.replace(directory, join(directory, 'out')).replace(/\.ts$/, '.js'));
console.log('ok - the compiled modules load');
