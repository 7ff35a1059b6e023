import { addDays, type BusinessDate } from '../time/business-day.ts'

/** From this minute of the business day on, cards are taken to be today's. */
export const cardsOfTodayFrom = 14 * 60

/**
 * The evening a card is about when nobody says otherwise: last night until 14:00, today's from then on.
 * @param minute wall minutes after midnight of the business date `today`
 */
export const usualCardDate = (today: BusinessDate, minute: number): BusinessDate =>
  minute < cardsOfTodayFrom ? addDays(today, -1) : today
