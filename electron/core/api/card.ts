import { readCardNo } from '#shared/domain/members/card-number.ts'
import { changeCardTier } from '../commands/change-card-tier.ts'
import { freezeCard } from '../commands/freeze-card.ts'
import { issueCard } from '../commands/issue-card.ts'
import { renewCard } from '../commands/renew-card.ts'
import { replaceCard } from '../commands/replace-card.ts'
import { reportCardLost } from '../commands/report-card-lost.ts'
import { unfreezeCard } from '../commands/unfreeze-card.ts'
import { failure } from '../failure.ts'
import { cardLife, cardRow, listCards } from '../queries/card-view.ts'
import { checkHolder } from '../queries/check-holder.ts'
import { vipView } from '../queries/vip-report.ts'
import { vipRowsView } from '../queries/vip-rows.ts'
import { staffed } from './procedures.ts'
import { readerOf, sourceOf } from './report.ts'

export const cardApi = {
  list: staffed.card.list.handler(({ input, context: { core } }) =>
    listCards(core.reader, core.model, input, core.clock.now()),
  ),
  check: staffed.card.check.handler(({ input, context: { core } }) =>
    checkHolder(core.reader, core.model, input, core.clock.now()),
  ),
  find: staffed.card.find.handler(async ({ input, context: { core, language } }) => {
    const row = await cardRow(core.reader, readCardNo(input.cardNo) ?? '')
    if (!row) throw failure('NOT_FOUND', language)
    return cardLife(core.reader, core.model, core.auth, row, core.clock.now())
  }),
  issue: staffed.card.issue.handler(({ input, context }) => context.run(issueCard(context.core), input)),
  renew: staffed.card.renew.handler(({ input, context }) => context.run(renewCard(context.core), input)),
  freeze: staffed.card.freeze.handler(({ input, context }) => context.run(freezeCard(context.core), input)),
  unfreeze: staffed.card.unfreeze.handler(({ input, context }) => context.run(unfreezeCard(context.core), input)),
  reportLost: staffed.card.reportLost.handler(({ input, context }) => context.run(reportCardLost(context.core), input)),
  replace: staffed.card.replace.handler(({ input, context }) => context.run(replaceCard(context.core), input)),
  changeTier: staffed.card.changeTier.handler(({ input, context }) => context.run(changeCardTier(context.core), input)),
  statistics: staffed.card.statistics.handler(({ input, context }) =>
    vipView(sourceOf(context.core), readerOf(context), input),
  ),
  rows: staffed.card.rows.handler(({ input, context: { core } }) => vipRowsView(sourceOf(core), input)),
}
