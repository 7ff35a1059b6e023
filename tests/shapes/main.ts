import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readRecords } from '#tests/replay/records.ts'
import { type DemandFile, deriveShapes } from './derive.ts'

// Makes the table of shapes again out of the real data:
// node electron/launch/run.mjs tests/shapes/main.ts DEMAND-SHAPE.json HOTEL-BOOKINGS.csv
const [demandFile, hotelFile] = process.argv.slice(2)
if (demandFile === undefined || hotelFile === undefined) throw new Error('demand-shape.json and hotel-bookings.csv')
const target = fileURLToPath(new URL('../../shared/demo/history/shapes.json', import.meta.url))
const demand = JSON.parse(readFileSync(demandFile, 'utf8')) as DemandFile
const records = await readRecords(hotelFile, Number.POSITIVE_INFINITY, () => undefined)
writeFileSync(target, `${JSON.stringify(deriveShapes(demand, records), null, 2)}\n`)
process.stdout.write(`${records.length} records: ${target}\n`)
