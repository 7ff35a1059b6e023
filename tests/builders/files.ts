import type { DeskDriver } from './desk-driver.ts'

export interface TakenFile {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
}

/** Fetches a file as an outside program does. `staff: null` sends no token. */
export async function takeFile(
  desk: DeskDriver,
  path: string,
  staff: string | null = '1001',
  language = 'zh-CN',
): Promise<TakenFile> {
  const response = await fetch(`${desk.rest.url}/api/v1${path}`, {
    headers: {
      'accept-language': language,
      ...(staff !== null && { authorization: `Bearer ${await desk.rest.token(staff)}` }),
    },
  })
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}
