import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const cost = { N: 2 ** 14, r: 8, p: 5 }
const keyLength = 32

const derive = (secret: Buffer, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(secret, salt, keyLength, { ...cost, maxmem: 64 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

/** The pepper keeps a stolen database from being tried out: six digits alone would not last. */
const peppered = (pin: string, pepper: Buffer): Buffer => createHmac('sha256', pepper).update(pin, 'utf8').digest()

/** `scrypt$salt$key`, both in base64url. */
export async function hashPin(pin: string, pepper: Buffer): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(peppered(pin, pepper), salt)
  return `scrypt$${salt.toString('base64url')}$${key.toString('base64url')}`
}

const nobody = `scrypt$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(keyLength).toString('base64url')}`

/** Takes as long for somebody who does not exist, so that staff numbers cannot be told from the time. */
export async function pinMatches(pin: string, hash: string | undefined, pepper: Buffer): Promise<boolean> {
  const [, salt = '', key = ''] = (hash ?? nobody).split('$')
  const expected = Buffer.from(key, 'base64url')
  const found = await derive(peppered(pin, pepper), Buffer.from(salt, 'base64url'))
  return hash !== undefined && expected.length === found.length && timingSafeEqual(expected, found)
}

/** Names a PIN that was right a moment ago, without keeping the PIN. */
export const fingerprintOf = (pin: string, hash: string, pepper: Buffer): string =>
  createHmac('sha256', pepper).update(`${hash}\n${pin}`, 'utf8').digest('base64url')
