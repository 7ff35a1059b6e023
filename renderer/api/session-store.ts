import { useSyncExternalStore } from 'react'
import { createStore } from '#renderer/ui/store.ts'

export interface Session {
  readonly token: string
  readonly staff: { readonly staffNo: string; readonly name: string; readonly role: StaffRole }
  readonly expiresAt: string
}
export type StaffRole = 'desk' | 'floor' | 'supervisor' | 'manager' | 'admin'

const key = 'desk.session'

function stored(): Session | undefined {
  try {
    const text = sessionStorage.getItem(key)
    return text ? (JSON.parse(text) as Session) : undefined
  } catch {
    return undefined
  }
}

const session = createStore<Session | undefined>(stored())

export const currentSession = session.get
export const onSession = session.subscribe
export const useSession = (): Session | undefined => useSyncExternalStore(session.subscribe, session.get)

/** Keeps the session for this tab only; undefined logs out. */
export function keepSession(next: Session | undefined): void {
  if (next) sessionStorage.setItem(key, JSON.stringify(next))
  else sessionStorage.removeItem(key)
  session.set(next)
}

/** Supervisor, manager and admin may approve (api.md, Auth). */
export const mayApprove = (role: StaffRole): boolean => role === 'supervisor' || role === 'manager' || role === 'admin'
