// Runs dependency-cruiser. It reads TypeScript through the compiler's JavaScript interface, which TypeScript 7 no longer
// has; the release of 6 that is published to stand beside it answers here, and nowhere else.
import { registerHooks } from 'node:module'

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.replace(/^typescript(?=$|\/package\.json$)/, '@typescript/typescript6'), context),
})

await import('../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
