import { minute } from '#shared/domain/time/span.ts'
import { addBlock } from '../commands/add-block.ts'
import { removeBlock } from '../commands/remove-block.ts'
import { failure } from '../failure.ts'
import { boardOf, holdView } from '../queries/board.ts'
import { staffed } from './procedures.ts'

export const boardApi = {
  day: staffed.board.day.handler(({ input, context: { core } }) => boardOf(core, input.date, input.rooms)),
  addBlock: staffed.board.addBlock.handler(({ input, context }) => context.run(addBlock(context.core), input)),
  removeBlock: staffed.board.removeBlock.handler(({ input, context }) => context.run(removeBlock(context.core), input)),

  hold: staffed.board.hold.handler(({ input, context: { core, actor, station, language } }) => {
    const start = Date.parse(input.start)
    if (!core.model.venue.at(start).rooms.some((room) => room.roomNo === input.roomNo))
      throw failure('NOT_FOUND', language)
    const taken = core.holds.take({
      roomNo: input.roomNo,
      start,
      end: start + input.minutes * minute,
      staffNo: actor.staffNo,
      staffName: actor.name,
      station,
    })
    return holdView(taken, core.model.venue.timeZone)
  }),

  letGo: staffed.board.letGo.handler(({ context: { core, station } }) => ({ released: core.holds.letGo(station) })),
}
