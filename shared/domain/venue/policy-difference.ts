import type { Policy } from './policy.ts'

/** One setting that differs; `path` as in the flows' settings (`grace.standard`). */
export interface PolicyDifference {
  readonly path: string
  readonly before: PolicyValue | undefined
  readonly after: PolicyValue | undefined
}
export type PolicyValue = string | number | boolean | null | readonly string[]

const isLeaf = (value: unknown): value is PolicyValue =>
  typeof value !== 'object' || value === null || Array.isArray(value)

function leaves(value: object, prefix: string): readonly (readonly [string, PolicyValue])[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`
    return isLeaf(inner) ? [[path, inner] as const] : leaves(inner as object, path)
  })
}

/** Every single setting of a policy by its path. */
export const policySettings = (policy: Policy): ReadonlyMap<string, PolicyValue> => new Map(leaves(policy, ''))

/** What changed from one policy to the next, in the order of the policy's fields. */
export function policyDifferences(before: Policy, after: Policy): readonly PolicyDifference[] {
  const old = policySettings(before)
  const fresh = policySettings(after)
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((path) => JSON.stringify(old.get(path)) !== JSON.stringify(fresh.get(path)))
    .map((path) => ({ path, before: old.get(path), after: fresh.get(path) }))
}
