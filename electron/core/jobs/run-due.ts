import type { Core, DueWork } from '../core.ts'

export async function runDue(_core: Core): Promise<DueWork> {
  return { released: 0, expired: 0 }
}
