// Holds OpenAPI documents against the schema of their version.
//
//   node openapi.mjs openapi.json…

import { Validator } from '@seriousme/openapi-schema-validator';

for (const file of process.argv.slice(2)) {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(file);
  console.log(`${valid ? 'ok' : 'not ok'} - ${file}, OpenAPI ${validator.version}`);
  if (!valid) {
    console.error(errors);
    process.exitCode = 1;
  }
}
