import { useVenue } from '#renderer/api/venue.ts'
import { LoadingState } from '#renderer/ui/screen-states.tsx'
import { Desk } from './desk.tsx'
import './desk.css'
import './answer.css'
import './script.css'
import './mini.css'

/** 工作台: from ring to confirmed by the keyboard alone. */
export function DeskScreen() {
  const venue = useVenue()
  return venue ? <Desk venue={venue} /> : <LoadingState />
}
