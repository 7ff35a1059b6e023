import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ByteWriter } from './byte-writer.ts'

const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes))

it('writes any text as everybody else does', () => {
  const writer = new ByteWriter()
  fc.assert(
    fc.property(fc.array(fc.oneof(anyText, fc.string()), { maxLength: 10 }), (texts) => {
      for (const text of texts) writer.utf8(text)
      const wanted = Buffer.concat(texts.map((text) => Buffer.from(text)))
      expect(writer.take().equals(wanted)).toBe(true)
    }),
  )
})

it.each(['', 'A1', '合计', '\u{1f600}', 'é', '\ud83d', '\ude00\ud83d', 'a\ufffe'])(
  '%j is what Node makes of it',
  (text) => {
    const writer = new ByteWriter()
    writer.utf8(text)
    expect(writer.take().toString('hex')).toBe(Buffer.from(text).toString('hex'))
  },
)

it('has room for whatever comes', () => {
  const writer = new ByteWriter()
  const long = '长'.repeat(200_000)
  writer.ascii('<t>')
  writer.utf8(long)
  writer.ascii('</t>')
  expect(writer.take().toString()).toBe(`<t>${long}</t>`)
  expect(writer.take()).toHaveLength(0)
})
