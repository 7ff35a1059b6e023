import { useSyncExternalStore } from 'react'
import { createStore } from '#renderer/ui/store.ts'

export interface Connection {
  readonly state: 'connecting' | 'open' | 'lost'
  /** Round trip of the last health check, in milliseconds. */
  readonly ms?: number
}

const connection = createStore<Connection>({ state: 'connecting' })

export const setConnection = connection.set
export const currentConnection = connection.get
export const onConnection = connection.subscribe
export const useConnection = (): Connection => useSyncExternalStore(connection.subscribe, connection.get)
