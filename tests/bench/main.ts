import { timePureDecision } from './pure-decision.ts'
import { venues } from './venues.ts'

for (const venue of Object.values(venues)) console.log(timePureDecision(venue, 10_000))
