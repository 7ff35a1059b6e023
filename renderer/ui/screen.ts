import type { TFunction } from 'i18next'
import type { ComponentType } from 'react'
import type { catalogue } from './i18n/zh-hans.ts'
import type { IconName } from './icons.tsx'

/** What a feature tells the shell about a screen of its own. */
export interface Screen {
  /** Address, e.g. `/board`. */
  readonly path: string
  /** The screen itself, in a chunk of its own. */
  readonly load: () => Promise<{ Screen: ComponentType }>
  /** Entry in the side bar: icon, catalogue key of its word (`common:nav.board`), and order. None: no entry. */
  readonly entry?: {
    readonly icon: IconName
    readonly word: ScreenWord
    readonly order: number
    readonly after?: 'rule'
  }
  /** F-keys that lead here from everywhere. */
  readonly keys?: readonly {
    readonly keys: string
    readonly word: ScreenWord
    readonly status: number
    /** Search parameters of the address, e.g. `{ find: '1' }`. */
    readonly search?: Readonly<Record<string, string>>
    /** What is typed right after the key is meant for the field it leads to, and is kept until that is there. */
    readonly typesOn?: boolean
  }[]
  /** What can be opened within it by name, from the palette: the reports. */
  readonly places?: (t: TFunction<['common', 'reports']>) => readonly ScreenPlace[]
  /** Count on the side-bar entry; `alert` paints it red. Called as a hook by the shell. */
  readonly useBadge?: () => { readonly count: number; readonly alert?: boolean } | undefined
  /** Shown without top bar, side bar and status bar (wizard, lobby wall). */
  readonly bare?: boolean
}

export interface ScreenPlace {
  readonly label: string
  /** Search parameters of its address. */
  readonly search: Readonly<Record<string, string>>
}

/** Catalogue keys of screen and key names. */
export type ScreenWord = `nav.${Exclude<keyof typeof catalogue.common.nav, 'label'>}`
