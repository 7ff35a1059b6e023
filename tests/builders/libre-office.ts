import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const places = [
  '/usr/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/usr/lib64/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
]

function program(): string {
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error('LibreOffice Calc is needed to read the workbooks: apt-get install libreoffice-calc')
  return found
}

// Every formula is calculated anew when a workbook is opened; what stands beside it is not believed.
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
`

/** A LibreOffice of its own for one folder: nobody's settings, no window, formulas calculated on opening. */
export class LibreOffice {
  readonly #profile: string

  constructor(folder: string) {
    this.#profile = join(folder, 'profile')
    mkdirSync(join(this.#profile, 'user'), { recursive: true })
    writeFileSync(join(this.#profile, 'user', 'registrymodifications.xcu'), settings)
  }

  /** Opens all files in one run and writes each in another format to a folder, under the same name. */
  async convert(files: readonly string[], format: 'xlsx' | 'pdf', target: string): Promise<void> {
    await run(
      program(),
      [
        '--headless',
        '--norestore',
        '--nologo',
        `-env:UserInstallation=file://${this.#profile}`,
        '--convert-to',
        format,
        '--outdir',
        target,
        ...files,
      ],
      { timeout: 240_000, maxBuffer: 16 * 1024 * 1024 },
    )
  }
}

/** Text of a PDF, and how many pages it has. */
export async function readPdf(file: string): Promise<{ readonly text: string; readonly pages: number }> {
  const [text, info] = await Promise.all([
    run('pdftotext', ['-layout', file, '-'], { maxBuffer: 16 * 1024 * 1024 }),
    run('pdfinfo', [file]),
  ])
  return { text: text.stdout, pages: Number(/^Pages:\s+(\d+)/m.exec(info.stdout)?.[1]) }
}
